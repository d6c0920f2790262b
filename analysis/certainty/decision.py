"""The decision whether a candidate is a hedge: a logistic regression over features that can be read.

The weights were learned from coded articles (``analysis.certainty.training``) and stand in ``hedge_weights.tsv``, a row
a feature: the natural logarithm of the odds by which it makes a hedge likelier.
"""

import math
from collections.abc import Iterable
from functools import cache
from itertools import repeat
from typing import NamedTuple

from analysis.certainty.candidates import Candidate
from analysis.certainty.features import own_features
from analysis.certainty.verb_clauses import ClauseView
from analysis.resources import read_lexicon

REASONS = 3
"""So many features are told with a hedge: those that spoke for it most."""
_LEAST = 0.1
"""A feature with less weight is no reason."""


class Reason(NamedTuple):
    """A feature that spoke for a hedge, and by how much (logarithm of the odds)."""

    feature: str
    weight: float


class Decision(NamedTuple):
    """How likely a candidate is a hedge (0 … 1), whether it counts as one, and what spoke for it most."""

    probability: float
    is_hedge: bool
    reasons: tuple[Reason, ...]


class Weights(NamedTuple):
    """The weights of a model: general ones, and those under a class or entry."""

    intercept: float
    threshold: float
    """Of the logarithm of the odds."""
    general: dict[str, float]
    under: dict[str, dict[str, float]]

    def odds(self, own: Iterable[str], around: Iterable[str], groups: Iterable[str]) -> float:
        """The logarithm of the odds that follows from these features, those around counted under each group too."""
        found = self.intercept + sum(map(self.general.get, own, repeat(0.0)))
        found += sum(map(self.general.get, around, repeat(0.0)))
        for group in groups:
            if table := self.under.get(group):
                found += sum(map(table.get, around, repeat(0.0)))
        return found

    def reasons(self, own: Iterable[str], around: Iterable[str], groups: Iterable[str]) -> list[Reason]:
        """The features with the weight that each has in the sum."""
        tables = [self.general, *(self.under[group] for group in groups if group in self.under)]
        told = [Reason(name, self.general.get(name, 0.0)) for name in own]
        return told + [Reason(name, sum(table.get(name, 0.0) for table in tables)) for name in around]


def decide(reading: ClauseView, candidate: Candidate, around: Iterable[str]) -> Decision:
    """Whether the candidate is a hedge; ``around`` are the features of its surroundings."""
    weights, own = load_weights("hedge_weights"), own_features(reading, candidate)
    groups = own_groups(reading, candidate)
    odds = weights.odds(own, around, groups)
    is_hedge = odds >= weights.threshold
    reasons = _strongest(weights.reasons(own, around, groups)) if is_hedge else ()
    return Decision(1 / (1 + math.exp(-odds)), is_hedge, reasons)


def own_groups(reading: ClauseView, candidate: Candidate) -> tuple[str, ...]:
    """The groups under which the surroundings of a candidate are weighed: its class, its entry and its word."""
    return tuple(dict.fromkeys((candidate.kind, candidate.entry, reading.lower[candidate.head])))


def _strongest(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    for_it = (reason for reason in reasons if reason.weight >= _LEAST)
    return tuple(sorted(for_it, key=lambda reason: -reason.weight)[:REASONS])


@cache
def load_weights(lexicon: str) -> Weights:
    """The weights of a file; its rows ``(intercept)`` and ``(threshold)`` are no features."""
    special = {"(intercept)": 0.0, "(threshold)": 0.0}
    general: dict[str, float] = {}
    under: dict[str, dict[str, float]] = {}
    for row in read_lexicon(lexicon):
        name, weight = row["feature"], float(row["weight"])
        if name in special:
            special[name] = weight
        elif row["under"]:
            under.setdefault(row["under"], {})[name] = weight
        else:
            general[name] = weight
    return Weights(special["(intercept)"], special["(threshold)"], general, under)
