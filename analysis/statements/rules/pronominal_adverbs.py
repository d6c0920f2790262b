"""Adverbs that refer to a source named before: "Demnach …", "… ein Bericht, wonach …"."""

from analysis.language.token_columns import Range, TokenColumns, without_stop
from analysis.statements.frames.cues import is_reporting_noun
from analysis.statements.frames.draft import Draft
from analysis.statements.syntax.clauses import Segment
from analysis.statements.syntax.noun_phrases import phrase_end
from analysis.statements.syntax.units import Unit


def find_pronominal_adverb(view: TokenColumns, unit: Unit, index: int) -> Draft | None:
    """The statement that "Demnach …" or ", wonach …" at token ``index`` marks, or None."""
    low = view.low[index]
    if low == "wonach":
        return _wonach(view, unit, index)
    if index != unit.first or (low == "danach" and not _reports(view, unit, index)):
        return None
    last = without_stop(view, index + 1, unit.last)
    if last - index < 4 or not any(view.finite[index + 1 : last]):
        return None
    return Draft(
        "indirect",
        "demnach",
        ((index + 1, last),),
        ((index, index + 1),),
        ((index, index + 1),),
        ((index, index + 1),),
        clause=(index, index + 1),
        inside=((index + 1, last),),
    )


def _reports(view: TokenColumns, unit: Unit, index: int) -> bool:
    """Whether "danach" points to a source rather than to a time: the clause is in Konjunktiv, or has soll."""
    return any(view.mood[i] == "K1" or view.lemma[i] == "sollen" for i in range(index, unit.last) if view.finite[i])


def _wonach(view: TokenColumns, unit: Unit, index: int) -> Draft | None:
    segment = _segment_at(unit, index)
    if segment is None or index == unit.first:
        return None
    last = segment.last
    for other in unit.segments:
        if other.first >= last and other.kind in ("sub", "inf") and other.before == ",":
            last = other.last
        elif other.first >= last:
            break
    first = index - 1 if view.form[index - 1] == "," else index
    head = first
    while head > unit.first and not view.tag[head - 1].startswith("$") and not view.finite[head - 1]:
        head -= 1
    speaker = None
    for start in range(head, first):
        if view.tag[start] in ("NN",) and is_reporting_noun(view.low[start], "source"):
            speaker = _whole_phrase(view, unit, start, first)
            break
    last = without_stop(view, index + 1, last)
    frame = (unit.first, index + 1)
    if last <= index + 2:
        return None
    return Draft(
        "indirect",
        "wonach",
        ((index + 1, last),),
        (speaker,) if speaker else (),
        ((index, index + 1),),
        (frame,),
        clause=frame,
        inside=((index + 1, last),),
    )


def _whole_phrase(view: TokenColumns, unit: Unit, noun: int, limit: int) -> Range:
    first = noun
    while first > unit.first and view.tag[first - 1] in ("ART", "ADJA", "CARD", "PIAT", "PPOSAT"):
        first -= 1
    return first, max(phrase_end(view, first, limit, loose=True), noun + 1)


def _segment_at(unit: Unit, index: int) -> Segment | None:
    return next((segment for segment in unit.segments if segment.first <= index < segment.last), None)
