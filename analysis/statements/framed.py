"""Indirect statements with a reporting verb: "X sagte, …", "…, sagte X", "…, wie X mitteilte, …"."""

from collections.abc import Sequence

from analysis.statements.agents import is_agent
from analysis.statements.clauses import Segment
from analysis.statements.cues import Predicate, find_predicate, is_reporting_noun
from analysis.statements.phrases import find_phrase
from analysis.statements.subjects import find_addressee, find_speaker
from analysis.statements.units import Unit
from analysis.statements.withheld import is_withheld
from analysis.statements.view import Draft, Range, Ranges, View, merge, minus

_CONTENT = frozenset({"dass", "daß", "ob"})
_QUESTION_TAGS = frozenset({"PWS", "PWAT", "PWAV"})
_QUESTION_WORDS = frozenset({"wie", "wann", "wo", "warum", "weshalb", "wer", "was", "welche", "welcher", "welches",
                             "wieso", "wohin", "woher", "wem", "wen", "wessen", "inwieweit", "inwiefern"})  # fmt: skip
_ADVERBIAL_OPENERS = frozenset({"um", "ohne", "anstatt", "statt"})
_CONNECTIVES = frozenset({"deswegen", "deshalb", "trotzdem", "dennoch", "jedoch", "daher", "daraufhin", "danach",
                          "anschließend", "allerdings", "außerdem", "zudem", "so"})  # fmt: skip
_ENDS = frozenset(".!?")


def find_framed(view: View, unit: Unit) -> list[Draft]:
    """The indirect statements of a unit whose reporting clause has a verb."""
    drafts: list[Draft] = []
    taken = unit.first
    for number, segment in enumerate(unit.segments):
        if segment.verb < 0 or segment.kind not in ("main", "sub"):
            continue
        for verb in _finite(view, segment):
            predicate = find_predicate(view, verb, _clause_tokens(unit.segments, number))
            draft = _statement(view, unit, number, segment._replace(verb=verb), predicate, taken)
            if draft is not None:
                drafts.append(draft)
                if draft.rule.startswith("left"):
                    taken = max(taken, draft.quote[-1][1])
                break
    return drafts


def _finite(view: View, segment: Segment) -> list[int]:
    return [i for i in range(segment.first, segment.last) if view.finite[i] or i == segment.verb]


def _clause_tokens(segments: Sequence[Segment], number: int) -> list[int]:
    """The tokens of the clause around a segment: with the fragments that follow it until the next clause."""
    segment = segments[number]
    tokens = list(range(segment.first, segment.last))
    for other in segments[number + 1 : number + 5]:
        if other.kind == "main" or other.joined:
            break
        if other.kind == "frag" and segment.kind == "main":
            tokens += range(other.first, other.last)
    return tokens


def _statement(
    view: View, unit: Unit, number: int, segment: Segment, predicate: Predicate | None, taken: int
) -> Draft | None:
    segments = unit.segments
    if view.mood[segment.verb] == "K1" and segment.kind == "main" and predicate is not None:
        return None
    if predicate is None:
        return _by_mood(view, unit, number, segment, taken)
    if segment.kind == "sub" and view.low[segment.opener] == "wie":
        return _with_wie(view, unit, number, segment, predicate)
    if segment.kind == "main" and _verb_opens(view, segment):
        draft = _right(view, unit, number, segment, predicate, taken)
        if draft is not None:
            return draft
    start = _complement(view, segments, number, predicate)
    if start is None:
        return None
    return _left(view, unit, number, segment, predicate, start, taken)


def _verb_opens(view: View, segment: Segment) -> bool:
    first = segment.first + segment.joined
    return segment.verb == first or (view.low[first] == "so" and segment.verb == first + 1)


# ---------------------------------------------------------------- reporting clause first


