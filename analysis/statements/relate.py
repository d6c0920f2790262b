"""How the tokens of a document stand to a quote: what the role part of the statement model sees besides words."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Tokens = Sequence[int]

_STEPS = np.array([1, 2, 3, 4, 6, 9, 13, 19, 28, 41, 61, 101])
"""Edges of the classes of distance, in tokens."""
_BEHIND = len(_STEPS) + 2
_BETWEEN = 2 * _BEHIND
_FARTHEST = 4
"""Sentences beyond which the difference is no longer counted."""
_CLOSE = 0.3
"""Least F1 in tokens at which a quote of the rules stands for the model's."""
SIZES = {"distance": _BETWEEN + 1, "sentences": 2 * _FARTHEST + 1, "rules": 17}
"""The relations in order, with the count of their values."""


class Hint(NamedTuple):
    """What the rules say of one statement: the tokens of its quote, and of its four roles."""

    quote: Tokens
    roles: Sequence[Tokens]


def relations(quotes: Sequence[Tokens], sentence_of: Numbers, hints: Sequence[Hint]) -> tuple[Numbers, ...]:
    """Three arrays, one row per quote and one column per token.

    The distance to the quote in classes, before, inside and behind it; the difference in sentences; and the
    roles that the rules give the token in the statement closest to this quote (0 where they found none).
    """
    size = len(sentence_of)
    places = np.arange(size)
    distance, sentences, rules = (np.zeros((len(quotes), size), np.int64) for _ in SIZES)
    outlines = [set(hint.quote) for hint in hints]
    for row, quote in enumerate(quotes):
        first, last = quote[0], quote[-1]
        before = 1 + np.searchsorted(_STEPS, first - places, side="right")
        behind = _BEHIND + np.searchsorted(_STEPS, places - last, side="right")
        distance[row] = np.where(places < first, before, np.where(places > last, behind, _BETWEEN))
        distance[row, quote] = 0
        sentences[row] = np.clip(sentence_of - sentence_of[first], -_FARTHEST, _FARTHEST) + _FARTHEST
        if hints:
            _mark(rules[row], set(quote), hints, outlines)
    return distance, sentences, rules


def _mark(row: Numbers, quote: set[int], hints: Sequence[Hint], outlines: Sequence[set[int]]) -> None:
    closeness = [overlap(quote, outline) for outline in outlines]
    best = int(np.argmax(closeness))
    if closeness[best] >= _CLOSE:
        row[:] = 1
        for number, tokens in enumerate(hints[best].roles):
            row[list(tokens)] += 1 << number


def overlap(one: set[int], other: set[int]) -> float:
    """F1 of two sets of tokens."""
    both = len(one & other)
    return 2 * both / (len(one) + len(other)) if both else 0.0
