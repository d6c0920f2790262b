"""Writes small spreadsheets in every format that is read, from rows of cells (CC0)."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import xlsxwriter

from tests.reading.demo_formats import packed

Rows = Sequence[Sequence[object]]


def xlsx(sheets: Mapping[str, Rows], *, from_1904: bool = False, shared: bool = True) -> bytes:
    """An Excel workbook; its texts stand in the table that all sheets share, as Excel writes it, or in their cells."""
    target = io.BytesIO()
    if not shared:
        return _with_texts_in_cells(sheets, target)
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "date_1904": from_1904}
    book = xlsxwriter.Workbook(target, plain)
    day = book.add_format({"num_format": "dd.mm.yyyy"})
    for title, rows in sheets.items():
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, place, value, day)
                elif value is not None:
                    sheet.write(number, place, value)
    book.close()
    return settled(target.getvalue())


def _with_texts_in_cells(sheets: Mapping[str, Rows], target: io.BytesIO) -> bytes:
    book = openpyxl.Workbook()
    for number, (title, rows) in enumerate(sheets.items()):
        sheet = book.worksheets[0] if number == 0 else book.create_sheet()
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
    book.save(target)
    return settled(target.getvalue())


def settled(workbook: bytes) -> bytes:
    """The same workbook without the times at which it was written."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return packed({name: archive.read(name) for name in archive.namelist() if name != "docProps/core.xml"})


def ods(sheets: Mapping[str, Rows], before: Mapping[str, str] | None = None) -> bytes:
    """An OpenDocument spreadsheet, its empty rest written as one row that stands many times, as programs do."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = "".join(f' xmlns:{short}="{names}:{short}:1.0"' for short in ("office", "table", "text"))
    rest = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated='
    tables = "".join(
        f"<table:table table:name={quoteattr(title)}><table:table-column/>{(before or {}).get(title, '')}"
        + "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
        + f'{rest}"16384"/></table:table-row></table:table>'
        for title, rows in sheets.items()
    )
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    content = f"<office:document-content{spaces}>{body}</office:document-content>"
    return packed({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": content.encode()})


def _ods_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date | datetime):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    paragraphs = "".join(f"<text:p>{_ods_text(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{paragraphs}</table:table-cell>'


def _ods_text(line: str) -> str:
    return escape(line).replace("\t", "<text:tab/>").replace("  ", ' <text:s text:c="1"/>')


def xls(rows: Rows) -> bytes:
    """A workbook of old Excel (BIFF8) with one sheet."""
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, int | float):
                sheet += _record(0x0203, struct.pack("<HHHd", number, place, 0, value))
            elif value is not None:
                text = str(value)
                long = struct.pack("<HHHHB", number, place, 0, len(text), 1) + text.encode("utf-16-le")
                sheet += _record(0x0204, long)
    sheet += _record(0x000A, b"")
    title = "Tabelle1"
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)) + _record(0x0042, b"\xb0\x04")
    bound = 4 + 8 + len(title)
    place = len(start) + bound + 4
    head = start + _record(0x0085, struct.pack("<IHBB", place, 0, len(title), 0) + title.encode()) + _record(10, b"")
    return ole("Workbook", head + sheet)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def ole(name: str, data: bytes) -> bytes:
    """A compound file with one stream, which is made long enough to need no small sectors."""
    data += b"\x00" * max(0, 4096 - len(data))
    data += b"\x00" * (-len(data) % 512)
    many, free, end = len(data) // 512, 0xFFFFFFFF, 0xFFFFFFFE
    chain = [0xFFFFFFFD, end, *(number + 3 for number in range(many - 1)), end]
    table = struct.pack("<128I", *chain, *[free] * (128 - len(chain)))

    def entry(label: str, kind: int, child: int, first: int, size: int) -> bytes:
        coded = (label + "\x00").encode("utf-16-le")
        return (coded.ljust(64, b"\x00") + struct.pack("<HBBIII", len(coded), kind, 1, free, free, child) + b"\x00" * 36
                + struct.pack("<IQ", first, size))  # fmt: skip

    folder = entry("Root Entry", 5, 1, end, 0) + entry(name, 2, free, 2, len(data))
    folder += b"\x00" * (512 - len(folder))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 16
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", 0, *[free] * 108)
    return head + table + folder + data
