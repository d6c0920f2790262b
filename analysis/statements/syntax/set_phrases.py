"""Set phrases whose subjunctive reports nothing: "Gott sei Dank", "es sei denn", "koste es, was es wolle"."""

from functools import cache

from analysis.language.token_columns import TokenColumns
from analysis.resources import read_lexicon

_REST = "…"
_OPENS = frozenset(",:;.!?–(„“")
_LONGEST = 30
"""Tokens between two parts of a phrase."""


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    """The phrases by their first word, the longest first."""
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for row in read_lexicon("set_phrases"):
        words = tuple(row["phrase"].split())
        phrases.setdefault(words[0], []).append(words)
    return {word: sorted(found, key=lambda phrase: -len(phrase)) for word, found in phrases.items()}


def settle_moods(view: TokenColumns) -> frozenset[int]:
    """The words of set phrases; their verbs lose their mood, so that nothing reads them as reported speech."""
    first_words = _phrases()
    settled: set[int] = set()
    for place, word in enumerate(view.low):
        for phrase in first_words.get(word, ()):
            if tokens := _tokens(view, place, phrase):
                for token in tokens:
                    view.mood[token] = ""
                settled.update(tokens)
                break
    return frozenset(settled)


def _tokens(view: TokenColumns, place: int, phrase: tuple[str, ...]) -> list[int]:
    """The tokens of the phrase that begins at a place; empty where another one stands there."""
    found: list[int] = []
    if _REST in phrase and place and view.form[place - 1] not in _OPENS:
        return []
    for number, word in enumerate(phrase):
        if word == _REST:
            place = _next(view, place, phrase[number + 1])
            continue
        while found and place < view.size and view.low[place] == ",":
            place += 1
        if place >= view.size or view.low[place] != word:
            return []
        found.append(place)
        place += 1
    return found


def _next(view: TokenColumns, place: int, word: str) -> int:
    """Where a word stands in the rest of the sentence; the end of the text where it does not."""
    for other in range(place, min(place + _LONGEST, view.size)):
        if view.low[other] == word:
            return other
        if view.form[other] in ".!?":
            break
    return view.size
