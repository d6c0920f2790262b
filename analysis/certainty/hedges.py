"""Hedges: expressions of doubt, possibility or belief, and whose doubt each of them is."""

from typing import cast

from analysis.certainty.belief_verbs import match_beliefs
from analysis.certainty.holders import Surroundings
from analysis.certainty.modals import match_modals
from analysis.certainty.patterns import Match, match_patterns, spans_of, without_overlaps
from analysis.certainty.verb_clauses import ClauseView
from analysis.model import Document, Hedge, HedgeClass, Statement


def find_hedges(document: Document, statements: tuple[Statement, ...]) -> tuple[Hedge, ...]:
    """The hedges of a text in text order, each with class, holder, statement and rule.

    A cue in several pieces ("soll … getötet haben") has several spans. Where two cues share a token the
    longer one stays.
    """
    reading = ClauseView(document)
    believed = list(match_beliefs(reading))
    believers = {belief.match: belief.has_believer for belief in believed}
    matches = [*match_patterns(reading), *match_modals(reading), *believers]
    surroundings = Surroundings(statements)
    return tuple(_hedge(reading, match, surroundings, believers.get(match)) for match in without_overlaps(matches))


def _hedge(reading: ClauseView, match: Match, surroundings: Surroundings, has_believer: bool | None) -> Hedge:
    spans = spans_of(reading, match.tokens)
    statement, holder = surroundings.of(spans, match, has_believer)
    return Hedge(
        spans=spans,
        cue=" … ".join(reading.document.text[start:end] for start, end in spans),
        kind=cast(HedgeClass, match.kind),
        holder=holder,
        statement=statement.id if statement else None,
        rule=match.rule,
    )
