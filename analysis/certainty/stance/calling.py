"""Verbs that call something by a name (nennen, bezeichnen als, sprechen von): the name decides."""

from collections.abc import Sequence
from functools import cache
from itertools import chain

from analysis.certainty.stance.clause import MARKS, ReportingClause
from analysis.certainty.stance.lexicon import key, lexicon
from analysis.model import Stance, Token
from analysis.resources import read_lexicon

_SHORTEST_VALUED = 5
_OBJECT_ALONE = 2
"""Noun phrases of a clause in which nennen has a subject and an object, and no name for it."""
_HEADS = ("NN", "NE", "PPER", "PDS", "PIS", "PRELS")
_AMOUNTS = frozenset(("mehrere", "viel", "wenig", "einige", "million", "milliarde", "tausend", "hundert", "dutzend"))


def calling_stance(clause: ReportingClause) -> Stance | None:
    """The stance of calling something by its name, which may stand in the words reported.

    None where the words of saying call nothing. A word for untrue denies, "falsch" only of what has been said before;
    other words of value judge. Nennen, bezeichnen and halten für judge unless the name is plain.
    """
    whole = sorted({*clause.around, *clause.quote})
    apart = frozenset(clause.quote) - frozenset(clause.around)
    for verb in clause.verbs:
        for preposition, default in lexicon().callings.get(verb, {}).items():
            name = _name(clause, preposition, whole, apart)
            if name:
                called = bool(preposition) or not apart.isdisjoint(name) or _is_predicate(clause, name)
                return _stance(clause, name, default if called else "neutral")
    return None


def _name(clause: ReportingClause, preposition: str, whole: Sequence[int], apart: frozenset[int]) -> list[int]:
    """The tokens that may be the name: those after the preposition, else all of the clause but the words of saying."""
    if not preposition:
        # "nannte als Grund" gives an example and calls nothing by a name.
        if any("als" in clause.words(i) for i in clause.around):
            return []
        return [i for i in whole if i not in clause.cue]
    places = [place for place, index in enumerate(whole) if index not in apart and preposition in clause.words(index)]
    if not places:
        return []
    if preposition == "für":
        return _held_for(clause, list(whole[places[-1] + 1 :]))
    return [i for i in whole[places[0] + 1 :] if i not in clause.cue]


def _held_for(clause: ReportingClause, after: list[int]) -> list[int]:
    """What something is held for: "für falsch", "für einen Fehler", not "Universität für Bodenkultur"."""
    first = clause.tokens[after[0]] if after else None
    if first is None or (first.tag in ("NN", "NE") and not lexicon().has("untrue of claims", key(first.lemma))):
        return []
    return after


def _stance(clause: ReportingClause, name: list[int], default: Stance) -> Stance:
    known = lexicon()
    words = [word for i in name for word in clause.words(i)]
    if any(known.has("untrue", word) for word in words):
        return "denying"
    if any(word in known.words["untrue of claims"] for word in words) and _speaks_of_claim(clause, name):
        return "denying"
    if clause.is_reflexive() or any(known.adverbs.get(word) == "neutral" for word in words):
        return "neutral"
    return "judging" if _is_valued(_head(clause, name)) else default


def _speaks_of_claim(clause: ReportingClause, name: list[int]) -> bool:
    """Whether the clause names something said before, or points back to it (dies, das)."""
    known = lexicon()
    for index in {*clause.around, *name}:
        if clause.tokens[index].tag == "PDS":
            return True
        for word in clause.words(index) if clause.tokens[index].tag == "NN" else ():
            if known.has("claim", word) or known.noun(word) in ("judging", "distancing"):
                return True
    return False


def _is_predicate(clause: ReportingClause, name: list[int]) -> bool:
    """Whether words without a preposition call an object by a name, and are not the object alone ("nannte Gründe")."""
    near = [i for i in name if i in clause.around]
    if any(clause.tokens[i].form in MARKS for i in name) or any(clause.tokens[i].tag == "ADJD" for i in near):
        return True
    if any(clause.tokens[i].tag == "CARD" for i in near):
        return False
    heads = [i for i in near if clause.tokens[i].tag in _HEADS and clause.preposition(i) == ""]
    phrases = [i for i in heads if i - 1 not in heads]
    plain = any(lexicon().has("named", word) for i in heads for word in clause.words(i))
    return len(phrases) > _OBJECT_ALONE and not plain


def _head(clause: ReportingClause, name: list[int]) -> list[Token]:
    """The tokens of a name up to its first noun; up to the closing mark where it stands in marks."""
    tokens = [clause.tokens[i] for i in name]
    marks = [place for place, token in enumerate(tokens) if token.form in MARKS]
    nouns = [place for place, token in enumerate(tokens) if token.tag == "NN"]
    if nouns and marks and marks[0] < nouns[0]:
        return tokens[: marks[1] if len(marks) > 1 else None]
    return tokens[: nouns[0] + 1] if nouns else tokens


def _is_valued(tokens: Sequence[Token]) -> bool:
    """Whether a name has a word of value, and no number."""
    if any(token.tag == "CARD" or key(token.lemma) in _AMOUNTS for token in tokens):
        return False
    return any(_value(key(token.lemma)) for token in tokens if token.tag in ("NN", "ADJD", "ADJA"))


def _value(word: str) -> bool:
    tails = (word[cut:] for cut in range(1, len(word) - _SHORTEST_VALUED + 1))
    return next((_valued()[part] for part in chain((word,), tails) if part in _valued()), False)


@cache
def _valued() -> dict[str, bool]:
    """Which words judge what they name, by the tone words of news; event words are topics."""
    events = {key(row["word"]): False for row in read_lexicon("event_words")}
    return {key(row["word"]): abs(float(row["value"])) > 0 for row in read_lexicon("tone_own")} | events
