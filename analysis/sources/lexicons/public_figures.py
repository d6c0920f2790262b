"""Looks up whom a person holds public office for, by full name and day, in the lists of members of governments and
parliaments (data/lexicons/knowledge).

A name is found by its sound, word for word, but must be spelt as the lists spell it, accents apart; only names from
other alphabets may come through another transliteration. Namesakes are kept apart by country and day: where more
than one office remains, nothing is told.

67,000 lines are read in 2 ms of processor time and kept as bytes (4.3 MiB); a name takes 20 µs once.
"""

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from analysis.sources.lexicons.knowledge_tables import lines_with, tables
from analysis.sources.lexicons.spelling import OTHER_ALPHABETS, plain, sound, unhyphened

_SLACK = 3
"""Months by which the lists may be wrong about the beginning or end of an office."""
_LATER = 12 * 20
_SOON = 12 * 5
"""For how many months after and before an office its holder counts as a politician."""
_POLITICS = {"government", "parliament", "party"}
_UNIONS = {"EU", "UN"}
_RANK = ("igo", "government", "military", "intelligence", "justice", "parliament", "party")
"""Which of two offices held at once a person speaks for."""


class Office(NamedTuple):
    """What a person spoke for, from month to month (counted from year 0; 0 and a far month where open)."""

    country: str
    institution: str
    since: int
    until: int

    def held(self, month: int) -> bool:
        """Whether the month lies in the span, give or take what the lists may be wrong."""
        return self.since - _SLACK <= month <= self.until + _SLACK


class Figure(NamedTuple):
    """Somebody of the lists: the spellings of the name, the gender (m, f, "") and all offices."""

    forms: tuple[str, ...]
    gender: str
    offices: tuple[Office, ...]

    def at(self, day: str) -> Office | None:
        """The office held on a day, the weightier of two; any if ``day`` is "" and all are of one kind."""
        if not day:
            kinds = {(office.country, office.institution) for office in self.offices}
            return self.offices[0] if len(kinds) == 1 else None
        month = _month(day, 0)
        held = (office for office in self.offices if office.held(month))
        return min(held, key=lambda office: _RANK.index(office.institution), default=None)

    def out_of_office(self, day: str) -> Office | None:
        """As a politician of the party, whoever held an office before the day or came to one soon after it."""
        month = _month(day, 0)
        near = (
            office
            for office in self.offices
            if office.institution in _POLITICS
            and len(office.country) == 2
            and office.country not in _UNIONS
            and office.until > month - _LATER
            and office.since < month + _SOON
        )
        nearest = min(near, key=lambda office: abs(office.since - month), default=None)
        return nearest._replace(institution="party") if nearest is not None and day else None


_NEVER = 12 * 10000


def _month(date: str, open_: int, last: bool = False) -> int:
    """The month of an ISO 8601 date; a year alone is its first month or its ``last``."""
    if not date:
        return open_
    return int(date[:4]) * 12 + (int(date[5:7]) if len(date) > 4 else 12 if last else 1)


def _figure(line: str) -> Figure:
    _, forms, gender, told = line.split("\t")
    offices = []
    for office in told.split("|"):
        country, institution, since, until = office.split(":")
        offices.append(Office(country, institution, _month(since, 0), _month(until, _NEVER, last=True)))
    return Figure(tuple(forms.split("|")), gender, tuple(offices))


@lru_cache(maxsize=4096)
def figures_named(name: str) -> tuple[Figure, ...]:
    """All persons of the lists who have this full name; none for a single word."""
    words = name.split()
    if len(words) < 2:
        return ()
    key = (" ".join(map(sound, unhyphened(words))) + "\t").encode()
    found = (_figure(line) for table in tables("figures", "leaders") for line in lines_with(table, key))
    return tuple(figure for figure in found if _spelt(words, figure))


def _spelt(words: list[str], figure: Figure) -> bool:
    """Whether the name is written as in the lists, or comes from another alphabet."""
    if any(office.country in OTHER_ALPHABETS for office in figure.offices):
        return True
    written = list(map(plain, unhyphened(words)))
    return any(list(map(plain, unhyphened(form.split()))) == written for form in figure.forms)


def office_of(name: str, day: str, countries: Collection[str]) -> Office | None:
    """What the person of this name speaks for on a day, among ``countries``; None where the lists leave it open."""
    told = [figure.at(day) or figure.out_of_office(day) for figure in figures_named(name)]
    offices = [office for office in told if office is not None and office.country in countries]
    kinds = {(office.country, office.institution) for office in offices}
    return offices[0] if len(kinds) == 1 else None
