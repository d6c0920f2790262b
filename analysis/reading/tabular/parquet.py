"""Reads Parquet tables with one article per row, a few rows at a time."""

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from analysis.reading.raw.records import RefusedError
from analysis.reading.tabular.json_objects import flat
from analysis.reading.tabular.rows import Asked, Row, Table

_ROWS = 256
_LARGEST_GROUP = 4 << 30


def parquet_tables(name: str, stream: BinaryIO, asked: Asked) -> Iterator[Table]:
    """The rows of a Parquet file; columns are named as in CSV tables, all others are kept beside the article."""
    import pyarrow.parquet as pq

    table = pq.ParquetFile(stream, buffer_size=1 << 20)
    if not table.metadata.num_rows:
        raise RefusedError("The table is empty: it has columns and no rows.")
    groups = range(table.metadata.num_row_groups)
    if any(table.metadata.row_group(group).total_byte_size > _LARGEST_GROUP for group in groups):
        raise RefusedError(f"A row group unpacks to more than {_LARGEST_GROUP >> 30} GB; write smaller ones.")
    yield Table(name, tuple(_names(table.schema_arrow, "")), _rows(table))


def _names(fields: Any, before: str) -> Iterator[str]:
    """The columns, and the fields of those that hold objects, as ``flat`` names them."""
    import pyarrow as pa

    for field in fields:
        nested = pa.types.is_struct(field.type)
        own = [f"{before}{field.name}"]
        yield from [*own, *_names(field.type.fields, f"{before}{field.name}.")] if nested else own


def _rows(table: Any) -> Iterator[Row]:
    number = 0
    for batch in table.iter_batches(batch_size=_ROWS, use_threads=False):
        for row in batch.to_pylist():
            number += 1
            yield Row(number, flat({column: _plain(value) for column, value in row.items()}))


def _plain(value: object) -> object:
    """A value as JSON has it: days and times as ISO 8601, bytes as text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return value if isinstance(value, str | int | float | bool | None) else str(value)
