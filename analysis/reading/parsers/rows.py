"""Makes articles of the rows of a table, or of objects, whatever the format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from analysis.model import Article
from analysis.reading.parsers.row_fields import article_of
from analysis.reading.raw.columns import asked_column, columns_of
from analysis.reading.raw.records import Unreadable

Asked = Mapping[str, str]
"""Field -> the name of its column, as a person gives it."""


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
    if table.header is not None and (reason := _missing(table.header, asked)):
        yield Unreadable(table.name, reason, table.line)
        return
    warnings, empty = table.warnings, True
    for row in table.rows:
        empty = False
        if isinstance(row.cells, str):
            yield Unreadable(table.name, row.cells, row.line)
            continue
        own = (*warnings, row.warning) if row.warning else warnings
        found = article_of(row.cells, table.name, row.line, asked, from_1904=table.from_1904, warnings=own)
        if isinstance(found, Article):
            warnings = ()
        yield found
    if empty:
        yield Unreadable(table.name, "The table is empty: it has a header and no rows.")


def _missing(header: tuple[str, ...], asked: Asked) -> str | None:
    """Why no article can be made of a table with these columns."""
    found = ", ".join(name.strip() for name in header if name.strip())[:500] or "none"
    for field, wanted in asked.items():
        if asked_column(header, wanted) is None:
            return f"There is no column called “{wanted[:80]}”, named for {field[:40]}. The columns found are: {found}."
    if "text" not in columns_of(header, asked):
        return f"There is no column called text. The columns found are: {found}."
    return None
