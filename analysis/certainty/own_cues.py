"""Hedge cues of the user's own list: added ones are found, removed and reclassed ones taken from what was found.

A word in its base form counts in all its forms, by the engine's lemma, a separable verb also in two pieces; another
form counts as it stands. Capitals tell nouns from other words. Several words count in this sequence, whatever their
case. One pass over the tokens looks words up in tables, so the time is linear in the text however long the list is.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import cast

from analysis.certainty.candidates import Candidate
from analysis.certainty.features import surroundings
from analysis.certainty.holders import Surroundings, holder
from analysis.certainty.patterns import Match, spans_of, without_overlaps
from analysis.certainty.verb_clauses import ClauseView
from analysis.language.base_forms import ENDINGS, is_base, joined
from analysis.language.word_table import load_words
from analysis.model import Document, Hedge, HedgeClass, Spans, Statement
from analysis.own_words.active import OwnWords, active
from analysis.own_words.rows import OwnWord

OWN = "own:"
"""Begins the rule of hedges that the own list adds; the word of its row follows."""
_HEADS = ("VV", "N", "ADJ")
"""Tags of words by which a cue of several words is named, where no modal is in it."""


@dataclass
class _Table:
    """Rows by the word that they are about: by its lemma, by its form, or as a tree of words in sequence."""

    lemmas: dict[str, OwnWord] = field(default_factory=dict)
    forms: dict[str, OwnWord] = field(default_factory=dict)
    sequences: dict[str, object] = field(default_factory=dict)
    cues: dict[str, OwnWord] = field(default_factory=dict)
    """Rows by all their words in lower case."""
    rules: dict[str, OwnWord] = field(default_factory=dict)

    def enter(self, row: OwnWord) -> None:
        """Put a row where it will be looked for."""
        if row.rule:
            self.rules[row.rule] = row
            return
        self.cues[row.word.lower()] = row
        word = joined(row.word)
        if " " not in word:
            table = self.lemmas if is_base(word) else self.forms
            table[_cased(word, is_noun=word[:1].isupper())] = row
            return
        branch: dict[str, object] = self.sequences
        for part in word.lower().split():
            branch = cast("dict[str, object]", branch.setdefault(part, {}))
        branch[""] = row


def _cased(word: str, *, is_noun: bool) -> str:
    """A key that keeps nouns apart from all other words."""
    return word.capitalize() if is_noun else word.lower()


@lru_cache(8)
def _tables(words: OwnWords) -> tuple[_Table, _Table]:
    """What is added, and what is removed or reclassed."""
    added, changed = _Table(), _Table()
    for row in words.of("hedge"):
        (added if row.action == "add" else changed).enter(row)
    return added, changed


def apply_own(document: Document, statements: tuple[Statement, ...], hedges: tuple[Hedge, ...]) -> tuple[Hedge, ...]:
    """The hedges as the list that is followed now has them, in text order.

    Of found ones, those are left out or reclassed whose cue is named by the list. Added ones count wherever they
    stand, the longest of those that overlap, and in place of what was found there.
    """
    words = active()
    if not words.of("hedge"):
        return hedges
    added, changed = _tables(words)
    reading = ClauseView(document)
    starts = [token.start for token in document.tokens]
    units = _Units(reading)
    kept: list[tuple[tuple[int, ...], Hedge]] = []
    for hedge in hedges:
        tokens = _tokens(starts, document, hedge.spans)
        row = changed.rules.get(hedge.rule) or _named(changed, units, hedge, tokens)
        if row is None:
            kept.append((tokens, hedge))
        elif row.action == "reclass":
            kept.append((tokens, replace(hedge, kind=cast(HedgeClass, row.value))))
    matches = without_overlaps(_found(added, units))
    taken = {index for match in matches for index in match.tokens}
    placed = Surroundings(statements)
    whole = [hedge for tokens, hedge in kept if taken.isdisjoint(tokens)]
    whole += [_hedge(reading, match, placed) for match in matches]
    return tuple(sorted(whole, key=lambda hedge: hedge.spans)) if matches else tuple(whole)


def _hedge(reading: ClauseView, match: Match, placed: Surroundings) -> Hedge:
    spans, kind = spans_of(reading, match.tokens), cast(HedgeClass, match.kind)
    statement, is_quoted = placed.place(spans)
    candidate = Candidate(match.tokens, match.head, kind, match.rule, match.rule, "", (), (), None)
    around = surroundings(reading, candidate, statement, is_quoted)
    whose = holder(reading, candidate, spans, around, placed)
    cue = " … ".join(reading.document.text[start:end] for start, end in spans)
    return Hedge(spans, cue, kind, whose, statement.id if statement else None, match.rule)


def _tokens(starts: Sequence[int], document: Document, spans: Spans) -> tuple[int, ...]:
    return tuple(
        index
        for start, end in spans
        for index in range(bisect_left(starts, start), bisect_left(starts, end))
        if document.tokens[index].start < end
    )


class _Units:
    """The words of a text as a list is asked for them: verbs with the particle that stands apart."""

    def __init__(self, reading: ClauseView) -> None:
        self.reading = reading
        self.tokens = reading.tokens
        known = load_words().index
        # "munkelte weiter" is no verb of its own.
        self.particle = {
            verb: at
            for verb, at in particles(reading.document).items()
            if together(self.tokens[at].form, self.tokens[verb].lemma) in known
        }

    def row(self, table: _Table, index: int) -> OwnWord | None:
        """The row about the word at a token."""
        token = self.tokens[index]
        is_noun = token.tag.startswith("N")
        if index in self.particle:
            return table.lemmas.get(together(self.tokens[self.particle[index]].form, token.lemma))
        lemma = _cased(token.lemma, is_noun=is_noun)
        row = table.lemmas.get(lemma) or table.forms.get(_cased(token.form, is_noun=is_noun))
        if row is None and token.tag.startswith("ADJ"):
            return next((table.lemmas[word] for word in _stripped(lemma) if word in table.lemmas), None)
        return row

    def of(self, index: int) -> tuple[int, ...]:
        """The tokens of the word at a token."""
        return (index, self.particle[index]) if index in self.particle else (index,)


def together(particle: str, verb: str) -> str:
    """The infinitive of a separable verb from its particle and the lemma of the rest."""
    return particle.lower() + verb.lower()


def particles(document: Document) -> dict[int, int]:
    """The token of the separated particle by that of its verb: the last full verb before it in the sentence."""
    found: dict[int, int] = {}
    for sentence in document.sentences:
        verb: int | None = None
        for index in range(sentence.first, sentence.last):
            tag = document.tokens[index].tag
            if tag.startswith(("VVFIN", "VVIMP")):
                verb = index
            elif tag == "PTKVZ" and verb is not None:
                found[verb] = index
                verb = None
    return found


def _stripped(word: str) -> list[str]:
    """What an adjective that the engine does not know may be a form of."""
    return [word[: -len(ending)] for ending in ENDINGS if word.endswith(ending) and len(word) > len(ending) + 2]


def _found(table: _Table, units: _Units) -> Iterator[Match]:
    for index in range(len(units.tokens)):
        if row := units.row(table, index):
            yield Match(units.of(index), cast(HedgeClass, row.value), OWN + row.word, index)
        if found := _sequence(table, units.reading, index):
            last, row = found
            yield Match(tuple(range(index, last)), cast(HedgeClass, row.value), OWN + row.word, index)


def _sequence(table: _Table, reading: ClauseView, first: int) -> tuple[int, OwnWord] | None:
    """The longest sequence of words that begins at a token within its sentence: its end and row."""
    branch, found = table.sequences, None
    if reading.lower[first] not in branch:
        return None
    _, last = reading.sentence(first)
    for index in range(first, last):
        further = branch.get(reading.lower[index])
        if not isinstance(further, dict):
            break
        branch = further
        if isinstance(row := branch.get(""), OwnWord):
            found = index + 1, row
    return found


def _named(table: _Table, units: _Units, hedge: Hedge, tokens: tuple[int, ...]) -> OwnWord | None:
    """The row that names the cue: all its words, the only word in it, its modal, else the words that carry it."""
    if row := table.cues.get(" ".join(hedge.cue.lower().split())):
        return row
    if not tokens:
        return None
    sequence = _sequence(table, units.reading, tokens[0])
    if sequence and sequence[0] == tokens[-1] + 1:
        return sequence[1]
    tags = {index: units.tokens[index].tag for index in tokens}
    heads = [index for index in tokens if tags[index].startswith("VM")]
    heads = heads or [index for index in tokens if len(units.of(tokens[0])) >= len(tokens) or
                      tags[index].startswith(_HEADS)]  # fmt: skip
    return next((row for index in heads if (row := units.row(table, index))), None)
