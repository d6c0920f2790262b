"""Reads Parquet tables with one article per row, a few rows at a time."""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from analysis.model import Article
from analysis.reading.raw.records import RefusedError, Unreadable, article_of, fields_of

_ROWS = 256
_LARGEST_GROUP = 4 << 30


def read_parquet(name: str, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """The article of every row; columns are named as in CSV tables, all others are kept beside the article."""
    import pyarrow.parquet as pq

    table = pq.ParquetFile(stream, buffer_size=1 << 20)
    columns = table.schema_arrow.names
    if "text" not in fields_of(columns):
        raise RefusedError(f"There is no column called text. The columns found are: {', '.join(columns)[:500]}.")
    if not table.metadata.num_rows:
        raise RefusedError("The table is empty: it has columns and no rows.")
    groups = range(table.metadata.num_row_groups)
    if any(table.metadata.row_group(group).total_byte_size > _LARGEST_GROUP for group in groups):
        raise RefusedError(f"A row group unpacks to more than {_LARGEST_GROUP >> 30} GB; write smaller ones.")
    number = 0
    for batch in table.iter_batches(batch_size=_ROWS, use_threads=False):
        for row in batch.to_pylist():
            number += 1
            yield article_of({column: _plain(value) for column, value in row.items()}, name, number)


def _plain(value: object) -> object:
    """A value as JSON has it: days and times as ISO 8601, bytes as text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str | int | float | bool | list | dict | None) else str(value)
