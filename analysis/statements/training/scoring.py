"""Scores found statements against coded ones, by the tokens they share; the figures that the project states.

Each coded statement is paired with the found one that shares most of its tokens, all pairs together as well as they
can be. A part (quote, speaker, cue) then has the mean precision over all that was found and the mean recall over all
that was coded, and F1 of the two.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.stats import binomtest

from analysis.statements.model.features import TYPES
from analysis.statements.model.relations import overlap

Tokens = frozenset[int]
Figures = dict[str, dict[str, float]]

_SAME_TYPE = 0.01
"""What the same type adds to the overlap of two quotes: it decides between equals only."""


class Coded(NamedTuple):
    """A statement by the tokens of its parts."""

    type: str
    quote: Tokens
    speaker: Tokens
    cue: Tokens


_NOTHING = Coded("", frozenset(), frozenset(), frozenset())


class _Means:
    """Precisions of what was found and recalls of what was coded."""

    def __init__(self) -> None:
        self.precision: list[float] = []
        self.recall: list[float] = []

    def add(self, coded: Tokens, found: Tokens) -> None:
        both = len(coded & found)
        if found:
            self.precision.append(both / len(found))
        if coded:
            self.recall.append(both / len(coded))

    def figures(self) -> dict[str, float]:
        precision, recall = (100 * sum(one) / len(one) if one else 0.0 for one in (self.precision, self.recall))
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return {"p": round(precision, 2), "r": round(recall, 2), "f1": round(f1, 2)}


def score_statements(coded: Sequence[Sequence[Coded]], found: Sequence[Sequence[Coded]]) -> Figures:
    """``message`` (quote), ``speaker``, ``cue``, and the quotes of each type, over articles in the same order."""
    means: dict[str, _Means] = defaultdict(_Means, {name: _Means() for name in ("message", "speaker", "cue")})
    means.update({f"message_{name}": _Means() for name in TYPES})
    for wanted, given in zip(coded, found, strict=True):
        pairs = paired(wanted, given)
        for one, other in (
            *((wanted[place], given[number]) for place, number in pairs),
            *((one, _NOTHING) for place, one in enumerate(wanted) if place not in {first for first, _ in pairs}),
            *((_NOTHING, one) for number, one in enumerate(given) if number not in {last for _, last in pairs}),
        ):
            means["message"].add(one.quote, other.quote)
            means["speaker"].add(one.speaker, other.speaker)
            means["cue"].add(one.cue, other.cue)
            means[f"message_{one.type or other.type}"].add(one.quote, other.quote)
    return {name: one.figures() for name, one in means.items()}


def paired(coded: Sequence[Coded], found: Sequence[Coded]) -> list[tuple[int, int]]:
    """The numbers of coded and found statements that belong together."""
    if not coded or not found:
        return []
    likeness = np.array([[_likeness(one, other) for other in found] for one in coded])
    return [
        (int(place), int(number)) for place, number in zip(*linear_sum_assignment(likeness, maximize=True), strict=True)
    ]


def _likeness(one: Coded, other: Coded) -> float:
    shared = overlap(set(one.quote), set(other.quote))
    return shared + (_SAME_TYPE if shared and one.type == other.type else 0)


def reliability(judged: Sequence[tuple[float, bool]], steps: int = 8) -> list[dict[str, float]]:
    """Statements by rising confidence in equal groups: mean confidence, share that is right, 95 % interval, n."""
    rows = sorted(judged)
    groups = [rows[len(rows) * step // steps : len(rows) * (step + 1) // steps] for step in range(steps)]
    return [_step(group) for group in groups if group]


def _step(group: Sequence[tuple[float, bool]]) -> dict[str, float]:
    right = sum(ok for _, ok in group)
    interval = binomtest(right, len(group)).proportion_ci(method="wilson")
    confidence = sum(value for value, _ in group) / len(group)
    figures = {"confidence": confidence, "right": right / len(group), "low": interval.low, "high": interval.high}
    return {**{name: round(float(value), 3) for name, value in figures.items()}, "n": len(group)}
