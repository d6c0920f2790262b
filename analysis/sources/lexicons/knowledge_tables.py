"""Searches the large tables of data/lexicons/knowledge as they lie, by bisection, without reading them into objects."""

from collections.abc import Iterator
from functools import cache

from analysis.resources import data_root


@cache
def tables(*names: str) -> tuple[bytes, ...]:
    """The tables of these names as bytes; their lines are in the order of the bytes of the column ``key``."""
    folder = data_root() / "lexicons" / "knowledge"
    return tuple((folder / f"{name}.tsv").read_bytes() for name in names)


def lines_with(table: bytes, key: bytes) -> Iterator[str]:
    """The lines of a table that begin with ``key``."""
    low = table.index(b"\nkey\t") + 1
    low = high = table.index(b"\n", low) + 1
    high = len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", 0, middle) + 1
        if table[start : start + len(key)] < key:
            low = table.index(b"\n", middle) + 1
        else:
            high = start
    while table.startswith(key, low):
        end = table.index(b"\n", low)
        yield table[low:end].decode()
        low = end + 1
