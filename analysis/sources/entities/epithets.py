"""Another word for somebody named before: "die 71-Jährige", "der Ökonom", "der SPD-Politiker", "der Franzose"."""

from itertools import takewhile

from analysis.model import Source
from analysis.sources.entities.mention_order import REACH
from analysis.sources.entities.ranking import Ranking
from analysis.sources.mentions.interpretation import Interpretation
from analysis.sources.mentions.noun_phrase_rules import aged
from analysis.sources.mentions.words import Words

_NEIGHBOURS = 2
"""Sentences back in which a person stands whom an age alone most likely means."""
_PROFESSIONS = {"expert", "business", "party"}
"""What a noun tells of somebody beside the role in which they speak."""
_POLITICIANS = {"party", "parliament", "government"}
_OF_A_PARTY = {"politiker", "politikerin", "mann", "frau", "chef", "chefin", "vorsitzend"}
"""Nouns by which an article calls a politician again, with the party before them."""


class Epithets(Ranking):
    """Finds the person whom a definite noun calls again."""

    def _by_age(self, reading: Interpretation, at: int) -> Source | None:
        """The person named just before whom only an age repeats: "die 71-Jährige"."""
        assert reading.noun is not None
        if not aged(reading.noun) or not reading.definite or reading.plural:
            return None
        here = self._sentence_of(at)
        found = None
        for mention in self._back(at):
            entity = self._article.entities[mention.number]
            if mention.sentence < here - _NEIGHBOURS and found is not None:
                break
            if entity.person and entity.gender in ("", reading.gender or "m"):
                if mention.nominative:
                    return self._article.source(entity)
                found = found or entity
        return self._article.source(found) if found is not None else None

    def _by_turn(self, reading: Interpretation, at: int) -> Source | None:
        """The person who spoke last, where a definite noun may be another word for them: "der Experte"."""
        last = self.last()
        index = self._article.find_person(last.entity) if last.entity != "-" else None
        if index is None or reading.noun is None or reading.plural or reading.indefinite:
            return None
        if reading.noun.head.word in _OF_A_PARTY and reading.institution == "party":
            politician = last.institution in ("party", "parliament", "government", "citizen")
            return last if politician and self._same_gender(reading, index) and self._near(index, at) else None
        person = self._article.entities[index]
        if not reading.definite or reading.body or reading.country not in ("", "-"):
            return None
        if not person.person or not self._same_gender(reading, index):
            return None
        profession = reading.noun.head.kind == "voice" and reading.institution in _PROFESSIONS
        same = profession or reading.institution in ("", "unknown", last.institution) or last.institution == "citizen"
        return last if same and self._near(index, at) else None

    def _by_kind(self, reading: Interpretation, at: int) -> Source | None:
        """The only person named just before of whose kind a bare definite noun is: "der Manager", "die Medizinerin"."""
        assert reading.noun is not None
        party = reading.noun.head.word in _OF_A_PARTY and reading.institution == "party"
        bare = reading.definite and reading.entry is None and reading.country in ("", "-")
        if reading.plural or reading.indefinite or not (bare or party):
            return None
        kinds = _POLITICIANS if party else {reading.institution} - {"", "unknown"}
        here = self._sentence_of(at)
        near = {mention.number for mention in takewhile(lambda one: one.sentence >= here - REACH, self._back(at))}
        persons = [number for number in near if self._article.entities[number].person]
        profession = reading.noun.head.kind == "voice" and reading.institution in _PROFESSIONS
        fitting = [number for number in persons if self._same_gender(reading, number)
                   and (profession or self._article.entities[number].reading.institution in kinds)]  # fmt: skip
        return self._article.source(self._article.entities[fitting[0]]) if len(fitting) == 1 else None

    def _same_gender(self, reading: Interpretation, index: int) -> bool:
        return (reading.gender == "f") == (self._article.entities[index].gender == "f")

    def _compatriot(self, country: str, gender: str, at: int) -> Source | None:
        """The person of a country whom "der Franzose" means, if the article names one before."""
        for entity in self._before(at):
            if entity.person and entity.reading.country == country and entity.gender in ("", gender):
                return self._article.source(entity)
        return None

    def inhabitant(self, words: Words) -> Source | None:
        """Who spoke last, where a definite noun may name where they come from: "der Gretzenbacher", "die Steirerin"."""
        if len(words.words) != 2 or words.words[0].lower() not in ("der", "die"):
            return None
        feminine = words.words[1].endswith("erin")
        gender = "f" if feminine else "m"
        index = self._article.find_person(self.last().entity) if self._spoken else None
        fits = words.words[1].endswith(("er", "erin")) and (words.words[0].lower() == "die") == feminine
        if index is None or not fits:
            return None
        return self.last() if self._article.entities[index].gender in ("", gender) else None
