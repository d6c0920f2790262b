"""Indirect statements whose reporting clause has a verb; here those where it comes first: "X sagte, …"."""

from collections.abc import Sequence

from analysis.language.token_columns import Ranges, TokenColumns, merge, minus, without_stop
from analysis.statements.frames.complements import complement_end, find_complement, shape
from analysis.statements.frames.cues import Predicate, bare_predicate, find_predicate, full_cue
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.rule_table import RULES
from analysis.statements.frames.speaker_nouns import is_paper
from analysis.statements.frames.speakers import find_addressee, find_speaker
from analysis.statements.rules.noun_complements import noun_complement
from analysis.statements.rules.parentheticals import reporting_clause_after, wie_clause
from analysis.statements.rules.withheld import is_withheld
from analysis.statements.syntax.clauses import Segment, clause_tokens
from analysis.statements.syntax.units import Unit


def find_indirect(view: TokenColumns, unit: Unit) -> list[Draft]:
    """The indirect statements of a unit whose reporting clause has a verb."""
    drafts: list[Draft] = []
    taken = unit.first
    for number, segment in enumerate(unit.segments):
        if segment.verb < 0 or segment.kind not in ("main", "sub"):
            continue
        tokens = clause_tokens(unit.segments, number, 4 if segment.kind == "main" else 0, ends=_begins_clause)
        for verb in _finite(view, segment):
            predicate = find_predicate(view, verb, tokens)
            draft = _statement(view, unit, number, segment._replace(verb=verb), predicate, taken)
            if draft is not None:
                drafts.append(draft)
                if RULES[draft.rule].frame_first:
                    taken = max(taken, draft.quote[-1][1])
                break
    return drafts


def _begins_clause(segment: Segment) -> bool:
    return segment.kind == "main" or segment.joined


def _finite(view: TokenColumns, segment: Segment) -> list[int]:
    return [i for i in range(segment.first, segment.last) if view.finite[i] or i == segment.verb]


def _statement(
    view: TokenColumns, unit: Unit, number: int, segment: Segment, predicate: Predicate | None, taken: int
) -> Draft | None:
    segments = unit.segments
    if view.mood[segment.verb] == "K1" and segment.kind == "main" and predicate is not None:
        return None
    if predicate is None:
        return noun_complement(view, unit, number, segment, taken)
    if segment.kind == "sub" and view.low[segment.opener] == "wie":
        return wie_clause(view, unit, number, segment, predicate)
    if segment.kind == "main" and _verb_opens(view, segment):
        draft = reporting_clause_after(view, unit, number, segment, predicate, taken)
        if draft is not None:
            return draft
    start = find_complement(view, segments, number, predicate)
    if start is None:
        return None
    return _reporting_clause_first(view, unit, number, segment, predicate, start, taken)


def _verb_opens(view: TokenColumns, segment: Segment) -> bool:
    first = segment.first + segment.joined
    return segment.verb == first or (view.low[first] == "so" and segment.verb == first + 1)


def _reporting_clause_first(
    view: TokenColumns, unit: Unit, number: int, segment: Segment, predicate: Predicate, start: int, taken: int
) -> Draft | None:
    segments = unit.segments
    end = complement_end(view, segments, number, start, predicate)
    first = segments[start].first
    last = without_stop(view, first, segments[end].last if end + 1 < len(segments) else unit.last)
    frame_first = _frame_start(view, unit, number, taken)
    rest = _frame_rest(view, unit, segments, end, predicate)
    clause = _clause_of(view, segments, number, start, frame_first)
    speaker = find_speaker(view, clause, predicate)
    if not speaker and segment.joined and not predicate.passive:
        speaker = _inherited(view, segments, number)
    if predicate.entry.kind == "show" and not (speaker and is_paper(view, *speaker[0])):
        return None
    frame = merge(((frame_first, first), *rest))
    quote = minus((first, last), rest)
    if not quote:
        return None
    kind = shape(view, segments[start])
    silent = is_withheld(view, predicate, segment.first, first, kind == "question")
    return Draft(
        "indirect", f"left.{kind}", quote, speaker, full_cue(view, predicate), frame,
        find_addressee(view, clause, predicate, speaker), silent,
        clause=(frame_first, first), inside=((first, last),),
    )  # fmt: skip


def _frame_start(view: TokenColumns, unit: Unit, number: int, taken: int) -> int:
    """Where the reporting part begins: at the unit's start, or after what was already said in it."""
    start = max(unit.first, taken)
    segments = unit.segments
    for index in range(number, -1, -1):
        segment = segments[index]
        if segment.first < start:
            break
        if index < number and segment.kind == "quote":
            return segment.last
        if segment.before in (";", ".", "!", "?") or (
            segment.joined and index == number and _own_subject(view, segment)
        ):
            return max(start, segment.first)
    while start < unit.last and view.form[start] in ",;.":
        start += 1
    return start


def _own_subject(view: TokenColumns, segment: Segment) -> bool:
    return segment.kind == "main" and segment.verb > segment.first + 1


def _frame_rest(view: TokenColumns, unit: Unit, segments: Sequence[Segment], end: int, predicate: Predicate) -> Ranges:
    """The rest of a reporting clause that what was said interrupts."""
    if end + 1 >= len(segments):
        return ()
    segment = segments[end + 1]
    takes_up = any(token >= segment.first for token in predicate.tokens)
    if takes_up or (segment.kind == "main" and segment.verb_first and not segment.joined):
        return ((segments[end].last, without_stop(view, segments[end].last, unit.last)),)
    return ()


def _clause_of(
    view: TokenColumns, segments: Sequence[Segment], number: int, start: int, frame_first: int
) -> list[Segment]:
    """The segments of the reporting clause: the front of a main clause may be cut up by commas."""
    segment = segments[number]
    if segment.kind == "sub":
        return [s for s in segments[number:start] if s is segment or s.kind == "frag"]
    first = number
    if segment.verb_first and not segment.joined:
        while (
            first > 0
            and segments[first - 1].kind in ("frag", "sub", "inf")
            and segments[first - 1].first >= frame_first
        ):
            first -= 1
    return [s for s in segments[first:start] if s.kind in ("main", "frag") or s is segment]


def _inherited(view: TokenColumns, segments: Sequence[Segment], number: int) -> Ranges:
    """The subject of the clause that a subjectless "und fügte hinzu" is joined to."""
    for index in range(number - 1, -1, -1):
        segment = segments[index]
        if segment.kind == "main" and not segment.joined:
            predicate = bare_predicate(view, segment.verb)
            return find_speaker(view, _clause_of(view, segments, index, number, segments[0].first), predicate)
    return ()
