"""Statements that depend on a noun: "die Behauptung, dass …", "mit der Forderung, …"."""

from analysis.language.token_columns import Ranges, TokenColumns, merge, minus
from analysis.statements.frames.complements import is_adverbial, is_content
from analysis.statements.frames.cues import is_reporting_noun
from analysis.statements.frames.draft import Draft
from analysis.statements.syntax.clauses import COMPLEMENTISERS, Segment
from analysis.statements.syntax.noun_phrases import phrase_end, trim
from analysis.statements.syntax.units import Unit


def noun_complement(view: TokenColumns, unit: Unit, number: int, segment: Segment, taken: int) -> Draft | None:
    """The statement of a clause that depends on a noun of saying in segment ``number``, or None."""
    segments = unit.segments
    if number + 1 >= len(segments):
        return None
    if view.mood[segment.verb] == "K1":
        return None
    noun = _noun_before(view, segment)
    following = segments[number + 1]
    if noun is None or following.before not in (",", ":"):
        return None
    content = (
        is_content(view, following)
        and view.low[following.opener] in COMPLEMENTISERS
        and (is_reporting_noun(view.low[noun], "clause"))
    )
    infinitive = (
        following.kind == "inf"
        and not is_adverbial(view, following)
        and is_reporting_noun(view.low[noun], "infinitive")
    )
    second = (
        following.kind == "main"
        and not following.verb_first
        and not following.joined
        and bool(view.mood[following.verb])
        and is_reporting_noun(view.low[noun], "clause")
    )
    if not (content or infinitive or second):
        return None
    return _statement(view, unit, number, noun, taken)


def _noun_before(view: TokenColumns, segment: Segment) -> int | None:
    """The last noun of saying in the segment, if only its attributes stand between it and the comma."""
    for index in range(segment.last - 1, max(segment.first, segment.last - 9) - 1, -1):
        if view.tag[index] == "NN" and is_reporting_noun(view.low[index], "clause"):
            return index
        if view.finite[index]:
            return None
    return None


def _statement(view: TokenColumns, unit: Unit, number: int, noun: int, taken: int) -> Draft | None:
    """The statement that begins in the segment after ``number`` and depends on the noun at token ``noun``."""
    segments = unit.segments
    start = number + 1
    end = _end(view, segments, start)
    first = segments[start].first
    last = segments[end].last
    whole_end = unit.last
    while whole_end > last and view.form[whole_end - 1] in ".!?":
        whole_end -= 1
    rest: Ranges = ((last, whole_end),) if end + 1 < len(segments) else ()
    frame_first = max(unit.first, taken)
    while frame_first < first and view.form[frame_first] in ",;":
        frame_first += 1
    cue_first = noun
    while cue_first > frame_first and view.tag[cue_first - 1] in ("ART", "PPOSAT", "ADJA"):
        cue_first -= 1
    speaker = _speaker(view, segments[number], noun)
    return Draft(
        "indirect", "noun", minus((first, last), ()), speaker, ((cue_first, noun + 1),),
        merge(((frame_first, first), *rest)), clause=(frame_first, first), inside=((first, last),),
    )  # fmt: skip


def _end(view: TokenColumns, segments: tuple[Segment, ...], start: int) -> int:
    """The number of the clause's last segment: the sentence goes on with the next indicative main verb."""
    for index in range(start + 1, len(segments)):
        segment = segments[index]
        if segment.before == ";" or segment.kind == "quote":
            return index - 1
        if segment.kind == "main" and not view.mood[segment.verb]:
            return index - 1
        if segment.kind == "frag" and any(view.tag[i] in ("VVPP", "VVINF") for i in range(segment.first, segment.last)):
            return index - 1
    return len(segments) - 1


def _speaker(view: TokenColumns, segment: Segment, noun: int) -> Ranges:
    """The genitive or the von-phrase after the noun, or the owner before it."""
    if noun + 1 < segment.last and view.low[noun + 1] in ("des", "der", "von", "vom", "eines", "einer"):
        first = noun + 1 + (view.low[noun + 1] in ("von", "vom"))
        end = phrase_end(view, first, segment.last)
        return trim(view, first, end)
    if noun > segment.first and view.tag[noun - 1] == "NE" and view.low[noun - 1].endswith("s"):
        return ((noun - 1, noun),)
    return ()
