"""Cuts a pasted text into lines, and lines into units: a paragraph, a heading or a list item each."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile("[^\n\r\x0b\x0c\u2028\u2029]+")
_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\u2028\u2029]")
_WHITE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u200c\u200d\u2060\ufeff\xad"
"""White space as Python knows it, and marks without a width."""
_FINAL = re.compile(r"[.!?…][\"'“”„»«’‘)\]\s]*(?:\[\d+\]\s*)*$")
_HASHES = re.compile(r"#{1,6}[ \t]+(?=[^#\s])")
_LONG = 200
_NARROWEST, _WIDEST = 50, 120
"""Widths between which a block of lines may be one hard-wrapped paragraph."""


class Line(NamedTuple):
    """One line without white space around it: characters ``[start, end)``; ``apart``: after a blank line."""

    start: int
    end: int
    text: str
    apart: bool


class Unit(NamedTuple):
    """One paragraph, heading or list item: characters ``[start, end)`` and the text under them.

    ``apart`` tells whether a blank line or page furniture stands before it, ``cut`` whether furniture does;
    ``marked`` whether Markdown marks it as a heading.
    """

    start: int
    end: int
    text: str
    apart: bool
    marked: bool = False
    cut: bool = False

    @property
    def closed(self) -> bool:
        """Whether it ends like a sentence."""
        return _FINAL.search(self.text[-40:]) is not None

    @property
    def prose(self) -> bool:
        """Whether it reads like running text: long, or at least three words that end like a sentence."""
        return not self.marked and (len(self.text) > _LONG or (self.closed and self.text.count(" ") >= 2))


def split_lines(text: str) -> Iterator[Line]:
    """The lines of ``text`` that are not blank, in order."""
    previous_end, apart = 0, True
    for match in _LINE.finditer(text):
        start, end = match.span()
        raw = match.group()
        left = raw.lstrip(_WHITE)
        stripped = left.rstrip(_WHITE)
        apart = apart or len(_BREAK.findall(text, previous_end, start)) > 1
        previous_end = end
        if not stripped:
            apart = True
            continue
        start += len(raw) - len(left)
        yield Line(start, start + len(stripped), stripped, apart)
        apart = False


def units(text: str, lines: Iterable[Line | None]) -> Iterator[Unit]:
    """The units that ``lines`` make up; ``None`` stands for lines that were skipped as furniture."""
    block: list[Line] = []
    cut = False
    for line in lines:
        heading = line and _heading(line)
        if block and (line is None or line.apart or heading):
            yield from _units_of(text, block, cut)
            block, cut = [], False
        if line is None:
            cut = True
        elif heading:
            yield heading._replace(cut=cut)
            cut = False
        else:
            block.append(line)
    yield from _units_of(text, block, cut)


def _units_of(text: str, block: list[Line], cut: bool) -> Iterator[Unit]:
    if _hard_wrapped(block):
        start, end = block[0].start, block[-1].end
        yield Unit(start, end, text[start:end], apart=True, cut=cut)
        return
    for number, line in enumerate(block):
        first = number == 0
        yield Unit(line.start, line.end, line.text, apart=first, cut=cut and first)


def _heading(line: Line) -> Unit | None:
    """A line that Markdown marks as a heading, without its marks."""
    text = line.text
    if match := _HASHES.match(text):
        content = text[match.end() :].rstrip("#").rstrip(_WHITE)
        start = line.start + match.end()
        return Unit(start, start + len(content), content, apart=True, marked=True)
    if len(text) <= _LONG and text[:2] == text[-2:] == "**" and text[2:-2].strip("* ") and "**" not in text[2:-2]:
        return Unit(line.start + 2, line.end - 2, text[2:-2], apart=True, marked=True)
    return None


def _hard_wrapped(block: list[Line]) -> bool:
    """Whether the lines of ``block`` break only for want of width.

    The first word of a line would then never have fitted on the line before, unless a paragraph ended there.
    """
    width = max((line.end - line.start for line in block), default=0)
    if len(block) < 2 or not _NARROWEST <= width <= _WIDEST:
        return False
    breaks = fits = 0
    for line, following in pairwise(block):
        if _FINAL.search(line.text[-40:]):
            continue
        breaks += 1
        first_word = following.text.split(maxsplit=1)[0]
        fits += len(line.text) + 1 + len(first_word) <= width
    return breaks > 0 and fits * 5 <= breaks
