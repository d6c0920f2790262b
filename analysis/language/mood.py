"""The mood of finite verbs: Konjunktiv I (K1), Konjunktiv II (K2) or neither ("").

The form table says what a form can be; tags and neighbours decide where the indicative has the same form.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.language.mood_context import CONDITIONS, clause, is_second, says_i
from analysis.model import Document, Mood, Subjunctive
from analysis.resources import read_lexicon

_ALWAYS = frozenset(("sei", "seien", "wäre", "wären", "hätte", "hätten", "würde", "würden", "könne", "könnte"))
"""Forms that are Konjunktiv whatever verb tag they got."""


class SubjunctiveReading(NamedTuple):
    """One reading of a form: its infinitive, its mood, and the persons whose indicative looks the same."""

    infinitive: str
    mood: Mood
    indicative: str


@cache
def _readings() -> dict[str, list[SubjunctiveReading]]:
    table: dict[str, list[SubjunctiveReading]] = {}
    for row in read_lexicon("konjunktiv"):
        mood: Mood = "K1" if row["mood"] == "K1" else "K2"
        same = row["indicative"].strip("-")
        table.setdefault(row["form"], []).append(SubjunctiveReading(row["infinitive"], mood, same))
    return table


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(row["prefix"] for row in read_lexicon("separable_prefixes"))


def readings(form: str) -> list[SubjunctiveReading]:
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
        if tag[0] == "V" and _may_be_finite(lowered[place], tag) and not _is_noun(forms, tags, place):
            result[place] = _mood(lowered, tags, place, result)
    _unreal_conditions(lowered, tags, result)
    return result


def _may_be_finite(form: str, tag: str) -> bool:
    """Whether the tag is of a finite verb, or the form can be nothing but Konjunktiv ("erführen")."""
    if tag.endswith(("FIN", "IMP")) or form in _ALWAYS:
        return True
    found = readings(form)
    return bool(found) and not any(reading.indicative for reading in found)


def _is_noun(forms: Sequence[str], tags: Sequence[str], place: int) -> bool:
    """Whether a capital in the midst of the sentence, or a preposition just before, shows that no verb stands here."""
    if place == 0:
        return False
    if forms[place][0].isupper() and not tags[place - 1].startswith(("$(", "$.")):
        return True
    heads_phrase = place == 1 or tags[place - 2].startswith("$")
    return tags[place] == "VVFIN" and tags[place - 1].startswith("AP") and heads_phrase


def _mood(
    forms: Sequence[str], tags: Sequence[str], place: int, before: Sequence[tuple[Mood, str]]
) -> tuple[Mood, str]:
    """The mood of one finite verb, given those of the verbs before it."""
    for reading in sorted(readings(forms[place]), key=lambda reading: reading.mood):
        if not reading.indicative:
            return reading.mood, reading.infinitive
        if reading.mood == "K1" and not (_is_imperative(tags, place) or says_i(forms, tags, place, before)):
            return reading.mood, reading.infinitive
        if reading.mood == "K2" and is_second(forms, tags, place, before):
            return reading.mood, reading.infinitive
    return "", ""


def _is_imperative(tags: Sequence[str], place: int) -> bool:
    """Whether the tagger took the verb for an imperative at the head of its clause."""
    return tags[place].endswith("IMP") and (place == 0 or tags[place - 1].startswith("$"))


def _unreal_conditions(forms: Sequence[str], tags: Sequence[str], found: list[tuple[Mood, str]]) -> None:
    """Marks the preterite look-alike under "wenn" where the main clause stands in Konjunktiv II."""
    for opener in (i for i, form in enumerate(forms) if form in CONDITIONS):
        _, end = clause(tags, opener)
        verb = end - 1
        if verb <= opener or found[verb][0] or not tags[verb].endswith("FIN"):
            continue
        seconds = [reading for reading in readings(forms[verb]) if reading.mood == "K2"]
        if seconds and _has_unreal_main_clause(forms, opener, end, found):
            found[verb] = "K2", seconds[0].infinitive


def _has_unreal_main_clause(forms: Sequence[str], opener: int, end: int, found: Sequence[tuple[Mood, str]]) -> bool:
    """Whether the clause after a condition, or the one before it, has its verb in Konjunktiv II."""
    if any(mood == "K1" for mood, _ in found):
        return False
    if opener == 0:
        return any(mood == "K2" for mood, _ in found[end + 1 : end + 4])
    return forms[opener - 1] == "," and any(mood == "K2" for mood, _ in found[:opener])


def find_subjunctives(document: Document) -> tuple[Subjunctive, ...]:
    """The finite verbs in Konjunktiv I or II, in text order; ``verb`` is the infinitive."""
    verbs = (token for token in document.tokens if token.mood)
    return tuple(Subjunctive((verb.start, verb.end), verb.lemma, verb.mood) for verb in verbs)
