"""Whom a mention means inside its article: pronouns, "der Minister", "die Behörde", surnames, abbreviations."""

from bisect import bisect_left
from dataclasses import replace
from itertools import chain, islice, takewhile

from analysis.model import NOBODY, Source
from analysis.sources.entities.entity import Entity, agrees, named_body, same_body, same_role
from analysis.sources.entities.mention_order import REACH
from analysis.sources.entities.office_holders import OfficeHolders
from analysis.sources.entities.seats import body_at
from analysis.sources.lexicons.spelling import plain
from analysis.sources.mentions.interpretation import Interpretation, as_source, join
from analysis.taxonomy import MEDIA

_NEAR = 12
_OF_STATE = {
    "staatschef", "regierungschef", "machthaber", "staatsoberhaupt", "diktator", "präsident", "staatspräsident",
}  # fmt: skip
_LEADERS = {
    "chef", "chefin", "vorsitzend", "boss", "vorstandsvorsitzend", "konzernchef", "parteichef", "gewerkschaftschef",
    "parteivorsitzend", "präsident", "präsidentin", "leiter", "leiterin", "generaldirektor",
}  # fmt: skip
_ANY_FIRM = {
    "unternehmen", "konzern", "firma", "hersteller", "anbieter", "betreiber", "gesellschaft", "betreibergesellschaft",
}  # fmt: skip


_ANY_GROUP = {"organisation", "gruppe", "gruppierung", "bewegung", "vereinigung", "miliz"}
_GROUPS = {"ngo", "igo", "armed_group", "party", "expert"}
"""What "die Organisation" may mean."""
_AUTHORITIES = {"government", "justice", "intelligence"}
_ASSOCIATIONS = ("verband", "vereinigung", "bund", "kammer", "dachverband", "gesamtverband")
"""What "der Verband" may be called by name."""
_POLITICIANS = {"party", "parliament", "government"}
_IN_UNION = {"business", "expert", "government"}
"""Houses that unite to a firm."""
_NET = ("nutzer", "user", "internetnutzer", "influencer", "hacker")
_OF_A_PARTY = {"politiker", "politikerin", "mann", "frau", "chef", "chefin", "vorsitzend"}
"""Nouns by which an article calls a politician again, with the party before them."""


def _of_the_net(reading: Interpretation) -> bool:
    """Whether people are known by what they write in the net alone, which has no country."""
    return reading.noun is not None and reading.noun.head.word.startswith(_NET)


