"""Corrects what the rules found with the trained model.

The model sees every body section in pieces, with the rules' statements among its columns, and decides anew what
is a statement and who plays which role in it. Headlines and withheld statements, which no corpus annotates, stay
as the rules have them.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from analysis.statements.decode import Guess, guess, role_tokens
from analysis.statements.encode import COLUMNS, ROLES, TYPES, Encoder, tokens
from analysis.statements.network import Floats, Model
from analysis.statements.relate import Hint, Numbers, overlap, relations
from analysis.statements.view import Draft, Ranges, View, merge

Levels = tuple[Floats, Floats]

RULE = "learned"
"""Id of statements that no rule found."""
_PIECE = 1200
"""Tokens of a piece; a longer text is read in several."""
_RUN_UP = 240
"""Tokens before and behind a piece that the model sees as well."""
_REACH = (90, 50)
"""Tokens before and behind a quote among which its roles are looked for; the model finds none farther away."""
_CERTAIN = np.eye(2 * len(TYPES) + 1, dtype=np.float32)
_DOUBT = 0.2
"""Where the model believes less in a statement, it has not learned who makes it: the rule knows better."""
_SAME = 0.5
"""F1 in tokens from which two quotes are one statement."""


class Evidence(NamedTuple):
    """What speaks for a statement: the mean probability of its tokens, of the whole, and the rules' vote."""

    mass: float
    real: float
    agreed: bool

    def confidence(self, calibration: Sequence[float]) -> float:
        """How likely the statement is right; ``calibration`` is a base and one weight per piece of evidence."""
        base, mass, real, agreed = calibration
        return 1 / (1 + math.exp(-(base + mass * logit(self.mass) + real * logit(self.real) + agreed * self.agreed)))


class _Piece(NamedTuple):
    """Tokens ``[first, last)`` that decide, seen within ``[start, end)``."""

    first: int
    last: int
    start: int
    end: int


def revise(view: View, drafts: Sequence[Draft], model: Model, encoder: Encoder) -> list[Draft]:
    """The statements of a document: the model's for its body, the rules' for headlines and silences."""
    headline = _headline(view)
    kept = [draft for draft in drafts if draft.withheld or headline[draft.at()]]
    silences = _by_token([set(tokens(draft.quote)) for draft in kept if draft.withheld])
    revised = list(kept)
    for draft, evidence in consider(view, drafts, model, encoder):
        confidence = evidence.confidence(model.calibration)
        if confidence >= model.settings.keep and not _silenced(set(tokens(draft.quote)), silences):
            revised.append(draft.change(confidence=round(confidence, 3)))
    return revised


def consider(
    view: View, drafts: Sequence[Draft], model: Model, encoder: Encoder
) -> Iterator[tuple[Draft, Evidence]]:
    """Every statement that the model sees in the body, with what speaks for it."""
    numbers = encoder.encode(view, drafts)
    sentence_of = sentences_of(view)
    places = sorted((draft.at(), number) for number, draft in enumerate(drafts))
    for piece in _pieces(view):
        within = places[bisect_left(places, (piece.start, 0)) : bisect_left(places, (piece.end, 0))]
        inside = [drafts[number] for number in sorted(number for _, number in within)]
        window = slice(piece.start, piece.end)
        yield from _read(numbers[window], sentence_of[window], piece, inside, model)


def sentences_of(view: View) -> Numbers:
    """The number of its sentence for every token."""
    numbers = np.zeros(view.size, np.int64)
    for number, sentence in enumerate(view.document.sentences):
        numbers[sentence.first : sentence.last] = number
    return numbers


def _headline(view: View) -> bytearray:
    """1 for every token of a headline."""
    headline = bytearray(view.size)
    for sentence in view.document.sentences:
        if sentence.section == "headline":
            headline[sentence.first : sentence.last] = b"\1" * (sentence.last - sentence.first)
    return headline


def _by_token(quotes: Sequence[set[int]]) -> dict[int, list[set[int]]]:
    """The quotes that hold a token, for every token in any."""
    found: dict[int, list[set[int]]] = defaultdict(list)
    for quote in quotes:
        for token in quote:
            found[token].append(quote)
    return found


def _silenced(quote: set[int], silences: Mapping[int, Sequence[set[int]]]) -> bool:
    """Whether the rules hold that this was not said."""
    return any(overlap(quote, one) >= _SAME for token in quote for one in silences.get(token, ()))


