"""Reads Excel files of either kind, by what they hold and not by what they are called."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from analysis.reading.raw.encoding import binary_reason
from analysis.reading.raw.records import RefusedError, whole
from analysis.reading.tabular.csv_file import tsv_tables
from analysis.reading.tabular.grid import Record
from analysis.reading.tabular.rows import Asked, Table
from analysis.reading.tabular.sheets import plain_cell, sheet_tables
from analysis.reading.tabular.xlsx import xlsx_tables

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD = b"\xd0\xcf\x11\xe0"


def excel_tables(name: str, stream: BinaryIO, asked: Asked) -> Iterator[Table]:
    """The tables of an Excel workbook, new or old; text under such a name is read as the table that programs write."""
    head = stream.read(4096)
    stream.seek(0)
    if head.startswith(b"PK"):
        yield from xlsx_tables(name, stream, asked)
    elif head.startswith(_OLD):
        yield from _old_tables(name, stream, asked)
    elif reason := binary_reason(head):
        raise RefusedError(f"This is {reason}.")
    elif head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise RefusedError("The file is called a workbook but holds a web page or XML; save it as .xlsx or .csv.")
    else:
        yield from tsv_tables(name, stream, asked)


def _old_tables(name: str, stream: BinaryIO, asked: Asked) -> Iterator[Table]:
    import xlrd

    data = whole(stream)
    if _ENCRYPTED in data:
        raise RefusedError("The workbook is encrypted; save it without a password.")
    try:
        book = xlrd.open_workbook(file_contents=data, on_demand=True, ragged_rows=True, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise RefusedError("The workbook is encrypted; save it without a password.") from error
        raise RefusedError("The workbook is damaged, or of a kind that is not read; save it as .xlsx.") from error
    sheets = ((title, _records(book, title)) for title in book.sheet_names())
    yield from sheet_tables(name, sheets, asked, alone=book.nsheets == 1, from_1904=book.datemode == 1)


def _records(book: Any, title: str) -> Iterator[Record]:
    sheet = book.sheet_by_name(title)
    for number in range(sheet.nrows):
        yield number + 1, [_value(book, cell) for cell in sheet.row(number)]
    book.unload_sheet(title)


def _value(book: Any, cell: Any) -> object:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return plain_cell(xlrd.xldate_as_datetime(cell.value, book.datemode))
        except (ValueError, OverflowError):
            return cell.value
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return None
    return plain_cell(cell.value)
