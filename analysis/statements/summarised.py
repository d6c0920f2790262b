"""Reported speech acts: the clause itself sums up what was said ("lehnte den Plan ab", "sprach von …")."""

from analysis.statements.clauses import Segment
from analysis.statements.cues import Predicate, find_predicate
from analysis.statements.subjects import find_speaker
from analysis.statements.units import Unit
from analysis.statements.view import Draft, View

_TOPICS = {
    "von": ("von", "vom", "davon"), "über": ("über",), "vor": ("vor", "vorm"), "auf": ("auf", "aufs"),
    "mit": ("mit",), "für": ("für",), "gegen": ("gegen",), "um": ("um",), "an": ("an", "am", "ans"),
    "zu": ("zu", "zur", "zum"), "besorgt": ("besorgt",),
}  # fmt: skip


def find_summarised(view: View, unit: Unit, drafts: list[Draft]) -> list[Draft]:
    """The speech acts of a unit in clauses that carry no other statement."""
    found: list[Draft] = []
    for number, segment in enumerate(unit.segments):
        if segment.kind != "main" or segment.verb < 0:
            continue
        if any(_touches(draft, segment) for draft in drafts):
            continue
        predicate = find_predicate(view, segment.verb, _tokens(unit, number))
        if predicate is not None and _reports(view, unit, number, predicate):
            draft = _statement(view, unit, number, predicate)
            if draft is not None:
                found.append(draft)
                break
    return found


def _touches(draft: Draft, segment: Segment) -> bool:
    ranges = (*draft.frame, *draft.inside, *draft.quote)
    return any(first < segment.last and segment.first < last for first, last in ranges)


def _tokens(unit: Unit, number: int) -> list[int]:
    segment = unit.segments[number]
    tokens = list(range(segment.first, segment.last))
    for other in unit.segments[number + 1 : number + 5]:
        if other.kind == "main":
            break
        if other.kind == "frag":
            tokens += range(other.first, other.last)
    return tokens


def _reports(view: View, unit: Unit, number: int, predicate: Predicate) -> bool:
    if predicate.takes("object"):
        return True
    if not predicate.takes("topic"):
        return False
    segment = unit.segments[number]
    forms = {form for word in predicate.entry.words for form in _TOPICS.get(word, (word,))}
    return any(view.low[index] in forms for index in range(segment.first, segment.last))


def _statement(view: View, unit: Unit, number: int, predicate: Predicate) -> Draft | None:
    segments = unit.segments
    segment = segments[number]
    first = number
    if segment.verb_first and not segment.joined:
        while first > 0 and segments[first - 1].kind in ("frag", "sub"):
            first -= 1
    clause = [s for s in segments[first:] if s.kind in ("main", "frag")]
    speaker = find_speaker(view, clause, predicate)
    if not speaker:
        return None
    sentence = next(s for s in unit.sentences if s[0] <= segment.first < s[1])
    return Draft("reported", f"act.{predicate.entry.kind}", (sentence,), speaker, predicate.ranges, inside=(sentence,))
