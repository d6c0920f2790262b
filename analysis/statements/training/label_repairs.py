"""Repairs of coded statements before a net learns from them; scores are taken on the labels as they are.

Coders wrote down words, and a program found their places in the text: now and then a token too late, or inside another
word ("er" in "erst"), or where the same name stands once more. And coders differed in one point only that can be told
by rule: whether the clause of a reported statement holds its speaker.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.language.token_columns import Range, Ranges, TokenColumns, merge
from analysis.model import StatementType
from analysis.statements.syntax.clauses import RELATIVES
from analysis.statements.training.samples import Parsed

_NEVER_LAST = frozenset(
    {"$,", "$.", "APPR", "APPRART", "ART", "PTKVZ", "PTKNEG", "KON", "KOUS", "VVFIN", "VAFIN", "VMFIN"}
)
_PRONOUNS = frozenset({"er", "sie", "es", "dieser", "diese"})
_NAMES = frozenset({"NE", "PPER", "PDS"})
_NEAR = 3
"""Tokens between a verb of saying and a pronoun that is its subject."""
_GAP = 2
"""Most tokens between the clause of a reported statement and its speaker."""


def repaired(text: Parsed) -> Parsed:
    """The text with repaired statements."""
    return replace(text, gold=[_statement(text.view, *one) for one in text.gold])


def _statement(
    view: TokenColumns, kind: StatementType, quote: Ranges, roles: Sequence[Ranges | None]
) -> tuple[StatementType, Ranges, list[Ranges | None]]:
    speaker, cue, *others = roles
    if speaker:
        speaker = (*speaker[:-1], _trimmed(view, speaker[-1]))
        speaker = _nearest(view, speaker, cue or quote)
        if kind == "reported":
            quote = _with_speaker(quote, speaker)
    return kind, quote, [speaker, cue, *others]


def _trimmed(view: TokenColumns, mention: Range) -> Range:
    """A mention without what cannot end one."""
    first, last = mention
    if not RELATIVES.isdisjoint(view.tag[first:last]):
        return mention
    while last - first > 1 and view.tag[last - 1] in _NEVER_LAST:
        last -= 1
    return first, last


def _nearest(view: TokenColumns, speaker: Ranges, cue: Ranges) -> Ranges:
    """The speaker where the same words, or the pronoun that they hide, stand beside the verb of saying."""
    (first, last), *more = speaker
    if more or _distance((first, last), cue) <= _NEAR:
        return speaker
    wanted = view.low[first:last]
    for place in _beside(view, cue):
        alike = view.low[place : place + last - first] == wanted
        hidden = last - first == 1 and view.tag[first] not in _NAMES and view.low[place] in wanted[0]
        if alike:
            return ((place, place + last - first),)
        if hidden and view.low[place] in _PRONOUNS:
            return ((place, place + 1),)
    return speaker


def _beside(view: TokenColumns, cue: Ranges) -> Iterator[int]:
    """The places at most ``_NEAR`` tokens away from the verb of saying, the nearest first."""
    first, last = cue[0][0], cue[-1][1]
    for step in range(_NEAR):
        yield from (place for place in (last + step, first - 1 - step) if 0 <= place < view.size)


def _distance(mention: Range, cue: Ranges) -> int:
    return min(max(first - mention[1], mention[0] - last, 0) for first, last in cue)


def _with_speaker(quote: Ranges, speaker: Ranges) -> Ranges:
    """The whole clause of a reported statement: with its speaker, where that stands in it or right before it."""
    first, last = quote[0][0], quote[-1][1]
    if speaker[0][0] > last or speaker[-1][1] < first - _GAP:
        return quote
    return merge((*quote, *speaker))
