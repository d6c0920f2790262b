"""The mood of finite verbs: Konjunktiv I (K1), Konjunktiv II (K2) or neither ("").

The form table says what a form can be; tags and neighbours decide where the indicative has the same form.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.model import Mood
from analysis.resources import read_lexicon

_EDGES = ("$,", "$.", "KON")
_FIRST_PERSON = frozenset(("mich", "mir", "mein", "meine", "meinen", "meiner"))
_ALWAYS = frozenset(
    ("sei", "seien", "wäre", "wären", "hätte", "hätten", "würde", "würden", "könne", "könnte")
)
"""Forms that are Konjunktiv whatever verb tag they got."""


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
    if not any(tag[0] == "V" for tag in tags):
        return result
    lowered = [form.lower() for form in forms]
    for place, tag in enumerate(tags):
        is_finite = tag[0] == "V" and (tag.endswith(("FIN", "IMP")) or lowered[place] in _ALWAYS)
        if is_finite and not _is_noun(forms, tags, place):
            result[place] = _mood(lowered, tags, place, result)
    return result


def _is_noun(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Whether a capital in the midst of the sentence shows that no verb stands here."""
    return place > 0 and forms[place][0].isupper() and not tags[place - 1].startswith(("$(", "$."))


def _mood(
    forms: Sequence[str], tags: Sequence[str], place: int, before: Sequence[tuple[Mood, str]]
) -> tuple[Mood, str]:
    """The mood of one finite verb, given those of the verbs before it."""
    for reading in sorted(readings(forms[place]), key=lambda reading: reading.mood):
        if not reading.indicative:
            return reading.mood, reading.infinitive
        if reading.mood == "K1" and not (_is_imperative(tags, place) or _says_i(forms, tags, place)):
            return reading.mood, reading.infinitive
        if reading.mood == "K2" and _continues_subjunctive(tags, place, before):
            return reading.mood, reading.infinitive
    return "", ""


def _is_imperative(tags: Sequence[str], place: int) -> bool:
    """Whether the tagger took the verb for an imperative at the head of its clause."""
    return tags[place].endswith("IMP") and (place == 0 or tags[place - 1].startswith("$"))


def _says_i(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Whether the subject is "ich", in the verb's own clause or in the one it is coordinated with."""
    start, end = _clause(tags, place)
    if "ich" in forms[start:end]:
        return True
    if start == place and start > 0 and tags[start - 1] == "KON":
        start, _ = _clause(tags, start - 2)
        return "ich" in forms[start:end]
    return start == place and bool(_FIRST_PERSON & set(forms[start:end]))


def _continues_subjunctive(tags: Sequence[str], place: int, before: Sequence[tuple[Mood, str]]) -> bool:
    """Whether the verb opens the second half of a coordination whose first half stands in Konjunktiv II."""
    if place < 2 or tags[place - 1] != "KON" or tags[place - 2].startswith("$"):
        return False
    start, end = _clause(tags, place - 2)
    return any(mood == "K2" for mood, _ in before[start:end])


def _clause(tags: Sequence[str], place: int) -> tuple[int, int]:
    """The stretch around a word that no comma, other mark or conjunction interrupts."""
    start = place
    while start > 0 and not tags[start - 1].startswith(_EDGES):
        start -= 1
    end = place + 1
    while end < len(tags) and not tags[end].startswith(_EDGES):
        end += 1
    return start, end