def _complement(view: View, segments: Sequence[Segment], number: int, predicate: Predicate) -> int | None:
    """The number of the segment where what was said begins, after the clause at ``number``."""
    index = number + 1
    skipped = 0
    while index < len(segments) and skipped < 4:
        segment = segments[index]
        if segment.kind == "quote" or segment.before in (";", "."):
            return None
        if segment.before == ":":
            return index if _after_colon(view, segment, predicate) else None
        if is_content(view, segment):
            if view.low[segment.opener] in _QUESTION_WORDS and not _asks(view, segment, predicate):
                return None
            return index if predicate.takes("clause") or predicate.takes("infinitive") else None
        if segment.kind == "inf" and not _adverbial_infinitive(view, segment):
            if predicate.takes("infinitive"):
                return index
        elif segment.kind == "main":
            return index if _is_second(view, segments, index, number) and _may_report(view, segment, predicate) else None
        elif segment.kind in ("frag", "sub") and segment.before in (",", "", "("):
            start = _fronted(view, segments, index, predicate)
            if start is not None:
                return start
            if segment.kind == "sub" and _takes_over(view, segment):
                return None
        index += 1
        skipped += 1
    return None


def _asks(view: View, segment: Segment, predicate: Predicate) -> bool:
    """Whether a w-clause is what was said rather than a relative clause or a comparison."""
    if predicate.entry.kind not in ("say", "ask") or predicate.passive:
        return False
    before = segment.first - 2
    if view.low[segment.opener] not in ("wie", "was", "wo") or before < 0 or view.tag[before] not in ("NN", "NE"):
        return True
    behind = find_phrase(view, predicate.verb + 1, segment.first - 1)
    return behind is not None and behind[1] == before + 1 and is_agent(view, *behind)


def _takes_over(view: View, segment: Segment) -> bool:
    """Whether a subordinate clause has a reporting verb of its own, so that what follows is its complement."""
    predicate = find_predicate(view, segment.verb, range(segment.first, segment.last))
    return predicate is not None and predicate.takes("clause")


def is_content(view: View, segment: Segment) -> bool:
    """A clause that can be what is said: dass, ob or a question word opens it."""
    if segment.kind != "sub" or segment.opener - segment.first > 1 + segment.joined:
        return False
    opener = segment.opener
    if view.low[segment.first] == "so":
        return False
    if view.low[opener] in _CONTENT:
        return True
    return view.low[opener] in _QUESTION_WORDS and view.tag[opener] not in ("PRELS", "KOKOM")


def _adverbial_infinitive(view: View, segment: Segment) -> bool:
    return view.low[segment.first] in _ADVERBIAL_OPENERS


def _is_second(view: View, segments: Sequence[Segment], index: int, number: int) -> bool:
    """A verb-second clause that depends on the clause before: not coordinated, its verb not first."""
    segment = segments[index]
    if index > number + 1 and segment.verb == segment.last - 1:
        return False  # the tail of a subordinate clause that something interrupts
    return not segment.joined and not segment.verb_first and segment.before in (",", "(", "")


def _may_report(view: View, segment: Segment, predicate: Predicate) -> bool:
    """Whether a verb-second clause can be the complement: in Konjunktiv after any verb, else after verbs of saying."""
    if view.mood[segment.verb]:
        return predicate.takes("clause") or predicate.entry.kind in ("act", "weak")
    if predicate.passive or view.low[segment.first] in _CONNECTIVES:
        return False
    return predicate.takes("clause") and predicate.entry.kind in ("say", "think")


def _after_colon(view: View, segment: Segment, predicate: Predicate) -> bool:
    """Whether what follows a colon without quotation marks is what was said."""
    if segment.verb < 0 or predicate.passive or not predicate.takes("direct"):
        return False
    return bool(view.mood[segment.verb]) or (predicate.entry.kind in ("say", "ask") and len(predicate.tokens) < 3)


def _fronted(view: View, segments: Sequence[Segment], index: int, predicate: Predicate) -> int | None:
    """A complement that opens with a fragment or a subordinate clause: ", wenn er siege, werde er …"."""
    for other in range(index + 1, min(len(segments), index + 5)):
        segment = segments[other]
        if segment.kind == "main" and not segment.joined:
            if segment.verb_first and segment.before in (",", ")", "“", "–") and (
                view.mood[segment.verb] or (predicate.takes("clause") and segments[index].kind == "sub")
            ):
                return index if predicate.takes("clause") else None
            return None
        if segment.kind in ("quote", "inf") or is_content(view, segment):
            return None
    return None


