"""Tables as an Excel workbook: every row, text as text, nothing for Excel to guess or to execute."""

import math
from collections.abc import Iterator, Mapping
from typing import IO, Any

import pandas as pd
import xlsxwriter

from analysis.cells import neutral

MAX_ROWS = 1_048_576
"""Rows of an Excel sheet, header included."""
MAX_CELL = 32_767
"""Characters of an Excel cell."""
CUT = " […]"
"""How a text ends that was too long for an Excel cell."""


def fill(tables: Mapping[str, pd.DataFrame], target: IO[bytes]) -> None:
    """Write the tables into ``target``, one sheet each; a table longer than a sheet goes on in the next.

    A text too long for a cell is cut and ends in ``CUT``; its row stays.
    """
    workbook = xlsxwriter.Workbook(target, {"constant_memory": True})
    bold = workbook.add_format({"bold": True})
    for name, frame in tables.items():
        for sheet_name, rows in _sheets(name, frame):
            sheet = workbook.add_worksheet(sheet_name)
            sheet.freeze_panes(1, 0)
            for column, header in enumerate(frame.columns):
                sheet.write_string(0, column, str(header), bold)
            for number, row in enumerate(rows.itertuples(index=False, name=None), start=1):
                _fill_row(sheet, number, row)
    workbook.close()


def _sheets(name: str, frame: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """The rows of a table as sheets: ``statements``, then ``statements 2`` … beyond what a sheet can hold."""
    size = MAX_ROWS - 1
    for first in range(0, max(len(frame), 1), size):
        yield (name if first == 0 else f"{name} {first // size + 1}"), frame.iloc[first : first + size]


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
