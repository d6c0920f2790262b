"""Keeps why inputs were not read, however many: the first in memory, all others on disk."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast, overload

from analysis.reading.apart.messages import EndedError, of_reading, pack, reading_of, receive
from analysis.reading.raw.records import Unreadable

_AT_HAND = 1_000
_LONGEST = 1 << 24
_IN_MEMORY = 1 << 20


class Failures(Sequence[Unreadable]):
    """A list that only grows, of any length, in the memory of a thousand; equal to a list of the same reasons."""

    def __init__(self, failures: Iterable[Unreadable] = ()) -> None:
        self._first: list[Unreadable] = []
        self._rest: BinaryIO | None = None
        self._number = 0
        self.extend(failures)

    def append(self, failure: Unreadable) -> None:
        """Keep one more."""
        self._number += 1
        if len(self._first) < _AT_HAND:
            self._first.append(failure)
            return
        if self._rest is None:
            self._rest = cast(BinaryIO, SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
        self._rest.write(pack(of_reading(failure)))

    def extend(self, failures: Iterable[Unreadable]) -> None:
        """Keep some more."""
        for failure in failures:
            self.append(failure)

    def __iadd__(self, failures: Iterable[Unreadable]) -> "Failures":
        self.extend(failures)
        return self

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Unreadable]:
        yield from self._first
        at = 0
        while self._rest is not None:
            # Others may have written or read since the last one was taken.
            self._rest.seek(at)
            try:
                failure = reading_of(receive(self._rest, _LONGEST))
            except EndedError:
                return
            finally:
                at = self._rest.tell()
                self._rest.seek(0, 2)
            if isinstance(failure, Unreadable):
                yield failure

    @overload
    def __getitem__(self, place: int) -> Unreadable: ...
    @overload
    def __getitem__(self, place: slice) -> list[Unreadable]: ...

    def __getitem__(self, place: int | slice) -> Unreadable | list[Unreadable]:
        if isinstance(place, slice):
            wanted = range(len(self))[place]
            found_at = dict(zip(sorted(wanted), self._at(sorted(wanted)), strict=True))
            return [found_at[one] for one in wanted]
        place = range(len(self))[place]
        return next(iter(self._at([place])))

    def _at(self, places: Sequence[int]) -> Iterator[Unreadable]:
        """The failures at these places, which rise."""
        wanted = set(places)
        last = max(wanted, default=-1)
        return (failure for place, failure in enumerate(islice(self, last + 1)) if place in wanted)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Failures | list) and len(self) == len(other) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
