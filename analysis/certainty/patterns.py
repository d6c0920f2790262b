"""Patterns over tokens as the lexicons of hedges write them, and their single pass over a text.

Elements of a pattern, separated by blanks: ``a|b`` alternatives, ``stem*`` with any adjective ending, ``=x`` any form
of the lemma x, ``%x`` a word that ends in x, ``x?`` optional, ``~x`` needed but not part of the cue, ``<TAG>`` a word
whose tag begins so, ``x<TAG>`` that word with such a tag, ``..`` up to six words of the same clause, ``...`` any number
of words of it, embedded clauses left out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, cast

from analysis.certainty.verb_clauses import ClauseView
from analysis.model import HedgeClass, Layer, Span, Spans
from analysis.resources import read_lexicon

_ENDINGS = ("", "e", "en", "er", "es", "em")
_GAP = 6
_ALTERNATIVES = re.compile(r"\|(?![^<]*>)")
_TAIL = 4
"""Last letters by which endings are looked up."""
_COMMON = 1000
"""For how many words a common function word counts when the rarest element of a pattern is looked for."""


@dataclass(frozen=True, slots=True)
class _Element:
    """One place of a pattern; each table gives the tags (beginnings) that a word, lemma or ending must have."""

    words: dict[str, tuple[str, ...]]
    lemmas: dict[str, tuple[str, ...]]
    endings: dict[str, tuple[str, ...]]
    tags: tuple[str, ...] = ()
    optional: bool = False
    context: bool = False
    gap: int = 0
    """Words that may be skipped: -1 any number."""

    def fits(self, reading: ClauseView, index: int) -> bool:
        tag = reading.tags[index]
        if self.tags and tag.startswith(self.tags):
            return True
        word = reading.lower[index]
        found = self.words.get(word)
        if found is not None and tag.startswith(found):
            return True
        if self.lemmas:
            found = self.lemmas.get(reading.lemmas[index])
            if found is not None and tag.startswith(found):
                return True
        return any(word.endswith(ending) and tag.startswith(at) for ending, at in self.endings.items())

    @property
    def keys(self) -> list[str]:
        """Under what a text's tokens lead to this element: words, lemmas with "=", endings with "%"."""
        return [*self.words, *(f"={lemma}" for lemma in self.lemmas), *(f"%{ending}" for ending in self.endings)]

    @property
    def commonness(self) -> float:
        """How often the element may be found, in words."""
        if self.optional or self.context or self.gap or self.tags:
            return float("inf")
        common = _function_words()
        return sum(_COMMON if word in common else 1 for word in (*self.words, *self.lemmas, *self.endings))


@dataclass(frozen=True, slots=True)
class _Pattern:
    lexicon: str
    rule: str
    kind: HedgeClass | Layer
    elements: tuple[_Element, ...]
    anchor: int
    unless_before: frozenset[str]
    unless_after: frozenset[str]
    unless_near: frozenset[str]


class Match(NamedTuple):
    """The tokens of one cue, in text order, with class and rule; ``head`` is its rarest word.

    ``lexicon`` is the one whose pattern fits, "" where code has found it.
    """

    tokens: tuple[int, ...]
    kind: HedgeClass | Layer
    rule: str
    head: int
    lexicon: str = ""


class _Anchored(NamedTuple):
    """The patterns of a lexicon by what leads to them."""

    words: dict[str, list[_Pattern]]
    lemmas: dict[str, list[_Pattern]]
    endings: dict[str, list[_Pattern]]
    tails: dict[str, list[str]]
    """The endings by their last letters."""


BARRED = "not-"
"""Begins the rule of a match that the pattern itself bars by a word beside it."""


def match_patterns(reading: ClauseView, *lexicons: str, with_barred: bool = False) -> Iterator[Match]:
    """Every place where a pattern of the lexicons fits; ``with_barred`` also those that its conditions bar."""
    anchored = _by_anchor(lexicons)
    for index, pattern in _places(anchored, reading):
        tokens = _fit(pattern, reading, index)
        if not tokens:
            continue
        if not _barred(pattern, reading, tokens):
            yield Match(tokens, pattern.kind, pattern.rule, index, pattern.lexicon)
        elif with_barred:
            yield Match(tokens, pattern.kind, BARRED + pattern.rule, index, pattern.lexicon)


def _places(anchored: _Anchored, reading: ClauseView) -> Iterator[tuple[int, _Pattern]]:
    """Where patterns may fit: the tokens that their rarest words lead to, each pattern once for a token."""
    by_word, by_lemma, tails = anchored.words, anchored.lemmas, anchored.tails
    for index, (word, lemma) in enumerate(zip(reading.lower, reading.lemmas, strict=True)):
        found = by_word.get(word, ())
        for pattern in found:
            yield index, pattern
        if lemma in by_lemma:
            yield from ((index, pattern) for pattern in by_lemma[lemma] if pattern not in found)
        if word[-_TAIL:] in tails and reading.tags[index][:1] in "NA":
            for ending in tails[word[-_TAIL:]]:
                if word.endswith(ending) and len(word) > len(ending) + 1:
                    yield from ((index, pattern) for pattern in anchored.endings[ending])


