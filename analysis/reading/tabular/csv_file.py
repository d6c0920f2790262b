"""Reads tables in text files, CSV and TSV in their many dialects, with one article per row."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from analysis.reading.raw.bounded import bounded_lines
from analysis.reading.raw.encoding import detect_encoding
from analysis.reading.raw.records import RefusedError
from analysis.reading.tabular.dialect import CUT, find_dialect, records
from analysis.reading.tabular.grid import table_of
from analysis.reading.tabular.rows import Asked, Table

_ANNOTATED = "#FORMAT=WebAnno"


def csv_tables(name: str, stream: BinaryIO, asked: Asked) -> Iterator[Table]:
    """The table of a CSV file; comma, semicolon, tab or bar is found."""
    return _tables(name, stream, asked, None)


def tsv_tables(name: str, stream: BinaryIO, asked: Asked) -> Iterator[Table]:
    """The table of a TSV file; where tabs make no columns, what divides them is found."""
    return _tables(name, stream, asked, "\t")


def _tables(name: str, stream: BinaryIO, asked: Asked, preferred: str | None) -> Iterator[Table]:
    text = io.TextIOWrapper(stream, detect_encoding(stream), errors="replace", newline="")
    if text.read(len(_ANNOTATED) + 1).lstrip("\ufeff").startswith(_ANNOTATED):
        raise RefusedError("The file holds annotated words of WebAnno and no texts; export the texts instead.")
    dialect = find_dialect(text, asked, preferred)
    table = table_of(name, records(_lines(text), dialect), asked, row_names=dialect.delimiter == "\t")
    if table is None:
        raise RefusedError("The table is empty: it has no rows.")
    yield table


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    return (CUT if line is None else line for line in bounded_lines(text))
