"""Rows of the result tables in bounded portions: pages, chunks, values to choose from."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pandas as pd

from analysis.storage.conditions import Condition, conditions
from analysis.storage.counts import Source
from analysis.storage.virtual_tables import base_of, expression, relation
from analysis.tables.columns import names
from analysis.tables.frames import conform
from analysis.tables.selection import EVERYTHING, Selection

CHUNK = 20_000
"""Rows that an export holds at a time."""
AT_RANDOM = "random"
"""An order drawn once for every place of a text: the same rows come in the same order, and no property decides it."""


class Size(NamedTuple):
    """How much is selected; days are ISO dates, "" where no article has one.

    ``sources`` are all but nobody; ``anonymous`` are those of them that no selected statement names, nor their role.
    """

    articles: int
    outlets: int
    words: int
    statements: int
    sources: int
    anonymous: int
    first: str
    last: str


NOTHING = Size(0, 0, 0, 0, 0, 0, "", "")
"""The size of a corpus that has no article."""


def size(source: Source, selection: Selection = EVERYTHING) -> Size:
    """How many articles, outlets, words and statements are selected, and from which day to which."""
    articles, values = conditions("articles", selection)
    statements, further = conditions("statements", selection)
    of_articles = (
        "SELECT count(*), count(DISTINCT outlet), coalesce(sum(words), 0)::BIGINT, "
        f"coalesce(left(min(published), 10), ''), coalesce(left(max(published), 10), '') FROM articles t {articles}"
    )
    of_statements = (
        "SELECT coalesce(sum(n), 0)::BIGINT, count(*) FILTER (entity <> '-'), "
        "count(*) FILTER (entity <> '-' AND NOT known) FROM (SELECT entity, count(*) AS n, "
        f"bool_or(naming IN ('named', 'role')) AS known FROM statements t {statements} GROUP BY entity)"
    )
    with source.reading() as connection:
        found = connection.execute(of_articles, values).fetchone()
        said = connection.execute(of_statements, further).fetchone()
    assert found is not None
    assert said is not None
    return Size(*found[:3], *said, *found[3:])


def number(source: Source, table: str, selection: Selection = EVERYTHING, only: Sequence[Condition] = ()) -> int:
    """How many rows of a table are selected."""
    where, values = conditions(table, selection, only=only)
    with source.reading() as connection:
        found = connection.execute(f"SELECT count(*) FROM {relation(table)} t {where}", values).fetchone()
    assert found is not None
    return int(found[0])


def distinct(source: Source, table: str, columns: Sequence[str], selection: Selection = EVERYTHING) -> int:
    """How many different values these columns of a table have, taken together."""
    where, values = conditions(table, selection)
    named = ", ".join(expression(table, column) for column in columns)
    with source.reading() as connection:
        found = connection.execute(
            f"SELECT count(*) FROM (SELECT DISTINCT {named} FROM {relation(table)} t {where})", values
        ).fetchone()
    assert found is not None
    return int(found[0])


def page(
    source: Source,
    table: str,
    selection: Selection = EVERYTHING,
    *,
    only: Sequence[Condition] = (),
    order: Sequence[str] = (),
    limit: int = 100,
    offset: int = 0,
) -> pd.DataFrame:
    """At most ``limit`` rows of a table after the first ``offset``, with the contract's columns.

    They stand as in the store, or by the columns ``order``, where ``-column`` means the greatest first and
    ``AT_RANDOM`` an order that is drawn once for every place of a text.
    """
    where, values = conditions(table, selection, only=only)
    ordered = ", ".join([*(_ordered(table, name) for name in order), "t.rowid"])
    # Found by number first: sorting whole rows to skip a million of them would take a gigabyte.
    sql = (
        f"SELECT {_columns(table)} FROM {base_of(table)} t WHERE t.rowid IN (SELECT t.rowid FROM {relation(table)} t "
        f"{where} ORDER BY {ordered} LIMIT ? OFFSET ?) ORDER BY {ordered}"
    )
    with source.reading() as connection:
        return conform(connection.execute(sql, [*values, limit, offset]).df(), base_of(table))


def chunks(
    source: Source, table: str, selection: Selection = EVERYTHING, *, only: Sequence[Condition] = ()
) -> Iterator[pd.DataFrame]:
    """All selected rows of a table as they stand in the store, ``CHUNK`` rows of the store at a time.

    There is at least one frame, so that the columns are known.
    """
    where, values = conditions(table, selection, "t.rowid >= ? AND t.rowid < ?", only=only)
    sql = f"SELECT {_columns(table)} FROM {relation(table)} t {where} ORDER BY t.rowid"
    with source.reading() as connection:
        found = connection.execute(f"SELECT coalesce(max(rowid), 0) FROM {base_of(table)}").fetchone()
        assert found is not None
        for first in range(0, int(found[0]) + 1, CHUNK):
            rows = connection.execute(sql, [*values, first, first + CHUNK]).df()
            if first == 0 or len(rows):
                yield conform(rows, base_of(table))


def values(
    source: Source,
    table: str,
    column: str,
    selection: Selection = EVERYTHING,
    *,
    search: str = "",
    limit: int = 200,
) -> "pd.Series[int]":
    """The most frequent values of a column with their number of rows, none missing.

    ``search`` keeps those that contain it, whatever the case.
    """
    name = expression(table, column)
    where, given = conditions(table, selection, f"{name} <> '' AND contains(lower({name}), lower(?))")
    sql = (
        f"SELECT {name} AS value, count(*) AS n FROM {relation(table)} t {where} GROUP BY 1 ORDER BY n DESC, 1 LIMIT ?"
    )
    with source.reading() as connection:
        frame = connection.execute(sql, [*given, search, limit]).df()
    return frame.set_index("value")["n"].astype("int64")


def articles(source: Source, selection: Selection = EVERYTHING, *, search: str = "", limit: int = 200) -> pd.DataFrame:
    """At most ``limit`` articles, the earliest first, with the contract's columns.

    ``search`` keeps those whose title, outlet or name in the input contains it, whatever the case.
    """
    heard = "contains(lower(concat_ws(' ', t.title, t.outlet, t.id)), lower(?))"
    where, given = conditions("articles", selection, heard)
    sql = (
        f"SELECT {_columns('articles')} FROM articles t {where} "
        "ORDER BY t.published NULLS LAST, t.outlet NULLS LAST, t.article LIMIT ?"
    )
    with source.reading() as connection:
        return conform(connection.execute(sql, [*given, search, limit]).df(), "articles")


def keys(source: Source, selection: Selection = EVERYTHING) -> list[str]:
    """The keys of the selected articles, in order."""
    where, given = conditions("articles", selection)
    with source.reading() as connection:
        found = connection.execute(f"SELECT article FROM articles t {where} ORDER BY 1", given).fetchall()
    return [str(key) for (key,) in found]


def texts(source: Source, articles: Sequence[str]) -> dict[str, str]:
    """The texts of these articles, by their keys; those that are not there are left out."""
    if not articles:
        return {}
    with source.reading() as connection:
        sql = "SELECT article, text FROM articles WHERE article = ANY(?)"
        found = connection.execute(sql, [list(articles)]).fetchall()
    return {str(key): str(text) for key, text in found}


def _columns(table: str) -> str:
    return ", ".join(f't."{name}"' for name in names(base_of(table)))


def _ordered(table: str, name: str) -> str:
    """What ``order`` asks for as SQL; what is missing comes last."""
    if name == AT_RANDOM:
        return "md5(t.article || t.spans)"
    bare = name.removeprefix("-")
    column = f't."{bare}"' if bare in names(base_of(table)) else expression(table, bare)
    return f"{column} {'DESC' if name.startswith('-') else 'ASC'} NULLS LAST"
