"""The vocabulary of Quellenlage as types: what goes in, what comes out, and what passes between stations.

Every span is a half-open pair ``(start, end)`` counting characters of the article's decoded text. A thing
that can be discontinuous (a quote with the cue in its middle) is a tuple of such spans, in text order.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal, NamedTuple, Self

Span = tuple[int, int]
Spans = tuple[Span, ...]

SectionName = Literal["headline", "body"]
StatementType = Literal["direct", "indirect", "subjunctive", "reported", "free_indirect"]
NEWS_TYPES: dict[str, StatementType] = {
    "Direct": "direct", "Indirect": "indirect", "Reported": "reported", "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "subjunctive",
}  # fmt: skip
"""What annotated corpora of news call them."""
Stance = Literal["neutral", "endorsing", "distancing", "denying", "directive", "announcing", "judging"]
HedgeClass = Literal["modal", "adverb", "evidential", "hearsay", "status", "belief"]
Layer = Literal["booster", "approximator"]
Holder = Literal["author", "source"]
Mood = Literal["", "K1", "K2"]
Voice = Literal["author", "quoted"]
Naming = Literal["named", "role", "unnamed", "none"]
ViaKind = Literal["relay", "told"]
Anonymity = Literal["named", "office", "member", "circle", "kind", "hidden", "nobody"]
ToneLabel = Literal["negative", "neutral", "positive"]
Origin = Literal["machine", "confirmed", "corrected", "added"]
"""Whose word a result is: found by the analysis, or what a person made of it (``analysis.corrections``)."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known about its publication."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO 8601 date or date and time."""
    url: str | None = None
    author: str | None = None
    language: str = "de"
    extra: Mapping[str, str] = field(default_factory=dict)
    """Further columns of the input, kept as they came."""
    warnings: tuple[str, ...] = ()
    """What its reader doubts about it or changed in it, an English sentence each; not kept in the store."""


class Section(NamedTuple):
    """A stretch of the text that is analysed; what no section covers was skipped as page furniture."""

    name: SectionName
    start: int
    end: int
    title_case: bool = False
    """The stretch capitalises every word, as machine-translated headlines do."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a pasted web text consists of: its sections in text order, and the outlet its source line names."""

    sections: tuple[Section, ...]
    outlet: str | None = None


class Token(NamedTuple):
    """One word or punctuation mark with everything the engine knows about it.

    ``form`` is ``text`` with the case that running text would give it; they differ only in Title Case headlines.
    ``tag`` is from STTS. ``entity`` is IOB2 over PER, LOC, ORG ("" outside). ``head`` is the index of the
    governing token within the document, where an engine knows it.
    """

    start: int
    end: int
    text: str
    form: str
    lemma: str
    tag: str
    mood: Mood = ""
    entity: str = ""
    head: int | None = None


class Sentence(NamedTuple):
    """One sentence: characters ``[start, end)``, tokens ``[first, last)`` of its document."""

    start: int
    end: int
    first: int
    last: int
    section: SectionName


@dataclass(frozen=True, slots=True)
class Document:
    """A tagged text: what every station after the engine reads."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence, in order."""
        return self.tokens[sentence.first : sentence.last]

    def slice(self, spans: Spans) -> str:
        """The text under ``spans``, the pieces joined by one space."""
        return " ".join(self.text[start:end] for start, end in spans)


_IMPLIED: dict[Naming, Anonymity] = {"named": "named", "role": "office", "unnamed": "kind", "none": "nobody"}


@dataclass(frozen=True, slots=True)
class Source:
    """Who is behind a statement: the two axes of the taxonomy, and how the article names them."""

    entity: str
    """Canonical name; ``-`` where the article names nobody."""
    country: str
    """ISO 3166 alpha-2, or EU, NATO, UN, INT, ``-``."""
    institution: str
    category: str
    naming: Naming
    grade: Anonymity | None = None
    """How far from being named; None where only ``naming`` tells."""
    confidence: float | None = field(default=None, compare=False)
    """How often a source found by evidence like this has the right category, 0 to 1; None where a person said it."""

    @property
    def anonymity(self) -> Anonymity:
        """The grade of anonymity: as the words give it, else what the naming implies."""
        return self.grade or _IMPLIED[self.naming]


NOBODY = Source(entity="-", country="-", institution="unknown", category="unknown", naming="none")
"""The source of a statement that names nobody."""


@dataclass(frozen=True, slots=True)
class Via(Source):
    """The medium between a source and the article: it passed a statement on, or the source spoke to it."""

    kind: ViaKind = "relay"
    """``relay``: "Peskow laut TASS"; ``told``: "sagte Söder der dpa"."""

    @classmethod
    def of(cls, source: Source, kind: ViaKind) -> Self:
        """The source as the medium in between."""
        return cls(**{field.name: getattr(source, field.name) for field in fields(Source)}, kind=kind)


@dataclass(frozen=True, slots=True)
class Statement:
    """One reported utterance, tied to its characters.

    ``confidence`` is between 0 and 1; ``rule`` names the rule or model that found the statement. The station
    that finds statements leaves ``source``, ``via`` and ``stance`` at their defaults for later stations.
    """

    id: str
    type: StatementType
    section: SectionName
    quote: Spans
    speaker: Spans = ()
    cue: Spans = ()
    frame: Spans = ()
    addressee: Spans = ()
    withheld: bool = False
    confidence: float = 0.5
    rule: str = ""
    stance: Stance = "neutral"
    source: Source | None = None
    via: Via | None = None
    origin: Origin = "machine"


@dataclass(frozen=True, slots=True)
class Hedge:
    """An expression of doubt, possibility or belief; ``statement`` is the id of the statement it stands in.

    ``confidence`` is the probability (0 … 1) that it is one; ``reasons`` are the features that spoke for it most, each
    with its weight (natural logarithm of the odds).
    """

    spans: Spans
    cue: str
    kind: HedgeClass
    holder: Holder
    statement: str | None
    rule: str
    origin: Origin = "machine"
    confidence: float = 1.0
    reasons: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Marker:
    """A booster ("zweifellos") or approximator ("rund"): a layer of its own, found on request only."""

    spans: Spans
    cue: str
    layer: Layer
    rule: str


@dataclass(frozen=True, slots=True)
class Subjunctive:
    """A finite verb in Konjunktiv I or II, used or usable as a mark of reported speech."""

    span: Span
    verb: str
    mood: Mood


@dataclass(frozen=True, slots=True)
class SentenceTone:
    """Tone of one sentence: the base value of textblob-de and our own, both in -1 … 1."""

    span: Span
    section: SectionName
    voice: Voice
    textblob: float
    tone: float
    event_words: int
    statement: str | None = None
    """The statement that covers most of a quoted sentence."""
    tone_events: float = 0.0
    """The own value if event words scored too."""
    names: tuple[str, ...] = ()
    """Canonical names of the persons, bodies and states that the sentence names."""


@dataclass(frozen=True, slots=True)
class TextTone:
    """Tone of a whole text: label and score are our own, ``textblob`` is the base value."""

    label: ToneLabel
    score: float
    textblob: float


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """Everything one article yields; the JSON contract and the tables are views of this."""

    article: Article
    document: Document
    statements: tuple[Statement, ...]
    hedges: tuple[Hedge, ...]
    subjunctives: tuple[Subjunctive, ...]
    sentences: tuple[SentenceTone, ...]
    tone: TextTone
    dropped_rules: tuple[str, ...] = ()
    """Rules that found hedges here, all of which the user's own list took away."""


REST = "…"
"""Stands for all values of a column that are not among the most frequent."""

LABELS = ("negative", "neutral", "positive")
