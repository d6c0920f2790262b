"""Set phrases whose subjunctive reports nothing: "Gott sei Dank", "es sei denn", "koste es, was es wolle"."""

from functools import cache

from analysis.language.token_columns import TokenColumns
from analysis.resources import read_lexicon


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
    for word in phrase:
        while found and place < view.size and view.low[place] == ",":
            place += 1
        if place >= view.size or view.low[place] != word:
            return []
        found.append(place)
        place += 1
    return found