def _left(
    view: View, unit: Unit, number: int, segment: Segment, predicate: Predicate, start: int, taken: int
) -> Draft | None:
    segments = unit.segments
    end = _complement_end(view, segments, number, start, predicate)
    first = segments[start].first
    last = _without_stop(view, first, segments[end].last if end + 1 < len(segments) else unit.last)
    frame_first = _frame_start(view, unit, number, taken)
    rest = _frame_rest(view, unit, segments, end, predicate)
    clause = _clause_of(view, segments, number, start, frame_first)
    speaker = find_speaker(view, clause, predicate)
    if not speaker and segment.joined and not predicate.passive:
        speaker = _inherited(view, segments, number)
    frame = merge(((frame_first, first), *rest))
    quote = minus((first, last), rest)
    if not quote:
        return None
    shape = _shape(view, segments[start])
    silent = is_withheld(view, predicate, segment.first, first, shape == "question")
    return Draft(
        "indirect", f"left.{shape}", quote, speaker, _cue(view, predicate), frame,
        find_addressee(view, clause, predicate, speaker), silent, clause=(frame_first, first), inside=((first, last),),
    )  # fmt: skip


def _shape(view: View, segment: Segment) -> str:
    if segment.kind == "sub":
        low = view.low[segment.opener]
        return "dass" if low in ("dass", "daß") else "question" if is_content_word(low) else "second"
    return {"inf": "infinitive", "main": "second", "frag": "second", "quote": "quote"}[segment.kind]


def is_content_word(low: str) -> bool:
    """ob and the question words."""
    return low == "ob" or low in _QUESTION_WORDS


def _cue(view: View, predicate: Predicate) -> Ranges:
    extra = [
        index
        for index in (predicate.verb - 1, predicate.verb + 1)
        if 0 <= index < view.size and view.low[index] == "es" and predicate.entry.lemma in ("heißen", "verlauten")
    ]
    return merge((*predicate.ranges, *((index, index + 1) for index in extra)))


def _frame_start(view: View, unit: Unit, number: int, taken: int) -> int:
    """Where the reporting part begins: at the unit's start, or after what was already said in it."""
    start = max(unit.first, taken)
    segments = unit.segments
    for index in range(number, -1, -1):
        segment = segments[index]
        if segment.first < start:
            break
        if index < number and segment.kind == "quote":
            return segment.last
        if segment.before in (";", ".", "!", "?") or (segment.joined and index == number and _own_subject(view, segment)):
            return max(start, segment.first)
    while start < unit.last and view.form[start] in ",;.":
        start += 1
    return start


def _own_subject(view: View, segment: Segment) -> bool:
    return segment.kind == "main" and segment.verb > segment.first + 1


def _complement_end(
    view: View, segments: Sequence[Segment], number: int, start: int, predicate: Predicate
) -> int:
    """The number of the last segment of what was said."""
    reported = bool(view.mood[segments[start].verb]) if segments[start].verb >= 0 else False
    for index in range(start + 1, len(segments)):
        segment = segments[index]
        if segment.before == ";" or segment.kind == "quote":
            return index - 1
        if any(segment.first <= token < segment.last for token in predicate.tokens):
            return index - 1
        if segment.kind != "main" or view.mood[segment.verb]:
            continue
        if segment.joined and (segment.verb_first or reported):
            if find_predicate(view, segment.verb, range(segment.first, segment.last)) is not None or reported:
                return index - 1
        elif not segment.joined and segments[start].kind in ("sub", "inf") and segment.before in (",", "–", "-"):
            return index - 1
    return len(segments) - 1


def _frame_rest(
    view: View, unit: Unit, segments: Sequence[Segment], end: int, predicate: Predicate
) -> Ranges:
    """The rest of a reporting clause that what was said interrupts."""
    if end + 1 >= len(segments):
        return ()
    segment = segments[end + 1]
    takes_up = any(token >= segment.first for token in predicate.tokens)
    if takes_up or (segment.kind == "main" and segment.verb_first and not segment.joined):
        return ((segments[end].last, _without_stop(view, segments[end].last, unit.last)),)
    return ()


