"""Tables and results as files: CSV, Excel, Parquet and JSON lines, with ``methods.json`` beside them.

CSV is UTF-8 with a byte order mark, because Excel reads umlauts right only so; commas between cells, CRLF
between rows, empty for missing. Text cells of CSV and Excel are made safe as ``analysis.cells`` tells. Every
file is written beside its place and then renamed, so that nobody ever finds half a file.
"""

import io
import json
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pandas as pd

from analysis import workbook
from analysis.cells import neutral_frame, restored_frame
from analysis.contract import to_line
from analysis.methods import methods
from analysis.model import ArticleResult
from analysis.tables.columns import TABLES
from analysis.tables.frames import conform
from analysis.tables.summaries import summaries
from analysis.tables.view import article_key

KINDS = ("csv", "xlsx", "parquet")
"""The formats that ``write`` knows."""
Tables = Mapping[str, pd.DataFrame]

WORKBOOK = "quellenlage.xlsx"
METHODS = "methods.json"
RESULTS = "results.jsonl"
TEXT_COLUMNS = ("title", "sentence", "quote", "extra")
"""Columns that repeat the wording of articles."""


class ExportError(Exception):
    """Nothing can be written so; the message says why."""


def write(
    tables: Tables, folder: Path, kind: str, settings: Mapping[str, object] | None = None
) -> list[Path]:
    """Write the tables and ``methods.json`` into the folder, which is made where it is missing; the files.

    CSV and Parquet give one file per table, Excel one workbook with one sheet per table. ``settings`` go into
    ``methods.json``. Raises ``ExportError`` for another kind or a folder that cannot be made.
    """
    writers: dict[str, Callable[[Tables, Path], list[Path]]] = {
        "csv": _write_csv,
        "xlsx": _write_xlsx,
        "parquet": _write_parquet,
    }
    if kind not in writers:
        raise ExportError(f"no such format: {kind}; there are {', '.join(writers)}")
    _make(folder)
    return [*writers[kind](tables, folder), write_methods(tables, folder, settings)]


def write_methods(tables: Tables, folder: Path, settings: Mapping[str, object] | None = None) -> Path:
    """Write ``methods.json`` for these tables into the folder."""
    return _put(folder / METHODS, _methods_bytes(tables, settings))


@contextmanager
def jsonl_writer(
    out: Path, settings: Mapping[str, object] | None = None
) -> Iterator[Callable[[ArticleResult], None]]:
    """A function that adds one article's JSON object as a line; the file is there once all went well.

    ``out`` is the file where it ends in ``.jsonl``, else the folder for ``results.jsonl``; ``methods.json``
    lies beside it.
    """
    path = out if out.suffix == ".jsonl" else out / RESULTS
    _make(path.parent)
    keys: list[str] = []
    with _replacing(path) as file:

        def add(result: ArticleResult) -> None:
            file.write(f"{to_line(result)}\n".encode())
            keys.append(article_key(result.article))

        yield add
    write_methods({"articles": pd.DataFrame({"article": keys}, dtype="str")}, path.parent, settings)


def all_tables(frames: Tables) -> dict[str, pd.DataFrame]:
    """The four result tables and the four summaries of them, by name."""
    return {**frames, **summaries(frames)}


def without_text(tables: Tables) -> dict[str, pd.DataFrame]:
    """The tables without the columns that repeat the wording of articles, for passing on."""
    return {name: frame.drop(columns=[*TEXT_COLUMNS], errors="ignore") for name, frame in tables.items()}


def to_csv_bytes(frame: pd.DataFrame) -> bytes:
    """The frame as a CSV file, every row of it."""
    return neutral_frame(frame).to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def from_csv(source: Path | IO[bytes], table: str) -> pd.DataFrame:
    """A table as it was before ``to_csv_bytes``: apostrophes taken away, the contract's types.

    Empty cells are missing values, but empty strings in text columns that may not miss any.
    """
    texts = {column.name: "str" for column in TABLES[table] if column.dtype == "str"}
    frame = pd.read_csv(source, encoding="utf-8-sig", dtype=texts, keep_default_na=False, na_values=[""])
    required = {column.name: "" for column in TABLES[table] if column.dtype == "str" and not column.nullable}
    return restored_frame(conform(frame.fillna(required), table))


def to_xlsx_bytes(tables: Tables) -> bytes:
    """The tables as one Excel workbook, a sheet each, every row of them."""
    buffer = io.BytesIO()
    workbook.fill(tables, buffer)
    return buffer.getvalue()


def to_zip_bytes(tables: Tables, settings: Mapping[str, object] | None = None) -> bytes:
    """The tables as CSV files with ``methods.json``, in one ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, frame in tables.items():
            archive.writestr(f"{name}.csv", to_csv_bytes(frame))
        archive.writestr(METHODS, _methods_bytes(tables, settings))
    return buffer.getvalue()


def _write_csv(tables: Tables, folder: Path) -> list[Path]:
    return [_put(folder / f"{name}.csv", to_csv_bytes(frame)) for name, frame in tables.items()]


def _write_parquet(tables: Tables, folder: Path) -> list[Path]:
    return [_put(folder / f"{name}.parquet", frame.to_parquet(index=False)) for name, frame in tables.items()]


def _write_xlsx(tables: Tables, folder: Path) -> list[Path]:
    path = folder / WORKBOOK
    with _replacing(path) as file:
        workbook.fill(tables, file)
    return [path]


def _methods_bytes(tables: Tables, settings: Mapping[str, object] | None) -> bytes:
    return (json.dumps(methods(tables, settings), ensure_ascii=False, indent=2) + "\n").encode()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be made ({error.strerror}); choose another --out") from error


def _put(path: Path, content: bytes) -> Path:
    with _replacing(path) as file:
        file.write(content)
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
