"""Stance: how the reporting words present a statement, from neutral to denying."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from analysis.certainty.own_stance import with_own
from analysis.model import Document, Span, Spans, Stance, Statement, Token
from analysis.own_words.active import per_list
from analysis.resources import read_lexicon

_NEGATIONS = frozenset(("nicht", "nie", "niemals", "weder", "kaum"))
_NO = frozenset(("kein", "keine", "keinen", "keinem", "keiner", "keines", "keinerlei"))
_SELF_CLAIMS = frozenset(("will", "wollen", "wollte", "wollten", "wolle", "soll", "sollen"))
_AFTER_VERB = 8


def rate_stance(document: Document, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The same statements with their stance set.

    Neutral are a statement without a known cue, one that was withheld, and one whose cue is negated
    ("bestätigte nicht", "schloss nicht aus").
    """
    starts = [token.start for token in document.tokens]
    return tuple(replace(s, stance=_stance(document, starts, s)) for s in statements)


def _stance(document: Document, starts: Sequence[int], statement: Statement) -> Stance:
    cue = _indices(document, starts, _cue_spans(statement))
    if not cue or statement.withheld:
        return "neutral"
    quoted = set(_indices(document, starts, statement.quote))
    if quoted.issuperset(cue):
        # A summary is its own report: the words around the verb are not somebody else's.
        quoted = set()
    cue = _with_particle(document, cue, quoted)
    if _is_self_claim([document.tokens[i] for i in cue]):
        return "distancing"
    stance = _look_up(document, cue, verbs_only=not statement.cue)
    return "neutral" if stance != "neutral" and _is_negated(document, cue, quoted) else stance


def _cue_spans(statement: Statement) -> Spans:
    """Where the reporting words stand; of a summary without a cue, the frame or the words themselves."""
    if statement.cue:
        return statement.cue
    if statement.frame or statement.type != "reported":
        return statement.frame
    return statement.quote


def _indices(document: Document, starts: Sequence[int], spans: Spans) -> list[int]:
    return [i for span in spans for i in _within(document, starts, span)]


def _within(document: Document, starts: Sequence[int], span: Span) -> Iterator[int]:
    index = bisect_left(starts, span[0])
    while index < len(starts) and starts[index] < span[1]:
        yield index
        index += 1


def _with_particle(document: Document, cue: list[int], quoted: set[int]) -> list[int]:
    """The cue with the separated particle of its verb, where the cue left it out."""
    verbs = [i for i in cue if document.tokens[i].tag.endswith("FIN")]
    if not verbs or any(document.tokens[i].tag == "PTKVZ" for i in cue):
        return cue
    verb = document.tokens[verbs[0]].lemma.lower()
    for index in range(verbs[0] + 1, len(document.tokens)):
        token = document.tokens[index]
        if token.tag.startswith(("$.", "$,")) or token.tag.endswith("FIN"):
            break
        if index not in quoted and token.tag == "PTKVZ":
            return [*cue, index] if token.form.lower() + verb in _lexicon().verbs else cue
        if _ends_line(document, index):
            break
    return cue


def _look_up(document: Document, cue: Sequence[int], verbs_only: bool) -> Stance:
    """The stance of the cue's words: the first that is not neutral, phrases before single words."""
    lexicon = _lexicon()
    tokens = [document.tokens[i] for i in cue]
    words = list(dict.fromkeys(w.lower() for token in tokens for w in (token.lemma, token.form)))
    found: list[Stance] = []
    used: set[str] = set()
    for phrase, stance in _phrases_in(words):
        found.append(stance)
        used |= phrase
    particles = {document.tokens[i].form.lower() for i in cue if _may_be_particle(document, i)} - used
    words = [word for word in words if word not in used]
    for verb, (particle, base) in lexicon.separable.items():
        if particle in particles and base in words:
            found.append(lexicon.verbs[verb])
            used.add(base)
    tables = lexicon.tables[:1] if verbs_only else lexicon.tables
    found += [table[word] for word in words if word not in used for table in tables if word in table]
    found += [lexicon.modals[word] for word in words if word in lexicon.modals]
    return next((stance for stance in found if stance != "neutral"), "neutral")


def _may_be_particle(document: Document, index: int) -> bool:
    """Whether a word may be the particle of a separable verb, not an article or preposition before a noun."""
    if not document.tokens[index].tag.startswith(("ART", "APP", "PPOS", "PIS", "PIA")):
        return True
    return _ends_line(document, index) or document.tokens[index + 1].tag.startswith(("$", "KO"))


def _ends_line(document: Document, index: int) -> bool:
    """Whether no token follows on the same line, as at the end of a headline."""
    if index + 1 == len(document.tokens):
        return True
    return "\n" in document.text[document.tokens[index].end : document.tokens[index + 1].start]


def _phrases_in(words: Sequence[str]) -> Iterator[tuple[frozenset[str], Stance]]:
    present = set(words)
    for word in words:
        for phrase, stance in _lexicon().phrases.get(word, ()):
            if phrase <= present:
                yield phrase, stance


def _is_negated(document: Document, cue: Sequence[int], quoted: set[int]) -> bool:
    """Whether "nicht" stands in the cue or close to it, outside the quote; "nicht nur" does not count."""
    tokens = document.tokens
    if any(tokens[i].form.lower() in _NO for i in cue):
        return True
    first, last = min(cue), max(cue)
    near = range(max(first - 1, 0), min(last + _AFTER_VERB + 1, len(tokens)))
    for index in near:
        if index > last and tokens[index].tag.startswith("$"):
            break
        if index in quoted or tokens[index].form.lower() not in _NEGATIONS:
            continue
        after = tokens[index + 1].form.lower() if index + 1 < len(tokens) else ""
        if after not in ("nur", "zuletzt"):
            return True
    return False


def _is_self_claim(tokens: Sequence[Token]) -> bool:
    """Whether the cue is a perfect infinitive under will or soll: "will erfahren haben"."""
    forms = {token.form.lower() for token in tokens}
    return bool(forms & _SELF_CLAIMS) and bool(forms & {"haben", "sein"})


@dataclass(frozen=True, slots=True)
class _Lexicon:
    verbs: dict[str, Stance]
    separable: dict[str, tuple[str, str]]
    tables: tuple[dict[str, Stance], ...]
    phrases: dict[str, list[tuple[frozenset[str], Stance]]]
    modals: dict[str, Stance]


@per_list
def _lexicon() -> _Lexicon:
    kinds = ("verb", "noun", "adjective", "preposition", "modal")
    tables: dict[str, dict[str, Stance]] = {kind: {} for kind in kinds}
    separable: dict[str, tuple[str, str]] = {}
    phrases: dict[str, list[tuple[frozenset[str], Stance]]] = {}
    for row in with_own(read_lexicon("stance_cues")):
        cue, stance = row["cue"].lower(), cast(Stance, row["stance"])
        if row["kind"] == "phrase":
            words = frozenset(cue.split())
            phrases.setdefault(max(sorted(words), key=len), []).append((words, stance))
            continue
        particle, bar, base = cue.partition("|")
        if bar:
            separable[particle + base] = (particle, base)
        tables[row["kind"]][cue.replace("|", "")] = stance
    modals = tables.pop("modal")
    return _Lexicon(tables["verb"], separable, tuple(tables.values()), phrases, modals)