def _clause_of(
    view: View, segments: Sequence[Segment], number: int, start: int, frame_first: int
) -> list[Segment]:
    """The segments of the reporting clause: the front of a main clause may be cut up by commas."""
    segment = segments[number]
    if segment.kind == "sub":
        return [s for s in segments[number:start] if s is segment or s.kind == "frag"]
    first = number
    if segment.verb_first and not segment.joined:
        while first > 0 and segments[first - 1].kind in ("frag", "sub", "inf") and segments[first - 1].first >= frame_first:
            first -= 1
    return [s for s in segments[first:start] if s.kind in ("main", "frag") or s is segment]


def _inherited(view: View, segments: Sequence[Segment], number: int) -> Ranges:
    """The subject of the clause that a subjectless "und fügte hinzu" is joined to."""
    for index in range(number - 1, -1, -1):
        segment = segments[index]
        if segment.kind == "main" and not segment.joined:
            predicate = _any_predicate(segment)
            return find_speaker(view, _clause_of(view, segments, index, number, segments[0].first), predicate)
    return ()


def _any_predicate(segment: Segment) -> Predicate:
    from analysis.statements.cues import CueVerb

    return Predicate(CueVerb("", frozenset(), "", frozenset()), (segment.verb,), segment.verb, False)


# ---------------------------------------------------------------- reporting clause last or in the middle


def _right(
    view: View, unit: Unit, number: int, segment: Segment, predicate: Predicate, taken: int
) -> Draft | None:
    """", sagte X" after or inside what was said."""
    if not (predicate.takes("clause") or predicate.takes("direct")) or segment.before not in (",", "“", "–", "-", "—"):
        return None
    segments = unit.segments
    if segments[number - 1].kind == "quote" or segment.joined:
        return None
    start = _content_start(view, unit, number, taken)
    if start is None:
        return None
    after = _resumes(view, segments, number, start)
    front = segments[start].first
    frame_first = segment.first - 1 if view.form[segment.first - 1] in (",", "–", "-", "—") else segment.first
    content_last = frame_first
    holes: Range
    if after is None:
        frame_last = _without_stop(view, segment.first, unit.last)
        holes = (frame_first, unit.last)
        inside = (front, content_last)
    else:
        frame_last = segments[after].first
        holes = (frame_first, frame_last)
        inside = (front, _without_stop(view, front, unit.last))
    if predicate.entry.kind == "weak" and predicate.entry.lemma not in ("heißen", "lauten"):
        return None
    clause = [segment, *(s for s in segments[number + 1 : after] if s.kind == "frag")]
    speaker = find_speaker(view, clause, predicate)
    quote = minus(inside, (holes,))
    if not quote or not _said(view, predicate, speaker, segments[start:number]):
        return None
    return Draft(
        "indirect", "right.inside" if after is not None else "right.after", quote, speaker, _cue(view, predicate),
        ((frame_first, frame_last),), find_addressee(view, clause, predicate, speaker),
        clause=(frame_first, frame_last), inside=(inside,),
    )  # fmt: skip


def _said(view: View, predicate: Predicate, speaker: Ranges, content: Sequence[Segment]) -> bool:
    """Whether ", sagte X" has somebody who says it; a passive only after a whole clause."""
    whole = any(s.kind == "main" for s in content)
    if predicate.passive or predicate.entry.lemma in ("heißen", "verlauten"):
        return whole
    if not speaker:
        return False
    if view.low[content[0].first] == "wie":
        return False
    return is_agent(view, *speaker[0]) or (whole and any(view.mood[s.verb] for s in content if s.verb >= 0))


