"""Annotated texts as the arrays that training reads."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from analysis.language.engine import Engine
from analysis.language.plain import plain
from analysis.language.token_columns import Ranges, TokenColumns, merge
from analysis.model import Section, Spans, StatementType
from analysis.statements.apply_rules import find_drafts
from analysis.statements.frames.draft import Draft
from analysis.statements.model.features import (
    OPEN,
    ROLES,
    TYPES,
    Encoder,
    Vocabulary,
    labels_of,
    spell_out,
    tokens,
    words_of,
)
from analysis.statements.model.relations import RuleHint, overlap
from analysis.statements.model.revise import sentences_of
from analysis.statements.syntax.quotation_marks import Quotation, pair_marks
from analysis.statements.syntax.set_phrases import settle_moods
from analysis.statements.training.corpora import AnnotatedText

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

_LONG = 450
"""Tokens after which a text is cut between two sentences: batches stay even."""
_RARE = {"form": 3, "prefix": 3, "suffix": 3, "b": 3}
_SELDOM = 2
_SAME = 0.5
"""F1 in tokens from which a statement of the rules is an annotated one."""


@dataclass(frozen=True, slots=True)
class Target:
    """An annotated statement in token numbers; ``roles`` in the order of ``ROLES``."""

    quote: list[int]
    type: int
    roles: list[list[int]]
    known: tuple[bool, ...] = (True,) * len(ROLES)
    """Which of the roles somebody coded; the others are not taught."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text with its tags, the statements of the rules and the annotated ones, not yet encoded."""

    id: str
    view: TokenColumns
    quotations: tuple[Quotation, ...]
    drafts: list[Draft]
    gold: list[tuple[StatementType, Ranges, list[Ranges | None]]]
    """Type, quote and roles of the annotated statements; None for a role that nobody coded."""


@dataclass(frozen=True, slots=True)
class Soft:
    """Predictions of other nets: probabilities ``(T, 11)`` per level, ``(Q, T, 4)`` for the targets' roles."""

    outer: Floats
    inner: Floats
    roles: Floats


@dataclass(frozen=True, slots=True)
class Sample:
    """One text as training sees it; arrays have one row per token."""

    id: str
    numbers: npt.NDArray[np.int32]
    outer: Integers
    inner: Integers
    roles: Integers
    """Per role 0 outside, 1 at its first token, 2 inside."""
    sentence_of: Integers
    targets: list[Target]
    found: list[Target]
    """Statements of the rules."""
    closest: list[tuple[float, int]]
    """For each statement found and guessed, F1 and number of the annotated one closest to it."""
    guessed: list[Target] = field(default_factory=list)
    """Quotes that another net found; without roles."""
    soft: Soft | None = field(default=None)

    @property
    def hints(self) -> list[RuleHint]:
        """The statements of the rules as the relations want them."""
        return [RuleHint(target.quote, target.roles) for target in self.found]


def parse(texts: Iterable[AnnotatedText], engine: Engine) -> Iterator[Parsed]:
    """Every text tagged, with the statements of the rules, and its annotations in token numbers."""
    for text in texts:
        view = TokenColumns(engine.tag(plain(text.text), (Section("body", 0, len(text.text)),)))
        if not view.size:
            continue
        settle_moods(view)
        place = {c: i for i in range(view.size) for c in range(view.start[i], view.end[i])}
        quotations = pair_marks(view)
        drafts = find_drafts(view, quotations)
        gold = []
        for statement in text.statements:
            if quote := _ranges(view, place, statement.quote):
                same = _closest_draft(quote, drafts)
                roles = [
                    _ranges(view, place, statement.roles[role])
                    if role in statement.roles
                    else getattr(same, role, None)
                    for role in ROLES
                ]
                gold.append((statement.type, quote, roles))
        yield Parsed(text.id, view, quotations, drafts, gold)


def by_the_rules(text: Parsed) -> Parsed:
    """The text with the statements of the rules in place of annotations."""
    gold = [(draft.type, draft.quote, [getattr(draft, role) for role in ROLES]) for draft in text.drafts]
    return replace(text, gold=gold)


def _closest_draft(quote: Ranges, drafts: Sequence[Draft]) -> Draft | None:
    """The statement of the rules that has this quote, who then say what nobody coded: frame and addressee."""
    own = set(tokens(quote))
    scored = [(overlap(own, set(tokens(draft.quote))), -number) for number, draft in enumerate(drafts)]
    score, number = max(scored, default=(0.0, 0))
    return drafts[-number] if score >= _SAME else None


