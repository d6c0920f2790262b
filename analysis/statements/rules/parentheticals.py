"""Reporting clauses after or inside what was said: "…, sagte X", "…, so sagte X, …", "wie X mitteilte"."""

from collections.abc import Sequence

from analysis.language.token_columns import Range, Ranges, TokenColumns, merge, minus, without_stop
from analysis.statements.frames.complements import is_content
from analysis.statements.frames.cues import Predicate, full_cue
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.speaker_nouns import is_agent
from analysis.statements.frames.speakers import find_addressee, find_speaker
from analysis.statements.rules.withheld import is_withheld
from analysis.statements.syntax.clauses import Segment
from analysis.statements.syntax.units import Unit

_ASKED = ("frage", "fragen")
_MEASURES = frozenset({"viel", "viele", "lange", "oft", "hoch", "groß", "teuer", "weit", "es"})
"""Words behind wie that make it a question: "Wie viel das kostet, sagte X nicht"."""


def reporting_clause_after(
    view: TokenColumns, unit: Unit, number: int, segment: Segment, predicate: Predicate, taken: int
) -> Draft | None:
    """ ", sagte X" after or inside what was said."""
    if not (predicate.takes("clause") or predicate.takes("direct")) or segment.before not in (
        ",",
        "“",
        "–",
        "-",
        "—",
    ):
        return None
    segments = unit.segments
    if segments[number - 1].kind == "quote" or segment.joined:
        return None
    start = _content_start(view, unit, number, taken)
    if start is None and _front_goes_on(segments, number, taken):
        start = number - 1
    if start is None:
        return None
    after = _resumes(view, segments, number, start)
    front = segments[start].first
    frame_first = segment.first - 1 if view.form[segment.first - 1] in (",", "–", "-", "—") else segment.first
    content_last = frame_first
    holes: Range
    if after is None:
        frame_last = without_stop(view, segment.first, unit.last)
        holes = (frame_first, unit.last)
        inside = (front, content_last)
    else:
        frame_last = segments[after].first
        holes = (frame_first, frame_last)
        inside = (front, without_stop(view, front, unit.last))
    if predicate.entry.kind == "weak" and predicate.entry.lemma not in ("heißen", "lauten"):
        return None
    clause = [segment, *(s for s in segments[number + 1 : after] if s.kind == "frag")]
    speaker = find_speaker(view, clause, predicate)
    quote = minus(inside, (holes,))
    if not quote or not _said(view, predicate, speaker, segments[start:number]):
        return None
    return Draft(
        "indirect", "right.after" if after is None else "right.inside", quote, speaker,
        full_cue(view, predicate),
        ((frame_first, frame_last),), find_addressee(view, clause, predicate, speaker),
        is_withheld(view, predicate, segment.first, frame_last, _is_question(view, segments[start])),
        clause=(frame_first, frame_last), inside=(inside,),
    )  # fmt: skip


def _is_question(view: TokenColumns, segment: Segment) -> bool:
    return is_content(view, segment) and view.low[segment.opener] != "dass"


def _said(view: TokenColumns, predicate: Predicate, speaker: Ranges, content: Sequence[Segment]) -> bool:
    """Whether ", sagte X" has somebody who says it; a passive only after a whole clause."""
    whole = any(s.kind == "main" for s in content)
    if predicate.passive or predicate.entry.lemma in ("heißen", "verlauten"):
        return whole
    if not speaker:
        return False
    if view.form[content[0].first] == "„":
        return True
    if view.low[content[0].first] == "wie" and view.low[content[0].first + 1] not in _MEASURES:
        return False
    return is_agent(view, *speaker[0]) or (whole and any(view.mood[s.verb] for s in content if s.verb >= 0))


def _content_start(view: TokenColumns, unit: Unit, number: int, taken: int) -> int | None:
    """The number of the segment where the clauses before ", sagte X" begin; None where they are its front."""
    segments = unit.segments
    start = number
    while start > 0 and segments[start].before not in (";", "“") and segments[start - 1].kind != "quote":
        if segments[start - 1].first < taken:
            break
        start -= 1
    before = segments[start:number]
    if not before or _asked(view, before[0]):
        return None
    if any(s.kind == "main" for s in before):
        return start
    if is_content(view, before[0]) or any(is_content(view, s) for s in before):
        return start
    subject_follows = number + 1 >= len(segments) or segments[number + 1].kind in ("frag", "sub")
    segment = segments[number]
    nominative = view.tag[min(segment.verb + 1, segment.last - 1)] in (
        "ART",
        "NE",
        "PPER",
        "NN",
        "PPOSAT",
        "PIS",
        "ADJA",
    )
    if before[0].kind == "sub":
        resumes = number + 1 < len(segments) and segments[number + 1].kind == "main" and segments[number + 1].verb_first
        return start if resumes else None
    if len(before) == 1 and subject_follows and nominative and not _is_person(view, before[0]):
        return start
    return None


