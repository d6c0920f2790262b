"""Cuts a download into lines, and makes paragraphs of lines, wrapped or not."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from analysis.reading.page.boilerplate import hangs

_BREAK = re.compile("\n{3,}|\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANK = "\ufeff\u200b\u2060"
_FINAL = re.compile(r"[.!?…:][\"'“”„»«’‘)\]]*$")
_BROKEN = re.compile(r"[^\W\d_]-$")
_OWN_HYPHEN = re.compile(r"(?:\b[A-ZÄÖÜ]{2,}|\d)-$")
_GOES_ON = re.compile(r"(?:und|oder|bzw\.|bis|sowie|wie|als|noch)\b")
_NARROWEST, _WIDEST = 40, 130
_LONG_WORD = 12
_MOST_FULL = 0.7
"""Share of the width from which a line without a full stop goes on."""
_WIDER = 0.03
"""Share of lines that may be wider than the page of a wrapped text."""


class Line(NamedTuple):
    """One line that is not blank, its white space collapsed; ``raw`` has it as it came."""

    text: str
    raw: str
    indent: int
    apart: bool
    """After a blank line, or at the start."""
    new_page: bool
    """After a form feed."""

    @property
    def final(self) -> bool:
        """Whether it ends like a sentence."""
        return is_final(self.text)


def is_final(text: str) -> bool:
    """Whether a text ends like a sentence."""
    return _FINAL.search(text[-12:]) is not None


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    found: list[Line] = []
    apart, new_page, start = True, False, 0
    for end, after, mark in _breaks(text):
        raw = text[start:end].strip(_BLANK)
        start = after
        words = " ".join(raw.split())
        if words:
            found.append(Line(words, raw.strip(), len(raw) - len(raw.lstrip()), apart, new_page))
            apart = new_page = False
        else:
            apart = True
        if mark == "\x0c":
            new_page = True
        apart = apart or mark == "\x0c" or mark.startswith("\n\n")
    return found


def _breaks(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _BREAK.finditer(text):
        yield match.start(), match.end(), match.group()
    yield len(text), len(text), ""


def width_of(lines: Iterable[Line]) -> int | None:
    """The width at which the lines of a text were wrapped, in characters; None where each is a paragraph.

    Only in wrapped text a line begins in small letters because the one before was full.
    """
    lines = list(lines)
    full = [
        len(line.raw)
        for line, following in pairwise(lines)
        if not following.apart and following.text[0].islower() and not line.final and len(line.raw) >= _NARROWEST
    ]
    if not full or max(full) > _WIDEST:
        return None
    # A long word may leave every line that a small letter follows shorter than the page.
    inside = [len(line.raw) for line in lines if len(line.raw) <= max(full) + _LONG_WORD]
    return max(inside) if len(lines) - len(inside) <= max(1, _WIDER * len(lines)) else None


def paragraphs(lines: Iterable[Line], width: int | None) -> list[str]:
    """The paragraphs that lines make up; without a width each line is one."""
    found: list[str] = []
    before: Line | None = None
    for line in lines:
        if before is not None and width is not None and goes_on(before, line, width):
            found[-1] = join(found[-1], line.text)
        else:
            found.append(line.text)
        before = line
    return found


def goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether a wrapped line goes on in the next: it was full, or a sentence stands open at its end."""
    if following.apart:
        return False
    if not line.final and (following.text[0].islower() or hangs(line.text) or len(line.raw) > _MOST_FULL * width):
        return True
    if line.final and following.indent > line.indent + 1:
        return False
    return len(line.raw) + 1 + len(following.text.split(" ", 1)[0]) > width


def join(first: str, second: str) -> str:
    """Two lines as one; a word that was broken at the end of the first is made whole."""
    if not _BROKEN.search(first) or _GOES_ON.match(second):
        return f"{first} {second}"
    broken = second[:1].islower() and not _OWN_HYPHEN.search(first)
    return first[:-1] + second if broken else first + second


def joined(lines: Iterable[Line]) -> str:
    """Lines of one heading as one line."""
    text = ""
    for line in lines:
        text = join(text, line.text) if text else line.text
    return text
