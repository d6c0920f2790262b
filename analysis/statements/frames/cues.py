"""Finds cues, the words that report: verbs with prefixes, auxiliaries and fixed partners, and nouns."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from analysis.language.token_columns import Ranges, TokenColumns, merge
from analysis.resources import read_lexicon

_AUXILIARIES = frozenset({"haben", "sein", "werden"})
_MODALS = frozenset({"können", "müssen", "sollen", "wollen", "dürfen", "mögen"})
_BACKREFERENCES = frozenset(
    {
        "davon",
        "darauf",
        "dazu",
        "damit",
        "daran",
        "darüber",
        "davor",
        "dafür",
        "dagegen",
        "darum",
        "dahingehend",
    }
)
_LOOSE = frozenset({"weiter", "fort", "heute", "zusammen", "hierzu"})
"""Words that taggers take for a prefix, though the verb reports without them ("sagte er weiter")."""
_NOUN_TAGS = frozenset({"NN", "NE"})


class CueVerb(NamedTuple):
    """What the lexicon knows about a reporting verb: what it takes, its kind, its topic prepositions."""

    lemma: str
    takes: frozenset[str]
    kind: str
    words: frozenset[str]


class Predicate(NamedTuple):
    """A reporting predicate: its lexicon entry, its tokens, the finite verb, and whether it is passive."""

    entry: CueVerb
    tokens: tuple[int, ...]
    verb: int
    passive: bool

    def takes(self, complement: str) -> bool:
        """Whether the lexicon lets the verb take this kind of complement."""
        return complement in self.entry.takes

    @property
    def ranges(self) -> Ranges:
        """The cue as token ranges."""
        return merge(tuple((index, index + 1) for index in self.tokens))


@cache
def verbs() -> dict[str, CueVerb]:
    """Reporting verbs by infinitive, prefix joined."""
    return {entry.lemma: entry for entry in map(_entry, read_lexicon("reporting_verbs"))}


@cache
def phrases() -> dict[str, tuple[CueVerb, ...]]:
    """Verbs that report only together with one of their ``words``, by infinitive."""
    entries: dict[str, tuple[CueVerb, ...]] = {}
    for entry in map(_entry, read_lexicon("reporting_phrases")):
        entries[entry.lemma] = (*entries.get(entry.lemma, ()), entry)
    return entries


@cache
def prefixes() -> frozenset[str]:
    """The separable prefixes of reporting verbs."""
    rows = (*read_lexicon("reporting_verbs"), *read_lexicon("reporting_phrases"))
    return frozenset(row["verb"].split("|")[0] for row in rows if "|" in row["verb"]) | {"bekannt"}


@cache
def nouns(use: str) -> frozenset[str]:
    """The lower-case forms of reporting nouns with this use: clause, infinitive, source or cue."""
    return frozenset(
        form for row in read_lexicon("reporting_nouns") if use in row["use"].split() for form in row["noun"].split()
    )


def is_reporting_noun(low: str, use: str) -> bool:
    """Whether a lower-case word is a reporting noun or a compound that ends in one."""
    return low in nouns(use) or (len(low) > 8 and low.endswith(_last_parts(use)))


@cache
def _last_parts(use: str) -> tuple[str, ...]:
    """The reporting nouns with this use that are long enough to be told apart at the end of a compound."""
    return tuple(noun for noun in nouns(use) if len(noun) > 5)


def _entry(row: dict[str, str]) -> CueVerb:
    return CueVerb(
        row["verb"].replace("|", ""),
        frozenset(row["takes"].split()),
        row["kind"],
        frozenset(row["words"].split()),
    )


def clause_lemma(view: TokenColumns, verb: int, tokens: Iterable[int]) -> list[tuple[str, tuple[int, ...]]]:
    """The verbs of a clause as infinitives, each with its tokens; prefixes are joined."""
    clause = list(tokens)
    lemma = view.lemma[verb].lower()
    lemmas: list[tuple[str, tuple[int, ...]]] = []
    prefix = next((i for i in reversed(clause) if i > verb and view.tag[i] == "PTKVZ"), None)
    if prefix is not None:
        lemmas.append((view.low[prefix] + lemma, (verb, prefix)))
    full = [index for index in clause if index != verb and view.tag[index] in ("VVINF", "VVPP", "VVIZU")]
    lemmas += [(view.lemma[index].lower(), (verb, index)) for index in full]
    lemmas.append((lemma, (verb,)))
    return lemmas


def find_predicate(view: TokenColumns, verb: int, tokens: Iterable[int]) -> Predicate | None:
    """The reporting predicate with the finite verb ``verb`` in the clause of these ``tokens``; None without one."""
    clause = list(tokens)
    lemma = view.lemma[verb].lower()
    passive = False
    parts = [verb]
    if lemma in _AUXILIARIES or lemma in _MODALS:
        full = _full_verb(view, verb, clause)
        if full is not None and lemma == "sein" and view.tag[full] == "VVINF" and view.tag[full - 1] == "PTKZU":
            parts.append(full - 1)
        elif full is not None:
            parts.append(full)
            passive = view.tag[full] == "VVPP" and (lemma in ("werden", "sein") or _has_worden(view, full, clause))
            passive = passive and view.lemma[full].lower() != "ausgehen"
            lemma = view.lemma[full].lower()
            if full - 1 in clause and full - 1 != verb and view.low[full - 1] in prefixes() and lemma not in verbs():
                parts.append(full - 1)
                lemma = view.low[full - 1] + lemma
        elif lemma in _MODALS:
            return None
    else:
        prefix = _prefix(view, verb, clause)
        if prefix is not None and not (view.low[prefix] in _LOOSE and view.low[prefix] + lemma not in verbs()):
            parts.append(prefix)
            lemma = view.low[prefix] + lemma
    return _look_up(view, lemma, parts, verb, passive, clause)


def _full_verb(view: TokenColumns, verb: int, clause: list[int]) -> int | None:
    """The participle or infinitive that the auxiliary belongs to: the last one of the clause."""
    for index in reversed(clause):
        if index != verb and view.tag[index] in ("VVPP", "VVINF", "VVIZU"):
            return index
    return None


def _has_worden(view: TokenColumns, full: int, clause: list[int]) -> bool:
    return any(view.low[index] in ("worden", "werden") for index in clause if index > full)


def _prefix(view: TokenColumns, verb: int, clause: list[int]) -> int | None:
    """The separated prefix: a PTKVZ after the verb, or a word that can be one at the clause's end."""
    known = prefixes()
    after = [index for index in clause if index > verb]
    for index in reversed(after):
        if view.tag[index] == "PTKVZ":
            return index
    if after and view.low[after[-1]] in known and view.tag[after[-1]] not in _NOUN_TAGS:
        return after[-1]
    if view.tag[verb] == "VVFIN" and verb - 1 in clause and view.low[verb - 1] == "bekannt":
        return verb - 1
    return None


