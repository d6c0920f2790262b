"""Finds the statements of a tagged document: who says what, with which words the article introduces it."""

from analysis.model import Document, Statement
from analysis.statements.backward import find_backward
from analysis.statements.carried import carried, hearsay
from analysis.statements.direct import find_direct
from analysis.statements.framed import find_framed
from analysis.statements.marks import pair_marks
from analysis.statements.sourced import find_sourced
from analysis.statements.summarised import find_summarised
from analysis.statements.units import Unit, find_units
from analysis.statements.view import Draft, View, merge, touches
from analysis.statements.withheld import find_withheld
from analysis.statements.woven import find_woven

_PASSED_OVER = frozenset({"direct.nested", "demnach"})
"""Rules whose statements do not make their speaker the one that later sentences go on with."""
CONFIDENCE: dict[str, float] = {}


def find_statements(document: Document) -> tuple[Statement, ...]:
    """The statements of a document in text order, with ids s1, s2, …; source, via and stance stay open."""
    view = View(document)
    drafts = find_drafts(view)
    drafts.sort(key=lambda draft: (draft.quote[0][0], -draft.quote[-1][1]))
    sections = _sections(view)
    return tuple(
        Statement(
            id=f"s{number}",
            type=draft.type,
            section=sections(draft.quote[0][0]),
            quote=view.spans(draft.quote),
            speaker=view.spans(draft.speaker),
            cue=view.spans(draft.cue),
            frame=view.spans(draft.frame),
            addressee=view.spans(draft.addressee),
            withheld=draft.withheld,
            confidence=CONFIDENCE.get(draft.rule, 0.5),
            rule=draft.rule,
        )
        for number, draft in enumerate(drafts, start=1)
    )


def _sections(view: View):  # type: ignore[no-untyped-def]
    from bisect import bisect_right

    starts = [sentence.first for sentence in view.document.sentences]

    def section(index: int) -> str:
        return view.document.sentences[bisect_right(starts, index) - 1].section

    return section


def find_drafts(view: View) -> list[Draft]:
    """The statements of a document in token numbers, unit by unit."""
    drafts: list[Draft] = []
    last: Draft | None = None
    last_direct: Draft | None = None
    distance = 99
    paragraph = -1
    previous: Unit | None = None
    for unit in find_units(view, pair_marks(view)):
        if unit.paragraph != paragraph:
            paragraph = unit.paragraph
            last_direct = None
        found = _in_unit(view, unit, last_direct)
        back = find_backward(view, unit, previous)
        if back is not None and not any(
            touches(draft, *unit.segments[0][:2]) for draft in found if draft.rule[:3] != "act"
        ):
            if not (drafts and touches(drafts[-1], *back.quote[0])):
                found = [back, *(draft for draft in found if draft.rule[:3] != "act")]
        previous = unit
        if found:
            drafts += found
            named = [draft for draft in found if draft.speaker and draft.rule not in _PASSED_OVER]
            directs = [
                draft
                for draft in found
                if draft.type == "direct" and draft.frame and draft.rule != "direct.nested"
            ]
            last_direct = directs[-1] if directs else None
            last = named[-1] if named else last
            distance = 0 if named else distance + 1
        for sentence in unit.sentences:
            if any(_overlap(draft, sentence) for draft in found):
                continue
            distance += 1
            draft = carried(view, unit, sentence, last, distance) or hearsay(
                view, unit, sentence, last, distance
            )
            if draft is not None:
                nested = find_woven(view, unit, [draft])
                if drafts and _continues(drafts[-1], draft):
                    drafts[-1] = _joined(drafts[-1], draft)
                else:
                    drafts.append(draft)
                drafts += [n for n in nested if not any(n.quote == d.quote for d in drafts[-3:])]
                distance = 0
    return drafts


def _in_unit(view: View, unit: Unit, last_direct: Draft | None) -> list[Draft]:
    found = find_direct(view, unit, last_direct)
    framed = find_framed(view, unit)
    found += [draft for draft in framed if not _clashes(draft, found)]
    sourced = find_sourced(view, unit)
    found += [draft for draft in sourced if not _clashes(draft, found)]
    found += find_withheld(view, unit, found)
    found += find_summarised(view, unit, found)
    found += find_woven(view, unit, found)
    return found


def _clashes(draft: Draft, others: list[Draft]) -> bool:
    """Whether another statement already has the quote or the frame."""
    return any(draft.quote == other.quote or draft.cue == other.cue for other in others)


def _overlap(draft: Draft, sentence: tuple[int, int]) -> bool:
    return any(first < sentence[1] and sentence[0] < last for first, last in (*draft.quote, *draft.frame))


def _continues(before: Draft, draft: Draft) -> bool:
    return (
        before.type == draft.type
        and before.rule == draft.rule
        and before.quote[-1][1] == draft.quote[0][0]
        and (before.speaker == draft.speaker)
    )


def _joined(before: Draft, draft: Draft) -> Draft:
    return before.change(
        quote=merge((*before.quote, *draft.quote)), inside=merge((*before.inside, *draft.inside))
    )
