"""To whom a role without a name of its body belongs: "ein Sprecher", "Konzernchefin Ida Kern", "ihr Präsident"."""

from dataclasses import replace
from itertools import takewhile

from analysis.model import Source
from analysis.sources.entities.entity import Entity
from analysis.sources.entities.epithets import Epithets
from analysis.sources.entities.mention_order import REACH
from analysis.sources.mentions.interpretation import Interpretation
from analysis.taxonomy import MEDIA

_OF_ANY_BODY = {
    "vorstandsmitglied", "vorsitzend",
    "geschäftsführer", "geschäftsführerin", "generalsekretär", "generalsekretärin", "vorstand",
}  # fmt: skip
_WITH_MEMBERS = {"party", "ngo", "business", "expert"}
_OFFICES = {"government", "parliament", "justice", "expert", "igo", "ngo"}
"""What a colleague of somebody speaks for too."""
_PRESIDENTS = {"präsident", "präsidentin", "vizepräsident", "vizepräsidentin"}
_OF_STATE = {"government", "military", "intelligence"}
"""Offices that each state has one of."""
_SHORTEST = 4
"""Letters of the shortest noun that may repeat the end of a longer one."""
_PRESIDED = {"ngo", "business", "expert", "justice", "parliament"}


class OfficeHolders(Epithets):
    """Finds the body or state that a role belongs to."""

    def unread(self, name: str) -> Source | None:
        """Whom a name means that no rule reads: a person, an abbreviation or a name of the article."""
        index = self._article.find_person(name)
        if index is None:
            index = self._article.find_body(self._article.short_for.get(name, name))
        return self._article.source(self._article.entities[index]) if index is not None else None

    def _at_home(self, reading: Interpretation, at: int) -> Interpretation:
        """A role without a body ("Sprecher", "Konzernchef") belongs to the fitting body named last before it."""
        noun = reading.noun
        if noun is not None and noun.first in self._article.short_for and noun.head.borrows and not reading.body:
            # "der VDR-Vorsitzende" after "Verband Deutscher Realschullehrer (VDR)"
            spelt_out = self.unread(noun.first)
            if spelt_out is not None:
                return replace(reading, country=spelt_out.country, institution=spelt_out.institution)
        if noun is not None and noun.head.borrows and reading.owner:
            reading = self._with_owner(reading, at)
            if reading.institution not in ("", "unknown"):
                return reading
        if noun is not None and noun.head.word.startswith("kolleg") and reading.institution in ("citizen", "party"):
            # "ihr Vorarlberger Kollege", "sein lettischer Kollege" hold the office of who spoke before
            last = self.last()
            same = last.institution if last.institution in _OFFICES else reading.institution
            return replace(reading, institution=same)
        if noun is None or reading.country or reading.kind not in ("person", "role"):
            return reading
        if reading.possessed and not reading.plural and (reading.body or not noun.head.borrows):
            return self._of_possessor(reading, at)
        if reading.institution in _OF_STATE and (state := self._speaking_state(at)) is not None:
            return replace(reading, country=state.reading.country)
        if not noun.head.borrows:
            return reading
        if reading.body:
            word = reading.body.casefold()
            of = (f.reading.country for f in self._entities_of(self._around(at)) if word in f.reading.entity.casefold())
            return replace(reading, country=next((country for country in of if country), ""))
        wanted = {reading.institution} - {"", "unknown", "citizen"}
        if noun.head.word in _OF_ANY_BODY and not noun.first and reading.institution == noun.head.institution:
            # nothing but the word itself says party or firm
            wanted = _WITH_MEMBERS
        if noun.head.word.startswith("vorsitzend") and reading.kind == "role" and self._in_court():
            return replace(reading, institution="justice")
        if reading.kind == "role" and (reading.plural or noun.head.kind != "office"):
            return reading
        if reading.possessed and not reading.plural and (owner := self._body_before(at)) is not None:
            return replace(reading, country=owner.reading.country, institution=owner.reading.institution)
        presides = noun.head.word in _PRESIDENTS and not noun.first and self._article.country == self._article.home
        if presides and (presided := self._presided(at)) is not None:
            return replace(reading, country=presided.country, institution=presided.institution)
        for entity in self._before(at):
            body = entity.reading
            if body.kind not in ("known", "body", "country") or (not wanted and body.institution in MEDIA):
                # who speaks to a medium does not speak for it: "Pressesprecher Achilles im Abendblatt-Gespräch"
                continue
            if body.kind == "country" and self._article.country == self._article.home:
                # an article from home names other states, but its ministers are its own
                continue
            if not wanted or body.institution in wanted:
                return replace(reading, country=body.country, institution=body.institution)
        return reading

    def called(self, word: str, at: int) -> Source | None:
        """The body named before whose name or class a bare noun repeats: "des Stabs" after "Koordinierungsstab"."""
        forms = {word.casefold().removesuffix(ending) for ending in ("", "s", "es")}
        short = tuple(form for form in forms if len(form) >= _SHORTEST)
        for entity in self._before(at):
            parts = (*entity.reading.entity.casefold().split(), *entity.roles)
            if entity.reading.kind in ("known", "body") and any(
                part.endswith(short) and part not in forms for part in parts
            ):
                return self._article.source(entity)
        return None

    def _presided(self, at: int) -> Interpretation | None:
        """The body that a president without more presides over: at home that of the state has another name."""
        told = (entity.reading for entity in self._before(at))
        return next((body for body in told if body.kind in ("known", "body") and body.institution in _PRESIDED), None)

    def _in_court(self) -> bool:
        """Whether the article names a court and none of the bodies that elect a chair."""
        told = [entity.reading for entity in self._article.entities if entity.reading.kind in ("known", "body")]
        court = any("gericht" in body.entity.casefold() for body in told if body.institution == "justice")
        return court and all(body.institution not in ("party", "parliament") for body in told)

    def _body_before(self, at: int) -> Entity | None:
        """The body that a possessive points back to: "dessen Präsidentin", "ihr Landesvertreter"."""
        bodies = (entity for entity in self._before(at) if entity.reading.kind in ("known", "body"))
        return next((entity for entity in bodies if entity.reading.institution not in MEDIA), None)

    def _of_possessor(self, reading: Interpretation, at: int) -> Interpretation:
        """A role or body of the body or state that a possessive before it means: "ihr Militärsprecher"."""
        if reading.institution == "citizen" or (owner := self._owner_before(reading, at)) is None:
            return reading
        armed = owner.institution == "armed_group"
        return replace(reading, country=owner.country, institution=owner.institution if armed else reading.institution)

    def _owner_before(self, reading: Interpretation, at: int) -> Interpretation | None:
        """Whom a possessive means: what opens the sentence before, else the body or state named last."""
        here = self._sentence(at)
        told = [(mention, self._article.entities[mention.number].reading)
                for mention in takewhile(lambda one: one.sentence >= here - REACH, self._back(at))]  # fmt: skip
        fitting = [(mention, one) for mention, one in told if one.kind in ("known", "body", "country")
                   and one.institution not in MEDIA and one.entity != reading.entity]  # fmt: skip
        opening = [one for mention, one in fitting
                   if mention.sentence == here - 1 and mention.opens and mention.nominative]  # fmt: skip
        return next(iter((*opening, *(one for _, one in fitting))), None)

    def _speaking_state(self, at: int) -> Entity | None:
        """The state that opens the sentence before, in the same paragraph, as its subject.

        "Oslo lehnt das ab. Außenministerin Ida Kern sagte …": the minister is Norway's.
        """
        here = self._sentence(at)
        for mention in self._back(at):
            if mention.sentence < here - 1 or self._article.paragraph(mention.at) != self._article.paragraph(at):
                return None
            entity = self._article.entities[mention.number]
            if entity.reading.kind == "country" and mention.sentence < here and mention.opens and mention.nominative:
                return entity
        return None

    def _with_owner(self, reading: Interpretation, at: int) -> Interpretation:
        """A role of somebody whom only the article may know: "ein Sprecher Koch-Mehrins", "der MIF-Manager"."""
        spoken_for = self.unread(reading.owner) or self.called(reading.owner, at)
        if (
            spoken_for is None
            or spoken_for.institution in ("unknown", "citizen")
            or spoken_for.entity == reading.entity
        ):
            return reading
        return replace(reading, country=reading.country or spoken_for.country, institution=spoken_for.institution)
