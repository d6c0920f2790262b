"""Quotations in token numbers."""

from typing import NamedTuple

from analysis.language.marks import Pair, pair_characters
from analysis.language.token_columns import TokenColumns

_LONGEST_FRAME = 20
"""Tokens of the longest reporting clause inside a quotation."""


class Quotation(NamedTuple):
    """Tokens ``[first, last)`` between quotation marks, marks included; ``closed`` unless one is missing."""

    first: int
    last: int
    closed: bool


def pair_marks(view: TokenColumns) -> tuple[Quotation, ...]:
    """The quotations of a document in text order; they never overlap."""
    return _to_tokens(view, pair_characters(view.document.text))


def _to_tokens(view: TokenColumns, pairs: list[Pair]) -> tuple[Quotation, ...]:
    """Characters to tokens; both lists are in order, so one walk is enough."""
    quotations: list[Quotation] = []
    index = 0
    for pair in pairs:
        while index < view.size and view.end[index] <= pair.start:
            index += 1
        first = index
        while index < view.size and view.start[index] < pair.end:
            index += 1
        if index > first:
            quotations.append(Quotation(first, index, pair.closed))
    return tuple(quotations)


def resumes(view: TokenColumns, one: Quotation, other: Quotation) -> bool:
    """Whether a reporting clause interrupts a quotation: "„Die Lage“, sagte X, „ist ernst.“"."""
    first, last = one.last + (view.form[min(one.last, view.size - 1)] == ","), other.first - 1
    return (
        0 < last - first <= _LONGEST_FRAME
        and view.form[last] == ","
        and view.finite[first]
        and not any(view.form[index] in ".:;!?" for index in range(first, last))
    )
