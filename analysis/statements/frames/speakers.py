"""Speaker and addressee of a reporting clause: its subject, or the "von" phrase of a passive, and its objects."""

from collections.abc import Sequence

from analysis.language.token_columns import Range, Ranges, TokenColumns, covers
from analysis.statements.frames.cues import Predicate
from analysis.statements.frames.speaker_nouns import is_agent
from analysis.statements.syntax.clauses import Segment
from analysis.statements.syntax.noun_phrases import (
    can_be_subject,
    find_phrase,
    is_time,
    phrase_end,
    trim,
    with_apposition,
)

_ADDRESSED = frozenset({"gegenüber"})
_TO_MEDIA = frozenset({"zu", "zur", "zum", "vor"})
_DATIVE = frozenset({"dem", "der", "den", "einem", "einer", "ihm", "ihr", "ihnen", "uns", "mir"})
_DATIVE_VERBS = frozenset(
    {
        "mitteilen", "sagen", "vorwerfen", "erklären", "versprechen", "zusichern", "empfehlen", "raten",
        "anbieten", "berichten", "erzählen", "bestätigen", "befehlen", "drohen", "unterstellen",
        "vorhalten", "schreiben", "antworten", "vorschlagen", "zusagen", "versichern", "gestehen",
    }
)  # fmt: skip
_ACCUSATIVE_VERBS = frozenset(
    {
        "auffordern", "aufrufen", "bitten", "warnen", "beschuldigen", "bezichtigen", "ermahnen", "drängen",
        "anweisen", "fragen", "informieren", "anklagen", "verdächtigen", "ersuchen",
    }
)  # fmt: skip
_NEUTRAL = frozenset({"heißen", "verlauten", "sein", "lauten"})
_PLACES = frozenset({"in", "im", "auf", "aus", "von", "vom", "seitens", "bei", "beim"})
_SKIPPED = frozenset({"ADV", "PTKNEG", "KON", "PAV", "ITJ", "PTKANT"})
_MARKS = frozenset('„“”"»«')


def find_speaker(view: TokenColumns, clause: Sequence[Segment], predicate: Predicate) -> Ranges:
    """The speaker of the reporting clause ``clause``; empty where nobody is named."""
    if predicate.passive:
        return _passive_agent(view, clause)
    segment = next(s for s in clause if s.first <= predicate.verb < s.last)
    if segment.kind == "sub":
        return _in_subordinate(view, segment, clause)
    front = _front(view, clause, predicate.verb)
    limit = _limit(clause, segment)
    if front is not None and not _weak(view, *front):
        if is_agent(view, *front):
            return trim(view, *front)
        behind = find_phrase(view, predicate.verb + 1, limit)
        return trim(view, *(behind if behind and is_agent(view, *behind) else front))
    subject = find_phrase(view, predicate.verb + 1, limit)
    if predicate.entry.lemma in _NEUTRAL and (subject is None or not is_agent(view, *subject)):
        return _where_it_says(view, segment, clause)
    if subject is None and front is not None:
        return trim(view, *front)
    return trim(view, *subject) if subject else ()


def _limit(clause: Sequence[Segment], segment: Segment) -> int:
    """How far the clause goes on after its verb: over fragments between commas."""
    limit = segment.last
    for other in clause:
        if other.first >= limit and other.kind in ("frag", "sub"):
            limit = other.last
    return limit


def _in_subordinate(view: TokenColumns, segment: Segment, clause: Sequence[Segment]) -> Ranges:
    opener = segment.opener
    if view.tag[opener] in ("PRELS", "PWS") and can_be_subject(view, opener):
        return ((opener, opener + 1),)
    subject = find_phrase(view, opener + 1, segment.last)
    return trim(view, *subject) if subject else ()


def _front(view: TokenColumns, clause: Sequence[Segment], verb: int) -> Range | None:
    """The noun phrase before the finite verb, where one can be the subject."""
    first = clause[0].first
    while (
        first < verb
        and (view.tag[first] in _SKIPPED or view.low[first] in ("auch", "so", "doch", "jedoch"))
        and view.low[first] not in ("sowohl", "weder", "rund", "etwa", "mehr")
    ):
        first += 1
    if first >= verb or not can_be_subject(view, first):
        return None
    limit = verb
    end = phrase_end(view, first, limit, loose=True)
    if end == first or is_time(view, first, first + 1) or (end < view.size and view.low[end] == "zufolge"):
        return None
    end = with_apposition(view, first, end, limit)
    if all(view.tag[index] in ("NN", "ART", "CARD", "ADJA", "NE") for index in range(first, end)) and is_time(
        view, first, end
    ):
        return None
    return first, end


