"""Direct statements: quotations that stand alone, with the clause that reports them."""

from analysis.language.token_columns import Ranges, TokenColumns
from analysis.statements.frames.cues import Predicate, bare_predicate, find_predicate, full_cue
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.speakers import find_addressee, find_speaker
from analysis.statements.syntax.clauses import Segment, clause_tokens
from analysis.statements.syntax.noun_phrases import find_phrase, phrase_end, trim, with_apposition
from analysis.statements.syntax.quotation_marks import Quotation, resumes
from analysis.statements.syntax.units import Unit

_TALKS = frozenset({"interview", "gespräch"})
_ENDS = frozenset(".!?")


def find_direct(view: TokenColumns, unit: Unit, previous: Draft | None) -> list[Draft]:
    """The quotations that stand alone; ``previous`` is the last direct statement of the paragraph."""
    drafts: list[Draft] = []
    last = previous
    for block in unit.blocks:
        if drafts and resumes(view, Quotation(*drafts[-1].quote[-1], True), block):
            both = (*drafts[-1].quote, (block.first, block.last))
            drafts[-1] = last = drafts[-1].change(quote=both, inside=both)
            continue
        number = next(n for n, s in enumerate(unit.segments) if s.kind == "quote" and s.first == block.first)
        draft = _framed(view, unit, number, block) or _continued(block, unit, last)
        if draft is not None:
            drafts.append(draft)
            last = draft
    return drafts


def _framed(view: TokenColumns, unit: Unit, number: int, block: Quotation) -> Draft | None:
    return (
        _cue_after(view, unit, number, block)
        or _so_after(view, unit, number, block)
        or _cue_before(view, unit, number, block)
    )


def _continued(block: Quotation, unit: Unit, last: Draft | None) -> Draft | None:
    """A quotation without a reporting clause has the speaker of the one before."""
    quote = ((block.first, block.last),)
    if last is None:
        return None
    return Draft("direct", "direct.continued", quote, last.speaker, last.cue, last.frame, last.addressee, inside=quote)


def _cue_after(view: TokenColumns, unit: Unit, number: int, block: Quotation) -> Draft | None:
    """„…“, sagte X."""
    segments = unit.segments
    if number + 1 >= len(segments):
        return None
    segment = segments[number + 1]
    if segment.verb < 0 or segment.kind not in ("main", "sub") or segment.first > block.last + 1:
        return None
    first = segment.first + segment.joined
    fronted = view.low[first] in ("so", "mit", "das") and segment.verb - first <= 3
    if segment.kind == "main" and not (segment.verb == first or fronted):
        return None
    if segment.kind == "sub" and view.low[segment.opener] not in ("wie", "womit"):
        return None
    predicate = find_predicate(view, segment.verb, clause_tokens(segments, number + 1, 3))
    if predicate is None:
        if not (segment.kind == "main" and segment.verb == first and view.form[block.last] == ","):
            return None
        predicate = bare_predicate(view, segment.verb)
    end = _frame_end(view, unit, number + 1)
    clause = [segment, *(s for s in segments[number + 2 :] if s.kind == "frag" and s.first < end)]
    speaker = find_speaker(view, clause, predicate)
    cue = full_cue(view, predicate)
    if segment.kind == "sub":
        cue = ((segment.opener, segment.opener + 1), *cue)
    return _draft(view, block, "direct.after", speaker, cue, ((block.last, end),), clause, predicate)


def _frame_end(view: TokenColumns, unit: Unit, number: int) -> int:
    """Where the reporting clause after a quotation ends: at the next quotation or the sentence's end."""
    start = unit.segments[number].first
    end = next((block.first for block in unit.blocks if block.first > start), unit.last)
    sentence_end = next((last for first, last in unit.sentences if first <= start < last), end)
    end = min(end, sentence_end)
    while end > start and view.form[end - 1] in _ENDS | {",", ":"}:
        end -= 1
    return end


