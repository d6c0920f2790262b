"""Shows the columns and the first rows of a table or of objects, so that a person can say which column is what."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from io import SEEK_END
from itertools import islice
from typing import BinaryIO

from analysis.reading.apart.items import why
from analysis.reading.apart.messages import UNREADABLE, VALUE
from analysis.reading.apart.readers import Request, ask
from analysis.reading.formats import ENDINGS, NO_COLUMNS, TEXT, check, ending, is_wanted, opened, unpacked
from analysis.reading.raw.archives import Budget
from analysis.reading.raw.columns import columns_of
from analysis.reading.raw.records import RefusedError, Unreadable
from analysis.reading.tabular.rows import Table

_LONGEST = 200
_SHEETS = 20
"""Tables of one file that are looked at."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The beginning of a table: its columns as found, its first rows, and which column would be read as which field."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The cells of each row in the order of ``columns``, cut to 200 characters."""
    fields: Mapping[str, str]


def first_rows(name: str, source: bytes | BinaryIO, n: int = 5) -> Preview | Unreadable:
    """The first ``n`` rows of a file of rows, also packed or in an archive; or the reason why it has none.

    Of several tables in a file it is the first with a column of texts, else the first. The file is read in a process
    apart.
    """
    if not isinstance(source, bytes):
        source.seek(0)
        source = source.read()
    for answer in ask([Request("rows", name, source, {"n": n})]):
        if isinstance(answer, Unreadable):
            return answer
        if answer[0] == UNREADABLE:
            return Unreadable(name, answer[2])
        if answer[0] == VALUE:
            columns, rows, fields = answer[1:]
            return Preview(tuple(columns), tuple(map(tuple, rows)), fields)
    return Unreadable(name, "The table is empty: it has no rows.")


def rows_of(name: str, stream: BinaryIO, n: int) -> Preview | Unreadable:
    """The same in this process."""
    try:
        return _preview(name, stream, n, Budget(stream.seek(0, SEEK_END)))
    except Exception as error:  # Hostile files break parsers in ways no list of exceptions covers.
        return Unreadable(name, why(error, ENDINGS.get(ending(name), TEXT).label))


def _preview(name: str, stream: BinaryIO, n: int, budget: Budget) -> Preview:
    found = ENDINGS.get(ending(name), TEXT)
    stream.seek(0)
    check(found, stream)
    if found.packed:
        with opened(name, stream, budget) as inner:
            return _preview(unpacked(name), inner, n, budget)
    if found.members:
        for member in found.members(stream, is_wanted, budget):
            if ENDINGS.get(ending(member.name), TEXT).tables:
                with suppress(RefusedError), member.open() as inner:
                    return _preview(member.name, inner, n, budget)
    if not found.tables:
        raise RefusedError("Only tables and lists of objects have columns to choose from.")
    shown = _shown(found.tables(name, stream, NO_COLUMNS), n)
    first = next(shown, None)
    if first is None:
        raise RefusedError("The table is empty: it has no rows.")
    rest = islice(shown, _SHEETS)
    return first if "text" in first.fields else next((one for one in rest if "text" in one.fields), first)


def _shown(tables: Iterator[Table], n: int) -> Iterator[Preview]:
    for table in tables:
        rows = [row.cells for row in islice(table.rows, 3 * n) if not isinstance(row.cells, str)][:n]
        columns = table.header or tuple(dict.fromkeys(name for row in rows for name in row))
        cells = tuple(tuple(_cell(row.get(column)) for column in columns) for row in rows)
        fields = {field: names[0] for field, names in columns_of(columns, {}).items()}
        yield Preview(columns, cells, fields)


def _cell(value: object) -> str:
    return "" if value is None else str(value)[:_LONGEST]
