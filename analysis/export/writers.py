"""Tables and results as files: CSV, Excel, Parquet and JSON lines, with ``methods.json`` beside them.

CSV is UTF-8 with a byte order mark, because Excel reads umlauts right only so; CRLF between rows, empty for missing.
Its ``CsvForm`` says what parts cells and decimals; numbers have the digits of ``export.digits``. Text cells of CSV and
Excel are made safe by ``export.spreadsheet_safe``. Every file is written beside its place and then renamed, so that
nobody ever finds half a file.

A table is an iterable of frames: the pieces it is read and written in, one at a time, so that a million rows take no
more memory than one piece.
"""

import io
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.corrections.table import corrections_table
from analysis.csv_form import DECIMAL_POINT, CsvForm
from analysis.export import xlsx
from analysis.export.digits import sensible
from analysis.export.json_result import to_line
from analysis.export.methods import methods
from analysis.export.spreadsheet_safe import neutral_frame
from analysis.export.summaries import SUMMARIES
from analysis.export.wording import Wording
from analysis.fingerprint import package_version
from analysis.model import ArticleResult
from analysis.storage.counts import Source
from analysis.storage.rows import chunks
from analysis.tables.columns import RESULTS as RESULT_TABLES
from analysis.tables.columns import TABLES
from analysis.tables.result_view import article_key
from analysis.tables.selection import EVERYTHING, Selection

KINDS = ("csv", "xlsx", "parquet")
"""The formats that ``write`` knows."""
Pieces = Iterable[pd.DataFrame]
"""A table as frames with the same columns, at least one."""
Tables = Mapping[str, Pieces]

WORKBOOK = "quellenlage.xlsx"
METHODS = "methods.json"
RESULTS = "results.jsonl"


class ExportError(Exception):
    """Nothing can be written so; the message says why."""


class Written:
    """What has been written so far: the keys of the articles and the rows of each table."""

    def __init__(self) -> None:
        self.articles: list[str] = []
        self.rows: dict[str, int] = {}

    def noted(self, name: str, pieces: Pieces) -> Iterator[pd.DataFrame]:
        """The pieces of a table, each noted as it passes."""
        self.rows[name] = 0
        for piece in pieces:
            self.rows[name] += len(piece)
            if name == "articles":
                self.articles += list(piece["article"])
            yield piece

    def as_bytes(self, settings: Mapping[str, object] | None, source: Source | None = None) -> bytes:
        """The content of ``methods.json`` for what was written."""
        content = methods(self.articles, self.rows, settings, source=source)
        return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def write(
    tables: Tables,
    folder: Path,
    kind: str,
    settings: Mapping[str, object] | None = None,
    source: Source | None = None,
    form: CsvForm = DECIMAL_POINT,
) -> list[Path]:
    """Write the tables and ``methods.json`` into the folder, which is made where it is missing; the files.

    CSV and Parquet give one file per table, Excel one workbook with one sheet per table; ``form`` is that of CSV.
    ``settings`` go into ``methods.json``, and of ``source`` the own lists of words. Raises ``ExportError`` for another
    kind or a folder that cannot be made.
    """
    writers: dict[str, Callable[[Pieces, IO[bytes]], None]] = {
        "csv": partial(write_csv, form=form),
        "parquet": _write_parquet,
    }
    if kind not in KINDS:
        raise ExportError(f"no such format: {kind}; there are {', '.join(KINDS)}")
    _make(folder)
    written = Written()
    passing = {name: written.noted(name, pieces) for name, pieces in tables.items()}
    if kind == "xlsx":
        files = [_put(folder / WORKBOOK, lambda file: xlsx.fill(passing, file, facts=facts(settings)))]
    else:
        files = [
            _put(folder / f"{name}.{kind}", lambda file, pieces=pieces: writers[kind](pieces, file))  # type: ignore[misc]
            for name, pieces in passing.items()
        ]
    return [*files, _put(folder / METHODS, lambda file: file.write(written.as_bytes(settings, source)))]


