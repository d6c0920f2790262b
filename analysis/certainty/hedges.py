"""Hedges: expressions of doubt, possibility or belief, and whose doubt each of them is."""

from analysis.certainty.candidates import Candidate, find_candidates
from analysis.certainty.decision import Decision, decide
from analysis.certainty.features import surroundings
from analysis.certainty.holders import Surroundings, holder
from analysis.certainty.patterns import spans_of
from analysis.certainty.verb_clauses import ClauseView
from analysis.model import Document, Hedge, Holder, Spans, Statement


def find_hedges(document: Document, statements: tuple[Statement, ...]) -> tuple[Hedge, ...]:
    """The hedges of a text in text order, each with class, holder, statement, rule and what spoke for it.

    A cue in several pieces ("soll … getötet haben") has several spans. Where two cues share a token the
    longer one stays.
    """
    reading, placed = ClauseView(document), Surroundings(statements)
    hedges = []
    for candidate in find_candidates(reading):
        spans = spans_of(reading, candidate.tokens)
        statement, is_quoted = placed.place(spans)
        around = surroundings(reading, candidate, statement, is_quoted)
        decision = decide(reading, candidate, around)
        if decision.is_hedge:
            whose = holder(reading, candidate, spans, around, placed)
            hedges.append(_hedge(reading, candidate, spans, statement, decision, whose))
    return tuple(hedges)


def _hedge(
    reading: ClauseView,
    candidate: Candidate,
    spans: Spans,
    statement: Statement | None,
    decision: Decision,
    whose: Holder,
) -> Hedge:
    return Hedge(
        spans=spans,
        cue=" … ".join(reading.document.text[start:end] for start, end in spans),
        kind=candidate.kind,
        holder=whose,
        statement=statement.id if statement else None,
        rule=candidate.rules[0] if candidate.rules else candidate.name,
        confidence=decision.probability,
        reasons=decision.reasons,
    )