def without_overlaps(matches: Iterable[Match]) -> list[Match]:
    """The matches in text order; of two that share a token the longer one."""
    taken: set[int] = set()
    kept: list[Match] = []
    for match in sorted(matches, key=lambda m: (-len(m.tokens), m.tokens)):
        if taken.isdisjoint(match.tokens):
            taken.update(match.tokens)
            kept.append(match)
    return sorted(kept, key=lambda m: m.tokens)


def spans_of(reading: ClauseView, tokens: tuple[int, ...]) -> Spans:
    """Character spans of these tokens, neighbours joined into one."""
    spans: list[Span] = []
    for position, index in enumerate(tokens):
        token = reading.tokens[index]
        if position and tokens[position - 1] == index - 1:
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
    return tuple(spans)


def _barred(pattern: _Pattern, reading: ClauseView, tokens: tuple[int, ...]) -> bool:
    before, after = tokens[0] - 1, tokens[-1] + 1
    anchor = pattern.elements[pattern.anchor]
    first = next(t for t in tokens if anchor.fits(reading, t))
    barred = pattern.unless_before
    if before >= 0 and reading.lower[before] in barred:
        return True
    if first > 0 and reading.lower[first - 1] in barred:
        return True
    if after < len(reading.lower) and reading.lower[after] in pattern.unless_after:
        return True
    return bool(pattern.unless_near) and not pattern.unless_near.isdisjoint(reading.forms(reading.clause(first)))


def _fit(pattern: _Pattern, reading: ClauseView, index: int) -> tuple[int, ...] | None:
    if not pattern.elements[pattern.anchor].fits(reading, index):
        return None
    first, last = reading.sentence(index)
    bounds = range(first, last)
    left = _walk(pattern.elements[: pattern.anchor][::-1], reading, index - 1, -1, bounds)
    if left is None:
        return None
    right = _walk(pattern.elements[pattern.anchor + 1 :], reading, index + 1, 1, bounds)
    if right is None:
        return None
    return (*left[::-1], index, *right)


def _walk(
    elements: tuple[_Element, ...], reading: ClauseView, index: int, step: int, bounds: range
) -> tuple[int, ...] | None:
    """The cue tokens that fit the elements one after another from ``index`` on, or None."""
    if not elements:
        return ()
    element, rest = elements[0], elements[1:]
    if element.gap:
        for at in _skipped(reading, index, step, bounds, element.gap):
            found = _walk(rest, reading, at, step, bounds)
            if found is not None:
                return found
        return None
    if index in bounds and element.fits(reading, index):
        found = _walk(rest, reading, index + step, step, bounds)
        if found is not None:
            return found if element.context else (index, *found)
    return _walk(rest, reading, index, step, bounds) if element.optional else None


def _skipped(reading: ClauseView, index: int, step: int, bounds: range, gap: int) -> Iterator[int]:
    """The places after a gap that begins at ``index``: the nearest first."""
    if gap < 0 and step > 0 and index in bounds:
        yield from reading.outside_subclauses(index)
        return
    for skipped in range(len(bounds) if gap < 0 else gap + 1):
        at = index + step * skipped
        yield at
        if at not in bounds or reading.is_stop(at):
            return


@cache
def _by_anchor(lexicons: tuple[str, ...]) -> _Anchored:
    anchored = _Anchored({}, {}, {}, {})
    for lexicon, row in ((name, row) for name in lexicons for row in read_lexicon(name)):
        elements = tuple(_element(part) for part in row["pattern"].split())
        anchor = min(range(len(elements)), key=lambda i: elements[i].commonness)
        pattern = _Pattern(
            lexicon=lexicon,
            rule=row["id"],
            kind=cast(HedgeClass | Layer, row["class"]),
            elements=elements,
            anchor=anchor,
            unless_before=_words(row.get("unless_before", "")),
            unless_after=_words(row.get("unless_after", "")),
            unless_near=_words(row.get("unless_near", "")),
        )
        for key in elements[anchor].keys:
            table = {"=": anchored.lemmas, "%": anchored.endings}.get(key[0], anchored.words)
            table.setdefault(key.lstrip("=%"), []).append(pattern)
    for ending in anchored.endings:
        anchored.tails.setdefault(ending[-_TAIL:], []).append(ending)
    return anchored


def _element(part: str) -> _Element:
    if part in ("..", "..."):
        return _Element({}, {}, {}, gap=_GAP if part == ".." else -1)
    context = part.startswith("~")
    part = part.removeprefix("~")
    optional = part.endswith("?") and len(part) > 1
    part = part.removesuffix("?") if optional else part
    words: dict[str, tuple[str, ...]] = {}
    lemmas: dict[str, tuple[str, ...]] = {}
    endings: dict[str, tuple[str, ...]] = {}
    tags: tuple[str, ...] = ()
    for alternative in _ALTERNATIVES.split(part):
        word, _, tag = alternative.removesuffix(">").partition("<")
        wanted = tuple(tag.split("|"))
        if not word:
            tags += wanted
        elif word.startswith("="):
            lemmas[word[1:]] = wanted
        elif word.startswith("%"):
            endings[word[1:]] = wanted
        else:
            words |= dict.fromkeys(_words(word), wanted)
    return _Element(words, lemmas, endings, tags, optional=optional, context=context)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_lexicon("function_words"))


def _words(alternatives: str) -> frozenset[str]:
    words: set[str] = set()
    for word in alternatives.split("|"):
        if word.endswith("*"):
            words.update(word[:-1] + ending for ending in _ENDINGS)
        elif word:
            words.add(word)
    return frozenset(words)
