"""Quoted words inside a sentence of the author (mixed quotation): "nannte das einen „…“", "die Reform sei „…“"."""

from collections.abc import Sequence

from analysis.language.token_columns import TokenColumns, covers
from analysis.statements.frames.cues import find_predicate
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.speakers import find_speaker
from analysis.statements.rules.direct import whole_clause
from analysis.statements.syntax.quotation_marks import Quotation
from analysis.statements.syntax.units import Unit

_NAME_TAGS = frozenset({"ART", "APPR", "APPRART", "FM", "NE", "XY", "CARD"})
_NAMING = frozenset({"nennen", "bezeichnen", "beschreiben", "sprechen", "bewerten", "einstufen", "werten"})


def find_mixed_quotes(view: TokenColumns, unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """The quoted words of a unit, with the roles of the statement around them, or of a verb of naming."""
    quoted: list[Draft] = []
    for quotation in unit.inline:
        draft = _nested(view, quotation, drafts) or _named(view, unit, quotation)
        if draft is not None:
            quoted.append(draft)
    return quoted


def _words(view: TokenColumns, quotation: Quotation) -> int:
    return sum(view.tag[index][0] != "$" for index in range(quotation.first, quotation.last))


def _counts(view: TokenColumns, quotation: Quotation) -> bool:
    """Four words or more, or a verb: else mostly irony; and no name."""
    if is_name(view, quotation):
        return False
    words = _words(view, quotation)
    common = any(view.form[i][:1].islower() for i in range(quotation.first, quotation.last))
    return words >= 4 or (words >= 2 and (common or any(view.finite[quotation.first : quotation.last])))


def is_name(view: TokenColumns, quotation: Quotation) -> bool:
    """Whether the words in marks are the name of a paper, a film, a band rather than an utterance."""
    inner = range(quotation.first + 1, quotation.last - quotation.closed)
    before = view.tag[quotation.first - 1] if quotation.first else "$."
    common = any(view.form[i][:1].islower() and view.tag[i] not in _NAME_TAGS for i in inner)
    if not common:
        return before in ("NN", "NE", "ART", "APPRART", "APPR") and not any(view.tag[i] == "KON" for i in inner)
    return before in ("NN", "NE") and not any(view.finite[i] for i in inner)


def _nested(view: TokenColumns, quotation: Quotation, drafts: Sequence[Draft]) -> Draft | None:
    quote = ((quotation.first, quotation.last),)
    around = [d for d in drafts if d.type != "direct" and covers(d.inside, quotation.first)]
    if not around or not _counts(view, quotation):
        return None
    outer = min(around, key=lambda d: sum(b - a for a, b in d.inside))
    return Draft("direct", "direct.nested", quote, outer.speaker, outer.cue, outer.frame, outer.addressee, inside=quote)


def _named(view: TokenColumns, unit: Unit, quotation: Quotation) -> Draft | None:
    """X nannte das einen „…“."""
    segment = next((s for s in unit.segments if s.first <= quotation.first < s.last), None)
    if segment is None or segment.verb < 0:
        return None
    predicate = find_predicate(view, segment.verb, range(segment.first, segment.last))
    if predicate is None or quotation.first < segment.verb < quotation.last:
        return None
    if is_name(view, quotation) or not (predicate.entry.lemma in _NAMING or _counts(view, quotation)):
        return None
    if not (predicate.takes("direct") or predicate.entry.lemma in _NAMING):
        return None
    number = unit.segments.index(segment)
    speaker = find_speaker(view, whole_clause(unit.segments[: number + 1], number), predicate)
    quote = ((quotation.first, quotation.last),)
    frame = tuple(
        part for part in ((segment.first, quotation.first), (quotation.last, segment.last)) if part[0] < part[1]
    )
    return Draft(
        "direct",
        "direct.named",
        quote,
        speaker,
        predicate.ranges,
        frame,
        clause=frame[0] if frame else (0, 0),
        inside=quote,
    )
