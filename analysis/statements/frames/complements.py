"""Bounds of the complement of a reporting clause (what was said): its first and last segment."""

from collections.abc import Sequence

from analysis.language.token_columns import TokenColumns
from analysis.statements.frames.cues import Predicate, find_predicate
from analysis.statements.frames.speaker_nouns import is_agent
from analysis.statements.syntax.clauses import COMPLEMENTISERS, Segment
from analysis.statements.syntax.noun_phrases import find_phrase

_QUESTION_WORDS = frozenset(
    {
        "wie", "wann", "wo", "warum", "weshalb", "wer", "was", "welche", "welcher", "welches", "wieso",
        "wohin", "woher", "wem", "wen", "wessen", "inwieweit", "inwiefern",
    }
)  # fmt: skip
_ADVERBIAL_OPENERS = frozenset({"um", "ohne", "anstatt", "statt"})
_CONNECTIVES = frozenset(
    {
        "deswegen", "deshalb", "trotzdem", "dennoch", "jedoch", "daher", "daraufhin", "danach",
        "anschließend", "allerdings", "außerdem", "zudem", "so",
    }
)  # fmt: skip


def find_complement(view: TokenColumns, segments: Sequence[Segment], number: int, predicate: Predicate) -> int | None:
    """The number of the first segment of what was said, after the clause at ``number``; None if there is none."""
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
        if segment.kind == "inf" and not is_adverbial(view, segment):
            if predicate.takes("infinitive"):
                return index
        elif segment.kind == "main":
            return (
                index if _is_second(view, segments, index, number) and _may_report(view, segment, predicate) else None
            )
        elif segment.kind in ("frag", "sub") and segment.before in (",", "", "("):
            start = _fronted(view, segments, index, predicate)
            if start is not None:
                return start
            if segment.kind == "sub" and _takes_over(view, segment):
                return None
        index += 1
        skipped += 1
    return None


def is_content(view: TokenColumns, segment: Segment) -> bool:
    """Whether a clause can be what is said: dass, ob or a question word opens it."""
    if segment.kind != "sub" or segment.opener - segment.first > 1 + segment.joined:
        return False
    opener = segment.opener
    if view.low[segment.first] == "so":
        return False
    if view.low[opener] in COMPLEMENTISERS:
        return True
    return view.low[opener] in _QUESTION_WORDS and view.tag[opener] not in ("PRELS", "KOKOM")


def _asks(view: TokenColumns, segment: Segment, predicate: Predicate) -> bool:
    """Whether a w-clause is what was said rather than a relative clause or a comparison."""
    if predicate.entry.kind not in ("say", "ask") or predicate.passive:
        return False
    before = segment.first - 2
    if view.low[segment.opener] not in ("wie", "was", "wo") or before < 0 or view.tag[before] not in ("NN", "NE"):
        return True
    behind = find_phrase(view, predicate.verb + 1, segment.first - 1)
    return behind is not None and behind[1] == before + 1 and is_agent(view, *behind)


def _takes_over(view: TokenColumns, segment: Segment) -> bool:
    """Whether a subordinate clause has a reporting verb of its own that takes what follows."""
    predicate = find_predicate(view, segment.verb, range(segment.first, segment.last))
    return predicate is not None and predicate.takes("clause")


def is_adverbial(view: TokenColumns, segment: Segment) -> bool:
    """Whether an infinitive clause is an adverbial and thus not what was said: "um zu helfen"."""
    return view.low[segment.first] in _ADVERBIAL_OPENERS


def _is_second(view: TokenColumns, segments: Sequence[Segment], index: int, number: int) -> bool:
    """A verb-second clause that depends on the clause before: not coordinated, its verb not first."""
    segment = segments[index]
    if index > number + 1 and segment.verb == segment.last - 1:
        return False  # the tail of a subordinate clause that something interrupts
    return not segment.joined and not segment.verb_first and segment.before in (",", "(", "")


def _may_report(view: TokenColumns, segment: Segment, predicate: Predicate) -> bool:
    """Whether a verb-second clause can be the complement: in Konjunktiv, or after a verb of saying."""
    if view.mood[segment.verb]:
        return predicate.takes("clause") or predicate.entry.kind in ("act", "weak")
    if predicate.passive or view.low[segment.first] in _CONNECTIVES:
        return False
    return predicate.takes("clause") and predicate.entry.kind in ("say", "think")


def _after_colon(view: TokenColumns, segment: Segment, predicate: Predicate) -> bool:
    """Whether what follows a colon without quotation marks is what was said."""
    if segment.verb < 0 or predicate.passive or not predicate.takes("direct"):
        return False
    return bool(view.mood[segment.verb]) or (predicate.entry.kind in ("say", "ask") and len(predicate.tokens) < 3)


def _fronted(view: TokenColumns, segments: Sequence[Segment], index: int, predicate: Predicate) -> int | None:
    """A complement that opens with a fragment or a subordinate clause: ", wenn er siege, werde er …"."""
    for other in range(index + 1, min(len(segments), index + 5)):
        segment = segments[other]
        if segment.kind == "main" and not segment.joined:
            if (
                segment.verb_first
                and segment.before in (",", ")", "“", "–")
                and (view.mood[segment.verb] or (predicate.takes("clause") and segments[index].kind == "sub"))
            ):
                return index if predicate.takes("clause") else None
            return None
        if segment.kind in ("quote", "inf") or is_content(view, segment):
            return None
    return None


def complement_end(
    view: TokenColumns, segments: Sequence[Segment], number: int, start: int, predicate: Predicate
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


def shape(view: TokenColumns, segment: Segment) -> str:
    """The form of what was said, from its first segment: dass, question, second (verb-second) or infinitive."""
    if segment.kind == "sub":
        low = view.low[segment.opener]
        return "dass" if low in ("dass", "daß") else "question" if is_content_word(low) else "second"
    return {"inf": "infinitive", "main": "second", "frag": "second"}[segment.kind]


def is_content_word(low: str) -> bool:
    """Whether a lower-case word is ob or a question word."""
    return low == "ob" or low in _QUESTION_WORDS
