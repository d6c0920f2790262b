"""The base value of tone: the polarity that textblob-de 0.4.3 gives, computed fast.

``polarity(text)`` equals ``TextBlobDE(text, tokenizer=PatternTokenizer()).sentiment.polarity`` for any text;
a sentence with which textblob-de fails counts as 0. textblob-de spends 92 % of its time on a parser whose
output can change the value of few sentences. Here a sentence is tagged only if one of its words may score at
all and the effect of a word depends on its tag; all that depends on a word alone is remembered.
"""

import re
import string
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple

from analysis.memo import Memo
from analysis.tone.textblob_de.tagger import KINDS, LemmaKind, lemma_kind, lemmatise, tagger
from analysis.tone.textblob_de.tokenizer import german_splitter, lemma_splitter, package_folder, pattern

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


_Effects = tuple[Effect, ...]
_DULL = Effect()
"""Of most words: they only end a negation and a modifier."""
_ONLY_DULL = (_DULL,)
_UNCLEAR = Effect(is_unclear=True)
_MAKES_VERBS, _STAYS = "worden", "und"
"""Before the first a context rule makes a participle of every word but the second."""


def polarity(text: str) -> float:
    """The polarity of a text between -1 and 1: the mean over the sentences that textblob-de finds in it."""
    sentences = german_splitter().sentences(text)
    return sum(map(_of_sentence, sentences)) / len(sentences) if sentences else 0.0


@lru_cache(1 << 12)
def _of_sentence(sentence: str) -> float:
    tokens = _tokens(sentence)
    known = list(map(_known.__getitem__, tokens))
    if _MAKES_VERBS in tokens:
        known = [_before(*pair) for pair in zip(known, tokens, [*tokens[1:], ""], strict=True)]
    if not any(word.may_score for word in known):
        return 0.0
    if any(word.readings is None for word in known):
        return _of_unclear_words(tokens)
    mean = _mean(_effects(tokens, known, tag_unclear=False))
    return (_mean(_effects(tokens, known, tag_unclear=True)) or 0.0) if mean is None else mean


def _before(word: "Known", token: str, following: str) -> "Known":
    """What can be said of a token when the next one is known."""
    if following != _MAKES_VERBS or token == _STAYS or word.readings is None:
        return word
    effects = word.readings["verb"]
    return Known(effects, any(effect.scores for effect in effects), word.readings)


def _of_unclear_words(tokens: list[str]) -> float:
    """The value of a sentence in which words may become emoticons."""
    lemmas = " ".join(_lemmas(tokens))
    if pattern("text").RE_SYNSET.match(lemmas):
        return 0.0  # textblob-de takes this for the name of a synset and fails
    return _mean([_effect(word.lower()) for word in _words(lemmas)]) or 0.0


def _effects(tokens: list[str], known: list["Known"], tag_unclear: bool) -> list[Effect]:
    """The effects of the tokens, by their tags where they depend on that; unclear ones only if told so."""
    effects = [word.effects for word in known]
    tagged = [at for at, found in enumerate(effects) if found is None or (tag_unclear and found == (_UNCLEAR,))]
    for at, tag in zip(tagged, tagger().tags_at(tokens, tagged) if tagged else (), strict=True):
        effects[at] = (known[at].readings or {})[lemma_kind(tag)[0]]
    return [effect for found in effects for effect in found or ()]


def _tokens(sentence: str) -> list[str]:
    """The tokens that textblob-de's lemmatiser makes of a sentence that is already tokenised."""
    tokens: list[str] = []
    for part in german_splitter().sentences(sentence.replace("/", " FORWARDSLASH ")):
        tokens += part.split(" ")
        last = tokens[-1]
        if len(last) > 1 and last.endswith("."):
            tokens[-1:] = [last[:-1], "."]
    return tokens


def _lemmas(tokens: list[str]) -> list[str]:
    lemmas = []
    for number, (token, tag) in enumerate(zip(tokens, tagger().tag(tokens), strict=True)):
        kind, is_noun = lemma_kind(tag)
        lemma = _lemma(token, kind, token[0].isupper() if number else is_noun)
        if lemma is not None:
            lemmas.append(lemma)
    return lemmas


def _lemma(token: str, kind: LemmaKind, in_title_case: bool) -> str | None:
    """The lemma that is scored; None for punctuation, which is not."""
    lemma = lemmatise(token, kind).replace("forwardslash", "/")
    if token in string.punctuation or lemma == "/":
        return None
    return lemma.title() if in_title_case else lemma


