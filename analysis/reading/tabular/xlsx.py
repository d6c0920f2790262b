"""Reads Excel workbooks row by row, with all texts on disk: every sheet that has a column of texts."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any, BinaryIO
from zipfile import ZipFile

from analysis.reading.raw.archives import check_streamed, open_zip
from analysis.reading.raw.records import RefusedError
from analysis.reading.tabular.grid import Record
from analysis.reading.tabular.rows import Asked, Table
from analysis.reading.tabular.sheets import plain_cell, sheet_tables
from analysis.reading.tabular.text_store import TextStore
from analysis.reading.tabular.xml_elements import elements

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_TEXTS = ("str", "inlineStr")


def xlsx_tables(name: str, stream: BinaryIO, asked: Asked) -> Iterator[Table]:
    """The tables of a workbook: formulas count by their value, hidden rows and sheets are read, nothing is run."""
    with open_zip(stream) as archive:
        check_streamed(archive)
        _check(archive)
        reader = _opened(archive)
        with closing(_shared_texts(archive, reader)) as texts:
            sheets = [
                (sheet.name, _records(archive, reader, rel.target, texts))
                for sheet, rel in reader.parser.find_sheets()
                if rel.target in reader.valid_files and "chartsheet" not in rel.Type
            ]
            second = reader.wb.epoch.year == 1904
            yield from sheet_tables(name, iter(sheets), asked, alone=len(sheets) == 1, from_1904=second)


def _check(archive: ZipFile) -> None:
    names = archive.namelist()
    if "EncryptedPackage" in names or any(info.flag_bits & 0x1 for info in archive.infolist()):
        raise RefusedError("The workbook is encrypted; save it without a password.")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise RefusedError("The workbook has not the parts that its ending promises; it is another kind of ZIP file.")
    if any(name.endswith("workbook.bin") for name in names):
        raise RefusedError("The workbook is in Excel's binary form; save it as .xlsx.")
    if "xl/workbook.xml" in names and _STRICT in archive.open("xl/workbook.xml").read(4096):
        raise RefusedError("The workbook is saved as Strict Open XML; save it as a plain Excel workbook (.xlsx).")


def _opened(archive: ZipFile) -> Any:
    """The workbook without its sheets and texts: their names, the styles that make dates, the date system."""
    from openpyxl.reader.excel import ExcelReader
    from openpyxl.styles.stylesheet import apply_stylesheet

    # Made without its own opening of the file, whose sizes were checked.
    reader: Any = ExcelReader.__new__(ExcelReader)
    reader.archive, reader.valid_files = archive, archive.namelist()
    reader.read_only = reader.data_only = True
    reader.keep_vba = reader.keep_links = reader.rich_text = False
    reader.read_manifest()
    reader.read_workbook()
    apply_stylesheet(archive, reader.wb)
    return reader


def _shared_texts(archive: ZipFile, reader: Any) -> TextStore:
    from openpyxl.xml.constants import SHARED_STRINGS

    part = reader.package.find(SHARED_STRINGS)
    path = part.PartName.lstrip("/") if part is not None else ""
    if path not in archive.namelist():
        return TextStore(())
    with archive.open(path) as source:
        return TextStore(_text(node) for node in elements(source, f"{_MAIN}si"))


def _text(node: Any) -> str:
    """The text of all runs, without the reading aids of East Asian scripts."""
    from openpyxl.utils.escape import unescape

    runs = (run.text or "" for run in node.iter(f"{_MAIN}t") if run.getparent().tag != f"{_MAIN}rPh")
    text = "".join(runs)
    return unescape(text) if "_x" in text else text


def _records(archive: ZipFile, reader: Any, path: str, texts: TextStore) -> Iterator[Record]:
    from openpyxl.worksheet._reader import WorkSheetParser

    book = reader.wb
    with archive.open(path) as source:
        parser = WorkSheetParser(
            source, texts, data_only=True, epoch=book.epoch, date_formats=book._date_formats,
            timedelta_formats=book._timedelta_formats,
        )  # fmt: skip
        for row in elements(source, f"{_MAIN}row"):
            number = int(row.get("r") or parser.row_counter + 1)
            parser.row_counter, parser.col_counter = number, 0
            yield number, _cells(parser, row)


def _cells(parser: Any, row: Any) -> list[object]:
    cells: list[object] = []
    for node in row.iterchildren(f"{_MAIN}c"):
        found = _text_cell(node) if node.get("t") in _TEXTS else None
        cell = parser.parse_cell(node)
        place = cell["column"] - 1
        if place >= 16_384:
            raise RefusedError("A row of the workbook has more columns than Excel allows.")
        cells.extend([None] * (place + 1 - len(cells)))
        cells[place] = plain_cell(cell["value"]) if found is None else found
    return cells


def _text_cell(node: Any) -> str | None:
    """The text that stands in the cell itself."""
    from openpyxl.utils.escape import unescape

    inline = node.find(f"{_MAIN}is")
    text = _text(inline) if inline is not None else unescape(node.findtext(f"{_MAIN}v") or "")
    return text or None
