"""What figures are about, in words: corpus, filters, how much that is, when and by which version."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from analysis.fingerprint import package_version
from analysis.storage.rows import Size
from analysis.tables.selection import IN_STATEMENTS
from dashboard.corpus import Corpus, name_of
from dashboard.i18n import labels
from dashboard.i18n.language import country, say

_COUNTED = ("statements", "articles")
_SIZES = ("articles", "outlets", "statements", "words")


class About(NamedTuple):
    """What some figures are about."""

    corpus: str
    filters: Sequence[tuple[str, str]]
    size: Size
    now: datetime

    def facts(self) -> list[tuple[str, str]]:
        """Name and value of each, for a table."""
        selected = list(self.filters) or [(say("report.selection"), say("compare.everything"))]
        return [
            (say("filter.corpus"), self.corpus),
            *selected,
            (say("report.extent"), extent(self.size)),
            (say("report.time"), f"{labels.day(self.now.isoformat())}, {self.now:%H:%M}"),
            (say("report.version"), f"Quellenlage {package_version()}"),
        ]

    def lines(self) -> list[str]:
        """The same in a few lines below the title of a picture."""
        told = " · ".join(f"{name}: {value}" for name, value in self.filters)
        size = " · ".join(_sized(self.size, _COUNTED))
        made = f"Quellenlage {package_version()}, {labels.day(self.now.isoformat())}"
        return [f"{self.corpus} · {size}", *([told] if told else []), made]


def of(corpus: Corpus, now: datetime | None = None) -> About:
    """What the figures of a corpus are about, as it is selected."""
    settings = corpus.selection.as_dict()
    return About(name_of(corpus.store), filters(settings), corpus.size(), now or datetime.now())


def below(of_what: Mapping[str, Corpus]) -> list[str]:
    """The lines below a picture's title; where it is of several corpora, each with its name."""
    told = {name: of(corpus) for name, corpus in of_what.items()}
    if len(told) == 1:
        return next(iter(told.values())).lines()
    sides = [f"{name}: {' · '.join(_sized(one.size, _COUNTED))}" for name, one in told.items()]
    return [*sides, *(f"{one.corpus} · {one.lines()[-1]}" for one in [*told.values()][:1])]


def extent(size: Size) -> str:
    """How much is selected, with its first and last day."""
    return " · ".join([*sized(size), *period(size)])


def sized(size: Size) -> list[str]:
    """How many articles, outlets, statements and words are selected."""
    return _sized(size, _SIZES)


def period(size: Size) -> list[str]:
    """The first and the last day, in one text; nothing where no article has a day."""
    return [say("report.period", first=labels.day(size.first), last=labels.day(size.last))] if size.first else []


def _sized(size: Size, names: Sequence[str]) -> list[str]:
    return [say(f"shared.{name}", n=labels.number(getattr(size, name))) for name in names]


def filters(settings: object) -> list[tuple[str, str]]:
    """Which filters are set, as ``Selection.as_dict`` gives them, name and values in words."""
    chosen = settings if isinstance(settings, Mapping) else {}
    return [(say(f"selected.{name}"), _values(name, value)) for name, value in chosen.items()]


def _values(name: str, value: object) -> str:
    if name == "articles" and isinstance(value, Sequence):
        return labels.number(len(value))
    if isinstance(value, bool):
        return say("report.yes" if value else "report.no")
    if isinstance(value, str):
        return labels.day(value) if name in ("start", "end") else value
    column = IN_STATEMENTS.get(name, name.removesuffix("s"))
    several = [str(one) for one in value] if isinstance(value, Sequence) else [str(value)]
    told = map(country, several) if column == "country" else (labels.say(column, one) for one in several)
    return ", ".join(one or "–" for one in told)
