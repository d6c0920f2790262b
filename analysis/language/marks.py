"""Pairs quotation marks in a text, also where it mixes their styles.

German pairs „ with “ and » with «, Swiss « with », English “ with ”, and typewriters " with itself. The same
character opens in one style and closes in another, so its surroundings decide: one that opens has white space
or a bracket before it and a word after it. Single marks pair where no double ones are open; nested ones are
part of what they stand in.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARK = re.compile(r"[„“”‟\"»«‹›‚‘’″＂]|,,(?=\w)|''|``|´´|<<|>>|&quot;|(?<!\w)'(?=\w)|(?<=[\w.!?,…])'(?!\w)")
_SPELT = {"&quot;": '"', "＂": '"', "″": '"', "<<": "«", ">>": "»"}
"""Marks that stand for another one."""
_ALWAYS_OPENS = {"„", ",,", "``"}
_NEVER_OPENS = {"´´", "’"}
_KEPT_OPEN = {*_ALWAYS_OPENS, "»", "«"}
"""Marks that open a quotation even where none closes it."""
_PARTNERS = {
    "„": ("“", "”", '"', "‟", "´´", "„"),
    ",,": ("“", "”", '"', "''"),
    "``": ("''", '"'),
    "“": ("”", "“", '"', "„"),
    "”": ("”", "“"),
    "‟": ("”", "“"),
    '"': ('"', "“", "”"),
    "»": ("«", "»"),
    "«": ("»", "«"),
    "‹": ("›",),
    "›": ("‹",),
    "‚": ("‘", "’", "'"),
    "‘": ("’",),
    "'": ("'",),
    "''": ("''",),
    "´´": (),
    "’": (),
}
_SINGLE = frozenset("‹›‚‘’'")
_BEFORE = "([{-–—/>"
_BEHIND = ".,;:!?)]}"
_NARROW = "\u00a0\u202f"
_LONGEST = 6000
"""Characters after which an open mark counts as never closed."""
_LONGEST_SINGLE = 600
_LINES = 4
"""Line breaks that a quotation may hold."""


class Pair(NamedTuple):
    """A quotation: characters ``[start, end)``, marks included, where they are, and whether the last one is there."""

    start: int
    end: int
    opened: int
    """End of the opening mark."""
    closing: int
    """Start of the closing mark; the end where there is none."""

    @property
    def closed(self) -> bool:
        """Whether a mark closes it."""
        return self.closing < self.end


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool
    closes: bool


def pair_characters(text: str) -> list[Pair]:
    """The quotations of a text in order; they never overlap."""
    pairs: list[Pair] = []
    opened: _Mark | None = None
    for mark in _marks(text):
        if opened is not None:
            if _ends(text, opened, mark):
                pairs.append(Pair(opened.start, mark.end, opened.end, mark.start))
                opened = None
                continue
            nested = not mark.opens or (mark.text in _SINGLE and opened.text not in _SINGLE)
            if nested and mark.start - opened.start < _LONGEST:
                continue
            if opened.text in _KEPT_OPEN or _opened_anew(text, opened, mark):
                pairs.append(_unclosed(text, opened, mark.start))
        opened = mark if mark.opens else None
    if opened is not None and opened.text in _ALWAYS_OPENS:
        pairs.append(_unclosed(text, opened, len(text)))
    return pairs


def _marks(text: str) -> Iterator[_Mark]:
    for match in _MARK.finditer(text):
        start, end = match.span()
        mark = _SPELT.get(match.group(), match.group())
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if mark in "«‹" and after in _NARROW:
            after = text[end + 1 : end + 2] or " "
        free_left = before.isspace() or before in _BEFORE
        word_right = not after.isspace() and after not in _BEHIND
        word_left = (not before.isspace() or before in _NARROW) and before not in "([{"
        free_right = after.isspace() or after in _BEHIND or not after.isalnum()
        behind_word = mark == "„" and not free_left and not word_right
        opens = not behind_word and (mark in _ALWAYS_OPENS or (mark not in _NEVER_OPENS and free_left and word_right))
        closes = behind_word or (mark not in _ALWAYS_OPENS and (word_left or free_right))
        if mark in _SINGLE:
            closes = word_left and free_right
        yield _Mark(start, end, mark, opens, closes)


def _ends(text: str, opened: _Mark, mark: _Mark) -> bool:
    """Whether ``mark`` closes the quotation that ``opened`` began."""
    longest = _LONGEST_SINGLE if opened.text in _SINGLE else _LONGEST
    if mark.text not in _PARTNERS[opened.text] or not mark.closes or mark.start - opened.start > longest:
        return False
    if mark.opens and mark.text not in ('"', "''"):
        # A mark that could open as well only closes where its own style says so.
        return opened.text == "„" and mark.text == "“" and "\n" not in text[opened.end : mark.start]
    return text.count("\n", opened.end, mark.start) <= _LINES


def _opened_anew(text: str, opened: _Mark, mark: _Mark) -> bool:
    """Whether a quotation of several paragraphs opens once more with the next one, the last being left open."""
    between = text[opened.end : mark.start]
    return mark.text == opened.text == '"' and between.endswith("\n") and "\n" not in between.strip()


def _unclosed(text: str, opened: _Mark, limit: int) -> Pair:
    """A quotation without its closing mark stops at the end of the paragraph."""
    newline = text.find("\n", opened.end, limit)
    end = limit if newline < 0 else newline
    return Pair(opened.start, end, opened.end, end)
