"""Turns the probabilities of the statement model into quotes and their roles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from analysis.statements.model.features import TYPES

Floats = npt.NDArray[np.floating]

_FARTHEST = 40
"""Maximum tokens between two pieces of one quote."""
_GAP = 2
"""Maximum tokens of a gap inside a role that is closed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Decision thresholds, tuned on texts that the deciding nets were not trained on."""

    outside: float = 0.5
    """Minimum share of the weighted types, against "none", at which a token belongs to a quote."""
    inside: float = 0.5
    """The same for the second level (quotes inside quotes)."""
    favour: tuple[float, ...] = (1.0,) * len(TYPES)
    """Weight of each type against "none"."""
    begin: float = 0.5
    """Minimum B-label share at which a new quote starts."""
    resume: float = 0.35
    """B-label share below which a piece after a gap belongs to the quote before the gap."""
    role: float = 0.35
    """Minimum probability of the best token of a role."""
    part: float = 0.5
    """Other tokens of the role need this share of the best probability, but never more than 0.5."""
    rules: float = 0.0
    """Weight of the labels of the rules against those of the nets."""
    keep: float = 0.0
    """Minimum confidence of a statement."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A quote of the model: its tokens, the number of its type, the mean probability of its tokens."""

    quote: list[int]
    type: int
    mass: float


def guess(levels: Sequence[Floats], settings: Settings) -> list[Guess]:
    """The quotes in label probabilities ``(T, 11)`` of the two levels, outer ones first."""
    limits = (settings.outside, settings.inside)
    return [one for level, limit in zip(levels, limits, strict=True) for one in _quotes(level, limit, settings)]


def _quotes(labels: Floats, limit: float, settings: Settings) -> Iterator[Guess]:
    weights = np.array(settings.favour)
    beginning, going = labels[:, 1::2] * weights, labels[:, 2::2] * weights
    types = beginning + going
    mass = types.sum(1)
    share = mass / (mass + labels[:, 0])
    fresh = beginning.sum(1) / np.maximum(mass, 1e-9)
    quotes: list[list[int]] = []
    before = -2
    for place in np.flatnonzero(share > limit).tolist():
        adjacent = place == before + 1
        near = bool(quotes) and place - before < _FARTHEST
        joins = fresh[place] <= settings.begin if adjacent else near and fresh[place] < settings.resume
        if joins:
            quotes[-1].append(place)
        else:
            quotes.append([place])
        before = place
    for quote in quotes:
        yield Guess(quote, int(types[quote].sum(0).argmax()), float(share[quote].mean()))


def role_tokens(probabilities: Floats, settings: Settings) -> list[int]:
    """The tokens of one role of one quote, from a probability for every token of the document."""
    best = float(probabilities.max(initial=0.0))
    if best < settings.role:
        return []
    places = np.flatnonzero(probabilities > min(0.5, settings.part * best)).tolist()
    filled = set(places)
    for first, last in pairwise(places):
        if 1 < last - first <= _GAP + 1 and probabilities[first + 1 : last].min() > best / 4:
            filled.update(range(first + 1, last))
    return sorted(filled)


def mention_tokens(probabilities: Floats, settings: Settings) -> list[int]:
    """The tokens of one role that stand together with its most probable one: a speaker is one mention."""
    places = role_tokens(probabilities, settings)
    if not places:
        return places
    best = places.index(int(probabilities.argmax()))
    first, last = best, best + 1
    while first > 0 and places[first - 1] == places[first] - 1:
        first -= 1
    while last < len(places) and places[last] == places[last - 1] + 1:
        last += 1
    return places[first:last]
