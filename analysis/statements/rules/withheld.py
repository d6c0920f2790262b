"""Answers that a source withheld: "sagte nicht, wann …", "wollte sich nicht äußern"."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from analysis.language.token_columns import Ranges, TokenColumns, merge
from analysis.resources import read_lexicon
from analysis.statements.frames.cues import Predicate, bare_predicate, clause_lemma
from analysis.statements.frames.draft import Draft, touches
from analysis.statements.frames.speaker_nouns import is_agent
from analysis.statements.frames.speakers import find_speaker
from analysis.statements.syntax.clauses import Segment, clause_tokens
from analysis.statements.syntax.noun_phrases import phrase_end
from analysis.statements.syntax.units import Unit

_NEGATIONS = frozenset(
    {"nicht", "nichts", "kein", "keine", "keinen", "keinem", "keiner", "keinerlei", "weder", "niemand"}
)
_OPEN = frozenset({"offen", "unklar"})
_ONLY_CONFIRM = frozenset({"bestätigen", "mitteilen"})
_WITHOUT_SPEAKER = frozenset(
    {"stellungnahme", "angaben", "auskunft", "auskünfte", "details", "einzelheiten", "kommentar", "unbeantwortet"}
)
"""Words that mean a withheld answer even if nobody is named: "Eine Stellungnahme lag nicht vor"."""
_NEAR = 8
_BETWEEN = frozenset({"sondern", "nur"})


class _Wording(NamedTuple):
    verbs: frozenset[str]
    words: frozenset[str]
    negated: bool


@cache
def _wordings() -> tuple[_Wording, ...]:
    return tuple(
        _Wording(frozenset(row["verbs"].split()), frozenset(row["words"].split()), row["negated"] == "yes")
        for row in read_lexicon("withheld_phrases")
    )


def is_withheld(view: TokenColumns, predicate: Predicate, first: int, last: int, question: bool) -> bool:
    """Whether a reporting clause at tokens ``[first, last)`` says that what follows was *not* said.

    ``question`` tells that what follows is an ob- or w-clause.
    """
    if predicate.entry.kind in ("think", "demand"):
        return False
    if question and any(view.low[index] in _OPEN for index in predicate.tokens):
        return True
    negated = any(
        view.low[index] in _NEGATIONS and view.low[min(index + 1, view.size - 1)] not in _BETWEEN
        for index in range(first, last)
    )
    return negated and (question or predicate.entry.lemma in _ONLY_CONFIRM)


def find_withheld(view: TokenColumns, unit: Unit, drafts: Sequence[Draft]) -> list[Draft]:
    """The clauses of a unit which say that a source gave no answer, unless another statement has them."""
    withheld: list[Draft] = []
    for number, segment in enumerate(unit.segments):
        if segment.verb < 0 or any(touches(draft, segment.first, segment.last) for draft in drafts):
            continue
        cue = _match(view, unit.segments, number)
        if cue:
            draft = _draft(view, unit, number, cue)
            if draft is not None and not any(touches(other, *draft.quote[0]) for other in withheld):
                withheld.append(draft)
    return withheld


def _match(view: TokenColumns, segments: Sequence[Segment], number: int) -> Ranges:
    """The cue of the first wording that fits the clause; empty where none does."""
    segment = segments[number]
    tokens = clause_tokens(segments, number, 2)
    lemmas = clause_lemma(view, segment.verb, tokens)
    negation = next((index for index in tokens if view.low[index] in _NEGATIONS), None)
    for wording in _wordings():
        if wording.negated and negation is None:
            continue
        parts = next((parts for lemma, parts in lemmas if lemma in wording.verbs), None)
        if parts is None:
            continue
        places = (*tokens, *_infinitives(view, segment.last))
        partner = next((i for i in places if view.low[i] in wording.words), None)
        if wording.words and partner is None:
            continue
        cue = [*parts, *(i for i in (negation if wording.negated else None, partner) if i is not None)]
        return merge(tuple((index, index + 1) for index in cue))
    return ()


def _infinitives(view: TokenColumns, last: int) -> list[int]:
    """What the clause right behind is about: "lehnte es ab, Einzelheiten zu nennen"."""
    near = range(last, min(last + _NEAR, view.size))
    return [index for index in near if view.tag[index] in ("VVINF", "VVIZU")]


def _draft(view: TokenColumns, unit: Unit, number: int, cue: Ranges) -> Draft | None:
    segment = unit.segments[number]
    sentence = next(s for s in unit.sentences if s[0] <= segment.first < s[1])
    predicate = bare_predicate(view, segment.verb)
    clause = [s for s in unit.segments[number:] if s is segment or s.kind == "frag"]
    speaker = _from_whom(view, segment) or find_speaker(view, clause, predicate)
    if segment.joined and not _answers(view, speaker, cue):
        # "X verwies auf das Gericht und machte keine Angaben"
        speaker = _subject_before(view, unit, number)
    if not _answers(view, speaker, cue):
        if not _WITHOUT_SPEAKER.intersection(view.low[i] for first, last in cue for i in range(first, last)):
            return None
        speaker = ()
    quote = sentence if segment.kind == "main" else (segment.first, segment.last)
    return Draft("reported", "withheld", (quote,), speaker, cue, withheld=True, inside=(quote,))


def _answers(view: TokenColumns, speaker: Ranges, cue: Ranges) -> bool:
    """Whether a subject can be who gives no answer, and is not the answer itself: "keine Angaben"."""
    about_itself = any(first < end and start < last for start, end in cue for first, last in speaker)
    return bool(speaker) and not about_itself and is_agent(view, *speaker[0])


def _subject_before(view: TokenColumns, unit: Unit, number: int) -> Ranges:
    """The subject of the main clause that a joined clause without one goes on."""
    before = [segment for segment in unit.segments[:number] if segment.kind == "main" and segment.verb >= 0]
    return find_speaker(view, before[-1:], bare_predicate(view, before[-1].verb)) if before else ()


def _from_whom(view: TokenColumns, segment: Segment) -> Ranges:
    """ "Von der Firma lag keine Stellungnahme vor": the phrase after von at the clause's beginning."""
    if view.low[segment.first] not in ("von", "vom", "seitens"):
        return ()
    end = phrase_end(view, segment.first + 1, segment.verb)
    return ((segment.first + 1, end),) if end > segment.first + 1 else ()