class Resolver(OfficeHolders):
    """Turns readings into sources with what the article knows; remembers who has spoken."""

    def settle(self, reading: Interpretation, at: int, plural: bool = False) -> Source:
        """The source of one reading at character ``at``; ``plural`` where the verb has a plural subject."""
        reading = self._article.here(reading)
        if reading.gender == "two":
            return self._both(at)
        if reading.rule.endswith("internal_text") and (house := self._body_before(at)) is not None:
            # "aus einer internen Mail": of the house that the article was about
            return self._article.source(house)
        if reading.rule.endswith(("bare_text", "internal_text")):
            return self.author(at)
        if reading.rule in ("acronym", "labelled_body", "first_part_acronym"):
            met = self.unread(reading.entity)
            if met is not None:
                return met
        if reading.rule == "report_of_media" and reading.definite and self._spoken:
            return self._spoken[-1]
        if reading.rule == "one_of_them":
            return self._group_before(at)
        if reading.kind in ("pronoun", "own"):
            return self.ranked(reading.gender, at, plural)
        if reading.kind == "person":
            return self._person(reading, at)
        if reading.kind == "country":
            # "Brühl" is a town, but here somebody's family name
            namesake = self._article.find_person(reading.entity)
            if namesake is not None:
                return self._article.source(self._article.entities[namesake])
        if reading.kind == "role" and reading.noun is not None:
            met = self._by_role(reading, at) or self._by_age(reading, at) or self._by_turn(reading, at)
            met = met or self._by_kind(reading, at)
            if met is not None:
                return met
        if reading.rule == "people" and reading.definite:
            met = self._compatriot(reading.country, reading.gender, at)
            if met is not None:
                return met
        if reading.rule == "country" and (seated := body_at(self._article, reading.surface)) is not None:
            return seated
        if reading.definite and reading.kind == "body":
            met = self._body(reading, at)
            if met is not None:
                return met
        if reading.kind == "body" and reading.possessed and not reading.country:
            reading = self._of_possessor(reading, at)
        if reading.kind == "role" and (police := self._police(reading)) is not None:
            return police
        placed = self._at_home(reading, at)
        if placed.country == "-" and self._article.country == self._article.home and not _of_the_net(placed):
            # "Experten" of an article from home are its own
            placed = replace(placed, country="")
        return as_source(placed, self._article.country)

    def _group_before(self, at: int) -> Source:
        """The people named just before of whom somebody is one: "Zwei Diplomaten … Einer von ihnen sagte"."""
        here = self._sentence(at)
        near = takewhile(lambda mention: mention.sentence >= here - REACH, self._back(at))
        people = (self._article.entities[mention.number] for mention in near if mention.nominative)
        group = next((one for one in people if one.reading.kind in ("role", "group") and one.reading.plural), None)
        return self._article.source(group) if group is not None else NOBODY

    def _both(self, at: int) -> Source:
        """The two persons named last: "beide"."""
        pair = list(islice((entity for entity in self._before(at) if entity.person), 2))
        return join(tuple(self._article.source(entity) for entity in reversed(pair))) if len(pair) == 2 else self.last()

    def nearest(self, gender: str, at: int) -> Source:
        """Whom a relative pronoun means: the figure named last before it that agrees."""
        for entity in self._before(at):
            if agrees(entity, gender, False):
                return self._article.source(entity)
        return NOBODY

    def author(self, at: int) -> Source:
        """Who wrote a text that has no author beside it: who spoke last, else the body named last."""
        if self._spoken:
            return self._spoken[-1]
        kinds = ("known", "body", "person")
        named = [mention for mention in reversed(self._article.mentions) if mention.at < at
                 and self._article.entities[mention.number].reading.kind in kinds]  # fmt: skip
        chosen = next((mention for mention in named if mention.nominative), named[0] if named else None)
        return self._article.source(self._article.entities[chosen.number]) if chosen is not None else NOBODY

    def writer(self, at: int) -> Source:
        """Who issued the text that "darin" means: the first subject of the sentence before, else who spoke last."""
        here = bisect_left(self._article.mentions, at, key=lambda mention: mention.at)
        near = self._article.mentions[max(here - _NEAR, 0) : here]
        before = [mention for mention in near if mention.nominative and mention.opens]
        latest = max((mention.sentence for mention in before), default=None)
        subject = next((mention for mention in before if mention.sentence == latest), None)
        return self._article.source(self._article.entities[subject.number]) if subject is not None else self.author(at)

    def _person(self, reading: Interpretation, at: int) -> Source:
        reading = self._article.dated(reading)
        index = self._article.find_person(reading.surface or reading.entity)
        if index is None:
            return as_source(self._at_home(reading, at), self._article.country)
        entity = self._article.entities[index]
        known = entity.reading
        if reading.stated and (not known.stated or known.institution == "citizen"):
            known = replace(reading, entity=known.entity if len(known.entity) > len(reading.entity) else reading.entity)
        elif reading.stated and not known.country:
            known = replace(known, country=reading.country)
        # "Projektleiterin Ida Kern" belongs to the body named before she was introduced, if there is one
        first = at if reading.stated else min(at, self._article.introduced.get(index, at))
        placed = self._at_home(known, first)
        if first < at and placed.institution in ("", "unknown"):
            placed = self._at_home(known, at)
        return as_source(placed, self._article.country)

    def _police(self, reading: Interpretation) -> Source | None:
        """The police of whom an article tells, where it says "die Beamten"."""
        plain_officers = reading.noun is not None and reading.noun.head.word == "beamt" and not reading.noun.first
        if not plain_officers or not reading.definite or not reading.plural or reading.country:
            return None
        told = (entity for entity in self._article.entities if entity.reading.kind in ("known", "body"))
        forces = [entity for entity in told if "polizei" in entity.reading.entity.casefold()]
        return self._article.source(forces[0]) if forces else None

    def _by_role(self, reading: Interpretation, at: int) -> Source | None:
        """The person of the article whose role a definite role repeats: "der GdP-Vorsitzende", "die Kanzlerin"."""
        assert reading.noun is not None
        office = reading.noun.head.kind == "office" and (reading.noun.first or reading.country)
        if reading.plural or reading.indefinite or not (reading.definite or reading.attributed or office):
            return None
        met = chain(self._back(at), self._around(at) if reading.attributed else ())
        persons = [entity for entity in self._entities_of(met) if entity.person and self._can_be(reading, entity)]
        first = plain(reading.noun.first)
        word = reading.noun.head.word
        same = [entity for entity in persons if same_role(word, entity.roles)]
        same = [entity for entity in same if not first or any(first in mark for mark in entity.marks)]
        if not same and word in _LEADERS:
            heads = [entity for entity in persons if entity.roles & _LEADERS and same_body(reading, entity)]
            same = heads if len(heads) == 1 else []
        if not same and word in _OF_STATE and reading.country:
            rulers = [entity for entity in persons if entity.reading.institution == "government"]
            same = rulers if len(rulers) == 1 else []
        return self._article.source(same[0]) if same else None

    def _can_be(self, reading: Interpretation, entity: Entity) -> bool:
        """Whether country and gender of a role leave this person possible."""
        if reading.country and reading.country != (entity.reading.country or self._article.country):
            return False
        return not reading.attributed or not reading.gender or entity.gender in ("", reading.gender)

    def _body(self, reading: Interpretation, at: int) -> Source | None:
        """The body of the article that "die Behörde", "das Blatt", "der Konzern" means."""
        assert reading.noun is not None
        word = reading.noun.head.word
        kin = [entity for entity in self._before(at) if not entity.person and entity.reading.kind in ("known", "body")
               and entity.reading.entity != reading.entity]  # fmt: skip
        same = [entity for entity in kin if word in entity.roles and not entity.reading.definite]
        named = [entity for entity in kin if named_body(entity.reading)]
        kinds = MEDIA if reading.institution in MEDIA else {reading.institution}
        fitting = [entity for entity in named if entity.reading.institution in kinds]
        if word in _ANY_GROUP and not reading.plural:
            fitting = [entity for entity in named if entity.reading.institution in _GROUPS]
        if word == "behörde":
            fitting = [entity for entity in named if entity.reading.institution in _AUTHORITIES]
        if word == "kommission":
            fitting = [entity for entity in named if entity.reading.entity.casefold().endswith(word)]
        if word in _ASSOCIATIONS:
            fitting = [entity for entity in named if entity.reading.institution in ("ngo", "business")
                       and any(part in entity.reading.entity.casefold() for part in _ASSOCIATIONS)]  # fmt: skip
        if word == "verbund" and not fitting:
            # "der Verbund" after "die Inselkliniken", "die Stadtwerke": the firm that the houses are together
            houses = [entity for entity in kin if entity.gender == "p" and entity.reading.institution in _IN_UNION]
            return as_source(replace(houses[0].reading, institution=reading.institution),
                             houses[0].reading.country or self._article.country) if houses else None  # fmt: skip
        if word == "bank":
            fitting = [entity for entity in named if "bank" in entity.reading.entity.casefold()]
        if reading.institution == "business" and word not in _ANY_FIRM:
            fitting = [entity for entity in fitting if word in entity.reading.entity.casefold()]
        if reading.institution in ("justice", "government", "parliament") and word not in ("behörde", "kommission"):
            fitting = [entity for entity in fitting if entity.reading.entity.casefold().endswith(word)]
        chosen = same or fitting
        return self._article.source(chosen[0]) if chosen else None
