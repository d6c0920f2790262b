"""Match findings to corrected places by overlap, since spans may shift between analyses."""

from collections.abc import Sequence

from analysis.model import Spans

SAME = 0.5
"""Least Jaccard overlap (in characters) of two places that count as the same."""


def overlap(one: Spans, other: Spans) -> float:
    """The Jaccard overlap of two places in characters, 0 … 1."""
    left, right = _characters(one), _characters(other)
    return len(left & right) / len(left | right) if left or right else 0.0


def match(targets: Sequence[Spans], places: Sequence[Spans]) -> dict[int, int]:
    """Target to place, by position: the best overlapping pairs first, each in one pair at most, none below ``SAME``.

    Of equal pairs the first target takes the first place.
    """
    pairs = [
        (-shared, at, to)
        for at, target in enumerate(targets)
        for to, place in enumerate(places)
        if _touch(target, place) and (shared := overlap(target, place)) >= SAME
    ]
    found: dict[int, int] = {}
    for _, at, to in sorted(pairs):
        if at not in found and to not in found.values():
            found[at] = to
    return found


def _touch(one: Spans, other: Spans) -> bool:
    return bool(one and other) and one[0][0] < other[-1][1] and other[0][0] < one[-1][1]


def _characters(spans: Spans) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}
