"""Tables as an Excel workbook: every row, text as text, nothing for Excel to guess or to execute."""

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count, islice
from typing import IO, Any

import pandas as pd
import xlsxwriter

from analysis.export.spreadsheet_safe import neutral

MAX_ROWS = 1_048_576
"""Rows of an Excel sheet, header included."""
MAX_CELL = 32_767
"""Characters of an Excel cell."""
CUT = " […]"
"""How a text ends that was too long for an Excel cell."""


def fill(tables: Mapping[str, Iterable[pd.DataFrame]], target: IO[bytes]) -> None:
    """Write the tables, each in pieces, into ``target``, one sheet each.

    A table longer than a sheet goes on in the next. A text too long for a cell is cut and ends in ``CUT``; its row
    stays.
    """
    workbook = xlsxwriter.Workbook(target, {"constant_memory": True})
    bold = workbook.add_format({"bold": True})
    for name, pieces in tables.items():
        for sheet_name, header, rows in _sheets(name, pieces):
            sheet = workbook.add_worksheet(sheet_name)
            sheet.freeze_panes(1, 0)
            for column, title in enumerate(header):
                sheet.write_string(0, column, title, bold)
            for number, row in enumerate(rows, start=1):
                _fill_row(sheet, number, row)
    workbook.close()


def _sheets(name: str, pieces: Iterable[pd.DataFrame]) -> Iterator[tuple[str, list[str], Iterable[tuple[object, ...]]]]:
    """Name, header and rows of each sheet: ``statements``, then ``statements 2`` … beyond what a sheet can hold."""
    left = iter(pieces)
    first = next(left)
    header = [str(column) for column in first.columns]
    rows = (row for piece in chain([first], left) for row in piece.itertuples(index=False, name=None))
    size = MAX_ROWS - 1
    yield name, header, islice(rows, size)
    for number in count(2):
        further = next(rows, None)
        if further is None:
            return
        yield f"{name} {number}", header, chain([further], islice(rows, size - 1))


def _fill_row(sheet: Any, number: int, row: tuple[object, ...]) -> None:
    """Write each cell as what it is, never letting Excel guess: text as text, missing as empty."""
    for column, value in enumerate(row):
        if isinstance(value, str):
            sheet.write_string(number, column, _fitting(neutral(value)))
        elif isinstance(value, bool):
            sheet.write_boolean(number, column, bool(value))
        elif isinstance(value, int | float) and math.isfinite(value):
            sheet.write_number(number, column, value)


def _fitting(text: str) -> str:
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - len(CUT)] + CUT
