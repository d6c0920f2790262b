"""What a listed person speaks for at a date: the term of office that the day of publication falls into."""

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from analysis.resources import read_lexicon
from analysis.sources.lexicons.known_entities import Entry

_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)")


class Term(NamedTuple):
    """An office: whom for, in what kind of institution, from when to when (ISO 8601 of any length, "" open)."""

    country: str
    institution: str
    valid_from: str
    valid_to: str

    def holds(self, day: str) -> bool:
        """Whether the day, an ISO 8601 date, lies in the term, both ends included."""
        begun = not self.valid_from or day[: len(self.valid_from)] >= self.valid_from
        return begun and (not self.valid_to or day[: len(self.valid_to)] <= self.valid_to)


@cache
def _terms() -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for row in read_lexicon("terms"):
        term = Term(row["country"], row["institution"], row["valid_from"], row["valid_to"])
        found[row["name"]].append(term)
    return found


def at_day(entry: Entry, day: str) -> Entry:
    """The entry as it was on a day; as it stands where the day is "" or nothing else is known.

    Who governed in years past speaks as a politician of the party.
    """
    if not day:
        return entry
    term = next((term for term in _terms().get(entry.name, ()) if term.holds(day)), None)
    if term is not None:
        return entry._replace(country=term.country, institution=term.institution)
    past = entry.institution == "government" and entry.until and day[:4] > entry.until
    return entry._replace(institution="party") if past else entry


def day_of(published: str | None, title: str | None) -> str:
    """The day of publication as ISO 8601: as given, else as the title states it in that form, else ""."""
    if published and _DAY.match(published):
        return published[:10]
    stated = _DAY.search(title or "")
    return stated.group() if stated else ""
