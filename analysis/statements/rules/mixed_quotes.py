"""Quoted words inside a sentence of the author (mixed quotation): "nannte das „…“", "sprach von einem „…“"."""

from collections.abc import Sequence

from analysis.language.token_columns import TokenColumns, covers
from analysis.statements.frames.cues import find_predicate
from analysis.statements.frames.draft import Draft
from analysis.statements.frames.speakers import find_speaker
from analysis.statements.rules.direct import whole_clause
from analysis.statements.syntax.quotation_marks import Quotation
from analysis.statements.syntax.units import Unit

_NAME_TAGS = frozenset({"ART", "APPR", "APPRART", "FM", "NE", "XY", "CARD"})
_CALLING = frozenset({"nennen", "bezeichnen"})
_NAMING = _CALLING | {"beschreiben", "sprechen", "bewerten", "einstufen", "werten"}


def find_called(view: TokenColumns, unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """The quoted words that somebody calls something by."""
    return [draft for draft in _mixed(view, unit, drafts) if draft.type == "direct"]


def find_mixed_quotes(view: TokenColumns, unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """What a clause of the author quotes in words, where no other statement has it: an utterance counts once."""
    return [draft for draft in _mixed(view, unit, drafts) if draft.type == "reported"]


def _mixed(view: TokenColumns, unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    found: list[Draft] = []
    for quotation in unit.inline:
        if any(covers(draft.inside, quotation.first) for draft in [*drafts, *found]):
            continue
        draft = _named(view, unit, quotation)
        if draft is not None:
            found.append(draft)
    return found


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


def _named(view: TokenColumns, unit: Unit, quotation: Quotation) -> Draft | None:
    """X nannte das „…“ (direct); X sprach von einem „…“ (reported)."""
    segment = next((s for s in unit.segments if s.first <= quotation.first < s.last), None)
    if segment is None or segment.verb < 0:
        return None
    predicate = find_predicate(view, segment.verb, range(segment.first, segment.last))
    if predicate is None or quotation.first < segment.verb < quotation.last:
        return None
    lemma = predicate.entry.lemma
    if lemma not in _CALLING and (is_name(view, quotation) or not (lemma in _NAMING or _counts(view, quotation))):
        return None
    if not (predicate.takes("direct") or lemma in _NAMING):
        return None
    number = unit.segments.index(segment)
    speaker = find_speaker(view, whole_clause(unit.segments[: number + 1], number), predicate)
    if lemma not in _CALLING:
        clause = ((segment.first, segment.last),)
        return Draft("reported", "act.quoted", clause, speaker, predicate.ranges, clause=clause[0], inside=clause)
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
