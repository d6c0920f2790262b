"""The own value of tone: what tone words and all other words of a text say, events left out.

Tone words come from the lexicons, with negation and intensifiers applied; their mean is drawn towards 0 where
there are few. ``analysis.tone.model`` adds what the words mean beyond the lists and gives the value, -1 … 1.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from analysis.model import Token, ToneLabel
from analysis.own_words.active import per_list
from analysis.tone.model import BAND, load_model, word_weights
from analysis.tone.turns import NEGATED, ToneWords, ironic, phrases_in, turned
from analysis.tone.words import tone_word

SHRINK = 2.0


class Sum(NamedTuple):
    """What a stretch of text adds up to: sums over its tone words, its event words and all its words."""

    total: float = 0.0
    """Sum of the values of tone words."""
    words: int = 0
    """Number of tone words."""
    events: int = 0
    event_total: float = 0.0
    """Sum of the values that the lists give its event words."""
    event_words: int = 0
    """Number of event words to which the lists give a value."""
    weights: float = 0.0
    """Sum of the words' weights in the trained model."""
    length: int = 0
    """Number of words."""

    @property
    def mean(self) -> float:
        """The mean value of the tone words, drawn towards 0."""
        return self.total / (self.words + SHRINK)

    @property
    def tone(self) -> float:
        """The tone, -1 … 1."""
        return load_model().tone(self.mean, self.weights, self.length)

    @property
    def tone_events(self) -> float:
        """The tone if event words scored as the lists have them."""
        both = (self.total + self.event_total) / (self.words + self.event_words + SHRINK)
        return load_model().tone(both, self.weights, self.length)

    def __add__(self, other: object) -> "Sum":
        if not isinstance(other, Sum):
            return NotImplemented
        return Sum(*(one + two for one, two in zip(self, other, strict=True)))  # type: ignore[arg-type]


def score(tokens: Sequence[Token]) -> Sum:
    """What the words of one sentence say."""
    readings = read(tokens)
    weights = 0.0
    for lemma, tag, _, value, sign in readings:
        polarity, place = _weights(lemma, tag)
        weights += polarity * sign + place * (sign if value else 1.0)
    return add_up(readings)._replace(weights=weights)


def add_up(readings: Iterable[ToneWords]) -> Sum:
    """What the lexicons say of the words, without the trained model."""
    total, count, events, event_total, event_words, length = 0.0, 0, 0, 0.0, 0, 0
    for _, tag, word, value, _ in readings:
        length += tag[:1] != "$"
        if word.is_event:
            events += 1
            event_total += value
            event_words += value != 0
        elif value:
            total += value
            count += 1
    return Sum(total, count, events, event_total, event_words, 0.0, length)


def read(tokens: Sequence[Token]) -> list[ToneWords]:
    """The words of one sentence, each with its value; a separated particle is part of its verb."""
    words = _words(tokens)
    for at in ironic(words):
        words[at] = words[at]._replace(sign=NEGATED)
    return turned(words)


@per_list
def _weights(lemma: str, tag: str) -> tuple[float, float]:
    return (0.0, 0.0) if tone_word(lemma, tag).is_silent else word_weights(lemma, tag)


def label(tone: float) -> ToneLabel:
    """The label of a text with this tone."""
    if tone <= -BAND:
        return "negative"
    return "positive" if tone >= BAND else "neutral"


def _words(tokens: Sequence[Token]) -> list[ToneWords]:
    """The words with their part in the tone; a separated particle is put back to its verb."""
    words: list[ToneWords] = []
    verb: int | None = None
    phrases = phrases_in(tokens)
    for at, token in enumerate(tokens):
        lemma, tag = token.lemma, token.tag
        if at in phrases:
            words.append(ToneWords(lemma, tag, phrases[at]))
            continue
        if tag == "PTKVZ" and verb is not None:
            whole = lemma.lower() + words[verb].lemma
            words[verb] = ToneWords(whole, "VVFIN", tone_word(whole, "VVFIN"))
            verb = None
            continue
        if tag.startswith(("VVFIN", "VVIMP")):
            verb = len(words)
        words.append(_alone(lemma, tag))
    return words


@per_list
def _alone(lemma: str, tag: str) -> ToneWords:
    """A word before any other acts on it."""
    return ToneWords(lemma, tag, tone_word(lemma, tag))
