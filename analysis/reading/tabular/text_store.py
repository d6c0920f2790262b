"""Keeps many texts on disk, to be looked up by number, so that memory holds none of them."""

from array import array
from collections.abc import Iterable
from functools import lru_cache
from tempfile import SpooledTemporaryFile

_IN_MEMORY = 8 << 20
_SHORT, _KEPT = 4096, 4096
"""Bytes of texts that are kept at hand once looked up, and how many: names of outlets come again and again."""


class TextStore:
    """Texts by their number, in the order in which they came."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self._ends = array("Q", [0])
        self._short = lru_cache(maxsize=_KEPT)(self._read)
        end = 0
        for text in texts:
            data = text.encode("utf-8", "surrogatepass")
            self._file.write(data)
            end += len(data)
            self._ends.append(end)

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        if not 0 <= number < len(self):
            raise IndexError("no such text")
        short = self._ends[number + 1] - self._ends[number] <= _SHORT
        return self._short(number) if short else self._read(number)

    def _read(self, number: int) -> str:
        start, end = self._ends[number], self._ends[number + 1]
        self._file.seek(start)
        return self._file.read(end - start).decode("utf-8", "surrogatepass")

    def close(self) -> None:
        """Free the disk."""
        self._short.cache_clear()
        self._file.close()
