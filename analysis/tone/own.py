"""Event words and tone words of the user's own list, laid over those of the lexicons.

They hold for all forms of their base form, and for compounds that end in them, as the words of the lexicons do. A tone
word of the list counts with its value alone: what the trained model knows of the word is left out.
"""

from collections.abc import Iterator, Mapping

from analysis.language.base_forms import ENDINGS, base_form, is_infinitive
from analysis.own_words.active import active, per_list
from analysis.own_words.rows import OwnWord

_REMOVED = ""
"""The kind of an event word that is none any more."""
_ADDED = "own"


def values(listed: Mapping[str, float]) -> dict[str, float]:
    """The values of the lexicons with those of the list over them; 0 for what is removed."""
    return {**listed, **_own_values()}


def events(listed: Mapping[str, str]) -> dict[str, str]:
    """Event words with their kind, "" for what is none by the list; a word with a tone of its own is none either."""
    scored = {word: _REMOVED for word, value in _own_values().items() if value and word in listed}
    own = {word: _REMOVED if row.action == "remove" else _ADDED for row in active().of("event") for word in _keys(row)}
    return {**listed, **scored, **own}


def is_own(word: str) -> bool:
    """Whether the list says the value of a word as the lexicons write it."""
    return word in _own_values()


@per_list
def _own_values() -> dict[str, float]:
    rows = active().of("tone")
    return {word: 0.0 if row.action == "remove" else row.number for row in rows for word in _keys(row)}


def _keys(row: OwnWord) -> Iterator[str]:
    """The lemmas under which the engine may have the word, with ss for ß."""
    for word in dict.fromkeys((row.word, base_form(row.word))):
        plain = word.replace("ß", "ss")
        yield plain
        if word[:1].islower() and not is_infinitive(word):
            # The engine keeps the endings of adjectives that it does not know.
            yield from (plain + ending for ending in ENDINGS)
