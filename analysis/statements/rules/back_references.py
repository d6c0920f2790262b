"""Sentences whose das or dies stands for the sentence before, which is what was said: "Das sagte X."."""

from analysis.language.token_columns import TokenColumns
from analysis.statements.frames.cues import find_predicate
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.speakers import find_addressee, find_speaker
from analysis.statements.syntax.units import Unit

_POINTERS = frozenset({"das", "dies", "dieses"})


def find_back_reference(view: TokenColumns, unit: Unit, before: Unit | None) -> Draft | None:
    """The statement that a unit like "Das bestätigte X." makes of the unit ``before`` it, or None."""
    if before is None or before.paragraph != unit.paragraph or not unit.segments:
        return None
    segment = unit.segments[0]
    pointer = segment.first
    if view.low[pointer] not in _POINTERS or segment.kind != "main" or segment.verb != pointer + 1:
        return None
    end = unit.last - (view.form[unit.last - 1] in ".!?")
    predicate = find_predicate(view, segment.verb, range(segment.first, end))
    if predicate is None or not predicate.takes("clause") or predicate.entry.kind != "say":
        return None
    if any(s.kind in ("main", "inf", "quote") for s in unit.segments[1:]):
        return None
    clause = [s for s in unit.segments if s.kind in ("main", "frag")]
    speaker = find_speaker(view, clause, predicate)
    if not speaker:
        return None
    frame = ((pointer + 1, end),)
    addressee = find_addressee(view, clause, predicate, speaker)
    if before.blocks and before.blocks[-1].last >= before.last - 1 and len(before.segments) == 1:
        quote = ((before.blocks[-1].first, before.blocks[-1].last),)
        return Draft("direct", "direct.back", quote, speaker, predicate.ranges, ((pointer, end),), addressee,
                     clause=frame[0], inside=quote)  # fmt: skip
    first, last = before.sentences[-1]
    last -= view.form[last - 1] in ".!?"
    pointed = ((first, last), (pointer, pointer + 1))
    return Draft("indirect", "back", pointed, speaker, predicate.ranges, frame, addressee, clause=frame[0],
                 inside=((first, last),))  # fmt: skip
