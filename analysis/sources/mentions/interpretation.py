"""What the words of a mention tell by themselves, before the article is asked, and how that becomes a source."""

from dataclasses import dataclass, replace
from typing import Literal

from analysis.model import NOBODY, Anonymity, Naming, Source
from analysis.sources.lexicons.head_nouns import Noun
from analysis.sources.lexicons.known_entities import Entry
from analysis.taxonomy import category

ReadingKind = Literal["person", "known", "country", "role", "body", "group", "study", "pronoun", "own", "nobody"]
_CIRCLES = ("kreis", "umfeld", "seite", "reihe", "lager")
_HIDDEN = ("insider", "person", "informant", "eingeweiht", "gewährsleute", "quelle", "stimme")
_FEDERAL = "DE"
_UNIONS = {"UN", "EU", "INT"}
_ARMED = {"military", "intelligence"}
_PARTS_OF_UN = {"ngo", "government", "business"}
"""What a committee, programme or bank is elsewhere, but not where the United Nations stand with it."""
_NEAR = {"DE", "AT", "CH", "LI", "LU"}
_EXECUTIVE = (
    "gemeinderat", "gemeinderats", "gemeinderates", "gemeinderätin", "stadtrat", "stadtrats", "stadtrates",
    "stadträtin",
)  # fmt: skip
"""Councils that govern in Switzerland and Liechtenstein and only debate elsewhere."""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """A mention understood as far as its words go.

    ``country`` and ``institution`` are "" where the words leave them open; country "-" means that there is
    none. ``surface`` is a person's name as it stands, ``body`` what a role belongs to, ``owner`` a
    name beside the role that no list holds. ``stated`` tells that a
    person's role stands in the words, ``possessed`` that a possessive stands before it, ``definite`` that only a
    definite article stands with the noun, ``attributed`` that more does. ``rule`` names the rule that read it.
    """

    entity: str
    kind: ReadingKind
    rule: str
    country: str = ""
    institution: str = ""
    naming: Naming = "named"
    noun: Noun | None = None
    entry: Entry | None = None
    stated: bool = False
    plural: bool = False
    definite: bool = False
    indefinite: bool = False
    attributed: bool = False
    gender: str = ""
    surface: str = ""
    body: str = ""
    owner: str = ""
    possessed: bool = False

    @property
    def settled(self) -> bool:
        """Whether the mention means somebody without the help of the article."""
        return self.kind not in ("pronoun", "own", "nobody")


def as_source(reading: Interpretation, country: str) -> Source:
    """The source of a reading; ``country`` is used where the words name none."""
    if not reading.settled:
        return NOBODY
    institution = reading.institution or ("citizen" if reading.kind == "person" else "unknown")
    where = reading.country or (_FEDERAL if _federal(reading, country) else country) or "-"
    if (where in _UNIONS and institution in _ARMED) or (where == "UN" and institution in _PARTS_OF_UN):
        # "UN-Truppen", "UN-Menschenrechtskomitee"
        institution = "igo"
    if institution == "parliament" and _governs(reading, where):
        institution = "government"
    if institution == "igo" and reading.noun is not None and reading.noun.head.word.startswith("kommission"):
        # "Kommissionspräsidentin", "eine Kommissionssprecherin"
        where = "EU"
    if where not in _NEAR and reading.noun is not None and reading.noun.head.word == "opposition":
        # from abroad "die Opposition" is told of as parties, not as benches of a parliament
        institution = "party"
    kind = category(where, institution)
    return Source(reading.entity, where, institution, kind, reading.naming, _grade(reading))


def _governs(reading: Interpretation, country: str) -> bool:
    """Whether the council is one that governs: of a Swiss town, an Austrian city, a German city state."""
    head = reading.noun.head.word if reading.noun is not None else ""
    if country in ("CH", "LI"):
        return head in _EXECUTIVE or reading.body.casefold().endswith(_EXECUTIVE)
    return (country == "AT" and head.startswith(("stadtrat", "stadträt"))) or (country == "DE" and head == "senat")


def _federal(reading: Interpretation, country: str) -> bool:
    """Whether a role is one of the German federation: "Bundesinnenministerin", in no article about its neighbours."""
    first = reading.noun.first if reading.noun is not None else ""
    return (first or reading.entity).startswith("Bund") and country not in ("AT", "CH")


def _grade(reading: Interpretation) -> Anonymity | None:
    """How far an unnamed source is from a name: people around a body, members of one, of a kind, or hidden."""
    if reading.naming != "unnamed" or reading.noun is None:
        return None
    word = reading.noun.head.word
    placed = bool(reading.body or reading.noun.first) or reading.country not in ("", "-")
    if word.startswith(_CIRCLES) and placed:
        return "circle"
    if word.startswith(_HIDDEN) or (word.startswith(_CIRCLES) and not placed):
        return "hidden"
    return "member" if placed and reading.noun.head.kind not in ("press", "study", "report") else "kind"


def listed(entry: Entry) -> Source:
    """The source that an entry of the lists is."""
    kind = category(entry.country, entry.institution)
    return Source(entry.name, entry.country, entry.institution, kind, "named")


def join(sources: tuple[Source, ...]) -> Source:
    """Several joint speakers as one source: their names joined, all else from the first; for two states speaks none."""
    first = sources[0]
    if len({source.country for source in sources if source.country != "-"}) > 1:
        first = replace(first, country="INT", category=category("INT", first.institution))
    entities = list(dict.fromkeys(source.entity for source in sources))
    naming: Naming = "named" if any(source.naming == "named" for source in sources) else first.naming
    grade = first.grade if naming == first.naming else None
    return replace(first, entity=" + ".join(entities), naming=naming, grade=grade)
