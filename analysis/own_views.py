"""The result tables as the user's own list of sources wants them: views laid over the store's tables."""

from collections.abc import Sequence

import duckdb

from analysis.own_list import OwnSource
from analysis.taxonomy import EXECUTIVE, GOVERNMENT_OF, ROLLED_UP


def lay_over(connection: duckdb.DuckDBPyConnection, rows: Sequence[OwnSource]) -> None:
    """Make every later query of this connection see sources, countries and categories as the list says.

    The views live and die with the connection; the file stays as it is. Without rows nothing is laid over.
    """
    if not rows:
        return
    connection.execute("CREATE TEMP TABLE own_names (key VARCHAR, entity VARCHAR, country VARCHAR, "
                       "institution VARCHAR, category VARCHAR)")  # fmt: skip
    connection.execute("CREATE TEMP TABLE own_rollups (country VARCHAR, institution VARCHAR, category VARCHAR, "
                       "weight INTEGER)")  # fmt: skip
    names = {row.name.lower(): row for row in rows if not row.is_rollup}
    for key, row in names.items():
        values = [key, *(value or None for value in (row.entity, row.country, row.institution, row.category))]
        connection.execute("INSERT INTO own_names VALUES (lower(?), ?, ?, ?, ?)", values)
    for row in rows:
        if row.is_rollup:
            weight = bool(row.country) + bool(row.institution)
            connection.execute(
                "INSERT INTO own_rollups VALUES (?, ?, ?, ?)", [row.country, row.institution, row.category, weight]
            )
    _make_views(connection)


def _make_views(connection: duckdb.DuckDBPyConnection) -> None:
    found = connection.execute("SELECT current_database()").fetchone()
    assert found is not None
    stored = '"' + str(found[0]).replace('"', '""') + '".main'
    columns = ", ".join([*_replaced("", "entity", "n"), *_replaced("via_", "via", "v")])
    connection.execute(
        f"CREATE TEMP VIEW statements AS SELECT s.rowid AS rowid, s.* REPLACE ({columns}) FROM {stored}.statements s "
        "LEFT JOIN own_names n ON n.key = lower(s.entity) LEFT JOIN own_names v ON v.key = lower(s.via)"
    )
    for table in ("hedges", "sentences"):
        connection.execute(
            f"CREATE TEMP VIEW {table} AS SELECT t.rowid AS rowid, t.* REPLACE (s.category AS category) "
            f"FROM {stored}.{table} t LEFT JOIN statements s ON s.article = t.article AND s.statement = t.statement"
        )


def _replaced(prefix: str, entity: str, own: str) -> list[str]:
    """The columns of a source or relay: the list's value, else what was found; the category follows from them."""
    country = f"coalesce({own}.country, s.{prefix}country)"
    institution = f"coalesce({own}.institution, s.{prefix}institution)"
    rollup = (
        f"(SELECT arg_max(r.category, r.weight) FROM own_rollups r WHERE r.country IN ('', {country}) "
        f"AND r.institution IN ('', {institution}))"
    )
    return [
        f"coalesce({own}.entity, s.{entity}) AS {entity}",
        f"{country} AS {prefix}country",
        f"{institution} AS {prefix}institution",
        f"coalesce({own}.category, {rollup}, {_category(country, institution)}) AS {prefix}category",
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
