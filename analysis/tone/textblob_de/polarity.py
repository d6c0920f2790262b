"""The base value of tone: the polarity that textblob-de 0.4.3 gives, computed fast.

``polarity(text)`` equals ``TextBlobDE(text, tokenizer=PatternTokenizer()).sentiment.polarity`` for any text;
a sentence with which textblob-de fails counts as 0. textblob-de spends 92 % of its time on a parser whose
output can change the value of few sentences. Here a sentence is tagged only if one of its words may score at
all and the effect of a word depends on its tag; all that depends on a word alone is remembered.
"""

import string
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from analysis.memo import Memo
from analysis.tone.textblob_de.effects import (
    DULL,
    ONLY_DULL,
    UNCLEAR,
    Effect,
    Effects,
    effect_of,
    effects_of,
    is_dull,
    is_plain,
    words_of,
)
from analysis.tone.textblob_de.lemmas import KINDS, LemmaKind, lemma_kind, lemmatise
from analysis.tone.textblob_de.tagger import tagger
from analysis.tone.textblob_de.tokenizer import german_splitter, pattern

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
    return _mean([effect_of(word.lower()) for word in words_of(lemmas)]) or 0.0


def _effects(tokens: list[str], known: list["Known"], tag_unclear: bool) -> list[Effect]:
    """The effects of the tokens, by their tags where they depend on that; unclear ones only with ``tag_unclear``."""
    effects = [word.effects for word in known]
    tagged = [at for at, found in enumerate(effects) if found is None or (tag_unclear and found == (UNCLEAR,))]
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

    effects: Effects | None
    """None where they depend on the tag, or where the token may become part of an emoticon."""
    may_score: bool
    readings: Mapping[LemmaKind, Effects] | None
    """The effects by how the token is lemmatised; None where it may become part of an emoticon."""


_DULL_WORD = Known(ONLY_DULL, False, dict.fromkeys(KINDS, ONLY_DULL))


def _look_at(token: str) -> Known:
    lemmas = {kind: _lemma(token, kind, False) or "" for kind in tagger().all_lemma_kinds(token)}
    if all(map(is_dull, set(lemmas.values()))):
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
        return Known((UNCLEAR,), False, readings)
    effects = different.pop()
    return Known(effects, any(effect.scores for effect in effects), readings)


_known = Memo(_look_at)


def _readings(lemmas: Mapping[LemmaKind, str]) -> dict[LemmaKind, Effects] | None:
    """The effects that each lemma of a token has; None where they depend on more than its kind."""
    readings: dict[LemmaKind, Effects] = {}
    for kind, lemma in lemmas.items():
        effects = effects_of(lemma)
        if effects is None or (not is_plain(lemma) and effects_of(lemma.title()) != effects):
            return None
        readings[kind] = effects
    return readings


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
        if effect is DULL:
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
