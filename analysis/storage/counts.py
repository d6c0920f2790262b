"""Counts of the result tables, per unit and group: the input of most measures.

**How it scales.** A share with an interval from a bootstrap over articles needs no rows, only how many there are of
each kind in each article. One SQL aggregation in two steps gives that: rows are counted per article and group, and
these counts are added up per *unit* and group. A unit is what the bootstrap draws: the article itself, or, beyond
``UNITS`` articles, one of that many blocks to which articles are dealt by a hash of their key, which is as good as
random. So a frame of counts has at most ``UNITS`` rows per group, whether of ten articles or of ten million, and
everything behind it costs the same. The own list of sources lies over the tables as views and corrections are written
into them, so counts see both. Pages and exports go through these counts alike; single rows are read by
``analysis.storage.rows``, a page at a time.
"""

import itertools
import weakref
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from typing import Literal, Protocol

import duckdb
import pandas as pd
import pyarrow as pa

from analysis.model import REST
from analysis.storage.conditions import Where, conditions
from analysis.storage.virtual_tables import SCALES, SUMS, expression, relation
from analysis.tables.selection import EVERYTHING, Selection

UNITS = 1000
"""Articles beyond which blocks of articles are drawn."""

INSIDE = (Where("statement", ("",), negated=True),)
"""The hedges that stand in a statement."""

Unit = Literal["article", "block", "none"]
_UNITS: dict[Unit, str] = {"article": "t.article", "block": f"hash(t.article) % {UNITS}", "none": "''"}


class Source(Protocol):
    """Where result tables are read: a store, or frames in memory."""

    def reading(self) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        """A connection that sees the result tables."""


class Memory:
    """Result tables that are frames in memory, to be counted and read like a store's."""

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        # A schema in one database for all: to open a database takes ten times as long as to count in it.
        self._schema = f"memory_{next(_NUMBERS)}"
        with _database().cursor() as connection:
            connection.execute(f"CREATE SCHEMA {self._schema}")
            for table, frame in frames.items():
                connection.register("given", pa.Table.from_pandas(frame, preserve_index=False))
                connection.execute(f"CREATE TABLE {self._schema}.{table} AS FROM given")
                connection.unregister("given")
        weakref.finalize(self, _drop, self._schema).atexit = False

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection that sees what was in the frames; changes to it do not reach them."""
        with _database().cursor() as connection:
            connection.execute(f"SET schema = '{self._schema}'")
            yield connection


_NUMBERS = itertools.count()


@cache
def _database() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def _drop(schema: str) -> None:
    with _database().cursor() as connection:
        connection.execute(f"DROP SCHEMA {schema} CASCADE")


def counts(
    source: Source,
    table: str,
    by: Sequence[str] = (),
    selection: Selection = EVERYTHING,
    *,
    sums: Sequence[str] = (),
    only: Sequence[Where] = (),
    top: Mapping[str, int] | None = None,
    unit: Unit | None = None,
) -> pd.DataFrame:
    """The rows of a table counted per unit and value of the columns ``by``; missing text counts as "".

    Columns: unit, by …, articles (that have such a row), rows, for each of the ``sums`` (of ``query_tables.SUMS``) its
    total and, as articles_…, in how many articles it is above zero; in the order of unit and ``by``. ``top`` keeps the
    so many most frequent values of a column, all others count as ``REST``. ``unit`` is chosen by the number of
    articles selected; counts that are compared with each other must have the same. Raises ``KeyError`` for a column,
    sum or table that there is not.
    """
    with source.reading() as connection:
        if unit is None:
            where, values = conditions("articles", selection)
            found = connection.execute(f"SELECT count(*) FROM articles t {where}", values).fetchone()
            unit = "block" if found and found[0] > UNITS else "article"
        where, values = conditions(table, selection, only=only)
        groups: list[str] = []
        kept: list[object] = []
        for column in by:
            group = expression(table, column)
            if top and column in top:
                frequent = _most_frequent(connection, table, group, top[column], where, values)
                group, kept = f"CASE WHEN {group} = ANY(?) THEN {group} ELSE '{REST}' END", [*kept, frequent]
            groups.append(f', {group} AS "{column}"')
        return _conform(connection.execute(_sql(table, by, groups, sums, unit, where), [*kept, *values]).df(), by)


def hedging(
    source: Source,
    by: Sequence[str] = (),
    selection: Selection = EVERYTHING,
    *,
    only: Sequence[Where] = (),
    unit: Unit | None = None,
    said: bool | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What hedges per 100 words are made of: counts with the sum ``words``, and of the hedges in them ``by``.

    The words are those of whole articles; where statements are selected, or with ``said``, those of statements alone,
    and the hedges only those that stand in them. ``by`` are columns of hedges.
    """
    said = selection.by_statement if said is None else said
    words = counts(source, "statements" if said else "articles", (), selection, sums=("words",), only=only, unit=unit)
    return words, counts(source, "hedges", by, selection, only=[*only, *INSIDE] if said else only, unit=unit)


def _sql(table: str, by: Sequence[str], groups: Sequence[str], sums: Sequence[str], unit: Unit, where: str) -> str:
    named = "".join(f', "{column}"' for column in by)
    wanted = {"rows": "count(*)"} | {name: SUMS[table][name] for name in sums}
    inner = "".join(f", {total} AS sum_{name}" for name, total in wanted.items())
    outer = "".join(f', sum(sum_{name}) AS "{name}"' for name in wanted)
    outer += "".join(f", count(*) FILTER (sum_{name} > 0) AS articles_{name}" for name in sums)
    return (
        f"SELECT unit{named}, count(*) AS articles{outer} FROM ("
        f"SELECT {_UNITS[unit]} AS unit, t.article AS of_article{''.join(groups)}{inner} "
        f"FROM {relation(table)} t {where} GROUP BY ALL) GROUP BY unit{named} ORDER BY unit{named}"
    )


def _most_frequent(
    connection: duckdb.DuckDBPyConnection, table: str, column: str, size: int, where: str, values: list[object]
) -> list[object]:
    found = connection.execute(
        f"SELECT {column} FROM {relation(table)} t {where} GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT {int(size)}",
        values,
    )
    return [value for (value,) in found.fetchall()]


def _conform(frame: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Text as text; sums of whole numbers, which DuckDB makes wider than 64 bits, as whole numbers."""
    whole = {name: "int64" for name in frame.columns if name not in ("unit", *by, *SCALES)}
    return frame.astype({"unit": "str"} | whole)