@contextmanager
def jsonl_writer(out: Path, settings: Mapping[str, object] | None = None) -> Iterator[Callable[[ArticleResult], None]]:
    """A function that adds one article's JSON object as a line; the file is there once all went well.

    ``out`` is the file where it ends in ``.jsonl``, else the folder for ``results.jsonl``; ``methods.json``
    lies beside it.
    """
    path = out if out.suffix == ".jsonl" else out / RESULTS
    _make(path.parent)
    written = Written()
    written.rows["articles"] = 0
    with _replacing(path) as file:

        def add(result: ArticleResult) -> None:
            file.write(f"{to_line(result)}\n".encode())
            written.articles.append(article_key(result.article))
            written.rows["articles"] += 1

        yield add
    _put(path.parent / METHODS, lambda file: file.write(written.as_bytes(settings)))


class Read:
    """A table that is read anew, in pieces, every time it is gone through."""

    def __init__(self, make: Callable[[], Pieces]) -> None:
        self._make = make

    def __iter__(self) -> Iterator[pd.DataFrame]:
        return iter(self._make())


def all_tables(source: Source, selection: Selection = EVERYTHING) -> dict[str, Pieces]:
    """The result tables, the summaries of what is selected and the corrections, by name; read when they are written."""
    return {name: table(source, name, selection) for name in TABLES}


def table(source: Source, name: str, selection: Selection = EVERYTHING) -> Pieces:
    """One of these tables."""
    if name in RESULT_TABLES:
        return Read(lambda: chunks(source, name, selection))
    made = corrections_table if name == "corrections" else SUMMARIES[name]
    return Read(lambda: [made(source, selection)])


def write_csv(pieces: Pieces, file: IO[bytes], form: CsvForm = DECIMAL_POINT) -> None:
    """Write a table as CSV, every row of it."""
    for number, piece in enumerate(pieces):
        text = neutral_frame(sensible(piece)).to_csv(
            index=False, header=number == 0, lineterminator="\r\n", sep=form.delimiter, decimal=form.decimal
        )
        file.write(text.encode("utf-8-sig" if number == 0 else "utf-8"))


def csv_file(pieces: Pieces, form: CsvForm = DECIMAL_POINT) -> io.BufferedReader:
    """A table as a CSV file without a name, to be read from its beginning; it is gone when it is closed."""
    return _nameless(lambda file: write_csv(pieces, file, form))


def xlsx_file(
    tables: Tables, wording: Wording | None = None, facts: Sequence[tuple[str, str]] = ()
) -> io.BufferedReader:
    """The tables as one Excel workbook, a sheet each and one that explains them; as ``csv_file``."""
    return _nameless(lambda file: xlsx.fill(tables, file, wording, facts))


def zip_file(
    tables: Tables,
    settings: Mapping[str, object] | None = None,
    source: Source | None = None,
    form: CsvForm = DECIMAL_POINT,
) -> io.BufferedReader:
    """The tables as CSV files with ``methods.json``, in one ZIP archive; as ``csv_file``."""

    def fill(file: IO[bytes]) -> None:
        written = Written()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, pieces in tables.items():
                with archive.open(f"{name}.csv", "w", force_zip64=True) as part:
                    write_csv(written.noted(name, pieces), part, form)
            archive.writestr(METHODS, written.as_bytes(settings, source))

    return _nameless(fill)


def _nameless(fill: Callable[[IO[bytes]], object]) -> io.BufferedReader:
    file = tempfile.TemporaryFile()  # noqa: SIM115
    fill(file)
    file.seek(0)
    # The browser view sends readers only, no files that could be written as well.
    return io.BufferedReader(file.detach())


def _write_parquet(pieces: Pieces, file: IO[bytes]) -> None:
    writer: pq.ParquetWriter | None = None
    for piece in pieces:
        found = pa.Table.from_pandas(piece, preserve_index=False)
        writer = writer or pq.ParquetWriter(file, found.schema)
        writer.write_table(found)
    if writer is not None:
        writer.close()


def facts(settings: Mapping[str, object] | None) -> list[tuple[str, str]]:
    """What a workbook says of itself where nobody says more: program, time, and the settings."""
    told = [("program", f"quellenlage {package_version()}"), ("time", datetime.now(UTC).isoformat(timespec="seconds"))]
    return told + [(name, json.dumps(value, ensure_ascii=False)) for name, value in (settings or {}).items()]


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be made ({error.strerror}); choose another --out") from error


def _put(path: Path, fill: Callable[[IO[bytes]], object]) -> Path:
    with _replacing(path) as file:
        fill(file)
    return path


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file beside its place, renamed at the end; no half of it stays behind when that fails."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
