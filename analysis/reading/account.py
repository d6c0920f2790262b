"""Keeps the account of a reading: what was read, what not, and what is doubtful or was kept aside."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from analysis.model import Article
from analysis.reading.raw.records import Unreadable

_MOST_NAMES = 10_000
"""Columns and kinds of warnings that are told apart; hostile inputs could make endlessly many."""
_USED = (
    "section", "page", "agency", "fetched", "edition", "words", "time", "document", "code", "language", "kind",
    "published",
)  # fmt: skip
"""What readers themselves keep beside an article; a date that was not understood is told as a doubt."""
_VARYING = re.compile(r"“[^“”]*”|\d+(?:[.,]\d+)*")


@dataclass(slots=True)
class Account:
    """How a run of readings went, in numbers; ``watch`` counts while they pass."""

    articles: int = 0
    unread: int = 0
    """Files, rows and parts that were told as not read."""
    without_outlet: int = 0
    without_date: int = 0
    aside: Counter[str] = field(default_factory=Counter)
    """Columns and fields kept beside the articles without being used, with the articles that have them."""
    warnings: Counter[str] = field(default_factory=Counter)
    """Kinds of warnings, with the articles that carry them: each sentence with “…” for what varies in it."""
    reasons: Counter[str] = field(default_factory=Counter)
    """Kinds of reasons why something was not read, with how often."""

    def watch(self, readings: Iterable[Article | Unreadable]) -> Iterator[Article | Unreadable]:
        """The readings as they come, each counted before it is passed on."""
        for reading in readings:
            self.add(reading)
            yield reading

    def add(self, reading: Article | Unreadable) -> None:
        """Count one reading."""
        if isinstance(reading, Unreadable):
            self.unread += 1
            _count(self.reasons, kind_of(reading.reason))
            return
        self.articles += 1
        self.without_outlet += reading.outlet is None
        self.without_date += reading.published is None
        for name in reading.extra:
            if name not in _USED:
                _count(self.aside, name)
        for kind in dict.fromkeys(map(kind_of, reading.warnings)):
            _count(self.warnings, kind)


def account_of(readings: Iterable[Article | Unreadable]) -> Account:
    """The account of readings, which are used up."""
    account = Account()
    for reading in readings:
        account.add(reading)
    return account


def kind_of(sentence: str) -> str:
    """A warning or reason without what varies in it: quoted words and numbers."""
    return _VARYING.sub(lambda match: "“…”" if match[0].startswith("“") else "…", sentence)


def _count(counter: Counter[str], name: str) -> None:
    if name in counter or len(counter) < _MOST_NAMES:
        counter[name] += 1
