"""Exact and near copies: articles that share most of their word sequences, as texts of agencies do across outlets.

An exact copy is found however much later it comes, a near one within ``DAYS`` days: so what must be compared does not
grow with the length of the archive.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from rensa import RMinHash, RMinHashLSH

ALIKE = 0.5
"""Least share of common word sequences (Jaccard, as MinHash estimates it) of a copy and what it is copied from.

Of a text of ten sentences it lets three be cut, or one word in twelve be changed; two desks that write on their own
about one event share less than a tenth."""
DAYS = 7
"""A near copy comes no later than this after the last one before it."""
WIDTH = 3
"""Words in a sequence."""
_PERMUTATIONS, _BANDS, _SEED = 128, 32, 1
_CHUNK = 1000
_WORD = re.compile(r"\w+")


class Text(NamedTuple):
    """An article to be compared; its day is None where unknown."""

    article: str
    day: date | None
    text: str


def copies(texts: Iterable[Text]) -> dict[str, str]:
    """The key of every copy with the key of its original: the first one, so the texts come in the order of days."""
    recent = _Recent()
    exact: dict[int, str] = {}
    found: dict[str, str] = {}
    for text, sketch in _sketched(texts):
        recent.forget_before(text.day)
        words = hash(tuple(_words(text.text)))
        original = exact.get(words) or recent.original(sketch) or text.article
        if original != text.article:
            found[text.article] = original
        exact.setdefault(words, original)
        recent.add(text.day, sketch, original)
    return found


class _Recent:
    """The sketches of the last days, to be asked for what is alike."""

    def __init__(self) -> None:
        self._index = RMinHashLSH(ALIKE, _PERMUTATIONS, _BANDS)
        self._held: dict[int, tuple[RMinHash, str]] = {}
        self._days: deque[tuple[date | None, int]] = deque()
        self._number = 0

    def original(self, sketch: RMinHash) -> str | None:
        """The original of the most similar text; of equally similar ones, the first."""
        near = ((sketch.jaccard(self._held[other][0]), -other) for other in self._index.query(sketch))
        likeness, other = max(near, default=(0.0, 0))
        return self._held[-other][1] if likeness >= ALIKE else None

    def add(self, day: date | None, sketch: RMinHash, original: str) -> None:
        self._index.insert(self._number, sketch)
        self._held[self._number] = (sketch, original)
        self._days.append((day, self._number))
        self._number += 1

    def forget_before(self, day: date | None) -> None:
        """What is more than ``DAYS`` older, or has a day where this one has none."""
        while self._days and (held := self._days[0][0]) and (day is None or (day - held).days > DAYS):
            _, number = self._days.popleft()
            self._index.remove(number)
            del self._held[number]


def _sketched(texts: Iterable[Text]) -> Iterator[tuple[Text, RMinHash]]:
    rest = iter(texts)
    while chunk := list(islice(rest, _CHUNK)):
        sets = [sorted(sequences(text.text)) for text in chunk]
        yield from zip(chunk, RMinHash.from_token_sets(sets, _PERMUTATIONS, _SEED), strict=True)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def sequences(text: str) -> set[str]:
    """The different sequences of ``WIDTH`` words of a text, case apart; a shorter text is one sequence."""
    words = _words(text)
    return {" ".join(words[start : start + WIDTH]) for start in range(max(len(words) - WIDTH + 1, 1))}
