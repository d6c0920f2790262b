"""Reads OpenDocument spreadsheets row by row, in constant memory: every sheet that has a column of texts."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any, BinaryIO
from zipfile import ZipFile

from analysis.reading.parsers.office import open_text
from analysis.reading.raw.archives import check_streamed, open_zip
from analysis.reading.raw.records import RefusedError
from analysis.reading.tabular.grid import Broken, Record
from analysis.reading.tabular.rows import Asked, Table
from analysis.reading.tabular.sheets import plain_cell, sheet_tables
from analysis.reading.tabular.xml_elements import elements

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CONTENT = "content.xml"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_COLUMNS, _SAME_ROWS = 16_384, 10_000
"""Columns of a row, and rows that are written once for many."""


def ods_tables(name: str, stream: BinaryIO, asked: Asked) -> Iterator[Table]:
    """The tables of a spreadsheet: formulas count by their value, hidden rows and sheets are read."""
    with open_zip(stream) as archive:
        check_streamed(archive)
        _check(archive)
        with archive.open(_CONTENT) as source:
            # Rows are named too, so that they are freed.
            parts = elements(source, f"{_TABLE}table", f"{_TABLE}table-row")
            many = sum(node.tag == f"{_TABLE}table" for node in parts)
        with archive.open(_CONTENT) as source:
            sheets = (
                (title, (record for _, record in rows))
                for (_, title), rows in groupby(_records(source), key=itemgetter(0))
            )
            yield from sheet_tables(name, sheets, asked, alone=many == 1)


def _check(archive: ZipFile) -> None:
    names = archive.namelist()
    if _CONTENT not in names:
        raise RefusedError("The workbook has not the parts that its ending promises; it is another kind of ZIP file.")
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in archive.open(manifest).read(1 << 20):
        raise RefusedError("The workbook is encrypted; save it without a password.")


def _records(source: Any) -> Iterator[tuple[tuple[int, str], Record]]:
    """Every row with cells, with the number and the name of its sheet."""
    sheet, line, current = (0, ""), 0, None
    for row in elements(source, f"{_TABLE}table-row"):
        table = next(row.iterancestors(f"{_TABLE}table"), None)
        if table is not current:
            title = "" if table is None else table.get(f"{_TABLE}name") or ""
            current, sheet, line = table, (sheet[0] + 1, title), 0
        cells = _cells(row)
        same = max(1, int(row.get(f"{_TABLE}number-rows-repeated") or 1))
        if cells and same > _SAME_ROWS:
            yield sheet, (line + 1, Broken(f"The row stands {same:,} times in the sheet; it was not read."))
        elif cells:
            for place in range(same):
                yield sheet, (line + 1 + place, cells)
        line += same


def _cells(row: Any) -> list[object]:
    cells: list[object] = []
    gap = 0
    for node in row.iterchildren(*_CELLS):
        same = max(1, int(node.get(f"{_TABLE}number-columns-repeated") or 1))
        value = _value(node)
        if value is None:
            gap += same
            continue
        if len(cells) + gap + same > _COLUMNS:
            raise RefusedError("A row of the workbook has more columns than spreadsheets allow.")
        cells.extend([None] * gap)
        cells.extend([value] * same)
        gap = 0
    return cells


def _value(node: Any) -> object:
    kind = node.get(f"{_OFFICE}value-type")
    if kind == "date":
        return node.get(f"{_OFFICE}date-value")
    if kind == "boolean":
        return node.get(f"{_OFFICE}boolean-value")
    if kind in ("float", "percentage", "currency"):
        return plain_cell(float(node.get(f"{_OFFICE}value") or "nan"))
    written = [open_text(paragraph, exact=True) for paragraph in node.iterchildren(f"{_TEXT}p")]
    return "\n".join(written) or node.get(f"{_OFFICE}string-value")
