"""Pairs quotation marks, also where a text mixes their styles.

German pairs „ with “ and » with «, Swiss « with », English “ with ”, and typewriters " with itself. The same
character opens in one style and closes in another, so its surroundings decide: one that opens has white space
or a bracket before it and a word after it. Nested single marks are part of what they stand in.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from analysis.language.token_columns import TokenColumns

_MARK = re.compile(r"[„“”‟\"»«]|,,(?=\w)|''|``")
_ALWAYS_OPENS = {"„", ",,", "``"}
_NEVER_OPENS = {"''"}
_PARTNERS = {
    "„": '“”"‟',
    ",,": "“”\"''",
    "``": "''\"",
    "“": '”“"„',
    "”": "”“",
    "‟": "”“",
    '"': '"“”',
    "»": "«",
    "«": "»",
}
_LONGEST = 6000
"""Characters after which an open mark counts as never closed."""


class Quotation(NamedTuple):
    """Tokens ``[first, last)`` between quotation marks, marks included; ``closed`` unless one is missing."""

    first: int
    last: int
    closed: bool


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool
    closes: bool


def pair_marks(view: TokenColumns) -> tuple[Quotation, ...]:
    """The quotations of a document in text order; they never overlap."""
    text = view.document.text
    pairs: list[tuple[int, int, bool]] = []
    open_mark: _Mark | None = None
    for mark in _marks(text):
        if open_mark is not None:
            if _ends(text, open_mark, mark):
                pairs.append((open_mark.start, mark.end, True))
                open_mark = None
                continue
            if not mark.opens and mark.start - open_mark.start < _LONGEST:
                continue
            if open_mark.text in _ALWAYS_OPENS or open_mark.text in "»«":
                pairs.append((open_mark.start, _paragraph_end(text, open_mark.end, mark.start), False))
        open_mark = mark if mark.opens else None
    if open_mark is not None and open_mark.text in _ALWAYS_OPENS:
        pairs.append((open_mark.start, _paragraph_end(text, open_mark.end, len(text)), False))
    return _to_tokens(view, pairs)


def _marks(text: str) -> Iterator[_Mark]:
    for match in _MARK.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        free_left = before.isspace() or before in "([{-–—/>"
        word_right = not after.isspace() and after not in ".,;:!?)]}"
        word_left = not before.isspace() and before not in "([{"
        free_right = after.isspace() or after in ".,;:!?)]}-–—/’'“”\"…<" or not after.isalnum()
        mark = match.group()
        opens = mark in _ALWAYS_OPENS or (mark not in _NEVER_OPENS and free_left and word_right)
        closes = mark not in _ALWAYS_OPENS and (word_left or free_right)
        yield _Mark(start, end, mark, opens, closes)


def _ends(text: str, opened: _Mark, mark: _Mark) -> bool:
    """Whether ``mark`` closes the quotation that ``opened`` began."""
    if mark.text not in _PARTNERS[opened.text] or not mark.closes or mark.start - opened.start > _LONGEST:
        return False
    if mark.opens and mark.text != '"':
        # A mark that could open as well only closes where its own style says so.
        return opened.text == "„" and mark.text == "“" and "\n" not in text[opened.end : mark.start]
    return text.count("\n", opened.end, mark.start) <= 4


def _paragraph_end(text: str, start: int, limit: int) -> int:
    """Where a quotation without its closing mark stops: at the end of the paragraph."""
    newline = text.find("\n", start, limit)
    return limit if newline < 0 else newline


def _to_tokens(view: TokenColumns, pairs: list[tuple[int, int, bool]]) -> tuple[Quotation, ...]:
    """Characters to tokens; both lists are in order, so one walk is enough."""
    quotations: list[Quotation] = []
    index = 0
    for start, end, closed in pairs:
        while index < view.size and view.end[index] <= start:
            index += 1
        first = index
        while index < view.size and view.start[index] < end:
            index += 1
        if index > first:
            quotations.append(Quotation(first, index, closed))
    return tuple(quotations)
