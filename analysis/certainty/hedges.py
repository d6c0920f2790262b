"""Hedges: expressions of doubt, possibility or belief, and whose doubt each of them is."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from analysis.certainty.candidates import Candidate, find_candidates
from analysis.certainty.decision import Decision, decide
from analysis.certainty.features import surroundings
from analysis.certainty.holders import Surroundings, holder
from analysis.certainty.patterns import spans_of
from analysis.certainty.verb_clauses import ClauseView
from analysis.model import Document, Hedge, Statement


def find_hedges(document: Document, statements: tuple[Statement, ...]) -> tuple[Hedge, ...]:
    """The hedges of a text in text order, each with class, holder, statement, rule and what spoke for it.

    A cue in several pieces ("soll … getötet haben") has several spans. Where two cues share a token the
    longer one stays.
    """
    reading, placed = ClauseView(document), Surroundings(statements)
    return tuple(_hedge(reading, decided, placed) for decided in _completed(reading, _decided(reading, placed)))


class _Decided(NamedTuple):
    """A candidate that is a hedge, with the features of its surroundings."""

    candidate: Candidate
    decision: Decision
    around: dict[str, None]


def _decided(reading: ClauseView, placed: Surroundings) -> Iterator[_Decided]:
    """The candidates that are hedges."""
    for candidate in find_candidates(reading):
        around = surroundings(reading, candidate, *placed.place(spans_of(reading, candidate.tokens)))
        decision = decide(reading, candidate, around)
        if decision.is_hedge:
            yield _Decided(candidate, decision, around)


def _completed(reading: ClauseView, decided: Iterable[_Decided]) -> Iterator[_Decided]:
    """The hedges, "hält … für" together with the "möglich" that it governs, which would count twice."""
    given = list(decided)
    places = {candidate.tokens: number for number, (candidate, _, _) in enumerate(given)}
    governed: dict[int, int] = {}
    for number, (candidate, _, _) in enumerate(given):
        preposition = next((token for token in candidate.tokens if reading.lower[token] == "für"), None)
        if candidate.kind == "belief" and preposition is not None:
            after = preposition + 1
            while after + 1 < len(reading.tags) and reading.tags[after] == "ADV":
                after += 1
            if (after,) in places:
                governed[places[after,]] = number
    complements = {number: given[place][0].tokens for place, number in governed.items()}
    for number, hedge in enumerate(given):
        if number not in governed:
            tokens = tuple(sorted((*hedge.candidate.tokens, *complements.get(number, ()))))
            yield hedge._replace(candidate=hedge.candidate._replace(tokens=tokens))


def _hedge(reading: ClauseView, decided: _Decided, placed: Surroundings) -> Hedge:
    candidate, decision, around = decided
    spans = spans_of(reading, candidate.tokens)
    statement = placed.around(spans)
    return Hedge(
        spans=spans,
        cue=" … ".join(reading.document.text[start:end] for start, end in spans),
        kind=candidate.kind,
        holder=holder(reading, candidate, spans, around, placed),
        statement=statement.id if statement else None,
        rule=candidate.rules[0] if candidate.rules else candidate.name,
        confidence=decision.probability,
        reasons=decision.reasons,
    )
