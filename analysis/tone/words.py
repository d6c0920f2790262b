"""What each lemma says about tone: its value, whether it names an event, whether it changes other words."""

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple, TypeVar

from analysis.own_words.active import per_list
from analysis.resources import read_lexicon
from analysis.tone import own

_AFINN_SCALE = 3.0
"""AFINN reaches from -5 to 5, its translation hardly beyond 3; greater values count as 1."""
_SHORTEST_HEAD, _SHORTEST_MODIFIER = 4, 3
_BEGINNING = 3
"""First letters by which a quick look tells that no list knows a word; no longer than the shortest head."""
_LONGEST = 64
_UN_FACTOR = -0.7
"""For adjectives with un- that no list knows; the lists rate most pairs about so."""

_V = TypeVar("_V")


class ToneWord(NamedTuple):
    """A lemma's part in the tone. ``effect`` is "" or a kind of the list ``tone_modifiers``."""

    value: float = 0.0
    """-1 … 1; 0 for words that do not score, event words among them."""
    is_event: bool = False
    event_value: float = 0.0
    """What the lists give an event word, for the tone with event words."""
    effect: str = ""
    factor: float = 1.0
    """By which an intensifier multiplies the next tone word."""
    is_own: bool = False
    """Whether the value is that of the user's own list."""

    @property
    def is_silent(self) -> bool:
        """Whether nothing but its value counts: event words are topic, negations only turn other words."""
        return self.is_event or self.is_own or self.effect in ("negation", "determiner")


@per_list
def tone_word(lemma: str, tag: str) -> ToneWord:
    """What the lemma with this STTS tag says about tone; compounds are judged by their last part."""
    word = lemma.replace("ß", "ss")
    if len(word) > _LONGEST or tag in ("NE", "FM", "CARD"):
        return ToneWord()
    parts = _last_parts(word) if tag == "NN" else (word, word.lower())
    listed = _first(listed_values(), parts)
    if _first(event_words(), parts):
        return ToneWord(is_event=True, event_value=listed or 0.0)
    effect, factor = modifiers().get(word.lower(), ("", 1.0)) if tag != "NN" else ("", 1.0)
    if listed is None and tag.startswith("ADJ") and word.startswith("un"):
        positive = listed_values().get(word[2:], 0.0)
        listed = _UN_FACTOR * positive if positive > 0 else 0.0
    is_own = own.is_own(next((part for part in parts if part in listed_values()), ""))
    return ToneWord(listed or 0.0, effect=effect, factor=factor, is_own=is_own)


def _first(table: Mapping[str, _V], words: Iterable[str]) -> _V | None:
    """The entry of the first word that the table lists."""
    return next((table[word] for word in words if word in table), None)


def _last_parts(word: str) -> list[str]:
    """A noun and its last parts that may be listed, the longest first, each in all forms in which it may be."""
    known = _beginnings()
    starts = range(_SHORTEST_MODIFIER, len(word) - _SHORTEST_HEAD + 1)
    heads = [word[at].upper() + word[at + 1 :] for at in starts if word[at : at + _BEGINNING].lower() in known]
    return [form for head in (word, *heads) for form in _noun_forms(head)]


@per_list
def _beginnings() -> frozenset[str]:
    """The first letters of everything that is listed, in lower case."""
    return frozenset(word[:_BEGINNING].lower() for word in chain(listed_values(), event_words()))


def _noun_forms(word: str) -> tuple[str, ...]:
    """A noun as it is listed; nouns from adjectives are listed in their weak form (Verletzte)."""
    if word.endswith("er"):
        return (word, word[:-1])
    return (word, f"{word}e") if word.endswith("t") else (word,)


@per_list
def event_words() -> dict[str, str]:
    """Event words with their kind; "" for what the own list says is none."""
    return own.events({row["word"].replace("ß", "ss"): row["kind"] for row in read_lexicon("event_words")})


@cache
def modifiers() -> dict[str, tuple[str, float]]:
    """Words that change others: effect and factor."""
    rows = read_lexicon("tone_modifiers")
    return {row["word"].replace("ß", "ss"): (row["kind"], float(row["factor"] or 1)) for row in rows}


@per_list
def listed_values() -> dict[str, float]:
    """The mean of both foreign lists, a word missing in one counting as 0 there; own values and the user's overrule."""
    textblob = {row["word"]: float(row["value"]) for row in read_lexicon("tone_textblob")}
    afinn = {row["word"]: float(row["value"]) / _AFINN_SCALE for row in read_lexicon("tone_afinn")}
    values = {
        word: (textblob.get(word, 0.0) + max(-1.0, min(afinn.get(word, 0.0), 1.0))) / 2
        for word in textblob.keys() | afinn.keys()
    }
    return own.values(values | {row["word"]: float(row["value"]) for row in read_lexicon("tone_own")})
