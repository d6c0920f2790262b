"""What a word does to the polarity of its sentence: textblob-de's lexicon, negations and emoticons."""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from analysis.tone.textblob_de.tokenizer import lemma_splitter, package_folder, pattern

_NEGATIONS = frozenset(("nicht", "ohne", "nie", "nein", "kein", "keiner", "keine", "nichts"))
_MODIFIERS = ("RB", "JJ")
_MODIFYING_ENDING = "lich"
_REMEMBERED = 1 << 16


class Effect(NamedTuple):
    """What one word does to the value of its sentence."""

    polarity: float | None = None
    """Of a word in the lexicon."""
    intensity: float = 1.0
    modifies: bool = False
    is_adverb: bool = False
    """Ends in -lich, so that a negation behind it counts for it."""
    negates: bool = False
    ends_negation: bool = True
    ends_modifier: bool = True
    boosts: bool = False
    mood: float | None = None
    """Of an emoticon, or 0 for the sarcastic (!)."""
    is_unclear: bool = False
    """May or may not end a negation or a modifier: that depends on the tag."""

    @property
    def scores(self) -> bool:
        """Whether the word counts in the mean."""
        return self.polarity is not None or self.mood is not None


Effects = tuple[Effect, ...]
DULL = Effect()
"""Of most words: they only end a negation and a modifier."""
ONLY_DULL = (DULL,)
UNCLEAR = Effect(is_unclear=True)


def effects_of(lemma: str) -> Effects | None:
    """The effects of the words of a lemma; None where one may become part of an emoticon."""
    words = [lemma] if is_plain(lemma) else words_of(lemma)
    if any(word[-2:].lower() in _emoticon_ends() for word in words):
        return None
    return tuple(effect_of(word.lower()) for word in words)


def is_dull(lemma: str) -> bool:
    """Whether the lemma is, by a quick look, a word that only ends a negation and a modifier."""
    return len(lemma) > 2 and lemma not in _telling_words() and lemma[-2:] not in _emoticon_ends() and is_plain(lemma)


@cache
def _telling_words() -> frozenset[str]:
    """The words of more than two characters that are not dull."""
    return _NEGATIONS | _lexicon().keys() | _emoticons().keys()


_PLAIN = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?")


def is_plain(lemma: str) -> bool:
    """Whether the lemma is a single word, the same in title case."""
    return _PLAIN.fullmatch(lemma) is not None and (lemma.isascii() or lemma.title().lower() == lemma)


def words_of(lemmas: str) -> list[str]:
    """The words that textblob-de scores in a text of lemmas."""
    return " ".join(lemma_splitter().sentences(lemmas)).split()


@cache
def _emoticons() -> dict[str, float]:
    """Lower-case emoticon to its polarity."""
    table: dict[str, float] = {}
    for (_, value), emoticons in pattern("text").EMOTICONS.items():
        for emoticon in emoticons:
            table.setdefault(emoticon.lower(), value)
    return table


@cache
def _emoticon_ends() -> frozenset[str]:
    """The last characters of all emoticons, and their last two."""
    ends = {"!)", ")"}  # of the sarcastic (!)
    for emoticon in _emoticons():
        ends |= {emoticon[-1], emoticon[-2:]}
    return frozenset(ends)


@lru_cache(_REMEMBERED)
def effect_of(word: str) -> Effect:
    """The effect of a lower-case word."""
    entry = _lexicon().get(word)
    if entry is not None:
        value, intensity, modifies = entry
        return Effect(value, intensity, modifies, word.endswith(_MODIFYING_ENDING), word in _NEGATIONS)
    mood = 0.0 if word == "(!)" else None
    if not word.isalpha() and len(word) <= 5 and word not in pattern("text").PUNCTUATION:
        mood = _emoticons().get(word, mood)
    return Effect(
        negates=word in _NEGATIONS,
        ends_negation=len(word.strip("'")) > 1,
        ends_modifier=len(word) > 2,
        boosts=word == "!",
        mood=mood,
    )


@cache
def _lexicon() -> dict[str, tuple[float, float, bool]]:
    """Word to polarity, intensity, and whether it modifies the next word, as textblob-de loads them."""
    sentiment = pattern("text").Sentiment(path=str(package_folder() / "data" / "de-sentiment.xml"))
    entries: dict[str, dict[str | None, Any]] = dict(sentiment.items())
    for word, senses in list(entries.items()):
        plain = word
        if not word.endswith(tuple("àèéêï")):
            plain = word.translate(str.maketrans("àéèêï", "aeeei"))
        if plain != word:
            entries[plain] = {**entries.get(plain, {}), **senses}
    return {
        word: (senses[None][0], senses[None][2], any(modifier in senses for modifier in _MODIFIERS))
        for word, senses in entries.items()
    }
