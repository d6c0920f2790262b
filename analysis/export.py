"""Tables and results as files: CSV, Excel, Parquet and JSON lines, with ``methods.json`` beside them.

CSV is UTF-8 with a byte order mark, because Excel reads umlauts right only so; commas between cells, CRLF
between rows, empty for missing. Text cells of CSV and Excel are made safe as ``analysis.cells`` tells. Every
file is written beside its place and then renamed, so that nobody ever finds half a file.
"""

import io
import json
import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Literal

import pandas as pd
import xlsxwriter

from analysis.cells import neutral, neutral_frame, restored_frame
from analysis.contract import to_line
from analysis.methods import methods
from analysis.model import ArticleResult
from analysis.tables.columns import TABLES
from analysis.tables.frames import conform

Kind = Literal["csv", "xlsx", "parquet"]
Tables = Mapping[str, pd.DataFrame]

WORKBOOK = "quellenlage.xlsx"
METHODS = "methods.json"
MAX_ROWS = 1_048_576
"""Rows of an Excel sheet, header included."""
MAX_CELL = 32_767
"""Characters of an Excel cell."""
CUT = " […]"
"""How a text ends that was too long for an Excel cell."""
TEXT_COLUMNS = ("title", "sentence", "quote", "extra")
"""Columns that repeat the wording of articles."""


def write(
    tables: Tables, folder: Path, kind: Kind, settings: Mapping[str, object] | None = None
) -> list[Path]:
    """Write the tables and ``methods.json`` into the folder, which is made where it is missing; the files.

    CSV and Parquet give one file per table, Excel one workbook with one sheet per table. ``settings`` go into
    ``methods.json``. Raises ``ValueError`` for another kind.
    """
    writers: dict[str, Callable[[Tables, Path], list[Path]]] = {
        "csv": _write_csv,
        "xlsx": _write_xlsx,
        "parquet": _write_parquet,
    }
    if kind not in writers:
        raise ValueError(f"no such format: {kind}; there are {', '.join(writers)}")
    folder.mkdir(parents=True, exist_ok=True)
    return [*writers[kind](tables, folder), write_methods(tables, folder, settings)]


def write_methods(tables: Tables, folder: Path, settings: Mapping[str, object] | None = None) -> Path:
    """Write ``methods.json`` for these tables into the folder."""
    content = json.dumps(methods(tables, settings), ensure_ascii=False, indent=2) + "\n"
    return _put_bytes(folder / METHODS, content.encode())


def write_jsonl(results: Iterable[ArticleResult], path: Path) -> Path:
    """Write one JSON object per article and line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return _put(path, lambda file: file.writelines(f"{to_line(result)}\n".encode() for result in results))


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
    _fill_workbook(tables, buffer)
    return buffer.getvalue()


def _write_csv(tables: Tables, folder: Path) -> list[Path]:
    return [_put_bytes(folder / f"{name}.csv", to_csv_bytes(frame)) for name, frame in tables.items()]


def _write_parquet(tables: Tables, folder: Path) -> list[Path]:
    return [
        _put_bytes(folder / f"{name}.parquet", frame.to_parquet(index=False))
        for name, frame in tables.items()
    ]


def _write_xlsx(tables: Tables, folder: Path) -> list[Path]:
    return [_put(folder / WORKBOOK, lambda file: _fill_workbook(tables, file))]


def _put_bytes(path: Path, content: bytes) -> Path:
    return _put(path, lambda file: file.write(content))


def _put(path: Path, write_to: Callable[[IO[bytes]], object]) -> Path:
    """Write a file beside its place and rename it there; leave no half of it behind when that fails."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            write_to(file)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def _fill_workbook(tables: Tables, target: IO[bytes]) -> None:
    workbook = xlsxwriter.Workbook(target, {"constant_memory": True})
    bold = workbook.add_format({"bold": True})
    for name, frame in tables.items():
        for sheet_name, rows in _sheets(name, frame):
            sheet = workbook.add_worksheet(sheet_name)
            sheet.freeze_panes(1, 0)
            for column, header in enumerate(frame.columns):
                sheet.write_string(0, column, str(header), bold)
            for number, row in enumerate(rows.itertuples(index=False, name=None), start=1):
                _fill_row(sheet, number, row)
    workbook.close()


def _sheets(name: str, frame: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    """The rows of a table as sheets: ``statements``, then ``statements 2`` … beyond what a sheet can hold."""
    size = MAX_ROWS - 1
    for first in range(0, max(len(frame), 1), size):
        yield (name if first == 0 else f"{name} {first // size + 1}"), frame.iloc[first : first + size]


def _fill_row(sheet: Any, number: int, row: tuple[object, ...]) -> None:
    """Write each cell as what it is, never letting Excel guess: text as text, missing as empty."""
    for column, value in enumerate(row):
        if isinstance(value, str):
            sheet.write_string(number, column, _fitting(neutral(value)))
        elif isinstance(value, bool):
            sheet.write_boolean(number, column, bool(value))
        elif isinstance(value, int | float) and math.isfinite(value):
            sheet.write_number(number, column, value)


def _fitting(text: str) -> str:
    return text if len(text) <= MAX_CELL else text[: MAX_CELL - len(CUT)] + CUT