def _weak(view: TokenColumns, first: int, end: int) -> bool:
    """Whether the phrase before the verb is no subject that speaks: "Das sagte …", "Es heißt …"."""
    return end - first == 1 and view.low[first] in ("das", "dies", "dieses", "es", "was", "man")


def _where_it_says(view: TokenColumns, segment: Segment, clause: Sequence[Segment]) -> Ranges:
    """ "Im Bericht heißt es", "verlautete aus Kreisen": what stands after the preposition."""
    limit = _limit(clause, segment)
    for index in range(segment.first, limit - 1):
        if view.tag[index] in ("APPR", "APPRART") and view.low[index] in _PLACES:
            end = phrase_end(view, index + 1, limit)
            if end > index + 1 and not is_time(view, index + 1, end):
                return ((index + 1, end),)
    return ()


def _passive_agent(view: TokenColumns, clause: Sequence[Segment]) -> Ranges:
    for segment in clause:
        for index in range(segment.first, segment.last - 1):
            if view.low[index] in ("von", "vom", "durch") and view.tag[index] in ("APPR", "APPRART"):
                if index > segment.first and view.tag[index - 1] in ("NN", "CARD"):
                    continue
                end = phrase_end(view, index + 1, segment.last)
                if end > index + 1 and not is_time(view, index + 1, end):
                    return ((index, end),)
    return ()


def find_addressee(view: TokenColumns, clause: Sequence[Segment], predicate: Predicate, speaker: Ranges) -> Ranges:
    """The addressee, empty without one: "gegenüber der Presse", "dem Sender", or the object of "auffordern"."""
    for segment in clause:
        for index in range(segment.first, segment.last - 1):
            if covers(speaker, index) or index in predicate.tokens:
                continue
            addressee = _addressed_at(view, index, segment.last, predicate)
            if addressee and not any(covers(speaker, position) for position in range(*addressee)):
                return trim(view, *addressee)
    return ()


def _addressed_at(view: TokenColumns, index: int, limit: int, predicate: Predicate) -> Range | None:
    low, tag, lemma = view.low[index], view.tag[index], predicate.entry.lemma
    if low in _ADDRESSED:
        end = phrase_end(view, index + 1, limit)
        return (index, end) if end > index + 1 else None
    if low in _TO_MEDIA and tag in ("APPR", "APPRART"):
        end = phrase_end(view, index + 1, limit)
        if end > index + 1 and _is_listener(view, index + 1, end):
            return index + 1, end
        return None
    if low == "mit" and index >= 2 and view.low[index - 1] in ("interview", "gespräch"):
        end = phrase_end(view, index + 1, limit)
        return (index + 1, end) if end > index + 1 else None
    if index <= predicate.verb and tag != "ART":
        return None
    if lemma in _DATIVE_VERBS and low in _DATIVE and tag in ("ART", "PPER", "PPOSAT"):
        if view.tag[index - 1] in ("APPR", "NN", "NE", "ADJA") and index - 1 != predicate.verb:
            return None
        end = phrase_end(view, index, limit)
        return (index, end) if end > index else None
    if lemma in _ACCUSATIVE_VERBS and index > predicate.verb and tag in ("ART", "PPER", "NE", "PPOSAT", "NN", "PIAT"):
        if view.tag[index - 1] in ("APPR", "APPRART"):
            return None
        end = phrase_end(view, index, limit)
        return (index, end) if end > index and not is_time(view, index, end) else None
    return None


def _is_listener(view: TokenColumns, first: int, last: int) -> bool:
    """A medium or the press: what stands after "zur" and "vor" in "sagte er zur Agentur X"."""
    words = " ".join(view.low[first:last])
    listeners = (
        "presse", "journalist", "reporter", "agentur", "zeitung", "sender", "magazin", "dpa", "afp",
        "reuters", "parlament", "bundestag", "abgeordnet", "delegiert", "publikum", "„", "\"",
    )  # fmt: skip
    return any(word in words for word in listeners)