def _content_start(view: View, unit: Unit, number: int, taken: int) -> int | None:
    """The number of the segment where the clauses before ", sagte X" begin, or None where they are its own front."""
    segments = unit.segments
    start = number
    while start > 0 and segments[start].before not in (";", "“") and segments[start - 1].kind != "quote":
        if segments[start - 1].first < taken:
            break
        start -= 1
    before = segments[start:number]
    if not before:
        return None
    if any(s.kind == "main" for s in before):
        return start
    if is_content(view, before[0]) or any(is_content(view, s) for s in before):
        return start
    subject_follows = number + 1 >= len(segments) or segments[number + 1].kind in ("frag", "sub")
    segment = segments[number]
    nominative = view.tag[min(segment.verb + 1, segment.last - 1)] in ("ART", "NE", "PPER", "NN", "PPOSAT", "PIS", "ADJA")
    if before[0].kind == "sub":
        resumes = number + 1 < len(segments) and segments[number + 1].kind == "main" and segments[number + 1].verb_first
        return start if resumes else None
    if len(before) == 1 and subject_follows and nominative and not _is_person(view, before[0]):
        return start
    return None


def _is_person(view: View, segment: Segment) -> bool:
    return view.tag[segment.first] in ("NE", "PPER") or view.tag[segment.last - 1] == "NE"


def _resumes(view: View, segments: Sequence[Segment], number: int, start: int) -> int | None:
    """The segment in which what was said goes on after the reporting clause, or None."""
    index = number + 1
    while index < len(segments) and segments[index].kind == "frag" and segments[index].before == ",":
        index += 1
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
    if segment.kind == "sub" and view.low[segment.opener] in _CONTENT and not only_subordinate:
        return None
    return None


# ---------------------------------------------------------------- wie X mitteilte


def _with_wie(view: View, unit: Unit, number: int, segment: Segment, predicate: Predicate) -> Draft | None:
    """"Wie X mitteilte, …" and "…, wie X mitteilte(, …)": the rest of the sentence is what was said."""
    if not (predicate.takes("clause") or predicate.entry.lemma in ("zitieren", "beschreiben")):
        return None
    if any(index in range(segment.first, segment.last) and view.low[index] in ("viel", "viele", "sehr")
           for index in (segment.first + 1,)):
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
    frame = (first, last) if not ends else (first, _without_stop(view, first, unit.last))
    whole = (unit.first, _without_stop(view, unit.first, unit.last))
    quote = minus(whole, (frame,))
    if not quote or sum(b - a for a, b in quote) < 3:
        return None
    speaker = find_speaker(view, [segment], predicate)
    cue = merge(((segment.opener, segment.opener + 1), *predicate.ranges))
    return Draft("indirect", "wie", quote, speaker, cue, (frame,),
                 find_addressee(view, [segment], predicate, speaker), clause=frame, inside=(whole,))


# ---------------------------------------------------------------- unlisted verbs, nouns


def _by_mood(view: View, unit: Unit, number: int, segment: Segment, taken: int) -> Draft | None:
    """A clause in Konjunktiv that depends on a noun of saying or on a verb no list knows."""
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
        is_content(view, following) and view.low[following.opener] in _CONTENT
        and (is_reporting_noun(view.low[noun], "clause"))
    )
    infinitive = following.kind == "inf" and not _adverbial_infinitive(view, following) and is_reporting_noun(
        view.low[noun], "infinitive"
    )
    second = following.kind == "main" and not following.verb_first and not following.joined and bool(
        view.mood[following.verb]
    ) and is_reporting_noun(view.low[noun], "clause")
    if not (content or infinitive or second):
        return None
    from analysis.statements.nouns import noun_statement

    return noun_statement(view, unit, number, noun, taken)


def _noun_before(view: View, segment: Segment) -> int | None:
    """The last noun of saying in the segment, if only its attributes stand between it and the comma."""
    for index in range(segment.last - 1, max(segment.first, segment.last - 9) - 1, -1):
        if view.tag[index] == "NN" and is_reporting_noun(view.low[index], "clause"):
            return index
        if view.finite[index]:
            return None
    return None


def _without_stop(view: View, first: int, last: int) -> int:
    """The range's end without the full stop, question mark or trailing comma of its sentence."""
    while last > first and view.form[last - 1] in _ENDS | {","}:
        last -= 1
    return last
