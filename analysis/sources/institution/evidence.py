"""The words from which the institution of a source is told: its mention, its introductions, what stands around."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from analysis.model import Document, Source, Statement
from analysis.sources.lexicons.head_nouns import split_noun
from analysis.sources.lexicons.known_entities import load_lexicon

LONGEST = 110
"""Words of evidence that are read at most."""
_BESIDE = {"O": (10, 10), "A": (8, 12), "B": (8, 12)}
"""Words before and behind: of the speaking mention, of the first other one, of one that looks like an introduction."""
_FAR_LEFT, _FAR_RIGHT = 8, 10
_TITLE, _NAME = 12, 4
_INFLECTED = 2
"""Letters that a name may have more where it is inflected."""
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"[A-ZÄÖÜ][\w-]+")
_NAMES = re.compile(r"[\w’'-]+")


class Word(NamedTuple):
    """A word of evidence, where it stands, and what the lists say of it.

    ``place`` is "M" in the mention, "AL1" right before the first other mention; ``kind`` the institution of a listed
    name ("name business") or noun ("noun expert"; "noun office" for a role that borrows its institution), else what
    the engine takes the word for ("PER"), or "".
    """

    form: str
    place: str
    kind: str


class Evidence:
    """The words of one article, found by their forms."""

    def __init__(self, document: Document, title: str | None) -> None:
        self._document = document
        self._tokens = document.tokens
        self._kinds: dict[int, str] = {}
        self._named: dict[str, Sequence[int]] = {}
        self._begins = [sentence.start for sentence in document.sentences]
        self._starts = [token.start for token in document.tokens]
        self._title = [Word(form, "T", _noun(form)) for form in _WORD.findall(title or "")[:_TITLE]]
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for at, token in enumerate(document.tokens):
            if token.form[:1].isupper():
                self._places[token.form].append(at)

    def of(self, statement: Statement, source: Source) -> tuple[Word, ...]:
        """What is read of the source of a statement."""
        spans = statement.speaker or statement.frame or statement.cue or statement.quote
        first = bisect_left(self._starts, spans[0][0])
        last = max(first + 1, bisect_left(self._starts, spans[0][1]))
        found = [
            self._word(at, "M")
            for start, end in statement.speaker
            for at in range(bisect_left(self._starts, start), bisect_left(self._starts, end))
        ]
        found += self._beside("O", first, last)
        if source.entity not in self._named:
            self._named[source.entity] = self._others(source.entity)
        others = [at for at in self._named[source.entity] if not first <= at < last]
        introduced = [at for at in others[1:] if self._introduces(at)]
        for field, at in zip("AB", (*others[:1], *introduced[:1]), strict=False):
            found += self._beside(field, at, at + 1)
        name = [Word(form, "E", _noun(form)) for form in _CAPITAL.findall(source.entity)[:_NAME]]
        return tuple((*found, *self._title, *name)[:LONGEST])

    def _others(self, entity: str) -> Sequence[int]:
        """Where the article names the last word of a name, inflected or not."""
        capitals = [word for word in _NAMES.findall(entity.split(" + ")[0]) if word[:1].isupper()]
        if not capitals:
            return ()
        name = capitals[-1]
        forms = [name]
        if len(name) > _INFLECTED + 1:
            forms += [form for form in self._places if form != name and form.startswith(name)
                      and len(form) <= len(name) + _INFLECTED]  # fmt: skip
        return sorted(at for form in forms for at in self._places.get(form, ()))

    def _introduces(self, at: int) -> bool:
        """Whether a mention looks like one that tells who somebody is."""
        tokens = self._tokens
        behind = at + 1 < len(tokens) and tokens[at + 1].form in (",", "(")
        return behind or (at > 0 and tokens[at - 1].tag == "NN")

    def _beside(self, field: str, first: int, last: int) -> list[Word]:
        """The words around a mention, each with its distance."""
        before, behind = _BESIDE[field]
        left = range(max(0, first - before), first)
        right = range(last, min(len(self._tokens), last + behind))
        return [
            *(self._word(at, f"{field}L{min(first - at, _FAR_LEFT)}") for at in left),
            *(self._word(at, f"{field}R{min(at - last + 1, _FAR_RIGHT)}") for at in right),
        ]

    def _word(self, at: int, place: str) -> Word:
        token = self._tokens[at]
        if at not in self._kinds:
            self._read_sentence(at)
        return Word(token.form, place, self._kinds[at])

    def _read_sentence(self, at: int) -> None:
        """What the lists and the engine say of the words of the sentence that holds a token."""
        sentence = self._document.sentences[bisect_right(self._begins, self._starts[at]) - 1]
        tokens = self._document.tokens_of(sentence)
        for place, token in enumerate(tokens, sentence.first):
            known = _noun(token.form) if token.tag in ("NN", "NE") else ""
            self._kinds[place] = known or token.entity.partition("-")[2]
        for match in load_lexicon().scan([token.form for token in tokens]):
            kind = "person" if match.entry.kind == "persons" else "name"
            for place in range(sentence.first + match.start, sentence.first + match.end):
                self._kinds[place] = f"{kind} {match.entry.institution}"


def _noun(form: str) -> str:
    """What the list of nouns says of a word."""
    noun = split_noun(form)
    return f"noun {noun.head.institution or noun.head.kind}" if noun is not None else ""
