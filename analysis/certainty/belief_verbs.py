"""Verbs of belief as hedges: "glaubt, dass", "rechnet mit", "wird befürchtet"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from analysis.certainty import context_words
from analysis.certainty.patterns import BARRED, Match
from analysis.certainty.verb_clauses import ClauseView
from analysis.resources import read_lexicon

_PREPOSITIONS = {
    "mit": frozenset(("mit", "damit", "womit")),
    "auf": frozenset(("auf", "darauf")),
    "über": frozenset(("über", "darüber", "worüber")),
    "für": frozenset(("für",)),
    "davon": frozenset(("davon", "wovon", "hiervon")),
    "von": frozenset(("von", "vom")),
}
_HAVE = frozenset(("hat", "haben", "habe", "hatte", "hatten", "hätte", "hätten"))
_BY = frozenset(("von", "vom", "durch"))
_CONJUNCTIONS = frozenset(("dass", "daß", "ob"))


@dataclass(frozen=True, slots=True)
class _Verb:
    rule: str
    particle: str
    needs: tuple[str, ...]
    barred: frozenset[str]
    participle: bool


class Belief(NamedTuple):
    """A belief cue and whether somebody is named who believes."""

    match: Match
    has_believer: bool


def match_beliefs(reading: ClauseView) -> Iterator[Belief]:
    """Every verb of belief of a text, in text order; the rule of one that a word of its clause bars says so."""
    verbs = _verbs()
    for index, word in enumerate(reading.lower):
        for verb in verbs.get(word, ()):
            tokens = _fit(verb, reading, index)
            if tokens:
                barred = _is_barred(verb, reading, index, reading.forms(reading.clause(index)))
                match = Match(tokens, "belief", BARRED * barred + verb.rule, index)
                yield Belief(match, _has_believer(reading, index))
                break


def _fit(verb: _Verb, reading: ClauseView, index: int) -> tuple[int, ...] | None:
    """The tokens of the cue where its conditions hold."""
    if not reading.tags[index].startswith(("V", "ADJD") if verb.participle else "V"):
        return None
    clause = reading.clause(index)
    tokens = {index}
    end = _particle_after(reading, index)
    if verb.particle and not verb.participle:
        if end is None or reading.lower[end] != verb.particle:
            return None
        tokens.add(end)
    elif end is not None:
        return None
    for need in verb.needs:
        found = _need(need, reading, index, range(clause.start, max(clause.stop, (end or 0) + 1)))
        if found is not None:
            return tuple(sorted(tokens | set(found)))
    return None


def _is_barred(verb: _Verb, reading: ClauseView, index: int, words: set[str]) -> bool:
    if _is_surprise(reading, index, words):
        return True
    before = {f"-{word}" for word in reading.lower[max(index - 2, 0) : index]}
    after = {f"+{word}" for word in reading.lower[index + 1 : index + 2]}
    return not verb.barred.isdisjoint(words | before | after)


def _is_surprise(reading: ClauseView, index: int, words: set[str]) -> bool:
    """Whether something is told to have come unexpected ("hatte nicht damit gerechnet")."""
    if not reading.lower[index].endswith("t") or words.isdisjoint(_HAVE):
        return False
    return reading.is_participle(index) and not words.isdisjoint(context_words.words("negation"))


def _need(need: str, reading: ClauseView, index: int, scope: range) -> tuple[int, ...] | None:
    if need == "any":
        return ()
    if need in ("clause", "dass"):
        return () if _introduces_clause(reading, index, strictly=need == "dass") else None
    if need == "number":
        return () if any(reading.tags[i] == "CARD" for i in scope) else None
    if need == "near-auf":
        return () if any(reading.lower[i] == "auf" for i in reading.outside_subclauses(scope.start + 1)) else None
    if need == "forecast":
        return None if _is_demand(reading, index) else ()
    found = [i for i in scope if reading.lower[i] in _PREPOSITIONS[need]]
    return (min(found, key=lambda i: abs(i - index)),) if found else None


def _is_demand(reading: ClauseView, index: int) -> bool:
    """Whether somebody expects others to act ("sie erwartet, dass die Bank zahlt"), instead of foreseeing something."""
    words = reading.forms(reading.clause(index))
    if not words.isdisjoint(context_words.words("passive") | _HAVE):
        return False
    comma = reading.clause(index).stop
    _, last = reading.sentence(index)
    if comma + 1 >= last or reading.lower[comma + 1] not in ("dass", "daß"):
        return False
    if not words.isdisjoint(context_words.words("forecaster")):
        return False
    end = reading.clause(comma + 1).stop - 1
    return not (reading.is_future(end) or reading.lower[end] in ("könnte", "könnten", "dürfte", "dürften"))


def _introduces_clause(reading: ClauseView, index: int, strictly: bool) -> bool:
    """Whether the verb's clause is followed by what is believed (``strictly``: by dass) or stands in it."""
    first, last = reading.sentence(index)
    if index > first and reading.lower[index - 1] in (",", "so"):
        return True
    comma = reading.clause(index).stop
    if comma + 1 >= last or reading.lower[comma] not in (",", ":"):
        return False
    if reading.lower[comma + 1] in _CONJUNCTIONS:
        return True
    if strictly or reading.opens_clause(comma + 1):
        return False
    return any(reading.is_finite(i) for i in reading.clause(comma + 1))


def _particle_after(reading: ClauseView, index: int) -> int | None:
    """The separated particle of a finite verb: the last word of its clause, embedded clauses left out."""
    if not reading.is_finite(index):
        return None
    for at in reading.outside_subclauses(index + 1):
        if reading.is_finite(at) and reading.tags[at - 1] == "KON":
            return None
        if reading.closes(at) and (reading.tags[at] == "PTKVZ" or reading.lower[at] in context_words.words("particle")):
            return at
    return None


def _has_believer(reading: ClauseView, index: int) -> bool:
    """Whether the sentence names who believes: no passive without "von", no "man"."""
    clause = reading.clause(index)
    words = reading.forms(clause)
    if "man" in words:
        return False
    is_participle = any(verb.participle for verb in _verbs()[reading.lower[index]])
    if not is_participle or not words & context_words.words("passive"):
        return True
    return any(reading.lower[i] in _BY and _is_agent(reading, i) for i in clause)


def _is_agent(reading: ClauseView, index: int) -> bool:
    """Whether "von" names who does it, not what the noun before is of ("der Ausbruch von Cholera")."""
    first, _ = reading.sentence(index)
    return index == first or not reading.tags[index - 1].startswith("N")


@cache
def _verbs() -> dict[str, list[_Verb]]:
    verbs: dict[str, list[_Verb]] = {}
    for row in read_lexicon("hedges_beliefs"):
        for forms, participle in ((row["forms"], False), (row["participle"], True)):
            verb = _Verb(
                rule=f"belief-{row['id']}",
                particle=row["particle"],
                needs=tuple(row["needs"].split("|")),
                barred=frozenset(row["barred"].split()),
                participle=participle,
            )
            for form in forms.split():
                verbs.setdefault(form, []).append(verb)
    return verbs
