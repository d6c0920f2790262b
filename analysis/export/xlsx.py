"""Tables as an Excel workbook: every row, each cell as what it is, nothing for Excel to guess or to execute."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import chain, count, islice
from typing import IO, Any

import pandas as pd
import xlsxwriter

from analysis.export import xlsx_about
from analysis.export.spreadsheet_safe import neutral
from analysis.export.wording import Wording, column_of

MAX_ROWS = 1_048_576
"""Rows of an Excel sheet, header included."""
MAX_CELL = 32_767
"""Characters of an Excel cell."""
CUT = " […]"
"""How a text ends that was too long for an Excel cell."""
_WIDEST, _NARROWEST, _LOOKED_AT = 60, 9, 200
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts earlier days otherwise than the calendar."""
Write = Callable[[Any, int, int, object], None]
"""Writes a value into row and column of a sheet."""


def fill(
    tables: Mapping[str, Iterable[pd.DataFrame]],
    target: IO[bytes],
    wording: Wording | None = None,
    facts: Sequence[tuple[str, str]] = (),
) -> None:
    """Write the tables, each in pieces, into ``target``, one sheet each, and a last sheet that explains them.

    Days are dates, shares percentages. A table longer than a sheet goes on in the next. A text too long for a cell is
    cut and ends in ``CUT``; its row stays. ``facts`` are what the last sheet says of the whole, name and value.
    """
    wording = wording or Wording()
    workbook = xlsxwriter.Workbook(target, {"constant_memory": True})
    head = workbook.add_format({"bold": True, "bg_color": "#E3E8ED", "bottom": 1, "valign": "top"})
    sheets = []
    for table, pieces in tables.items():
        for sheet_name, first, rows in _sheets(wording.table(table), pieces):
            sheet = workbook.add_worksheet(sheet_name)
            titles = [wording.column(table, str(name)) for name in first.columns]
            _arrange(sheet, first, titles)
            for column, title in enumerate(titles):
                sheet.write_string(0, column, title, head)
            writers = [_writer(workbook, wording, table, str(name), first) for name in first.columns]
            number = 0
            for number, row in enumerate(rows, start=1):
                for column, (write, value) in enumerate(zip(writers, row, strict=True)):
                    write(sheet, number, column, value)
            sheet.autofilter(0, 0, number, max(len(titles) - 1, 0))
            sheets.append(xlsx_about.Sheet(sheet_name, table, [str(name) for name in first.columns], number))
    xlsx_about.add(workbook, head, sheets, wording, facts)
    workbook.close()


def _sheets(
    name: str, pieces: Iterable[pd.DataFrame]
) -> Iterator[tuple[str, pd.DataFrame, Iterable[tuple[object, ...]]]]:
    """Name, first piece and rows of each sheet: ``statements``, then ``statements 2`` … beyond what one can hold."""
    left = iter(pieces)
    first = next(left)
    rows = (row for piece in chain([first], left) for row in piece.itertuples(index=False, name=None))
    size = MAX_ROWS - 1
    yield name, first, islice(rows, size)
    for number in count(2):
        further = next(rows, None)
        if further is None:
            return
        yield f"{name} {number}", first, chain([further], islice(rows, size - 1))


def _arrange(sheet: Any, first: pd.DataFrame, titles: Sequence[str]) -> None:
    """The header stays in sight, and columns are as wide as what they hold."""
    sheet.freeze_panes(1, 0)
    for column, title in enumerate(titles):
        longest = max((len(str(value)) for value in first.iloc[:_LOOKED_AT, column] if value == value), default=0)
        widest = max(longest if first.dtypes.iloc[column].kind not in "fc" else 0, len(title) + 3)
        sheet.set_column(column, column, min(max(widest, _NARROWEST), _WIDEST))


def _writer(workbook: Any, wording: Wording, table: str, name: str, first: pd.DataFrame) -> Write:
    """How the cells of a column are written."""
    known = column_of(table, name)
    unit = known.unit if known else ""
    if unit == "ISO 8601":
        days, moments = (workbook.add_format({"num_format": one}) for one in (wording.day, wording.moment))
        return lambda sheet, row, column, value: _put_day(sheet, row, column, value, days, moments)
    labels = wording.values(name)
    form = workbook.add_format({"num_format": _number_format(unit, name, first, wording)})
    words = {True: wording.yes, False: wording.no} if wording.yes and wording.no else {}
    return lambda sheet, row, column, value: _put(sheet, row, column, value, form, labels, words)


def _number_format(unit: str, name: str, first: pd.DataFrame, wording: Wording) -> str:
    if unit == "proportion" or (unit == "as the value" and {"share", "difference"} & {*first.columns}):
        return wording.share
    if first[name].dtype.kind == "f":
        return "0.00"
    # What counts something has marks between thousands, what tells a place has none.
    return "#,##0" if unit and unit != "characters" else "0"


def _put(
    sheet: Any,
    row: int,
    column: int,
    value: object,
    form: Any,
    labels: Mapping[str, str],
    words: Mapping[bool, str | None],
) -> None:
    """Write a cell as what it is, never letting Excel guess: text as text, missing as empty."""
    if isinstance(value, str):
        sheet.write_string(row, column, _fitting(neutral(labels.get(value, value))))
    elif isinstance(value, bool) and words:
        sheet.write_string(row, column, words[value])
    elif isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, int | float) and math.isfinite(value):
        sheet.write_number(row, column, value, form)


def _put_day(sheet: Any, row: int, column: int, value: object, days: Any, moments: Any) -> None:
    """Write an ISO day, or day and time as it is told, as a date; as text what is none or too early for Excel."""
    if not isinstance(value, str):
        return
    try:
        moment = datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        moment = datetime.min
    if moment.date() < _FIRST_DAY:
        sheet.write_string(row, column, _fitting(neutral(value)))
    else:
        sheet.write_datetime(row, column, moment, moments if len(value) > len("2026-01-01") else days)


def _fitting(text: str) -> str:
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - len(CUT)] + CUT
