"""The last sheet of a workbook: what it is of, and what the columns and values of its sheets mean."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.export.spreadsheet_safe import neutral
from analysis.export.wording import Wording, column_of

_WIDTHS = (26, 26, 22, 16, 90)


class Sheet(NamedTuple):
    """A sheet of the workbook: its name, its table, the columns, and how many rows it has below its header."""

    name: str
    table: str
    columns: Sequence[str]
    rows: int


def add(
    workbook: Any, head: Any, sheets: Sequence[Sheet], wording: Wording, facts: Sequence[tuple[str, str]] = ()
) -> None:
    """Add the sheet: facts, number of rows of each sheet, every column, and the values that have labels."""
    sheet = workbook.add_worksheet(wording.words["about"])
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    words, bold = wording.words, workbook.add_format({"bold": True})
    blocks = (
        (("sheet", "rows"), [(one.name, one.rows) for one in sheets]),
        (("sheet", "column", "name", "unit", "meaning"), _columns(sheets, wording)),
        (("column", "name", "value", "label"), _values(sheets, wording)),
    )
    row = 0
    for name, told in facts:
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, neutral(told))
        row += 1
    for titles, lines in blocks:
        if not lines:
            continue
        row += bool(row)
        for column, title in enumerate(titles):
            sheet.write_string(row, column, words[title], head)
        for line in lines:
            row += 1
            _line(sheet, row, line)
        row += 1


# Names, units and labels are the program's own: only the facts can hold what somebody else wrote.
def _line(sheet: Any, row: int, cells: Iterable[str | int]) -> None:
    for column, cell in enumerate(cells):
        if isinstance(cell, str):
            sheet.write_string(row, column, cell)
        else:
            sheet.write_number(row, column, cell)


def _columns(sheets: Sequence[Sheet], wording: Wording) -> list[tuple[str, ...]]:
    lines = []
    for sheet in {one.table: one for one in reversed(sheets)}.values():
        for name in sheet.columns:
            known = column_of(sheet.table, name)
            told = (wording.contract(known.unit), wording.contract(known.description)) if known else ("", "")
            lines.append((sheet.name, wording.column(sheet.table, name), name, *told))
    order = {one.name: place for place, one in enumerate(sheets)}
    return sorted(lines, key=lambda line: order[line[0]])


def _values(sheets: Sequence[Sheet], wording: Wording) -> list[tuple[str, ...]]:
    named: Mapping[str, str] = {name: one.table for one in reversed(sheets) for name in one.columns}
    return [
        (wording.column(table, name), name, value, label)
        for name, table in named.items()
        for value, label in wording.values(name).items()
    ]
