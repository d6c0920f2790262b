"""The reporting clause: the words of saying with the verbs, particles and neighbours that belong to them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.certainty.stance.lexicon import key, lexicon
from analysis.language.lemmas import lemma as find_lemma
from analysis.model import Document, Span, Spans, Statement, Token

MARKS = frozenset('„“”"«»‚‘›‹')
BEFORE_NOUN = ("ART", "PPOS", "ADJA", "PIAT", "PIDAT", "PDAT", "CARD", "ADV", "ADJD", "PTKNEG", "$(", "TRUNC")
"""Tags of what may stand between a noun and its preposition."""
_ENDS = frozenset((":", ";", "(", ")", "–", "—", "…"))
_SAME_VERB = {"taen": "tun", "tuen": "tun"}
"""Lemmas that the table of lemmas gives for forms of tun."""
_NOT_PARTICLES = ("ART", "APP", "PPOS", "PIS", "PIA", "PTKZU")
_AUXILIARIES = frozenset(("haben", "sein", "werden"))


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """Token numbers of the words of saying, of what is reported, and of the clause around the former, in text order.

    The clause goes without what is reported; of a summary, whose quote is the whole clause, nothing is left out.
    ``verbs`` are the infinitives of the words of saying, ``auxiliaries`` the tokens of the verbs that go with them
    (will … haben). ``has_cue`` is false where the statement has no words of saying of its own and those of its frame,
    or of the summary, stand for them.
    """

    tokens: Sequence[Token]
    cue: tuple[int, ...]
    quote: tuple[int, ...]
    around: tuple[int, ...]
    verbs: tuple[str, ...]
    auxiliaries: tuple[int, ...]
    has_cue: bool

    def words(self, index: int) -> frozenset[str]:
        """Form and lemma of a token, as the lexicon has them."""
        return frozenset((key(self.tokens[index].form), key(self.tokens[index].lemma)))

    def is_reflexive(self) -> bool:
        """Whether a reflexive pronoun stands in the clause."""
        return any(self.tokens[index].tag == "PRF" for index in self.around)

    def preposition(self, noun: int) -> str | None:
        """The preposition before a noun, "" for an object without one; none for a genitive or a dative."""
        index = noun - 1
        while index in self.around and self.tokens[index].tag.startswith(BEFORE_NOUN):
            index -= 1
        if index not in self.around:
            return ""
        if self.tokens[index].tag.startswith("APPR"):
            return key(self.tokens[index].lemma)
        first = self.tokens[index + 1].form.lower()
        is_genitive = self.tokens[index].tag == "NN" and first in ("des", "der", "eines", "einer")
        return None if is_genitive or first.endswith("em") else ""


def reporting_clause(document: Document, starts: Sequence[int], statement: Statement) -> ReportingClause | None:
    """The clause of the words of saying, none without such words; ``starts`` are the characters where tokens begin."""
    cue = list(_indices(document, starts, _cue_spans(statement)))
    if not cue:
        return None
    quote = tuple(_indices(document, starts, statement.quote))
    quoted = set(quote)
    if quoted.issuperset(cue):
        # A summary is its own report: the words around the verb are not somebody else's.
        quoted = set()
    around = sorted({*cue, *(near for index in cue for near in _segment(document, index, quoted))})
    tokens = document.tokens
    used: set[int] = set()
    verbs = [verb for i in _with_verb(document, cue, around) if (verb := _infinitive(document, i, around, used))]
    whole = tuple(sorted({*cue, *used}))
    helpers = (i for i in around if key(tokens[i].lemma) in _AUXILIARIES or tokens[i].tag.startswith("VM"))
    return ReportingClause(
        tokens, whole, quote, tuple(around), tuple(dict.fromkeys(verbs)), tuple(helpers), bool(statement.cue)
    )


def _cue_spans(statement: Statement) -> Spans:
    """Where the reporting words stand; of a summary without a cue, the frame or the words themselves."""
    if statement.cue:
        return statement.cue
    if statement.frame or statement.type != "reported":
        return statement.frame
    return statement.quote


def _indices(document: Document, starts: Sequence[int], spans: Spans) -> Iterator[int]:
    return (index for span in spans for index in _within(document, starts, span))


def _within(document: Document, starts: Sequence[int], span: Span) -> Iterator[int]:
    index = bisect_left(starts, span[0])
    while index < len(starts) and starts[index] < span[1]:
        yield index
        index += 1


def _segment(document: Document, index: int, quoted: set[int]) -> list[int]:
    """The tokens around one word up to the next comma or stop, the quote passed over; one of several joined clauses."""
    first = last = index
    while first > 0 and not _parts(document, first - 1, quoted) and not _ends_line(document, first - 1):
        first -= 1
    while not _ends_line(document, last) and not _parts(document, last + 1, quoted):
        last += 1
    found = [i for i in range(first, last + 1) if i not in quoted]
    return _joined_clause(document, found, index)


def _parts(document: Document, index: int, quoted: set[int]) -> bool:
    """Whether a token outside the quote parts two clauses."""
    token = document.tokens[index]
    return index not in quoted and (token.tag.startswith(("$.", "$,")) or token.form in _ENDS)


def _joined_clause(document: Document, found: list[int], index: int) -> list[int]:
    """The part around ``index`` where a conjunction joins two clauses that have a finite verb each."""
    tokens = document.tokens
    finite = [i for i in found if tokens[i].tag.endswith("FIN")]
    for place in [i for i in found if tokens[i].tag == "KON"]:
        if any(i < place for i in finite) and any(i > place for i in finite):
            found = [i for i in found if (i < place) == (index < place)]
            finite = [i for i in finite if i in found]
    return found


def _ends_line(document: Document, index: int) -> bool:
    """Whether no token follows on the same line, as at the end of a headline."""
    if index + 1 == len(document.tokens):
        return True
    return "\n" in document.text[document.tokens[index].end : document.tokens[index + 1].start]


def _with_verb(document: Document, cue: list[int], around: list[int]) -> list[int]:
    """The words of saying, with the verb of the clause where they hold its particle or its auxiliary alone."""
    tags = {document.tokens[i].tag[:2] for i in cue}
    if "VV" in tags:
        return cue
    if "VA" in tags:
        return [*cue, *(i for i in around if document.tokens[i].tag == "VVPP")]
    if any(document.tokens[i].tag == "PTKVZ" for i in cue):
        return [*cue, *(i for i in around if document.tokens[i].tag.endswith("FIN"))]
    return cue


def _infinitive(document: Document, index: int, around: list[int], used: set[int]) -> str:
    """The infinitive of a verb among the words of saying, its particle put back; "" for other words."""
    token = document.tokens[index]
    bases = _bases(token)
    if not bases:
        return ""
    known = lexicon()
    if not token.tag.endswith(("PP", "INF", "IZU")):
        for place in (i for i in around if i > index):
            particle = key(document.tokens[place].form)
            listed = next((base for base in bases if (particle, base) in known.particles), None)
            if listed and _may_be_particle(document, place):
                used.add(place)
                return particle + listed
            if document.tokens[place].tag.endswith("FIN"):
                break
            if document.tokens[place].tag == "PTKVZ" and not any(base in known.verbs for base in bases):
                used.add(place)
                return particle + bases[0]
    elif index and (key(document.tokens[index - 1].form), bases[0]) in known.particles:
        return key(document.tokens[index - 1].form) + bases[0]  # "bekannt gegeben"
    return next((base for base in bases if base in known.verbs or base in known.phrases), bases[0])


def _bases(token: Token) -> list[str]:
    """The infinitives that a word may belong to; more than its lemma where the tagger took a verb for an adjective."""
    lemma = key(token.lemma)
    lemma = _SAME_VERB.get(lemma, lemma)
    if token.tag.startswith("V"):
        # Stems in n have a lemma without e in the table: raunn for raunen.
        return [lemma, f"{lemma[:-1]}en"] if lemma.endswith("nn") else [lemma]
    known = lexicon()
    if not token.tag.startswith(("ADJ", "ADV")) or key(token.form) in known.particle_words:
        return []
    taken = (key(find_lemma(token.form, tag)) for tag in ("VVFIN", "VVPP"))
    return [verb for verb in taken if verb in known.verbs or verb in known.base_verbs]


def _may_be_particle(document: Document, index: int) -> bool:
    """Whether a word may be the particle of a separable verb, not an article or preposition before a noun."""
    if not document.tokens[index].tag.startswith(_NOT_PARTICLES):
        return True
    if document.tokens[index].tag == "PTKZU":
        return _ends_line(document, index) or document.tokens[index + 1].tag[0] != "V"
    return _ends_line(document, index) or document.tokens[index + 1].tag.startswith(("$", "KO"))
