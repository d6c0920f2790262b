"""Makes articles of the rows of a table, or of objects, whatever the format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from analysis.model import Article
from analysis.reading.apart.items import attempt
from analysis.reading.raw.columns import asked_column, columns_of
from analysis.reading.raw.records import Unreadable
from analysis.reading.tabular.row_fields import article_of

Asked = Mapping[str, str]
"""Field -> the name of its column, as a person gives it."""


_LOOKED_AT = 100
"""Rows that are looked at for columns named by hand, where each row names its own."""


_LONGEST_NAME = 200
"""Characters beyond which a cell is no name of a column."""


class Row(NamedTuple):
    """One row: where it starts, its cells by column or why it is broken, and what is doubtful about it."""

    line: int
    cells: Mapping[str, object] | str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under one header; ``header`` is None where each row names its fields itself."""

    name: str
    header: tuple[str, ...] | None
    rows: Iterator[Row]
    line: int | None = None
    """Where the header stands."""
    from_1904: bool = False
    """Whether days are counted by the second date system of Excel."""
    warnings: tuple[str, ...] = ()
    """What is doubtful about all of it, told with its first article."""


def read_tables(tables: Iterator[Table], asked: Asked) -> Iterator[Article | Unreadable]:
    """The articles of tables, row by row; a table without a column of texts has one reason."""
    for table in tables:
        yield from _read(table, asked)


def _read(table: Table, asked: Asked) -> Iterator[Article | Unreadable]:
    rows = table.rows
    if table.header is not None:
        refused = _not_there(table, table.header, asked) or _without_texts(table, table.header, asked)
    else:
        first = list(islice(rows, _LOOKED_AT if asked else 0))
        rows = chain(first, rows)
        names = dict.fromkeys(name for row in first if not isinstance(row.cells, str) for name in row.cells)
        refused = _not_there(table, tuple(names), asked) if names else None
    if refused:
        yield refused
        return
    warnings, empty = table.warnings, True
    for row in rows:
        empty = False
        if isinstance(row.cells, str):
            yield Unreadable(table.name, row.cells, row.line)
            continue
        own = (*warnings, row.warning) if row.warning else warnings
        read = partial(article_of, row.cells, table.name, row.line, asked, from_1904=table.from_1904, warnings=own)
        found = attempt(read, partial(_failed, table.name, row.line))
        if isinstance(found, Article):
            warnings = ()
        yield found
    if empty:
        yield Unreadable(table.name, "The table is empty: it has a header and no rows.")


def _failed(file: str, line: int, reason: str) -> Article | Unreadable:
    return Unreadable(file, reason, line)


def _not_there(table: Table, header: tuple[str, ...], asked: Asked) -> Unreadable | None:
    """Which column that a person named is not among these."""
    for field, wanted in asked.items():
        if asked_column(header, wanted) is None:
            return Unreadable(
                table.name,
                f"There is no column called “{wanted[:80]}”, named for {field[:40]}. "
                f"The columns found are: {_listed(header)}.",
                table.line,
            )
    return None


def _without_texts(table: Table, header: tuple[str, ...], asked: Asked) -> Unreadable | None:
    if "text" in columns_of(header, asked):
        return None
    if any(len(name) > _LONGEST_NAME for name in header):
        return Unreadable(
            table.name,
            "The table has no header: its first row holds a text; name the columns in a row above.",
            table.line,
        )
    return Unreadable(
        table.name, f"There is no column called text. The columns found are: {_listed(header)}.", table.line
    )


def _listed(header: tuple[str, ...]) -> str:
    return ", ".join(name.strip() for name in header if name.strip())[:500] or "none"
