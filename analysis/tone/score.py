"""The own value of tone: a lexicon scorer over lemmas, with negation and intensifiers, events left out.

A tone is the sum of the values of all tone words divided by their number plus ``SHRINK``: the mean over the
tone words, drawn towards 0 where there are few. It lies between -1 and 1.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.model import Token, ToneLabel
from analysis.tone.words import ToneWord, tone_word

SHRINK = 2.0
NEGATED = -0.5
"""By which a negation multiplies, as in textblob-de: "nicht gut" is less bad than "schlecht"."""

NEGATIVE_BELOW, POSITIVE_ABOVE = -0.17, 0.22
"""Thresholds of the text's label: the best macro F1 over quantiles of the tone on GerNTSA's 2,224 development
snippets; five-fold cross-validation of the choice gives 46, so that it hardly depends on the snippets."""
_REACH = 2
"""An intensifier acts over at most so many words that have no tone."""
_NEW_CLAUSE = ("aber", "sondern", "doch", "jedoch", "denn")


class Sum(NamedTuple):
    """The tone words of a stretch of text: sum and number of their values, and number of event words."""

    total: float = 0.0
    words: int = 0
    events: int = 0

    @property
    def tone(self) -> float:
        """The tone, -1 … 1."""
        return self.total / (self.words + SHRINK)

    def __add__(self, other: object) -> "Sum":
        if not isinstance(other, Sum):
            return NotImplemented
        return Sum(self.total + other.total, self.words + other.words, self.events + other.events)


class _Item(NamedTuple):
    word: ToneWord
    tag: str
    lemma: str


def score(tokens: Sequence[Token]) -> Sum:
    """The tone words of one sentence."""
    total, count, events = 0.0, 0, 0
    for clause in _clauses(_items(tokens)):
        events += sum(item.word.is_event for item in clause)
        for value in _values(clause):
            total += value
            count += 1
    return Sum(total, count, events)


def label(tone: float) -> ToneLabel:
    """The label of a text with this tone."""
    if tone < NEGATIVE_BELOW:
        return "negative"
    return "positive" if tone > POSITIVE_ABOVE else "neutral"


def _items(tokens: Sequence[Token]) -> list[_Item]:
    """The words with their part in the tone; a separated particle is put back to its verb."""
    items: list[_Item] = []
    verb: int | None = None
    for token in tokens:
        lemma, tag = token.lemma, token.tag
        if tag == "PTKVZ" and verb is not None:
            whole = lemma.lower() + items[verb].lemma
            items[verb] = _Item(tone_word(whole, "VVFIN"), "VVFIN", whole)
            verb = None
            continue
        if tag.startswith(("VVFIN", "VVIMP")):
            verb = len(items)
        items.append(_Item(tone_word(lemma, tag), tag, lemma))
    return items


def _clauses(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """Stretches between commas, ends of sentences and adversative conjunctions."""
    clause: list[_Item] = []
    for item in items:
        if item.tag in ("$,", "$.") or (item.tag == "KON" and item.lemma in _NEW_CLAUSE):
            yield clause
            clause = []
        clause.append(item)
    yield clause


def _values(clause: Sequence[_Item]) -> list[float]:
    """The values of a clause's tone words, with intensifiers and negations applied."""
    values: list[float] = []
    factor, since = 1.0, 0
    negation, pending = "", False
    for at, (word, tag, _) in enumerate(clause):
        if word.effect in ("negation", "determiner") and not _only(clause, at):
            negation, pending = word.effect, word.effect == "negation"
        elif word.effect == "intensifier":
            factor, since = word.factor, 0
        elif word.value:
            value = word.value * factor
            values.append(max(-1.0, min(value * NEGATED if negation else value, 1.0)))
            factor, pending = 1.0, False
        else:
            since += 1
            if since > _REACH:
                factor = 1.0
        if negation == "determiner" and tag in ("NN", "NE"):
            negation = ""
    if pending and values:
        values[-1] *= NEGATED
    return values


def _only(clause: Sequence[_Item], at: int) -> bool:
    """Whether the negation is part of "nicht nur" or "nicht zuletzt", which negate nothing."""
    return at + 1 < len(clause) and clause[at + 1].lemma in ("nur", "zuletzt", "bloß", "allein")
