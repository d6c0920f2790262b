"""Positional features of each token relative to a quote (input of the role classifier)."""

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
CLOSE = 0.3
"""Minimum F1 in tokens at which a quote of the rules counts as the same as the model's."""
SIZES = {"distance": _BETWEEN + 1, "sentences": 2 * _FARTHEST + 1, "rules": 17}
"""The relations in order, with the count of their values."""


class RuleHint(NamedTuple):
    """A statement of the rules: the tokens of its quote, and of its four roles."""

    quote: Tokens
    roles: Sequence[Tokens]


class RoleQuery(NamedTuple):
    """A quote whose roles are asked for among the tokens ``[low, high)``; ``hint`` is the closest of the rules."""

    quote: Tokens
    low: int
    high: int
    hint: RuleHint | None


def closest(quote: set[int], outlines: Sequence[set[int]]) -> tuple[int, float]:
    """The number of the first outline with the highest F1 against a quote, and that F1; ``(-1, 0.0)`` without one."""
    number, most = -1, 0.0
    for place, outline in enumerate(outlines):
        if not outline.isdisjoint(quote) and (shared := overlap(quote, outline)) > most:
            number, most = place, shared
    return number, most


def relations(quotes: Sequence[Tokens], sentence_of: Numbers, hints: Sequence[RuleHint]) -> tuple[Numbers, ...]:
    """Three arrays, one row per quote and one column per token, as ``related`` has them."""
    size = len(sentence_of)
    outlines = [set(hint.quote) for hint in hints]
    asked = []
    for quote in quotes:
        number, shared = closest(set(quote), outlines)
        asked.append(RoleQuery(quote, 0, size, hints[number] if shared >= CLOSE else None))
    return tuple(numbers.reshape(len(quotes), size) for numbers in related(asked, sentence_of))


def related(asked: Sequence[RoleQuery], sentence_of: Numbers) -> tuple[Numbers, ...]:
    """Three numbers for every token in reach of every quote, one quote after the other.

    The distance to the quote in classes, before, inside and behind it; the difference in sentences; and the
    roles that the rules give the token in the statement closest to this quote (0 without such a statement).
    """
    sizes = [one.high - one.low for one in asked]
    places = np.concatenate([np.arange(one.low, one.high) for one in asked])
    first, last = (np.repeat([one.quote[end] for one in asked], sizes) for end in (0, -1))
    before = 1 + np.searchsorted(_STEPS, first - places, side="right")
    behind = _BEHIND + np.searchsorted(_STEPS, places - last, side="right")
    distance = np.where(places < first, before, np.where(places > last, behind, _BETWEEN))
    sentences = np.clip(sentence_of[places] - sentence_of[first], -_FARTHEST, _FARTHEST) + _FARTHEST
    rules = np.zeros(len(places), np.int64)
    start = 0
    for one, size in zip(asked, sizes, strict=True):
        distance[[start - one.low + token for token in one.quote]] = 0
        if one.hint is not None:
            _mark(rules[start : start + size], one.hint, one.low)
        start += size
    return distance, sentences, rules


def _mark(row: Numbers, hint: RuleHint, low: int) -> None:
    row[:] = 1
    for number, tokens in enumerate(hint.roles):
        row[[token - low for token in tokens if low <= token < low + len(row)]] += 1 << number


def overlap(one: set[int], other: set[int]) -> float:
    """F1 of two sets of tokens."""
    both = len(one & other)
    return 2 * both / (len(one) + len(other)) if both else 0.0