def _pieces(view: View) -> Iterator[_Piece]:
    """The body in pieces that end with a sentence."""
    for section, group in groupby(view.document.sentences, key=lambda sentence: sentence.section):
        if section == "headline":
            continue
        sentences = list(group)
        begin, finish = sentences[0].first, sentences[-1].last
        first = begin
        for sentence in sentences:
            if sentence.last - first >= _PIECE or (sentence.last == finish and first < finish):
                yield _Piece(first, sentence.last, max(begin, first - _RUN_UP), min(finish, sentence.last + _RUN_UP))
                first = sentence.last


def _read(
    numbers: np.ndarray, sentence_of: Numbers, piece: _Piece, drafts: Sequence[Draft], model: Model
) -> Iterator[tuple[Draft, Evidence]]:
    levels, readings = model.read(numbers)
    tied = [(reading, finder.project(reading)) for finder, reading in zip(model.finders, readings, strict=True)]
    levels = _mixed(levels, numbers, model.settings.rules)
    hints = [_hint(draft, piece) for draft in drafts]
    outlines = [set(hint.quote) for hint in hints]
    for one in guess(levels, model.settings):
        if not piece.first <= one.quote[0] + piece.start < piece.last:
            continue
        roles, real = _find(one, tied, sentence_of, hints, model)
        same = _same(one, drafts, outlines)
        draft = _draft(one, roles, same, piece.start)
        if same is not None and real < _DOUBT:
            draft = draft.change(speaker=same.speaker)
        yield draft, Evidence(one.mass, real, same is not None)


def _mixed(levels: Levels, numbers: np.ndarray, weight: float) -> Levels:
    """Label probabilities with the rules' labels as one more voice."""
    if not weight:
        return levels
    voices = (_CERTAIN[numbers[:, COLUMNS.index(name)]] for name in ("outer", "inner"))
    outer, inner = ((1 - weight) * level + weight * voice for level, voice in zip(levels, voices, strict=True))
    return outer, inner


def _find(
    one: Guess, tied: Sequence[tuple[Floats, Floats]], sentence_of: np.ndarray, hints: Sequence[Hint], model: Model
) -> tuple[list[list[int]], float]:
    """The tokens of the four roles of one quote, and how likely it is one; the mean over the nets."""
    low = max(0, one.quote[0] - _REACH[0])
    high = min(len(sentence_of), one.quote[-1] + _REACH[1])
    quote = [place - low for place in one.quote]
    near = [
        Hint([p - low for p in hint.quote], [[p - low for p in role if low <= p < high] for role in hint.roles])
        for hint in hints
        if hint.quote[0] <= one.quote[-1] and one.quote[0] <= hint.quote[-1]
    ]
    related = [numbers[0] for numbers in relations([quote], sentence_of[low:high], near)]
    found = []
    for finder, (reading, projected) in zip(model.finders, tied, strict=True):
        own = reading[one.quote]
        outline = np.concatenate((own[0], own[-1], own.mean(0)))
        found.append(finder.find(projected[low:high], outline, one.type, related))
    roles = np.mean([roles for roles, _ in found], axis=0)
    places = [[low + p for p in role_tokens(roles[:, number], model.settings)] for number in range(len(ROLES))]
    return places, float(np.mean([real for _, real in found]))


def _same(one: Guess, drafts: Sequence[Draft], outlines: Sequence[set[int]]) -> Draft | None:
    """The statement of the rules that this one is, if any."""
    quote = set(one.quote)
    scores = [overlap(quote, outline) for outline in outlines]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return drafts[best] if best is not None and scores[best] >= _SAME else None


def _draft(one: Guess, roles: Sequence[Sequence[int]], same: Draft | None, offset: int) -> Draft:
    speaker, cue, frame, addressee = (_ranges(places, offset) for places in roles)
    return Draft(
        type=TYPES[one.type],
        rule=same.rule if same is not None and same.type == TYPES[one.type] else RULE,
        quote=_ranges(one.quote, offset),
        speaker=speaker,
        cue=cue,
        frame=frame,
        addressee=addressee,
    )


def logit(probability: float) -> float:
    """The log odds of a probability, bounded."""
    bounded = min(max(probability, 1e-3), 1 - 1e-3)
    return math.log(bounded / (1 - bounded))


def _hint(draft: Draft, piece: _Piece) -> Hint:
    def inside(ranges: Ranges) -> list[int]:
        return [place - piece.start for place in tokens(ranges) if piece.start <= place < piece.end]

    return Hint(inside(draft.quote), [inside(getattr(draft, role)) for role in ROLES])


def _ranges(places: Sequence[int], offset: int) -> Ranges:
    return merge(tuple((offset + place, offset + place + 1) for place in places))
