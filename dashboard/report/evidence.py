"""What lies behind the shares of a report: two sides set against each other, and sentences drawn at random."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas as pd

from analysis import measures
from analysis.measures import Part
from analysis.storage import rows
from analysis.storage.conditions import Where
from analysis.storage.counts import Source, counts, hedging
from analysis.tables.selection import Selection
from dashboard.review.passages import Passage, passages

SAMPLES = 3
"""Sentences of each category."""


class Side(NamedTuple):
    """One of two selections that are compared, and what it is called."""

    name: str
    selection: Selection


class Comparison(NamedTuple):
    """How two sides differ: shares by category and stance, hedges by class, as ``measures.difference`` has them."""

    sides: Sequence[Side]
    by_category: pd.DataFrame
    by_stance: pd.DataFrame
    hedges: pd.DataFrame


def largest(by_outlet: pd.DataFrame, selection: Selection) -> list[Side]:
    """The two outlets with most statements; fewer where there are not so many."""
    named = by_outlet.dropna(subset="outlet").sort_values("statements", ascending=False, kind="stable")
    outlets = named.loc[named["statements"] > 0, "outlet"].head(2)
    return [Side(name, replace(selection, outlets=(str(name),))) for name in outlets]


def compared(source: Source, sides: Sequence[Side]) -> Comparison | None:
    """How two sides differ; None where there are not two."""
    if len(sides) != 2:
        return None
    one, other = (side.selection for side in sides)

    def shares(by: str) -> pd.DataFrame:
        left, right = (counts(source, "statements", (by,), side) for side in (one, other))
        return measures.difference(left, right, by)

    def hedges(side: Selection) -> Part:
        words, found = hedging(source, ("class",), side, said=one.by_statement or other.by_statement)
        return Part(found, words)

    rates = measures.hedge_rate_difference(hedges(one), hedges(other))
    return Comparison(sides, shares("category"), shares("stance"), rates)


def samples(source: Source, categories: Sequence[str], selection: Selection) -> dict[str, list[Passage]]:
    """Some statements of each category, drawn at random and always the same of the same articles."""
    found = {}
    for category in categories:
        only = [Where("category", (category,))]
        drawn = rows.page(source, "statements", selection, only=only, order=(rows.AT_RANDOM,), limit=SAMPLES)
        found[category] = passages(drawn, "statements", {})
    return found
