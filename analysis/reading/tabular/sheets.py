"""What all spreadsheets have in common: sheets beside each other, and cells that are no texts."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from analysis.reading.raw.records import RefusedError
from analysis.reading.tabular.grid import Record, table_of
from analysis.reading.tabular.rows import Asked, Table


def sheet_tables(
    name: str, sheets: Iterator[tuple[str, Iterator[Record]]], asked: Asked, *, alone: bool, from_1904: bool = False
) -> Iterator[Table]:
    """The tables of a workbook; a sheet that is not ``alone`` in it has a name of its own.

    Empty ones are passed over.
    """
    found = False
    for title, records in sheets:
        own = name if alone else f"{name}/{_label(title)}"
        table = table_of(own, records, asked, from_1904=from_1904, notes=True)
        if table is not None:
            found = True
            yield table
    if not found:
        raise RefusedError("The workbook is empty: no sheet has rows.")


def plain_cell(value: object) -> object:
    """A cell as a row has it: days as ISO 8601, whole numbers without a fraction, all else as it is."""
    if isinstance(value, datetime):
        at_midnight = value.time() == time()
        return (value.date() if at_midnight else value.replace(microsecond=0)).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


def _label(title: str) -> str:
    """The name of a sheet as part of an id."""
    return "".join(sign if sign.isprintable() and sign not in "/\\" else "_" for sign in title)[:80] or "sheet"
