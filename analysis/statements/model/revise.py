"""Corrects the statements of the rules with the trained model.

The model reads every body section in pieces, with the rules' statements among its columns, and decides what is a
statement and who plays which role in it. Headlines and withheld statements, which no corpus annotates, stay
as the rules have them.
"""

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import numpy as np

from analysis.language.token_columns import Ranges, TokenColumns, merge
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.quoted_words import in_words, settled
from analysis.statements.frames.rule_table import EXACT, LEARNED, RULES
from analysis.statements.model.decoding import Guess, guess, mention_tokens, role_tokens
from analysis.statements.model.features import COLUMNS, ROLES, TYPES, Encoder, tokens
from analysis.statements.model.onnx_model import Floats, Model
from analysis.statements.model.relations import CLOSE, Numbers, RoleQuery, RuleHint, closest, overlap, related
from analysis.statements.model.tidy import carried_on, is_whole, one_mention, without_parts, without_stray_marks
from analysis.statements.syntax.quotation_marks import Quotation

Levels = tuple[Floats, Floats]

_PIECE = 1200
"""Tokens of a piece; longer texts are read in several."""
_RUN_UP = 240
"""Tokens before and behind a piece that the model sees as well."""
_REACH = (90, 50)
"""Tokens before and behind a quote among which its roles are looked for; the model finds none farther away."""
_CERTAIN = np.eye(2 * len(TYPES) + 1, dtype=np.float32)
_DOUBT = 0.2
"""Below this probability of a statement the speaker of the rule is kept, which is more often right."""
_DECODED = (mention_tokens, role_tokens, role_tokens, role_tokens)
"""How the tokens of each role are told from their probabilities."""
_SAME = 0.5
"""F1 in tokens from which two quotes are one statement."""


class Evidence(NamedTuple):
    """Evidence for a statement: mean probability of its tokens, of the whole, and whether a rule agrees."""

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


def apply_model(
    view: TokenColumns, quotations: Sequence[Quotation], drafts: Sequence[Draft], model: Model, encoder: Encoder
) -> list[Draft]:
    """The statements of a document: the model's for its body, the rules' for headlines and silences."""
    headline = _headline(view)
    kept = [draft for draft in drafts if draft.withheld or RULES[draft.rule].whole or headline[draft.at()]]
    whole = {token for draft in kept if RULES[draft.rule].whole for token in tokens((*draft.quote, *draft.frame))}
    silences = _by_token([set(tokens(draft.quote)) for draft in kept if draft.withheld])
    revised = list(kept)
    for draft, evidence in model_statements(view, quotations, drafts, model, encoder):
        confidence = evidence.confidence(model.calibration)
        own = set(tokens(draft.quote))
        if not whole.isdisjoint(own) or _silenced(own, silences):
            continue
        if confidence >= model.settings.keep:
            draft = in_words(draft, quotations)
            quote = without_stray_marks(view, draft)
            speaker = one_mention(view, draft.speaker)
            revised.append(draft.change(quote=quote, speaker=speaker, confidence=round(confidence, 3)))
    return carried_on(view, without_parts(settled(view, revised, quotations)))


def model_statements(
    view: TokenColumns, quotations: Sequence[Quotation], drafts: Sequence[Draft], model: Model, encoder: Encoder
) -> Iterator[tuple[Draft, Evidence]]:
    """Every statement that the model finds in the body, with the evidence for it."""
    numbers = encoder.encode(view, quotations, drafts)
    sentence_of = sentences_of(view)
    places = sorted((draft.at(), number) for number, draft in enumerate(drafts))
    for piece in _pieces(view):
        within = places[bisect_left(places, (piece.start, 0)) : bisect_left(places, (piece.end, 0))]
        inside = [drafts[number] for number in sorted(number for _, number in within)]
        window = slice(piece.start, piece.end)
        for draft, evidence in _read(numbers[window], sentence_of[window], piece, inside, model):
            if is_whole(view, draft):
                yield draft, evidence


def sentences_of(view: TokenColumns) -> Numbers:
    """For every token the number of its sentence."""
    numbers = np.zeros(view.size, np.int64)
    for number, sentence in enumerate(view.document.sentences):
        numbers[sentence.first : sentence.last] = number
    return numbers


def _headline(view: TokenColumns) -> bytearray:
    """1 for every token of a headline."""
    headline = bytearray(view.size)
    for sentence in view.document.sentences:
        if sentence.section == "headline":
            headline[sentence.first : sentence.last] = b"\1" * (sentence.last - sentence.first)
    return headline


def _by_token(quotes: Sequence[set[int]]) -> dict[int, list[set[int]]]:
    """The quotes that hold a token, for every token in any."""
    holders: dict[int, list[set[int]]] = defaultdict(list)
    for quote in quotes:
        for token in quote:
            holders[token].append(quote)
    return holders