def _ranges(view: TokenColumns, place: dict[int, int], spans: Spans) -> Ranges:
    """The tokens of which at least half the characters are covered."""
    counts = Counter(place[c] for start, end in spans for c in range(start, end) if c in place)
    return merge(tuple((i, i + 1) for i, n in counts.items() if 2 * n >= view.end[i] - view.start[i]))


def count_words(texts: Iterable[Parsed]) -> dict[str, dict[str, int]]:
    """The vocabulary: values seen often enough, numbered from 1 by falling frequency."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*OPEN, "rule")}
    for text in texts:
        for word in words_of(text.view):
            for name, value in zip(OPEN, spell_out(word), strict=True):
                counts[name][value] += 1
        counts["rule"].update(draft.rule for draft in text.drafts)
    vocabulary = {}
    for name, values in counts.items():
        kept = sorted((-count, value) for value, count in values.items() if count >= _RARE.get(name, _SELDOM))
        vocabulary[name] = {value: number for number, (_, value) in enumerate(kept, start=1)}
    return vocabulary


def sample(text: Parsed, vocabulary: Vocabulary) -> Sample:
    """One text encoded as arrays."""
    view = text.view
    outer, inner = labels_of(view.size, [(kind, quote) for kind, quote, _ in text.gold])
    roles = np.zeros((view.size, len(ROLES)), np.int64)
    for _, _, ranges in text.gold:
        for number in range(len(ROLES)):
            for first, last in ranges[number] or ():
                roles[first:last, number] = np.where(roles[first:last, number] == 1, 1, 2)
                roles[first, number] = 1
    targets = [
        Target(
            tokens(quote),
            TYPES.index(kind),
            [tokens(role or ()) for role in ranges],
            tuple(role is not None for role in ranges),
        )
        for kind, quote, ranges in text.gold
    ]
    found = [target_of(draft) for draft in text.drafts]
    return Sample(
        text.id,
        Encoder(vocabulary).encode(view, text.quotations, text.drafts),
        outer.astype(np.int64),
        inner.astype(np.int64),
        roles,
        sentences_of(view),
        targets,
        found,
        closest(found, targets),
    )


def target_of(draft: Draft) -> Target:
    """A statement of the rules in token numbers."""
    return Target(tokens(draft.quote), TYPES.index(draft.type), [tokens(getattr(draft, role)) for role in ROLES])


def closest(found: Sequence[Target], targets: Sequence[Target]) -> list[tuple[float, int]]:
    """For each statement found, F1 and number of the annotated one closest to it; -1 where there is none."""
    nearest = []
    for one in found:
        scores = [overlap(set(one.quote), set(target.quote)) for target in targets]
        nearest.append((max(scores), int(np.argmax(scores))) if scores else (0.0, -1))
    return nearest


def cut(whole: Sample) -> Iterator[Sample]:
    """A long text in pieces that end with a sentence; statements are cut with it."""
    size = len(whole.numbers)
    if size <= 1.3 * _LONG:
        yield whole
        return
    first = 0
    while first < size:
        last = min(size, first + _LONG)
        if size - last < 0.3 * _LONG:
            last = size
        while last < size and whole.sentence_of[last] == whole.sentence_of[last - 1]:
            last += 1
        yield _piece(whole, first, last)
        first = last


def _piece(whole: Sample, first: int, last: int) -> Sample:
    targets = _within(whole.targets, first, last)
    found = _within(whole.found, first, last)
    return replace(
        whole,
        numbers=whole.numbers[first:last],
        outer=whole.outer[first:last],
        inner=whole.inner[first:last],
        roles=whole.roles[first:last],
        sentence_of=whole.sentence_of[first:last] - whole.sentence_of[first],
        targets=targets,
        found=found,
        closest=closest(found, targets),
    )


def _within(targets: Sequence[Target], first: int, last: int) -> list[Target]:
    def keep(places: list[int]) -> list[int]:
        return [place - first for place in places if first <= place < last]

    kept = [
        Target(keep(target.quote), target.type, [keep(role) for role in target.roles], target.known)
        for target in targets
    ]
    return [target for target in kept if target.quote]
