"""The stance of statements: what the reporting words make of them, by verb, noun, predicate, adverb and negation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from analysis.certainty.stance.calling import calling_stance
from analysis.certainty.stance.clause import BEFORE_NOUN, ReportingClause, reporting_clause
from analysis.certainty.stance.lexicon import Phrase, lexicon
from analysis.certainty.stance.negation import is_negated
from analysis.model import Document, Stance, Statement

_CLAIMING = frozenset(("wollen", "sollen"))
_PERFECT = frozenset(("haben", "sein"))


def rate_stance(document: Document, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The same statements with their stance set.

    Neutral are a statement without a known cue, one that was withheld, and one whose cue is negated
    ("bestätigte nicht", "schloss nicht aus").
    """
    starts = [token.start for token in document.tokens]
    return tuple(replace(s, stance=_stance(document, starts, s)) for s in statements)


def _stance(document: Document, starts: Sequence[int], statement: Statement) -> Stance:
    clause = None if statement.withheld else reporting_clause(document, starts, statement)
    if clause is None:
        return "neutral"
    if _is_self_claim(clause):
        return "distancing"
    stance = _of_words(document, clause, statement)
    return "neutral" if stance != "neutral" and is_negated(clause) else stance


def _is_self_claim(clause: ReportingClause) -> bool:
    """Whether the words of saying are a perfect infinitive under will or soll: "will erfahren haben"."""
    tokens, around = clause.tokens, clause.around
    modals = [i for i in clause.auxiliaries if tokens[i].lemma in _CLAIMING and tokens[i].tag == "VMFIN"]
    perfect = [
        i for i in around if tokens[i].form in _PERFECT and tokens[i].tag[0] == "V" and tokens[i - 1].tag == "VVPP"
    ]
    own = {*clause.cue}
    return bool(modals) and any(i - 1 in own or own & {*modals} for i in perfect)


def _of_words(document: Document, clause: ReportingClause, statement: Statement) -> Stance:
    """The stance of the words, as if nothing negated them: the first that is not neutral, verbs before nouns."""
    called = calling_stance(clause)
    if called is not None:
        return called
    phrases = _phrases(clause, _begins_with_that(document, statement))
    found = [
        *(phrase.stance for phrase in phrases),
        *_of_nouns(clause, _carried(clause)),
        *_of_verbs(clause, phrases),
        *_of_nouns(clause, [*(clause.cue if clause.has_cue else ()), *_after_nach(clause)]),
        *_of_adverbs(clause),
        *_of_modal(clause),
    ]
    return next((stance for stance in found if stance != "neutral"), "neutral")


def _phrases(clause: ReportingClause, says_that: bool) -> list[Phrase]:
    """The phrases in the clause; before "dass" some have another stance."""
    known = lexicon()
    for table in (known.that_phrases, known.phrases) if says_that else (known.phrases,):
        if found := [p for verb in clause.verbs for p in table.get(verb, ()) if _holds(clause, p)]:
            return found
    return []


def _of_verbs(clause: ReportingClause, phrases: Sequence[Phrase]) -> Iterator[Stance]:
    """The stances of verbs that stand in no phrase."""
    for verb in clause.verbs:
        if not any(verb == phrase.verb or verb in phrase.fixed for phrase in phrases):
            yield lexicon().verbs.get(verb, "neutral")


def _begins_with_that(document: Document, statement: Statement) -> bool:
    start = min((start for start, _ in statement.quote), default=0)
    return document.text[start : start + 5].lower().rstrip() in ("dass", "daß")


def _holds(clause: ReportingClause, phrase: Phrase) -> bool:
    """Whether the words of a phrase stand side by side in the clause."""
    if phrase.reflexive and not clause.is_reflexive():
        return False
    size = len(phrase.fixed)
    runs = (clause.around[place : place + size] for place in range(len(clause.around) - size + 1))
    return any(all(word in clause.words(index) for word, index in zip(phrase.fixed, run, strict=True)) for run in runs)


def _of_nouns(clause: ReportingClause, places: Iterable[int]) -> Iterator[Stance]:
    """The stances of the nouns at these places."""
    if any("laut" in clause.words(i) and clause.tokens[i].tag == "APPR" for i in clause.cue):
        return  # "laut Anklage" points to a document
    for index in places:
        if clause.tokens[index].tag == "NN":
            yield from (stance for word in clause.words(index) if (stance := lexicon().noun(word)))


def _carried(clause: ReportingClause) -> Iterator[int]:
    """Nouns that decide for the verb that governs them: "übte Kritik", "gelangte zu der Erkenntnis", "zeigte Reue"."""
    known = lexicon()
    governed: set[str] = set()
    for verb in clause.verbs:
        governed |= known.carriers.get(verb, frozenset()) | known.negators.get(verb, frozenset())
    for index in reversed(clause.around if governed else ()):  # the object stands behind the person
        if clause.tokens[index].tag == "NN" and clause.preposition(index) in governed:
            yield index


def _after_nach(clause: ReportingClause) -> Iterator[int]:
    """The noun with which nach or zufolge stand alone as the words of saying."""
    if clause.verbs or any(clause.tokens[i].tag == "NN" for i in clause.cue):
        return
    for index in clause.cue:
        words = clause.words(index)
        if "nach" in words:
            yield from (i for i in clause.around if i > index and _stands_after(clause, i, index))
        elif "zufolge" in words:
            yield from [i for i in clause.around if i < index and clause.tokens[i].tag == "NN"][:1]


def _stands_after(clause: ReportingClause, noun: int, preposition: int) -> bool:
    """Whether nothing but articles and adjectives stands between a preposition and a noun."""
    between = clause.tokens[preposition + 1 : noun]
    return clause.tokens[noun].tag == "NN" and all(token.tag.startswith(BEFORE_NOUN) for token in between)


def _of_adverbs(clause: ReportingClause) -> Iterator[Stance]:
    """The stances of adverbs and predicates: "sagte warnend", "zeigte sich enttäuscht"."""
    for index in clause.around if clause.has_cue else ():
        tag = clause.tokens[index].tag
        after = clause.tokens[index + 1].tag if index + 1 < len(clause.tokens) else ""
        if index in clause.cue or (tag in ("ADJD", "ADV", "VVPP") and after not in ("ADJA", "NN")):
            yield from (stance for word in clause.words(index) if (stance := lexicon().adverbs.get(word)))


def _of_modal(clause: ReportingClause) -> Iterator[Stance]:
    """The stance of a modal that stands alone: "will neue Stellen schaffen"."""
    if len(clause.verbs) == 1:
        yield lexicon().modals.get(clause.verbs[0], "neutral")