def _draft(
    view: TokenColumns, block: Quotation, rule: str, speaker: Ranges, cue: Ranges, frame: Ranges,
    clause: list[Segment], predicate: Predicate | None,
) -> Draft:  # fmt: skip
    quote = ((block.first, block.last),)
    addressee = find_addressee(view, clause, predicate, speaker) if predicate else ()
    return Draft(
        "direct",
        rule,
        quote,
        speaker,
        cue,
        frame,
        addressee,
        clause=frame[0] if frame else (0, 0),
        inside=quote,
    )


def _so_after(view: TokenColumns, unit: Unit, number: int, block: Quotation) -> Draft | None:
    """„…“, so X."""
    index = block.last
    if index < unit.last and view.form[index] in (",", "–", "-"):
        index += 1
    if index >= unit.last or view.low[index] not in ("so", "laut") or view.tag[index] == "ADJA":
        return None
    end = phrase_end(view, index + 1, unit.last)
    if end <= index + 1:
        return None
    end = with_apposition(view, index + 1, end, unit.last)
    frame_end = max(end, _frame_end(view, unit, min(number + 1, len(unit.segments) - 1)))
    return _draft(
        view,
        block,
        "direct.so",
        trim(view, index + 1, end),
        ((index, index + 1),),
        ((block.last, frame_end),),
        [],
        None,
    )


def _cue_before(view: TokenColumns, unit: Unit, number: int, block: Quotation) -> Draft | None:
    """X sagte: „…“, X: „…“, and X sagte, „…“."""
    if block.first == unit.first:
        return None
    segments = unit.segments
    start = number
    while (
        start > 0
        and segments[start - 1].kind != "quote"
        and segments[start - 1].first >= _sentence_first(unit, block.first)
    ):
        start -= 1
    before = segments[start:number]
    if not before:
        return None
    frame_first = before[0].first
    frame: Ranges = ((frame_first, block.first),)
    colon = view.form[block.first - 1] == ":"
    for offset in range(len(before) - 1, -1, -1):
        segment = before[offset]
        if segment.verb < 0:
            continue
        predicate = find_predicate(view, segment.verb, range(segment.first, before[-1].last))
        if predicate is not None and (colon or predicate.takes("direct") or predicate.takes("clause")):
            clause = whole_clause(before, offset)
            speaker = find_speaker(view, clause, predicate)
            return _draft(view, block, "direct.before", speaker, full_cue(view, predicate), frame, clause, predicate)
    if not colon:
        return None
    return _colon(view, block, before, frame)


def _sentence_first(unit: Unit, index: int) -> int:
    return next((first for first, last in unit.sentences if first <= index < last), unit.first)


def whole_clause(before: tuple[Segment, ...], offset: int) -> list[Segment]:
    """The clause of a segment with the fragments around it."""
    segment = before[offset]
    first = offset
    if segment.verb_first and not segment.joined:
        while first > 0 and before[first - 1].kind in ("frag", "sub"):
            first -= 1
    return [s for s in before[first:] if s.kind in ("main", "frag") or s is segment]


def _colon(view: TokenColumns, block: Quotation, before: tuple[Segment, ...], frame: Ranges) -> Draft | None:
    """A sentence without a reporting verb before the colon: "X zeigte sich gelassen: „…“", "X: „…“"."""
    segment = next((s for s in before if s.verb >= 0 and s.kind == "main"), None)
    if segment is None:
        first = before[0].first
        if view.low[first] in _TALKS and view.low[first + 1] == "mit":
            first += 2
        name = find_phrase(view, first, block.first - 1)
        speaker = trim(view, *name) if name else ()
        return _draft(view, block, "direct.colon", speaker, (), frame, [], None)
    predicate = bare_predicate(view, segment.verb)
    speaker = find_speaker(view, whole_clause(before, before.index(segment)), predicate)
    return _draft(view, block, "direct.colon", speaker, (), frame, [], None)
