"""Candidates: every place of a text where something may hedge, with the rules that speak for it.

Three kinds of things lead to one: the rules (patterns with their conditions, modal verbs, verbs of belief), the wide
lexicon, whose patterns have hardly any condition, and the forms of modal verbs and of the Konjunktiv II. What shares a
token is one candidate; ``analysis.certainty.decision`` decides which of them are hedges.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, cast

from analysis.certainty.belief_verbs import match_beliefs
from analysis.certainty.modals import match_modals
from analysis.certainty.patterns import BARRED, Match, match_patterns
from analysis.certainty.verb_clauses import ClauseView
from analysis.model import HedgeClass
from analysis.resources import read_lexicon

CUES = "hedges_cues"
"""Patterns with conditions: the rules."""
WIDE = "hedges_wide"
MODALS: dict[str, str] = {
    form: entry
    for entry, forms in {
        "können": "kann könne könnt können",
        "könnte": "könnte könnten könntest könntet",
        "konnte": "konnte konnten",
        "dürfte": "dürfte dürften",
        "müsste": "müsste müssten müßte müßten",
        "müssen": "muss muß müssen",
        "mögen": "mag mögen möge",
        "soll": "soll sollen solle",
        "sollte": "sollte sollten",
        "will": "will wollen wolle wollte wollten",
        "würde": "würde würden",
        "wäre": "wäre wären",
        "hätte": "hätte hätten",
    }.items()
    for form in forms.split()
}
"""Forms of modal and auxiliary verbs that are candidates wherever they stand, each with the name of its entry."""
_MODAL_NAMES = frozenset(MODALS.values())
_HEARSAY = ("soll", "sollte", "will")


class Candidate(NamedTuple):
    """A place that may hedge."""

    tokens: tuple[int, ...]
    """Of the cue, in text order."""
    head: int
    """The token whose surroundings decide."""
    kind: HedgeClass
    name: str
    """The expression as a rule of the results: the lemma of its head, or the modal verb."""
    entry: str
    """The entry of the wide lexicon or the modal verb; of what only a rule has found, the rule."""
    prior: str
    """How often the entry hedges by its meaning: a, b, c; "" where a rule or a modal verb leads to it."""
    rules: tuple[str, ...]
    """The rules that say it is a hedge."""
    barred: tuple[str, ...]
    """The rules whose pattern fits but whose conditions do not."""
    has_believer: bool | None
    """Of a verb of belief found by its rule: whether somebody is named who believes."""


class _Place(NamedTuple):
    match: Match
    prior: str
    is_rule: bool


def find_candidates(reading: ClauseView) -> list[Candidate]:
    """All candidates of a text, in text order; no two share a token."""
    believed = list(match_beliefs(reading))
    believers = {belief.match: belief.has_believer for belief in believed}
    matches = [*match_patterns(reading, CUES, WIDE, with_barred=True), *match_modals(reading), *believers]
    places = [_place(match) for match in matches]
    places += [_Place(match, "", False) for match in _modal_forms(reading)]
    return sorted((_merged(reading, group, believers) for group in _groups(places)), key=lambda c: c.tokens)


def _place(match: Match) -> _Place:
    if match.lexicon == WIDE:
        return _Place(match, _priors()[match.rule], False)
    return _Place(match, "", not match.rule.startswith(BARRED))


def _modal_forms(reading: ClauseView) -> Iterator[Match]:
    for index, (word, token) in enumerate(zip(reading.lower, reading.tokens, strict=True)):
        if word in MODALS:
            if token.tag[:1] == "V":
                entry = MODALS[word]
                yield Match((index,), "hearsay" if entry in _HEARSAY else "modal", entry, index)
        elif token.mood == "K2":
            yield Match((index,), "modal", "konjunktiv-2", index)


def _groups(places: Iterable[_Place]) -> Iterable[list[_Place]]:
    """Places that share a token with the leading one of their group: rules lead, then the longest, then the first."""
    taken: dict[int, list[_Place]] = {}
    groups: list[list[_Place]] = []
    for place in sorted(places, key=lambda p: (not p.is_rule, -len(p.match.tokens), p.prior, p.match.tokens)):
        group = next((taken[token] for token in place.match.tokens if token in taken), None)
        if group is None:
            group = []
            groups.append(group)
            taken |= dict.fromkeys(place.match.tokens, group)
        group.append(place)
    return groups


def _merged(reading: ClauseView, group: list[_Place], believers: dict[Match, bool]) -> Candidate:
    leading = group[0].match
    barred = [place.match.rule for place in group if place.match.rule.startswith(BARRED)]
    entries = [place for place in group if not place.is_rule and not place.match.rule.startswith(BARRED)]
    # The rarest entry says more than the most common one: "a" before "b" before "c", modal forms last.
    named = min(entries, key=lambda place: place.prior or "d") if entries else group[0]
    return Candidate(
        tokens=leading.tokens,
        head=leading.head,
        kind=cast(HedgeClass, leading.kind if group[0].is_rule else named.match.kind),
        name=named.match.rule if named.match.rule in _MODAL_NAMES else reading.lemmas[named.match.head],
        entry=named.match.rule,
        prior=named.prior,
        rules=tuple(dict.fromkeys(place.match.rule for place in group if place.is_rule)),
        barred=tuple(dict.fromkeys(barred)),
        has_believer=believers.get(leading),
    )


@cache
def _priors() -> dict[str, str]:
    return {row["id"]: row["prior"] for row in read_lexicon(WIDE)}
