"""Clauses without a parser: where they end, which verb closes them, what they contain."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from analysis.certainty.context_words import words
from analysis.model import Document

_STOPS = frozenset((",", ";", ":", ".", "!", "?", "(", ")", "[", "]", "–", "—", "…"))
_INFINITIVES = ("VVINF", "VAINF", "VMINF")
_PARTICIPLES = ("VVPP", "VAPP", "VMPP")
_PERFECT_AUXILIARIES = frozenset(("haben", "sein"))
_OPENERS = ("KOUS", "KOUI", "PREL", "PWAV", "PWS", "PWAT")
_INSEPARABLE = ("be", "ver", "er", "ent", "zer", "miss")
_ARTICLES = frozenset(("der", "die", "das", "dem", "den"))


class Bracket(NamedTuple):
    """The verbs that close a clause: tokens ``[first, last]``, the last of them the infinitive."""

    first: int
    last: int


class ClauseView:
    """A document with what the rules ask of it again and again: lower-case forms and clause bounds."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens = document.tokens
        self.lower = [token.form.lower() for token in document.tokens]
        self.tags = [token.tag for token in document.tokens]

    @cached_property
    def lemmas(self) -> list[str]:
        """The lower-case lemmas."""
        return [token.lemma.lower() for token in self.tokens]

    @cached_property
    def _sentence_of(self) -> list[tuple[int, int]]:
        bounds = [(0, 0)] * len(self.tokens)
        for sentence in self.document.sentences:
            for index in range(sentence.first, sentence.last):
                bounds[index] = (sentence.first, sentence.last)
        return bounds

    def sentence(self, index: int) -> tuple[int, int]:
        """Token bounds ``[first, last)`` of the sentence around a token."""
        return self._sentence_of[index]

    def tag_after(self, index: int) -> str:
        """The tag of the next token of the sentence, "" at its end."""
        _, last = self.sentence(index)
        return self.tags[index + 1] if index + 1 < last else ""

    def closes(self, index: int) -> bool:
        """Whether a token ends its clause: a stop, conjunction or sentence end follows, quotation marks aside."""
        _, last = self.sentence(index)
        after = index + 1
        while after < last and self.tags[after] == "$(" and not self.is_stop(after):
            after += 1
        return after >= last or self.is_stop(after) or self.tags[after].startswith("KO")

    def is_stop(self, index: int) -> bool:
        """Whether a token is punctuation that separates clauses (quotation marks do not)."""
        return self.lower[index] in _STOPS

    def clause(self, index: int) -> range:
        """The tokens around ``index`` between two stops of its sentence."""
        first, last = self.sentence(index)
        start, end = index, index
        while start > first and not self.is_stop(start - 1):
            start -= 1
        while end < last and not self.is_stop(end):
            end += 1
        return range(start, end)

    def forms(self, tokens: range) -> set[str]:
        """The lower-case forms of these tokens."""
        return set(self.lower[tokens.start : tokens.stop])

    def is_finite(self, index: int) -> bool:
        """Whether the token is tagged as a finite verb."""
        return self.tags[index].endswith("FIN")

    def is_future(self, index: int) -> bool:
        """Whether the clause-final verb is werden after an infinitive ("fallen werden", not "gefragt werden")."""
        if not self.lower[index].startswith(("werde", "wird", "würde")) or index == 0:
            return False
        return self.tags[index - 1] in _INFINITIVES or self.lower[index - 1] in words("perfect_sein")

    def is_participle(self, index: int) -> bool:
        """Whether the token is a past participle by its tag, or by its shape where the tag says adjective."""
        tag = self.tags[index]
        if tag in _PARTICIPLES:
            return True
        return (tag in ("ADJD", "VVFIN", "VVINF", "ADV")) and _looks_like_participle(self.lower[index])

    def opens_clause(self, index: int) -> bool:
        """Whether a subordinate clause begins at this token (the one after a comma)."""
        if index >= len(self.tokens):
            return False
        word, tag = self.lower[index], self.tags[index]
        if word in _ARTICLES:
            return tag == "PRELS"
        if tag.startswith(_OPENERS) or word in words("opener"):
            return True
        return tag.startswith("APPR") and self.tag_after(index).startswith(("PREL", "PW"))

    def outside_subclauses(self, start: int) -> Iterator[int]:
        """Token indices from ``start`` to the end of its sentence, embedded subordinate clauses left out."""
        _, last = self.sentence(start - 1) if start else self.sentence(0)
        index, hidden = start, False
        while index < last:
            if self.lower[index] == ",":
                hidden = self.opens_clause(index + 1)
            elif self.lower[index] in (";", ":"):
                return
            elif not hidden:
                yield index
            index += 1

    def bracket_after(self, modal: int) -> Bracket | None:
        """The verbs that close the clause of a modal in second or first position."""
        for index in self.outside_subclauses(modal + 1):
            if not self._is_infinitive(index):
                continue
            last, end = index, self.sentence(index)[1]
            while last + 1 < end and self._is_infinitive(last + 1):
                last += 1
            if self.tag_after(last).endswith("FIN"):
                continue
            return self._bracket(index, last)
        return None

    def bracket_before(self, modal: int) -> Bracket | None:
        """The verbs before a modal that stands at the end of its clause ("getötet haben soll")."""
        first, _ = self.sentence(modal)
        if modal == first or not self._is_infinitive(modal - 1):
            return None
        return self._bracket(modal - 1, modal - 1)

    def is_perfect(self, bracket: Bracket) -> bool:
        """Whether the bracket is a perfect infinitive: participle with haben or sein."""
        return self.lower[bracket.last] in _PERFECT_AUXILIARIES and bracket.first < bracket.last

    def _is_infinitive(self, index: int) -> bool:
        word = self.lower[index]
        if index and self.lower[index - 1] == "zu":
            return False
        if word == "sein" and self.tag_after(index).startswith(("N", "ADJA", "TRUNC", "CARD")):
            return False
        if self.tags[index] in _INFINITIVES:
            return True
        if self.tags[index] == "VVFIN" and word.endswith("n") and self.closes(index):
            # Taggers mix up infinitive and plural, which look alike.
            return True
        return word in ("haben", "sein", "werden", "worden") and (
            self.closes(index) or self.tag_after(index).startswith("V")
        )

    def _bracket(self, first: int, last: int) -> Bracket:
        start, _ = self.sentence(last)
        while first > start and (self.is_participle(first - 1) or self._is_infinitive(first - 1)):
            first -= 1
        return Bracket(first, last)


def _looks_like_participle(word: str) -> bool:
    if len(word) < 6 or not word.endswith(("t", "en")):
        return False
    return "ge" in word[:-3] or word.endswith("iert") or word.startswith(_INSEPARABLE)
