"""Reading back what was written as CSV: the tests' proof that nothing is lost in it."""

from pathlib import Path
from typing import IO

import pandas as pd

from analysis.csv_form import DECIMAL_POINT, CsvForm
from analysis.export.spreadsheet_safe import RISKY
from analysis.tables.columns import TABLES
from analysis.tables.frames import conform


def from_csv(source: Path | IO[bytes], table: str, form: CsvForm = DECIMAL_POINT) -> pd.DataFrame:
    """A table as it was before ``write_csv``: apostrophes taken away, the contract's types.

    Empty cells are missing values, but empty strings in text columns that may not miss any.
    """
    texts = {column.name: "str" for column in TABLES[table] if column.dtype == "str"}
    frame = pd.read_csv(
        source, encoding="utf-8-sig", dtype=texts, keep_default_na=False, na_values=[""], sep=form.delimiter,
        decimal=form.decimal,
    )  # fmt: skip
    required = {column.name: "" for column in TABLES[table] if column.dtype == "str" and not column.nullable}
    frame = conform(frame.fillna(required), table)
    for name in frame.columns[frame.dtypes == "str"]:
        frame[name] = frame[name].map(restore, na_action="ignore").astype("str")
    return frame


def restore(text: str) -> str:
    """The text that ``neutral`` was given."""
    return text[1:] if text[:1] == "'" and RISKY.fullmatch(text[1:]) else text
