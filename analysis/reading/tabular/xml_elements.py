"""Takes elements out of an XML document of any length, one by one, in constant memory."""

from collections.abc import Iterator
from typing import IO, Any

from lxml import etree

from analysis.reading.raw.records import RefusedError

_MOST = 16 << 20
"""Bytes of one element with all that stands before it."""


def elements(source: IO[bytes], *tags: str) -> Iterator[Any]:
    """Every element of these names, freed when the next is asked for; one beyond all measure is refused."""
    bounded = _Bounded(source)
    events = etree.iterparse(
        bounded, events=("end",), tag=tags, resolve_entities=False, no_network=True,
        load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    for _, node in events:
        bounded.left = _MOST
        yield node
        node.clear()
        while node.getprevious() is not None:
            del node.getparent()[0]


class _Bounded:
    """A stream that refuses to go on where too much of it makes one element."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self.left = source, _MOST

    def read(self, size: int = -1) -> bytes:
        data = self._source.read(min(size, 1 << 16) if size >= 0 else 1 << 16)
        self.left -= len(data)
        if self.left < 0:
            raise RefusedError(f"One row of the workbook, or what stands around it, is larger than {_MOST >> 20} MB.")
        return data
