"""What turns the tone of words: negations, lack and doubt, intensifiers, and marks of irony.

A negation turns the tone words behind it in its clause, or the last one before it. Distance turns the infinitive clause
that follows its own, too ("weit davon entfernt, ein Vorbild zu sein"). Lack and doubt turn positive words only.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from analysis.model import Token
from analysis.resources import read_lexicon
from analysis.tone.words import ToneWord

NEGATED = -0.5
"""By which a negation multiplies, as in textblob-de: "nicht gut" is less bad than "schlecht"."""
_REACH = 2
"""An intensifier acts over at most so many words that have no tone."""
_NEW_CLAUSE = ("aber", "sondern", "doch", "jedoch", "denn")
_WHOLE_CLAUSE = ("negation", "distance", "lack")
_NOUN_PHRASE = ("determiner", "doubt")
_POSITIVE_ONLY = ("lack", "doubt")
_TURNING = (*_WHOLE_CLAUSE, *_NOUN_PHRASE)
_MARKS = frozenset('"„“”»«‚‘’›‹')
_INFINITIVE = ("PTKZU", "VVIZU")
PLAIN = ToneWord()


class ToneWords(NamedTuple):
    """One word of a sentence as the tone has it."""

    lemma: str
    tag: str
    word: ToneWord
    value: float = 0.0
    """Its value with intensifiers and negations applied."""
    sign: float = 1.0
    """``NEGATED`` under a negation."""


class _Turn:
    """What is turning words at one place of a clause: its kind, and whether it has turned any yet."""

    __slots__ = ("has_turned", "kind")

    def __init__(self, kind: str = "") -> None:
        self.kind = kind
        self.has_turned = not kind

    def sign(self, value: float) -> float:
        """The sign of a word of this value."""
        if not self.kind or (value <= 0 and self.kind in _POSITIVE_ONLY):
            return 1.0
        return NEGATED


def turned(words: Sequence[ToneWords]) -> list[ToneWords]:
    """The words of a sentence with values and signs: intensifiers, negations, lack and doubt applied."""
    found: list[ToneWords] = []
    clauses = list(_clauses(words))
    turn = _Turn()
    for clause, following in zip(clauses, [*clauses[1:], []], strict=True):
        turn = _rate(clause, turn, is_carried=any(word.tag in _INFINITIVE for word in following))
        found += clause
    return found


def _clauses(words: Iterable[ToneWords]) -> Iterator[list[ToneWords]]:
    """Stretches between commas, ends of sentences and adversative conjunctions."""
    clause: list[ToneWords] = []
    for word in words:
        if word.tag in ("$,", "$.") or (word.tag == "KON" and word.lemma in _NEW_CLAUSE):
            yield clause
            clause = []
        clause.append(word)
    yield clause


def _rate(clause: list[ToneWords], turn: _Turn, *, is_carried: bool) -> _Turn:
    """Set the values and signs of a clause; give what turns the next one, to which it ``is_carried`` if unspent."""
    last: int | None = None
    factor, since = 1.0, 0
    for at, (lemma, tag, word, _, sign) in enumerate(clause):
        if word.effect == "intensifier":
            factor, since = word.factor, 0
            continue
        if value := word.value or word.event_value:
            sign *= turn.sign(value)
            clause[at] = ToneWords(lemma, tag, word, max(-1.0, min(value * factor * sign, 1.0)), sign)
            if not word.is_event and word.effect not in _TURNING:
                last, factor, turn.has_turned = at, 1.0, True
        elif word.effect not in _TURNING:
            since += 1
            factor = 1.0 if since > _REACH else factor
            if turn.kind and turn.kind not in _POSITIVE_ONLY:
                clause[at] = ToneWords(lemma, tag, word, 0.0, NEGATED)
        if word.effect in _TURNING and _acts(clause, at):
            turn = _Turn(_kind(clause, at))
        if turn.kind in _NOUN_PHRASE and tag in ("NN", "NE"):
            turn = _Turn()
    return _spent(clause, turn, last, is_carried=is_carried)


def _spent(clause: list[ToneWords], turn: _Turn, last: int | None, *, is_carried: bool) -> _Turn:
    """What is left of a turn at the end of a clause; one that turned nothing turns the last tone word before it."""
    if turn.has_turned or turn.kind not in _WHOLE_CLAUSE:
        return _Turn()
    if is_carried and turn.kind == "distance":
        return turn
    if last is not None and (sign := turn.sign(clause[last].value)) < 0:
        clause[last] = clause[last]._replace(value=clause[last].value * sign, sign=sign)
    return _Turn()


def _kind(clause: Sequence[ToneWords], at: int) -> str:
    """What a word turns; "keiner" alone and before another noun phrase ("keine der Filialen") turns the clause."""
    effect = clause[at].word.effect
    is_alone = clause[at].tag == "PIS" or (at + 1 < len(clause) and clause[at + 1].tag == "ART")
    return "negation" if effect == "determiner" and clause[at].lemma == "kein" and is_alone else effect


def _acts(clause: Sequence[ToneWords], at: int) -> bool:
    """Whether a word turns others: not "nicht nur" or "nicht zuletzt", and doubt only as an adjective."""
    if clause[at].word.effect == "doubt":
        return clause[at].tag.startswith(("ADJA", "$"))
    return not (at + 1 < len(clause) and clause[at + 1].lemma in ("nur", "zuletzt", "bloß", "allein"))


def phrases_in(tokens: Sequence[Token]) -> dict[int, ToneWord]:
    """What stands for each token that is part of a listed phrase; the last one of a phrase has its effect."""
    found: dict[int, ToneWord] = {}
    first = _phrases()
    for at, token in enumerate(tokens):
        for phrase, word in first.get(token.lemma) or first.get(token.text) or ():
            if at not in found and _stands(phrase, tokens, at):
                silent = {at + step: PLAIN for step in range(len(phrase))}
                found |= {} if word.effect == "lack" else silent
                found[at + len(phrase) - 1] = word
    return found


def _stands(phrase: Sequence[str], tokens: Sequence[Token], at: int) -> bool:
    if at + len(phrase) > len(tokens):
        return False
    rest = zip(phrase[1:], tokens[at + 1 : at + len(phrase)], strict=True)
    return all(part in (token.lemma, token.text) for part, token in rest)


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], ToneWord]]]:
    """The listed phrases by their first word, small and at the start of a sentence; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], ToneWord]]] = {}
    rows = sorted(read_lexicon("tone_phrases"), key=lambda row: -len(row["phrase"]))
    for row in rows:
        parts = tuple(row["phrase"].split())
        kind = "" if row["kind"] == "plain" else row["kind"]
        for first in {parts[0], parts[0].capitalize()}:
            found.setdefault(first, []).append((parts, ToneWord(effect=kind, factor=float(row["factor"] or 1))))
    return found


def ironic(words: Sequence[ToneWords]) -> list[int]:
    """Places of positive adjectives alone in quotation marks before a noun outside them ("die „kluge“ Idee").

    Where somebody is said to speak, the marks quote.
    """
    found = [
        at
        for at in range(1, len(words) - 2)
        if words[at].tag == "ADJA"
        and words[at].word.value > 0
        and words[at - 1].lemma in _MARKS
        and words[at + 1].lemma in _MARKS
        and words[at + 2].tag.startswith(("NN", "ADJA"))
    ]
    return [] if found and any(word.lemma in _reporting() for word in words) else found


@cache
def _reporting() -> frozenset[str]:
    """Lemmas of verbs and prepositions that tell of somebody's words."""
    verbs = {row["verb"].replace("|", "") for row in read_lexicon("reporting_verbs")}
    return frozenset(verbs | {"laut", "zufolge"})