def _silenced(quote: set[int], silences: Mapping[int, Sequence[set[int]]]) -> bool:
    """Whether the rules have this quote as withheld (F1 of at least ``_SAME``)."""
    return any(alike(quote, one) for token in quote for one in silences.get(token, ()))


def alike(quote: set[int], other: set[int]) -> bool:
    """Whether two quotes, in tokens, are one statement."""
    return overlap(quote, other) >= _SAME


def _pieces(view: TokenColumns) -> Iterator[_Piece]:
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
    levels, reading = model.read(numbers)
    levels = _mixed(levels, numbers, model.settings.rules)
    guesses = [one for one in guess(levels, model.settings) if piece.first <= one.quote[0] + piece.start < piece.last]
    hints = [_hint(draft, piece) for draft in drafts]
    outlines = [set(hint.quote) for hint in hints]
    closeness = [closest(set(one.quote), outlines) for one in guesses]
    asked = [
        _question(one, len(numbers), hints[number] if shared >= CLOSE else None)
        for one, (number, shared) in zip(guesses, closeness, strict=True)
    ]
    answers = _find(asked, [one.type for one in guesses], reading, sentence_of, model) if asked else ()
    for one, (number, shared), (roles, real) in zip(guesses, closeness, answers, strict=True):
        same = drafts[number] if shared >= _SAME else None
        draft = _draft(one, roles, same, piece.start)
        if same is not None:
            draft = _confirmed(draft, same, real)
        yield draft, Evidence(one.mass, real, same is not None)


def _confirmed(draft: Draft, same: Draft, real: float) -> Draft:
    """The model's statement with what the rule that found it too knows better."""
    if draft.rule == same.rule and RULES[same.rule].family in EXACT:
        draft = draft.change(quote=same.quote)
    if real < _DOUBT or (same.speaker and (RULES[same.rule].names or _goes_on(draft, same.speaker))):
        return draft.change(speaker=same.speaker)
    return draft


def _goes_on(draft: Draft, mention: Ranges) -> bool:
    """Whether another mention begins like the speaker and is longer, outside of what was said."""
    if not draft.speaker or mention[0][0] != draft.speaker[0][0] or mention[-1][1] <= draft.speaker[-1][1]:
        return False
    return set(tokens(mention)).isdisjoint(tokens(draft.quote))


def _mixed(levels: Levels, numbers: np.ndarray, weight: float) -> Levels:
    """Label probabilities, averaged with the labels of the rules by ``weight``."""
    if not weight:
        return levels
    voices = (_CERTAIN[numbers[:, COLUMNS.index(name)]] for name in ("outer", "inner"))
    outer, inner = ((1 - weight) * level + weight * voice for level, voice in zip(levels, voices, strict=True))
    return outer, inner


def _question(one: Guess, size: int, hint: RuleHint | None) -> RoleQuery:
    return RoleQuery(one.quote, max(0, one.quote[0] - _REACH[0]), min(size, one.quote[-1] + _REACH[1]), hint)


def _find(
    asked: Sequence[RoleQuery], types: Sequence[int], reading: Floats, sentence_of: Numbers, model: Model
) -> Iterator[tuple[list[list[int]], float]]:  # fmt: skip
    """The tokens of the four roles of every quote, and how likely it is one."""
    shares, reals = model.finder.find(reading, asked, types, related(asked, sentence_of))
    roles = np.ascontiguousarray(shares.T)
    start = 0
    for one, real in zip(asked, reals.tolist(), strict=True):
        end = start + one.high - one.low
        yield (
            [
                [one.low + place for place in tokens_of(role[start:end], model.settings)]
                for role, tokens_of in zip(roles, _DECODED, strict=True)
            ],
            real,
        )
        start = end


def _draft(one: Guess, roles: Sequence[Sequence[int]], same: Draft | None, offset: int) -> Draft:
    speaker, cue, frame, addressee = (_ranges(places, offset) for places in roles)
    return Draft(
        type=TYPES[one.type],
        rule=same.rule if same is not None and same.type == TYPES[one.type] else LEARNED,
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


def _hint(draft: Draft, piece: _Piece) -> RuleHint:
    def inside(ranges: Ranges) -> list[int]:
        cut = ((max(first, piece.start), min(last, piece.end)) for first, last in ranges)
        return [place for first, last in cut for place in range(first - piece.start, last - piece.start)]

    return RuleHint(inside(draft.quote), [inside(getattr(draft, role)) for role in ROLES])


def _ranges(places: Sequence[int], offset: int) -> Ranges:
    """The ranges of tokens in order."""
    if places and places[-1] - places[0] == len(places) - 1:
        return ((offset + places[0], offset + places[-1] + 1),)
    return merge(tuple((offset + place, offset + place + 1) for place in places))
