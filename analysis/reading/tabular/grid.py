"""Finds the header in a grid of cells, and names the cells of the rows below by it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from analysis.reading.raw.columns import columns_of
from analysis.reading.tabular.rows import Row, Table

_LOOKED_AT = 40
"""Rows in which the header is looked for: titles, notes and empty rows stand before it."""
_LONGEST_NAME = 120
_ROW_NAMES = 3
"""Rows that are looked at to see whether they begin with a name that the header leaves out."""


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that breaks the rules of its format: why, and its cells as they seem to be."""

    reason: str
    cells: tuple[str, ...] = ()


Record = tuple[int, Sequence[object] | Broken]
"""Where a row of the grid starts, and its cells."""


def table_of(
    name: str,
    records: Iterator[Record],
    asked: Mapping[str, str],
    *,
    from_1904: bool = False,
    row_names: bool = False,
    notes: bool = False,
) -> Table | None:
    """The table in a grid; None where the grid is empty. Rows above the header are its title and hold no articles.

    ``row_names`` tells that rows may begin with a name for which the header has no cell, ``notes`` that cells may stand
    right of all columns.
    """
    head = list(islice(records, _LOOKED_AT))
    if not any(isinstance(cells, Broken) or filled(cells) for _, cells in head):
        return None
    at = header_at([cells for _, cells in head], asked)
    line, cells = head[at]
    rest = head[at + 1 :]
    names = [] if isinstance(cells, Broken) else [_name(cell) for cell in cells]
    if row_names and _leaves_out_row_names(len(names), rest):
        names = ["", *names]
    header, doubled = _unique(names)
    told = [f"More than one column is called “{', '.join(doubled)[:200]}”."] if doubled else []
    return Table(name, header, _rows(header, names, chain(rest, records), notes=notes), line, from_1904, tuple(told))


def header_at(head: Sequence[Sequence[object] | Broken], asked: Mapping[str, str]) -> int:
    """Which of the first rows is the header: the one that names most fields, a column of texts among them.

    Where none does, it is the first row with two cells, or the first with any.
    """
    best, found = (False, 0, 0), -1
    for number, cells in enumerate(head):
        score = header_score(cells, asked)
        if score[0] and score > best:
            best, found = score, number
    if found >= 0:
        return found
    widths = [0 if isinstance(cells, Broken) else filled(cells) for cells in head]
    wide = [number for number, width in enumerate(widths) if width > 1]
    return next(iter(wide or [number for number, width in enumerate(widths) if width]), 0)


def header_score(cells: Sequence[object] | Broken, asked: Mapping[str, str]) -> tuple[bool, int, int]:
    """How much of a header a row is: whether it names a column of texts, how many fields, and how many cells."""
    if isinstance(cells, Broken):
        return False, 0, 0
    names = [_name(cell) for cell in cells if isinstance(cell, str) and len(cell) <= _LONGEST_NAME]
    columns = columns_of(names, asked)
    return "text" in columns, len(columns), len(cells)


def filled(cells: Sequence[object]) -> int:
    """How many cells say anything."""
    return sum(cell is not None and bool(str(cell).strip()) for cell in cells)


def _name(cell: object) -> str:
    return " ".join(str(cell).split()) if cell is not None else ""


def _leaves_out_row_names(columns: int, rest: Sequence[Record]) -> bool:
    """Whether every row has one cell more than the header, as R writes tables with names of rows."""
    first = [cells for _, cells in rest if not isinstance(cells, Broken) and filled(cells)][:_ROW_NAMES]
    return bool(columns and first) and all(len(cells) == columns + 1 and filled(cells[-1:]) for cells in first)


def _unique(names: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    """The names of columns, each once and none empty; and those that stood twice."""
    seen: dict[str, int] = {}
    unique: list[str] = []
    for place, given in enumerate(names, start=1):
        name = given or f"column {place}"
        number = seen[name] = seen.get(name, 0) + 1
        unique.append(name if number == 1 else f"{name} ({number})")
    return tuple(unique), [name for name, number in seen.items() if number > 1]


def _rows(header: tuple[str, ...], names: Sequence[str], records: Iterator[Record], *, notes: bool) -> Iterator[Row]:
    for line, cells in records:
        if isinstance(cells, Broken):
            if len(cells.cells) == len(header):
                told = "The quotation marks of the row are not doubled; it was read as it stands."
                yield Row(line, dict(zip(header, cells.cells, strict=True)), told)
            else:
                yield Row(line, cells.reason)
        elif filled(cells) and tuple(map(_name, cells)) != tuple(names):
            # The header stands again where tables were put together.
            yield _row(header, cells, line, notes=notes)


def _row(header: tuple[str, ...], cells: Sequence[object], line: int, *, notes: bool) -> Row:
    if len(cells) < len(header) and str(cells[-1]).endswith("\\"):
        return Row(line, "The row goes on behind a backslash at its end; put quotation marks around the text instead.")
    named = dict(zip(header, cells, strict=False))
    if filled(beyond := cells[len(header) :]):
        if not notes:
            many = len(cells)
            return Row(
                line, f"The row has {many} cells for {len(header)} columns; put quotation marks around the text."
            )
        named |= {f"column {place}": cell for place, cell in enumerate(beyond, start=len(header) + 1)}
    return Row(line, named)
