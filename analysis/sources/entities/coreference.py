"""Whom a mention means inside its article: pronouns, "der Minister", "die Behörde", surnames, abbreviations."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from analysis.model import NOBODY, Source
from analysis.sources.entities.entity import Entity, EntityMention, agrees, same_body, same_role
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.lexicons.spelling import plain
from analysis.sources.mentions.interpretation import Interpretation, as_source, join
from analysis.sources.mentions.noun_phrase_rules import aged
from analysis.taxonomy import MEDIA

_REACH = 4
_NEIGHBOURS = 2
"""Sentences back that tell which country's ministry "das Ministerium" is."""
_NEAR = 12
_MEMORY = 1000
"""Appearances before and after a mention that count; no article has as many, but many articles in one text do."""
_OF_ANY_BODY = {
    "vorsitzend", "geschäftsführer", "geschäftsführerin", "generalsekretär", "generalsekretärin", "vorstand",
}  # fmt: skip
_WITH_MEMBERS = {"party", "ngo", "business", "expert"}
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


class Resolver:
    """Turns readings into sources with what the article knows; remembers who has spoken."""

    def __init__(self, entities: ArticleEntities) -> None:
        self._entities = entities
        self._spoken: list[Source] = []

    def heard(self, source: Source) -> None:
        """Notes that this source spoke."""
        if source.entity != "-":
            self._spoken.append(source)

    def settle(self, reading: Interpretation, at: int, plural: bool = False) -> Source:
        """The source of one reading at character ``at``; ``plural`` where the verb has a plural subject."""
        if reading.gender == "two":
            return self._both(at)
        if reading.rule.endswith("bare_text"):
            return self.author(at)
        if reading.kind in ("pronoun", "own"):
            return self._pronoun(reading.gender, at, plural)
        if reading.kind == "person":
            return self._person(reading, at)
        if reading.kind == "role" and reading.noun is not None:
            met = self._by_role(reading, at) or self._by_age(reading, at)
            if met is not None:
                return met
        if reading.definite and reading.kind == "body":
            met = self._body(reading, at)
            if met is not None:
                return met
        told = self._at_home(reading, at)
        return as_source(told, self._entities.country if told.country else self._country_near(at))

    def unread(self, name: str) -> Source | None:
        """Whom a name means that no rule reads: a person, an abbreviation or a name of the article."""
        index = self._entities.find_person(name)
        if index is None:
            index = self._entities.find_body(self._entities.short_for.get(name, name))
        return self._entities.source(self._entities.figures[index]) if index is not None else None

    def last(self) -> Source:
        """Who spoke last."""
        return self._spoken[-1] if self._spoken else NOBODY

    def _country_near(self, at: int) -> str:
        """The only country whose bodies and people appear just before a character, else the article's."""
        here = self._sentence_of(at)
        countries = set()
        for appearance in self._back(at):
            if appearance.sentence < here - _NEIGHBOURS:
                break
            country = self._entities.figures[appearance.figure].reading.country
            countries |= {country} if len(country) == 2 and country not in ("EU", "UN") else set()
        return countries.pop() if len(countries) == 1 else self._entities.country

    def _both(self, at: int) -> Source:
        """The two persons named last: "beide"."""
        pair = list(islice((figure for figure in self._before(at) if figure.person), 2))
        return (
            join(tuple(self._entities.source(figure) for figure in reversed(pair))) if len(pair) == 2 else self.last()
        )

    def nearest(self, gender: str, at: int) -> Source:
        """Whom a relative pronoun means: the figure named last before it that agrees."""
        for figure in self._before(at):
            if agrees(figure, gender, False):
                return self._entities.source(figure)
        return NOBODY

    def author(self, at: int) -> Source:
        """Who wrote a text that has no author beside it: who spoke last, else the body named last."""
        if self._spoken:
            return self._spoken[-1]
        kinds = ("known", "body", "person")
        named = [appearance for appearance in reversed(self._entities.appearances) if appearance.at < at
                 and self._entities.figures[appearance.figure].reading.kind in kinds]  # fmt: skip
        chosen = next((appearance for appearance in named if appearance.nominative), named[0] if named else None)
        return self._entities.source(self._entities.figures[chosen.figure]) if chosen is not None else NOBODY

    def writer(self, at: int) -> Source:
        """Who issued the text that "darin" means: the first subject of the sentence before, else who spoke last."""
        here = bisect_left(self._entities.appearances, at, key=_place)
        near = self._entities.appearances[max(here - _NEAR, 0) : here]
        before = [appearance for appearance in near if appearance.nominative and appearance.opens]
        latest = max((appearance.sentence for appearance in before), default=None)
        subject = next((appearance for appearance in before if appearance.sentence == latest), None)
        return self._entities.source(self._entities.figures[subject.figure]) if subject is not None else self.author(at)

    def _person(self, reading: Interpretation, at: int) -> Source:
        reading = self._entities.dated(reading)
        index = self._entities.find_person(reading.surface or reading.entity)
        if index is None:
            return as_source(self._at_home(reading, at), self._entities.country)
        figure = self._entities.figures[index]
        told = figure.reading
        if reading.stated and (not told.stated or told.institution == "citizen"):
            told = replace(reading, entity=told.entity if len(told.entity) > len(reading.entity) else reading.entity)
        elif reading.stated and not told.country:
            told = replace(told, country=reading.country)
        return as_source(self._at_home(told, at), self._entities.country)

    def _at_home(self, reading: Interpretation, at: int) -> Interpretation:
        """A role without a body ("Sprecher", "Konzernchef") belongs to the fitting body named last before it."""
        noun = reading.noun
        if noun is not None and noun.first in self._entities.short_for and noun.head.borrows and not reading.body:
            # "der VDR-Vorsitzende" after "Verband Deutscher Realschullehrer (VDR)"
            spelt_out = self.unread(noun.first)
            if spelt_out is not None:
                return replace(reading, country=spelt_out.country, institution=spelt_out.institution)
        if noun is None or reading.country or not noun.head.borrows or reading.kind not in ("person", "role"):
            return reading
        if reading.body:
            word = reading.body.casefold()
            of = (f.reading.country for f in self._figures(self._around(at)) if word in f.reading.entity.casefold())
            return replace(reading, country=next((country for country in of if country), ""))
        wanted = {reading.institution} - {"", "unknown", "citizen"}
        if noun.head.word in _OF_ANY_BODY and not noun.first and reading.institution == noun.head.institution:
            # nothing but the word itself says party or firm
            wanted = _WITH_MEMBERS
        if reading.kind == "role" and (reading.plural or noun.head.kind != "office"):
            return reading
        for figure in self._before(at):
            body = figure.reading
            if body.kind in ("known", "body", "country") and (not wanted or body.institution in wanted):
                return replace(reading, country=body.country, institution=body.institution)
        return reading

    def _before(self, at: int) -> Iterator[Entity]:
        """The figures that appear before a character, the nearest first."""
        return self._figures(self._back(at))

    def _back(self, at: int) -> Iterator[EntityMention]:
        end = bisect_left(self._entities.appearances, at, key=_place)
        return (self._entities.appearances[i] for i in range(end - 1, max(end - 1 - _MEMORY, -1), -1))

    def _around(self, at: int) -> list[EntityMention]:
        """What appears before and after a character, in the order of the cast."""
        middle = bisect_left(self._entities.appearances, at, key=_place)
        near = self._entities.appearances[max(middle - _MEMORY, 0) : middle + _MEMORY]
        return sorted(near, key=lambda appearance: appearance.figure)

    def _figures(self, appearances: Iterable[EntityMention]) -> Iterator[Entity]:
        seen: set[int] = set()
        for appearance in appearances:
            if appearance.figure not in seen:
                seen.add(appearance.figure)
                yield self._entities.figures[appearance.figure]

    def _by_role(self, reading: Interpretation, at: int) -> Source | None:
        """The person of the article whose role a definite role repeats: "der GdP-Vorsitzende", "die Kanzlerin"."""
        assert reading.noun is not None
        office = reading.noun.head.kind == "office" and (reading.noun.first or reading.country)
        if reading.plural or reading.indefinite or not (reading.definite or reading.attributed or office):
            return None
        met = chain(self._back(at), self._around(at) if reading.attributed else ())
        persons = [figure for figure in self._figures(met) if figure.person and self._can_be(reading, figure)]
        first = plain(reading.noun.first)
        word = reading.noun.head.word
        same = [figure for figure in persons if same_role(word, figure.roles)]
        same = [figure for figure in same if not first or any(first in mark for mark in figure.marks)]
        if not same and word in _LEADERS:
            heads = [figure for figure in persons if figure.roles & _LEADERS and same_body(reading, figure)]
            same = heads if len(heads) == 1 else []
        if not same and word in _OF_STATE and reading.country:
            rulers = [figure for figure in persons if figure.reading.institution == "government"]
            same = rulers if len(rulers) == 1 else []
        return self._entities.source(same[0]) if same else None

    def _by_age(self, reading: Interpretation, at: int) -> Source | None:
        """The person named just before whom only an age repeats: "die 71-Jährige"."""
        assert reading.noun is not None
        if not aged(reading.noun) or not reading.definite or reading.plural:
            return None
        here = self._sentence_of(at)
        for appearance in self._back(at):
            figure = self._entities.figures[appearance.figure]
            if appearance.sentence < here - _NEIGHBOURS:
                break
            if figure.person and figure.gender in ("", reading.gender or "m") and appearance.nominative:
                return self._entities.source(figure)
        return None

    def _can_be(self, reading: Interpretation, figure: Entity) -> bool:
        """Whether country and gender of a role leave this person possible."""
        if reading.country and reading.country != (figure.reading.country or self._entities.country):
            return False
        return not reading.attributed or not reading.gender or figure.gender in ("", reading.gender)

    def _body(self, reading: Interpretation, at: int) -> Source | None:
        """The body of the article that "die Behörde", "das Blatt", "der Konzern" means."""
        assert reading.noun is not None
        word = reading.noun.head.word
        kin = [figure for figure in self._before(at) if not figure.person and figure.reading.kind in ("known", "body")
               and figure.reading.entity != reading.entity]  # fmt: skip
        same = [figure for figure in kin if word in figure.roles and not figure.reading.definite]
        named = [figure for figure in kin if figure.reading.kind == "known" or figure.reading.rule == "body_name"]
        kinds = MEDIA if reading.institution in MEDIA else {reading.institution}
        fitting = [figure for figure in named if figure.reading.institution in kinds]
        if reading.institution == "business" and word not in _ANY_FIRM:
            fitting = [figure for figure in fitting if word in figure.reading.entity.casefold()]
        if reading.institution in ("justice", "government", "parliament"):
            fitting = [figure for figure in fitting if figure.reading.entity.casefold().endswith(word)]
        chosen = same or fitting
        return self._entities.source(chosen[0]) if chosen else None

    def _pronoun(self, told: str, at: int, plural: bool) -> Source:
        """Whom a pronoun means: of the fitting figures, the nearest subject, or who spoke last."""
        here = self._sentence_of(at)
        last = self.last()
        best: tuple[float, Source] | None = None
        first = bisect_left(self._entities.appearances, here - _REACH, key=lambda appearance: appearance.sentence)
        for number in range(first, bisect_left(self._entities.appearances, at, key=_place)):
            appearance = self._entities.appearances[number]
            figure = self._entities.figures[appearance.figure]
            if not agrees(figure, told, plural):
                continue
            score = self._salience(appearance, figure, here, last)
            if best is None or score >= best[0]:
                best = (score, self._entities.source(figure))
        if best is None or (last.entity != "-" and best[0] < -1.5 and self._may_be(last, told)):
            return last if self._may_be(last, told) else NOBODY
        return best[1]

    def _salience(self, appearance: EntityMention, figure: Entity, here: int, last: Source) -> float:
        score = -float(here - appearance.sentence)
        score += 0.4 if appearance.opens else 0.0
        score += 1.5 if appearance.nominative else 0.0
        score += 0.5 if figure.person else 0.0
        score -= 1.5 if figure.reading.kind == "role" else 0.0
        score -= 1.0 if figure.reading.institution in MEDIA else 0.0
        return score + (1.0 if self._entities.source(figure).entity == last.entity else 0.0)

    def _may_be(self, source: Source, told: str) -> bool:
        index = self._entities.find_person(source.entity) if source.entity != "-" else None
        if index is None:
            return source.entity != "-" and told in ("", "f", "p", "n")
        return told in ("", "p", self._entities.figures[index].gender) or not self._entities.figures[index].gender

    def _sentence_of(self, at: int) -> int:
        before = bisect_right(self._entities.appearances, at, key=_place)
        return self._entities.appearances[before - 1].sentence if before else 0


def _place(appearance: EntityMention) -> int:
    return appearance.at