def _look_up(
    view: TokenColumns, lemma: str, parts: list[int], verb: int, passive: bool, clause: list[int]
) -> Predicate | None:
    for entry in phrases().get(lemma, ()):
        partner = next((index for index in clause if view.low[index] in entry.words and index not in parts), None)
        if partner is not None:
            return Predicate(entry, _with_partner(view, parts, partner, clause), verb, passive)
    entry_or_none = verbs().get(lemma)
    if entry_or_none is None:
        return None
    extra = [index for index in clause if index > verb and view.low[index] in _BACKREFERENCES][-1:]
    if extra and not (extra[0] == clause[-1] or extra[0] + 1 in parts):
        extra = []
    reflexive = [index for index in (verb + 1, verb - 1) if index in clause and view.low[index] == "sich"][:1]
    return Predicate(entry_or_none, tuple(sorted({*parts, *extra, *reflexive})), verb, passive)


def _with_partner(view: TokenColumns, parts: list[int], partner: int, clause: list[int]) -> tuple[int, ...]:
    """Verb and partner, with the article, preposition and adjectives that lead to a partner noun."""
    cue = {*parts, partner}
    index = partner - 1
    while index in clause and view.tag[index] in ("ART", "ADJA", "APPR", "APPRART", "PPOSAT"):
        cue.add(index)
        index -= 1
    return tuple(sorted(cue))


def full_cue(view: TokenColumns, predicate: Predicate) -> Ranges:
    """The cue with the "es" of "es heißt" and "es verlautet"."""
    extra = [
        index
        for index in (predicate.verb - 1, predicate.verb + 1)
        if 0 <= index < view.size and view.low[index] == "es" and predicate.entry.lemma in ("heißen", "verlauten")
    ]
    return merge((*predicate.ranges, *((index, index + 1) for index in extra)))


def bare_predicate(view: TokenColumns, verb: int) -> Predicate:
    """A predicate for a verb that is in no lexicon, so that its subject can be looked for."""
    return Predicate(CueVerb(view.lemma[verb], frozenset({"direct"}), "weak", frozenset()), (verb,), verb, False)