def _front_goes_on(segments: Sequence[Segment], number: int, taken: int) -> bool:
    """Whether only the front of a clause precedes ", sagte X,": "Der Preis, sagte X, sei zu hoch"."""
    front, behind = segments[number - 1], _behind_appositions(segments, number)
    return (
        front.kind == "frag"
        and front.first >= taken
        and (number == 1 or segments[number - 1].before in (";", "“", ":"))
        and behind < len(segments)
        and segments[behind].kind == "main"
        and segments[behind].verb_first
        and segments[behind].before == ","
    )


def _asked(view: TokenColumns, segment: Segment) -> bool:
    """Whether a phrase says what was asked: "Auf die Frage, ob …, antwortete X"."""
    if view.low[segment.first] != "auf" or segment.kind != "frag":
        return False
    return any(view.low[index].endswith(_ASKED) for index in range(segment.first, segment.last))


def _is_person(view: TokenColumns, segment: Segment) -> bool:
    return view.tag[segment.first] in ("NE", "PPER") or view.tag[segment.last - 1] == "NE"


def _behind_appositions(segments: Sequence[Segment], number: int) -> int:
    """The first segment behind a reporting clause and the phrases that follow its speaker."""
    index = number + 1
    while index < len(segments) and segments[index].kind == "frag" and segments[index].before == ",":
        index += 1
    return index


def _resumes(view: TokenColumns, segments: Sequence[Segment], number: int, start: int) -> int | None:
    """The segment in which what was said goes on after the reporting clause, or None."""
    index = _behind_appositions(segments, number)
    unfinished = segments[number - 1].kind == "main" and segments[number - 1].verb == segments[number - 1].last - 1
    if unfinished and number + 1 < len(segments) and segments[number + 1].before == ",":
        # "Die Lage sei, sagte X, ernst": the predicate waits for its end, which cannot be an apposition of X.
        ends = index < len(segments) and segments[index].kind == "quote"
        return index if ends or index == number + 1 else index - 1
    if index >= len(segments):
        return None
    segment = segments[index]
    if segment.before not in (",", "–", "-", "—", "“"):
        return None
    only_subordinate = all(s.kind != "main" for s in segments[start:number])
    if segment.kind == "main" and segment.verb_first and only_subordinate:
        return index
    if segment.kind == "main" and view.mood[segment.verb]:
        return index
    return None


def wie_clause(view: TokenColumns, unit: Unit, number: int, segment: Segment, predicate: Predicate) -> Draft | None:
    """ "Wie X mitteilte, …" and "…, wie X mitteilte(, …)": the rest of the sentence is what was said."""
    if not (predicate.takes("clause") or predicate.entry.lemma in ("zitieren", "beschreiben")):
        return None
    if any(
        index in range(segment.first, segment.last) and view.low[index] in ("viel", "viele", "sehr")
        for index in (segment.first + 1,)
    ):
        return None
    segments = unit.segments
    first, last = segment.first, segment.last
    if number + 1 < len(segments) and segments[number + 1].kind == "frag" and number > 0:
        last = segments[number + 1].last
    if first > unit.first and view.form[first - 1] in (",", "–", "-", "—", "("):
        first -= 1
    ends = last >= unit.last - 1
    if not ends and view.form[last] in (",", "–", "-", "—", ")"):
        last += 1
    frame = (first, last) if not ends else (first, without_stop(view, first, unit.last))
    whole = (unit.first, without_stop(view, unit.first, unit.last))
    quote = minus(whole, (frame,))
    if not quote or sum(b - a for a, b in quote) < 3:
        return None
    speaker = find_speaker(view, [segment], predicate)
    cue = merge(((segment.opener, segment.opener + 1), *predicate.ranges))
    return Draft(
        "indirect",
        "wie",
        quote,
        speaker,
        cue,
        (frame,),
        find_addressee(view, [segment], predicate, speaker),
        clause=frame,
        inside=(whole,),
    )
