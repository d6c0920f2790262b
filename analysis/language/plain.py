"""Gives a text the dress that everything else expects: German marks around quotations, a line per paragraph.

Nothing moves: the text keeps its length, and every character that is no mark and no line break keeps its place.
"""

import re

from analysis.language.marks import pair_characters

_WIDEST = 110
"""Longest line of a text that was wrapped."""
_FEWEST = 3
_MOSTLY = 0.6
"""Share of the breaks inside paragraphs at which the next word would not have fitted: below it nothing was wrapped."""
_SOFT_HYPHEN = "\xad"
"""What belongs to a word and is no letter of it: a word broken by the end of a line is whole with it."""
_BREAK = re.compile(r"(?<=[^\s])[ \t]*(\r?\n)([ \t]*)(?=\S)")
_BROKEN = re.compile(
    r"(?<=[^\W\d_]{2})(?P<hyphen>-)(?P<gap>[ \t]*\r?\n[ \t]*)"
    r"(?!(?:und|oder|bzw\.|bis|sowie|noch|als auch|statt)\b)(?=(?P<small>[a-zäöüß]{2})|[A-ZÄÖÜ]\w)"
)
"""A word that goes on in the next line; not "Vor-" before "und Nachteile"."""
_LETTERS_OF_NAME = re.compile(r"\b[A-ZÄÖÜ]{2,}$")
_ITEM = re.compile(r"[-*•–>#|]|\d{1,2}[.)]\s")
_WORD = re.compile(r"\S+")


def plain(text: str) -> str:
    """The text with „…“ around every quotation and without the line breaks of a fixed width."""
    characters = list(_unwrapped(text))
    for pair in pair_characters("".join(characters)):
        characters[pair.start : pair.opened] = "„".rjust(pair.opened - pair.start)
        if pair.closed:
            characters[pair.closing : pair.end] = "“".ljust(pair.end - pair.closing)
    return "".join(characters)


def _unwrapped(text: str) -> str:
    """The text with a space for each break that only the width of the page made, and broken words made whole."""
    characters = list(text)
    broken = list(_BROKEN.finditer(text))
    for found in broken:
        # "ge-" before "sperrt" is one word; "US-" before "amerikanisch" and "Nord-" before "Süd" keep their hyphen
        kept = not found["small"] or _LETTERS_OF_NAME.search(text, max(found.start() - 10, 0), found.start())
        first, last = found.span("gap" if kept else 0)
        characters[first:last] = _SOFT_HYPHEN * (last - first)
    lines = [line.rstrip() for line in text.splitlines()]
    width = max(map(len, lines), default=0)
    if width > _WIDEST:
        return "".join(characters)
    mended = {found.end() for found in broken}
    breaks = [found for found in _BREAK.finditer(text) if found.end() not in mended]
    soft = [found for found in breaks if _is_soft(text, found, width)]
    wrapped = len(soft) + len(broken)
    if wrapped < _FEWEST or wrapped < _MOSTLY * (len(breaks) + len(broken)):
        return "".join(characters)
    for found in soft:
        first, last = found.span(1)
        characters[first:last] = " " * (last - first)
    return "".join(characters)


def _is_soft(text: str, found: re.Match[str], width: int) -> bool:
    """Whether the next word would have made the line longer than the longest one."""
    if _ITEM.match(text, found.end()):
        return False
    begin = text.rfind("\n", 0, found.start()) + 1
    word = _WORD.match(text, found.end())
    return word is not None and found.start() - begin + 1 + len(word.group()) + len(found.group(2)) > width
