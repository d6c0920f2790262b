"""Reads inputs with one article per row: JSON lines, CSV and TSV."""

import codecs
import csv
import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from analysis.model import Article
from analysis.reading.raw.encoding import decode, detect_encoding
from analysis.reading.raw.records import Unreadable, article_of, fields_of

_DELIMITERS = (",", ";", "\t")
# Python stops at 131,072 characters a cell, which a long article exceeds; an unclosed quotation mark must not
# swallow the memory, though.
csv.field_size_limit(1 << 26)


def read_jsonl(name: str, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """The article of every line of a JSON lines stream; a broken line is reported and the rest goes on."""
    encoding = detect_encoding(stream)
    for number, line in enumerate(_lines(stream, encoding), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", "it is nested too deeply or holds too long a number")
            yield Unreadable(name, f"The line is not valid JSON: {reason}.", number)
            continue
        if isinstance(row, dict):
            yield article_of(row, name, number)
        else:
            yield Unreadable(name, "The line is valid JSON but no object with id and text.", number)


def _lines(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """Decoded lines, 8-bit ones each on its own, so that one damaged line does not spoil the others."""
    if encoding.startswith(("utf-16", "utf-32")):
        yield from io.TextIOWrapper(stream, encoding, errors="replace", newline="\n")
        return
    for number, line in enumerate(stream):
        raw = line.removeprefix(codecs.BOM_UTF8) if number == 0 else line
        try:
            yield raw.decode("utf-8")
        except UnicodeDecodeError:
            yield decode(raw, detect_encoding(io.BytesIO(raw)))


def read_table(name: str, stream: BinaryIO, delimiter: str | None = None) -> Iterator[Article | Unreadable]:
    """The article of every row of a CSV stream with a header; ``delimiter`` is found where none is given."""
    text = io.TextIOWrapper(stream, detect_encoding(stream), errors="replace", newline="")
    delimiter = delimiter or _sniff(text)
    text.seek(0)
    rows = _rows(text, delimiter)
    _, header = next(rows, (1, []))
    if isinstance(header, str) or "text" not in fields_of(header):
        found = ", ".join(cell.strip() for cell in header if cell.strip()) or "none"
        columns = header if isinstance(header, str) else f"The columns found are: {found}."
        yield Unreadable(name, f"There is no column called text. {columns}", 1)
        return
    empty = True
    for line, row in rows:
        if isinstance(row, str):
            yield Unreadable(name, row, line)
        elif any(cell.strip() for cell in row):
            yield _article(header, row, name, line)
        else:
            continue
        empty = False
    if empty:
        yield Unreadable(name, "The table is empty: it has a header and no rows.")


def _article(header: list[str], row: list[str], name: str, line: int) -> Article | Unreadable:
    if any(cell.strip() for cell in row[len(header) :]):
        reason = f"The row has {len(row)} cells for {len(header)} columns; put quotation marks around the text."
        return Unreadable(name, reason, line)
    return article_of(dict(zip(header, row, strict=False)), name, line)


def _rows(text: io.TextIOWrapper, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Every row with the line where it starts; in place of a broken row what is wrong with it."""
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, f"The row is broken ({error}); double the quotation marks inside quoted text."
        else:
            yield line, row


def _sniff(text: io.TextIOWrapper) -> str:
    """The delimiter that finds a text column, and among those the one that makes the most columns."""

    def columns(delimiter: str) -> tuple[bool, int]:
        text.seek(0)
        _, header = next(_rows(text, delimiter), (1, ""))
        if isinstance(header, str):
            return False, 0
        return "text" in fields_of(header), len(header)

    return max(_DELIMITERS, key=columns)
