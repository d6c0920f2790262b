"""Quotations in token numbers."""

from typing import NamedTuple

from analysis.language.marks import Pair, pair_characters
from analysis.language.token_columns import TokenColumns


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
