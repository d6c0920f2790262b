"""Patterns over tokens as the lexicon of hedges writes them, and their single pass over a text.

Elements of a pattern, separated by blanks: ``a|b`` alternatives, ``stem*`` with any adjective ending,
``x?`` optional, ``~x`` needed but not part of the cue, ``<TAG>`` a word whose tag begins so, ``x<TAG>``
that word with such a tag, ``..`` up to six words of the same clause.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, cast

from analysis.certainty.verb_clauses import ClauseView
from analysis.model import HedgeClass, Layer, Span, Spans
from analysis.resources import read_lexicon

_ENDINGS = ("", "e", "en", "er", "es", "em")
_GAP = 6


@dataclass(frozen=True, slots=True)
class _Element:
    words: frozenset[str]
    tag: str = ""
    optional: bool = False
    context: bool = False
    gap: bool = False

    def fits(self, reading: ClauseView, index: int) -> bool:
        if self.tag and not reading.tags[index].startswith(self.tag):
            return False
        return not self.words or reading.lower[index] in self.words


@dataclass(frozen=True, slots=True)
class _Pattern:
    rule: str
    kind: HedgeClass | Layer
    elements: tuple[_Element, ...]
    anchor: int
    unless_before: frozenset[str]
    unless_after: frozenset[str]
    unless_near: frozenset[str]


class Match(NamedTuple):
    """The tokens of one cue, in text order, with class and rule."""

    tokens: tuple[int, ...]
    kind: HedgeClass | Layer
    rule: str


def match_patterns(reading: ClauseView, lexicon: str = "hedges_cues") -> Iterator[Match]:
    """Every place where a pattern of the lexicon fits."""
    anchored = _by_anchor(lexicon)
    for index, word in enumerate(reading.lower):
        for pattern in anchored.get(word, ()):
            tokens = _fit(pattern, reading, index)
            if tokens and not _barred(pattern, reading, tokens):
                yield Match(tokens, pattern.kind, pattern.rule)


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
    first = next(t for t in tokens if reading.lower[t] in anchor.words)
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
        for skipped in range(_GAP + 1):
            at = index + step * skipped
            found = _walk(rest, reading, at, step, bounds)
            if found is not None:
                return found
            if at not in bounds or reading.is_stop(at):
                return None
        return None
    if index in bounds and element.fits(reading, index):
        found = _walk(rest, reading, index + step, step, bounds)
        if found is not None:
            return found if element.context else (index, *found)
    return _walk(rest, reading, index, step, bounds) if element.optional else None


@cache
def _by_anchor(lexicon: str) -> dict[str, list[_Pattern]]:
    anchored: dict[str, list[_Pattern]] = {}
    for row in read_lexicon(lexicon):
        elements = tuple(_element(part) for part in row["pattern"].split())
        anchor = max(
            (i for i, e in enumerate(elements) if e.words and not (e.optional or e.context)),
            key=lambda i: min(map(len, elements[i].words)),
        )
        pattern = _Pattern(
            rule=row["id"],
            kind=cast(HedgeClass | Layer, row["class"]),
            elements=elements,
            anchor=anchor,
            unless_before=_words(row["unless_before"]),
            unless_after=_words(row["unless_after"]),
            unless_near=_words(row["unless_near"]),
        )
        for word in elements[anchor].words:
            anchored.setdefault(word, []).append(pattern)
    return anchored


def _element(part: str) -> _Element:
    if part == "..":
        return _Element(frozenset(), gap=True)
    context = part.startswith("~")
    part = part.removeprefix("~")
    optional = part.endswith("?") and len(part) > 1
    part = part.removesuffix("?") if optional else part
    alternatives, _, tag = part.removesuffix(">").partition("<")
    return _Element(_words(alternatives), tag, optional=optional, context=context)


def _words(alternatives: str) -> frozenset[str]:
    words: set[str] = set()
    for word in alternatives.split("|"):
        if word.endswith("*"):
            words.update(word[:-1] + ending for ending in _ENDINGS)
        elif word:
            words.add(word)
    return frozenset(words)
