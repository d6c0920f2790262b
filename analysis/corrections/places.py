"""Places in a text as people give them: words to look for, or a stretch marked with the mouse."""

import re

from analysis.model import Span, Spans

_GAP = re.compile(r"\s*(?:\[…\]|\[\.\.\.\]|…)\s*")
_MARKS = {'"': '["„“”»«]', "'": "['‚‘’›‹]"}


def occurrences(text: str, words: str) -> list[Spans]:
    """Everywhere that the words stand in the text, in order, whatever the white space and shape of quotation marks.

    An ellipsis parts the words into pieces that follow one another with something left out between.
    """
    pieces = [piece for piece in _GAP.split(words) if piece.strip()]
    if not pieces:
        return []
    first, *others = (re.compile(_pattern(piece)) for piece in pieces)
    found = []
    for begun in first.finditer(text):
        spans = [begun.span()]
        for pattern in others:
            match = pattern.search(text, spans[-1][1])
            if match is None:
                break
            spans.append(match.span())
        if len(spans) == len(pieces):
            found.append(tuple(spans))
    return found


def nearest(text: str, words: str, place: Spans) -> Spans | None:
    """The occurrence of the words that begins closest to a place; None where the text has none."""
    at = place[0][0] if place else 0
    return min(occurrences(text, words), key=lambda spans: abs(spans[0][0] - at), default=None)


def whole_words(text: str, start: int, end: int) -> Span | None:
    """The stretch with its first and last word made whole and white space cut off; None where no word is left."""
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if not any(map(str.isalnum, text[start:end])):
        return None
    while start > 0 and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def words_at(text: str, spans: Spans) -> str:
    """The words under spans on one line, an ellipsis between pieces: what ``occurrences`` finds again."""
    return " … ".join(" ".join(text[start:end].split()) for start, end in spans)


def _pattern(words: str) -> str:
    escaped = (re.escape(word) for word in words.split())
    pattern = r"\s+".join(escaped)
    for plain, any_of in _MARKS.items():
        for mark in any_of[1:-1]:
            pattern = pattern.replace(re.escape(mark), f"\0{plain}")
    for plain, any_of in _MARKS.items():
        pattern = pattern.replace(f"\0{plain}", any_of)
    return pattern
