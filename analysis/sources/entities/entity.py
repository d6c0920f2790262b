"""Somebody in an article, the places where they appear, and whether a pronoun or role can mean them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.sources.mentions.interpretation import Interpretation


@dataclass(slots=True)
class Entity:
    """Somebody in the article: ``words`` are the sounds of the name, ``roles`` the heads of the roles given."""

    reading: Interpretation
    words: frozenset[str]
    roles: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    """Words of the introductions in plain lower case: "gdp", "portugiesisch"."""
    gender: str = ""

    @property
    def person(self) -> bool:
        """Whether the entity is a human being with a name."""
        return self.reading.kind == "person"


class EntityMention(NamedTuple):
    """A figure at a character of the text.

    ``opens`` tells that it stands before the sentence's finite verb, ``nominative`` that it may be a subject.
    """

    at: int
    sentence: int
    number: int
    opens: bool
    nominative: bool


def same_body(reading: Interpretation, entity: Entity) -> bool:
    """Whether role and person speak for the same kind of body: "Gewerkschaftschef" for the head of a union."""
    return reading.institution == entity.reading.institution and reading.institution not in ("", "unknown", "citizen")


def agrees(entity: Entity, gender: str, plural: bool) -> bool:
    """Whether a pronoun of this gender can mean the entity."""
    if entity.person:
        return (not plural and gender in ("m", "f", "") and entity.gender in ("", gender)) or gender == ""
    if entity.reading.kind == "country":
        return gender == "n"
    if gender in ("f", "p"):
        return entity.gender in ("f", "p", "") and not (entity.gender == "p" and not plural)
    return gender in ("", entity.gender)


def same_role(word: str, roles: set[str]) -> bool:
    """Whether a role noun repeats one of the given roles: minister in innenminister, chefin of chef."""
    masculine = word.removesuffix("in")
    return any(
        role.removesuffix("in").endswith(masculine) or masculine.endswith(role.removesuffix("in")) for role in roles
    )


def named_body(reading: Interpretation) -> bool:
    """Whether a body is called by a name or by more than its kind: "Stadtwerke Essen", but not "das Unternehmen"."""
    told = reading.rule == "body" and not reading.definite and " " in reading.entity
    return reading.kind == "known" or reading.rule == "body_name" or told