class Known(NamedTuple):
    """What can be said of a token without its tag."""

    effects: _Effects | None
    """None where they depend on the tag, or where the token may become part of an emoticon."""
    may_score: bool
    readings: Mapping[LemmaKind, _Effects] | None
    """The effects by how the token is lemmatised; None where it may become part of an emoticon."""


_DULL_WORD = Known(_ONLY_DULL, False, dict.fromkeys(KINDS, _ONLY_DULL))


def _look_at(token: str) -> Known:
    lemmas = {kind: _lemma(token, kind, False) or "" for kind in tagger().all_lemma_kinds(token)}
    if all(map(_is_dull, set(lemmas.values()))):
        return _DULL_WORD
    readings = _readings(lemmas)
    if readings is None:
        return Known(None, True, None)
    different = set(readings.values())
    if len(different) > 1 and any(effect.scores or effect.negates for effect in chain(*different)):
        different = {readings[kind] for kind in tagger().lemma_kinds(token)} or different
        if len(different) > 1:
            return Known(None, any(effect.scores for effect in chain(*different)), readings)
    if len(different) > 1:
        return Known((_UNCLEAR,), False, readings)
    effects = different.pop()
    return Known(effects, any(effect.scores for effect in effects), readings)


_known = Memo(_look_at)


def _readings(lemmas: Mapping[LemmaKind, str]) -> dict[LemmaKind, _Effects] | None:
    """The effects that each lemma of a token has; None where they depend on more than its kind."""
    readings: dict[LemmaKind, _Effects] = {}
    for kind, lemma in lemmas.items():
        effects = _effects_of(lemma)
        if effects is None or (not _is_plain(lemma) and _effects_of(lemma.title()) != effects):
            return None
        readings[kind] = effects
    return readings


def _effects_of(lemma: str) -> _Effects | None:
    """The effects of the words of a lemma; None where one may become part of an emoticon."""
    words = [lemma] if _is_plain(lemma) else _words(lemma)
    if any(word[-2:].lower() in _emoticon_ends() for word in words):
        return None
    return tuple(_effect(word.lower()) for word in words)


def _is_dull(lemma: str) -> bool:
    """Whether the lemma is, by a quick look, a word that only ends a negation and a modifier."""
    return len(lemma) > 2 and lemma not in _telling_words() and lemma[-2:] not in _emoticon_ends() and _is_plain(lemma)


@cache
def _telling_words() -> frozenset[str]:
    """The words of more than two characters that are not dull."""
    return _NEGATIONS | _lexicon().keys() | _emoticons().keys()


_PLAIN = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?")


def _is_plain(lemma: str) -> bool:
    """Whether the lemma is a single word, the same in title case."""
    return _PLAIN.fullmatch(lemma) is not None and (lemma.isascii() or lemma.title().lower() == lemma)


def _words(lemmas: str) -> list[str]:
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
def _effect(word: str) -> Effect:
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


def _clamp(value: float) -> float:
    return max(-1.0, min(value, 1.0))


def _mean(effects: Iterable[Effect]) -> float | None:
    """The mean polarity of the words that score: pattern's ``Sentiment.assessments``, step by step.

    None where the value depends on an unclear effect.
    """
    scored: list[list[float]] = []  # polarity, intensity, -1 where negated
    negation = False
    modifier: Effect | None = None
    for effect in effects:
        if effect is _DULL:
            negation, modifier = False, None
            continue
        if effect.polarity is not None:
            if modifier is None:
                scored.append([effect.polarity, effect.intensity, 1])
            else:
                scored[-1][:2] = [_clamp(effect.polarity * scored[-1][1]), effect.intensity]
            if negation:
                scored[-1][1:] = [1.0 / scored[-1][1], -1]
            modifier = effect if effect.modifies else None
            negation = effect.negates
            continue
        if effect.is_unclear:
            if negation or modifier is not None:
                return None
            continue
        if effect.negates:
            negation = True
        elif effect.ends_negation:
            negation = False
        if negation and modifier is not None and modifier.is_adverb:
            scored[-1][2] = -1
            negation = False
        elif effect.ends_modifier:
            modifier = None
        if effect.boosts and scored:
            scored[-1][0] = _clamp(scored[-1][0] * 1.25)
        if effect.mood is not None:
            scored.append([effect.mood, 1.0, 1])
    values = [value * -0.5 if sign < 0 else value for value, _, sign in scored]
    return sum(values) / len(values) if values else 0.0
