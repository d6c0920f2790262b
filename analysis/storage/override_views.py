"""Views over the result tables that apply the user's own list of sources.

The views join small tables only, so that a corpus is counted through them nearly as fast as without: the names on the
list, and the category of every pair of country and institution that a roll-up is about. Hedges and sentences look up
only statements that the list changes.
"""

from collections.abc import Sequence

import duckdb

from analysis.source_overrides import OwnSource
from analysis.taxonomy import EXECUTIVE, GOVERNMENT_OF, INSTITUTIONS, ROLLED_UP


def apply_overrides(connection: duckdb.DuckDBPyConnection, rows: Sequence[OwnSource]) -> None:
    """Make every later query of this connection see sources, countries and categories as the list says.

    The views live and die with the connection; the file stays as it is. Without rows nothing is laid over.
    """
    if not rows:
        return
    found = connection.execute("SELECT current_database()").fetchone()
    assert found is not None
    stored = '"' + str(found[0]).replace('"', '""') + '".main'
    connection.execute("CREATE TEMP TABLE own_names (key VARCHAR, entity VARCHAR, country VARCHAR, "
                       "institution VARCHAR, category VARCHAR)")  # fmt: skip
    names = {row.name.lower(): row for row in rows if not row.is_rollup}
    for key, row in names.items():
        # Who counts as somebody else is typed as that one is.
        other = names.get(row.entity.lower(), row)
        typed = ((row.country, other.country), (row.institution, other.institution), (row.category, other.category))
        values = [key, row.entity or None, *(own or theirs or None for own, theirs in typed)]
        connection.execute("INSERT INTO own_names VALUES (lower(?), ?, ?, ?, ?)", values)
    _roll_up(connection, stored, [row for row in rows if row.is_rollup])
    _make_views(connection, stored)


def _roll_up(connection: duckdb.DuckDBPyConnection, stored: str, rows: Sequence[OwnSource]) -> None:
    """Make the table of the pairs of country and institution that these rows are about; the narrower row wins."""
    connection.execute("CREATE TEMP TABLE own_rollups (country VARCHAR, institution VARCHAR, category VARCHAR)")
    if not rows:
        return
    countries = connection.execute(
        f"SELECT country FROM {stored}.statements UNION SELECT via_country FROM {stored}.statements "
        "UNION SELECT country FROM own_names"
    ).fetchall()
    wide_first = sorted(rows, key=lambda row: bool(row.country) + bool(row.institution))
    rolled = {
        (country, institution): row.category
        for row in wide_first
        for country in ([row.country] if row.country else [str(name) for (name,) in countries])
        for institution in ([row.institution] if row.institution else INSTITUTIONS)
    }
    if rolled:
        connection.executemany("INSERT INTO own_rollups VALUES (?, ?, ?)", [[*pair, to] for pair, to in rolled.items()])


def _make_views(connection: duckdb.DuckDBPyConnection, stored: str) -> None:
    columns = ", ".join([*_replaced("", "entity", "n", "r"), *_replaced("via_", "via", "v", "w")])
    joined = {
        prefix: f"LEFT JOIN own_names {own} ON {own}.key = lower(s.{entity}) LEFT JOIN own_rollups {rolled} "
        f"ON {rolled}.country = coalesce({own}.country, s.{prefix}country) "
        f"AND {rolled}.institution = coalesce({own}.institution, s.{prefix}institution)"
        for prefix, entity, own, rolled in (("", "entity", "n", "r"), ("via_", "via", "v", "w"))
    }
    connection.execute(
        f"CREATE TEMP VIEW statements AS SELECT s.rowid AS rowid, s.* REPLACE ({columns}) "
        f"FROM {stored}.statements s {' '.join(joined.values())}"
    )
    changed = (
        f"SELECT s.article, s.statement, {_replaced('', 'entity', 'n', 'r')[-1]} FROM {stored}.statements s "
        f"{joined['']} WHERE n.key IS NOT NULL OR r.category IS NOT NULL"
    )
    for table in ("hedges", "sentences"):
        connection.execute(
            f"CREATE TEMP VIEW {table} AS SELECT t.rowid AS rowid, t.* REPLACE "
            f"(coalesce(s.category, t.category) AS category) FROM {stored}.{table} t "
            f"LEFT JOIN ({changed}) s ON s.article = t.article AND s.statement = t.statement"
        )


def _replaced(prefix: str, entity: str, own: str, rolled: str) -> list[str]:
    """The columns of a source or relay: the list's value, else what was found; the category follows from them."""
    country = f"coalesce({own}.country, s.{prefix}country)"
    institution = f"coalesce({own}.institution, s.{prefix}institution)"
    return [
        f"coalesce({own}.entity, s.{entity}) AS {entity}",
        f"{country} AS {prefix}country",
        f"{institution} AS {prefix}institution",
        f"coalesce({own}.category, {rolled}.category, CASE WHEN {own}.key IS NULL THEN s.{prefix}category "
        f"ELSE {_category(country, institution)} END) AS {prefix}category",
    ]


def _category(country: str, institution: str) -> str:
    """The taxonomy's roll-up as an expression; its words are the taxonomy's own, none comes from outside."""
    of_state = " ".join(f"WHEN '{code}' THEN '{name}'" for code, name in GOVERNMENT_OF.items())
    others = " ".join(f"WHEN '{name}' THEN '{category}'" for name, category in ROLLED_UP.items())
    executive = ", ".join(f"'{name}'" for name in sorted(EXECUTIVE))
    return (
        f"CASE WHEN {institution} IN ({executive}) THEN CASE {country} {of_state} ELSE 'other_government' END "
        f"ELSE CASE {institution} {others} ELSE {institution} END END"
    )
