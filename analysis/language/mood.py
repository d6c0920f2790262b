"""The mood of finite verbs: Konjunktiv I (K1), Konjunktiv II (K2) or neither ("").

The form table says what a form can be; tags and neighbours decide where the indicative has the same form.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.model import Mood
from analysis.resources import read_lexicon

_LIKE_LETTERS = ("$", "KO", "PRELS", "PWS", "PWAV")
_IF = frozenset({"wenn", "falls", "sofern", "ob"})


class Reading(NamedTuple):
    """One reading of a form: its infinitive, its mood, and the persons whose indicative looks the same."""

    infinitive: str
    mood: Mood
    indicative: str


@cache
def _readings() -> dict[str, list[Reading]]:
    table: dict[str, list[Reading]] = {}
    for row in read_lexicon("konjunktiv"):
        mood: Mood = "K1" if row["mood"] == "K1" else "K2"
        same = row["indicative"].strip("-")
        table.setdefault(row["form"], []).append(Reading(row["infinitive"], mood, same))
    return table


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(row["prefix"] for row in read_lexicon("separable_prefixes"))


def readings(form: str) -> list[Reading]:
    """The Konjunktiv readings of a lower-cased form, particles of separable verbs included."""
    table = _readings()
    if found := table.get(form):
        return found
    for size in range(2, len(form) - 2):
        if form[:size] in _prefixes() and (found := table.get(form[size:])):
            return [reading._replace(infinitive=form[:size] + reading.infinitive) for reading in found]
    return []


def moods(forms: Sequence[str], tags: Sequence[str]) -> list[tuple[Mood, str]]:
    """Mood and infinitive of every word of a sentence; two empty strings for all but Konjunktiv verbs."""
    result: list[tuple[Mood, str]] = [("", "")] * len(forms)
    lowered = [form.lower() for form in forms]
    for place, tag in enumerate(tags):
        if tag[0] == "V" and tag.endswith(("FIN", "IMP")):
            result[place] = _mood(lowered, tags, place)
    return result


def _mood(forms: Sequence[str], tags: Sequence[str], place: int) -> tuple[Mood, str]:
    found = readings(forms[place])
    if not found:
        return "", ""
    start, end = _clause(tags, place)
    for reading in sorted(found, key=lambda reading: reading.mood):
        if reading.mood == "K1" and "1" in reading.indicative and "ich" in forms[start:end]:
            continue
        if reading.mood == "K2" and reading.indicative:
            continue
        return reading.mood, reading.infinitive
    return "", ""


def _clause(tags: Sequence[str], place: int) -> tuple[int, int]:
    """The stretch around a verb that no comma, conjunction or other finite verb interrupts."""
    start = place
    while start > 0 and not tags[start - 1].startswith(("$", "KON")):
        start -= 1
    end = place + 1
    while end < len(tags) and not tags[end].startswith(("$", "KON")):
        end += 1
    return start, end
