"""The persons an article names: where each appears, and what introductions, title and deeds say of them."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from analysis.model import Document, Sentence
from analysis.sources.entities.entity import Entity, EntityMention
from analysis.sources.entities.introductions import introduction, may_be_subject, names_in, words_of
from analysis.sources.entities.occupations import occupation
from analysis.sources.lexicons.head_nouns import several
from analysis.sources.lexicons.known_entities import Entry, load_lexicon
from analysis.sources.lexicons.namesakes import namesake
from analysis.sources.lexicons.public_figures import office_of
from analysis.sources.lexicons.spelling import plain, sound
from analysis.sources.lexicons.terms_of_office import at_day
from analysis.sources.mentions.interpretation import Interpretation
from analysis.sources.mentions.person_rules import read_person
from analysis.sources.mentions.words import clean

_BEFORE = 4
"""Words of a title before a name in which a role may stand."""
_OF_STATE = {"government", "parliament", "party", "military", "justice", "intelligence"}


class Persons:
    """The persons of one article: ``entities`` in order of first appearance, ``mentions`` all appearances.

    ``day`` is when it was published, as ISO 8601, "" where unknown; ``countries`` how often it names each country,
    ``country`` which one it is about.
    """

    def __init__(self, day: str, countries: Counter[str], country: str) -> None:
        self.day = day
        self.countries = countries
        self.country = country
        self.entities: list[Entity] = []
        self.mentions: list[EntityMention] = []
        self._persons: defaultdict[str, set[int]] = defaultdict(set)
        self._latest: tuple[int, int, int, Interpretation] | None = None

    def meet_persons(self, document: Document) -> None:
        """Finds everybody named, full names first, so that surnames find their bearer."""
        found = [names_in(document, sentence) for sentence in document.sentences]
        for full in (True, False):
            for number, sentence in enumerate(document.sentences):
                for first, last in found[number]:
                    if (last - first > 1) is full:
                        self._meet_person(document, sentence, number, first, last)

    def here(self, reading: Interpretation) -> Interpretation:
        """The reading with the body that its name means in the country of the article, where another bears it too."""
        if reading.kind == "known" and reading.entry is not None:
            own = namesake(reading.entry.name, self.country)
            return reading if own is None else replace(reading, **own._asdict())
        own = namesake(reading.body, self.country) if reading.body and reading.country != self.country else None
        if own is None:
            return reading
        listed = load_lexicon().match(reading.body.split())
        same = listed is not None and listed.institution == reading.institution
        return replace(reading, body=own.entity, country=own.country,
                       institution=own.institution if same else reading.institution)  # fmt: skip

    def dated(self, reading: Interpretation) -> Interpretation:
        """The reading of a person with the office held on the article's day, where no role is stated."""
        if reading.kind != "person":
            return reading
        reading = self.here(reading)
        if reading.entry is not None and self._only_sounds_alike(reading.surface, reading.entry):
            institution = reading.institution if reading.stated else ""
            reading = replace(reading, entity=reading.surface, country="", institution=institution, entry=None)
        if reading.entry is None:
            return self._in_office(reading)
        if reading.noun is not None:
            return reading
        entry = at_day(reading.entry, self.day)
        if entry == reading.entry:
            return reading
        return replace(reading, entry=entry, country=entry.country, institution=entry.institution)

    def _only_sounds_alike(self, name: str, entry: Entry) -> bool:
        """Whether a family name is spelt otherwise than the listed person's, of whose country nothing is said."""
        forms = {plain(name), plain(name.removesuffix("s"))}
        spelt = " " in name or not forms.isdisjoint(map(plain, entry.name.split()))
        return not spelt and len(entry.country) == 2 and entry.country not in self.countries

    def _in_office(self, reading: Interpretation) -> Interpretation:
        """The reading of a person whom no short list holds, with the office that public lists give them."""
        office = office_of(reading.surface, self.day, (reading.country,) if reading.country else self.countries)
        if office is None:
            return reading
        if reading.stated:
            politician = reading.noun is None or reading.noun.head.word == "politiker"
            if politician and reading.institution == "party" and office.institution == "government":
                # "der Schweizer Politiker Joseph Deiss", "Kai Wegner (CDU)"
                return replace(reading, country=office.country, institution="government")
            return replace(reading, country=office.country) if reading.institution in _OF_STATE else reading
        if reading.institution not in ("", "citizen"):
            return reading
        return replace(reading, country=office.country, institution=office.institution, rule="public_figure")

    def read_title(self, words: Sequence[str]) -> None:
        """What the title says before the names of persons whom the text names: "Bundespräsident Köhler sieht …"."""
        for at, word in enumerate(words):
            index = self.find_person(word) if at and word[:1].isupper() else None
            if index is None or self.entities[index].reading.stated:
                continue
            introduced = words[max(at - _BEFORE, 0) : at + 1]
            reading = read_person(clean(introduced))
            if reading is not None and reading.stated and _about(reading.entity, word):
                self._learn(self.entities[index], self.dated(reading), list(introduced))

    def _meet_person(self, document: Document, sentence: Sentence, number: int, first: int, last: int) -> None:
        tokens = document.tokens
        start, end = introduction(document, sentence, first, last)
        reading = read_person(words_of(tokens[start:end]))
        name = " ".join(token.form for token in tokens[first:last])
        if reading is None or not _about(reading.entity, name):
            reading = read_person(words_of(tokens[first:last]))
        if reading is None:
            return
        index = self.find_person(name)
        typed = reading.stated or (index is not None and self.entities[index].reading.stated)
        if not typed and (doing := occupation(document, number, first, last)) is not None:
            told = read_person(doing)
            if told is not None and told.stated and _about(told.entity, name):
                reading = told
        reading = self.dated(reading)
        if index is None:
            index = len(self.entities)
            sounds = frozenset(map(sound, (*name.split(), *reading.entity.split())))
            self.entities.append(Entity(reading, sounds, gender=reading.gender))
        entity = self.entities[index]
        self._learn(entity, reading, [token.form for token in tokens[start:end]])
        for word in (*entity.words, *map(sound, entity.reading.entity.split())):
            self._persons[word].add(index)
        self.mentions.append(self.mention_at(document, sentence, number, first, index))
        self._share(document, number, first, index)
        self._latest = (number, last, index, reading)

    def _share(self, document: Document, number: int, first: int, index: int) -> None:
        """Two names joined by "und" share the role of the plural before or the body behind them.

        "die Forscherinnen Anna Müller und Ida Kern", "Jan Moor und Ida Kern von der Universität Kiel".
        """
        if self._latest is None or self._latest[0] != number or self._latest[2] == index:
            return
        _, last, other, before = self._latest
        joined = document.tokens[last:first]
        if not joined or not all(token.tag == "KON" or token.text == "," for token in joined):
            return
        one, two = self.entities[other], self.entities[index]
        if before.stated and before.noun is not None and several(before.noun) and not two.reading.stated:
            two.reading = _sharing(two.reading, before)
        elif two.reading.stated and two.reading.noun is None and two.reading.body and not one.reading.stated:
            one.reading = _sharing(one.reading, two.reading)

    def _learn(self, entity: Entity, reading: Interpretation, introduction: list[str]) -> None:
        if reading.noun is not None:
            entity.roles.add(reading.noun.head.word)
            entity.marks.update(plain(word) for word in introduction)
        entity.gender = entity.gender or reading.gender
        if reading.stated and not entity.reading.stated:
            entity.reading = _with(reading, entity.reading)

    def mention_at(self, document: Document, sentence: Sentence, number: int, at: int, index: int) -> EntityMention:
        before = document.tokens[sentence.first : at]
        opens = not any(token.tag.endswith("FIN") for token in before)
        subject = may_be_subject(document, sentence, at, self.entities[index].gender)
        return EntityMention(document.tokens[at].start, number, index, opens, subject)

    def find_person(self, name: str) -> int | None:
        """The figure whom a full name, a surname or a first family name means; the first that fits."""
        for form in (name, name.removesuffix("s")):
            words = [sound(word) for word in form.split()]
            sharing: set[int] = set().union(*(self._persons.get(word, ()) for word in words))
            for index in sorted(sharing):
                if _fits(words, self.entities[index]):
                    return index
        return None


def _fits(words: list[str], entity: Entity) -> bool:
    own = [sound(word) for word in entity.reading.entity.split()]
    if len(words) == 2 and len(words[0].rstrip(".")) == 1 and len(own) > 1:
        # "R. Kelly" after "Robert Kelly"
        return words[1] == own[-1] and any(word[:1] == words[0][:1] for word in own[:-1])
    if len(words) == 1:
        first = len(own) == 1 or entity.reading.country in _FAMILY_FIRST
        return words[0] == own[-1] or (first and words[0] == own[0]) or words[0] in entity.words - {own[0]}
    return set(words) <= entity.words or (set(own) <= set(words) and len(own) > 1)


# Where a person is called by the first word of the name: a family name, or the given name where families have none.
_FAMILY_FIRST = {*"CN HK TW KP KR VN TH KH MM LA ID MY ET ER IS SO AF".split(), ""}


def _sharing(own: Interpretation, other: Interpretation) -> Interpretation:
    """A person without a stated role, with that of another."""
    return replace(own, country=other.country, institution=other.institution, noun=other.noun, stated=True)


def _about(entity: str, name: str) -> bool:
    """Whether a reading of an introduction is about this name."""
    return sound(entity.split()[-1]) in set(map(sound, name.split())) or bool(set(entity.split()) & set(name.split()))


def _with(stated: Interpretation, named: Interpretation) -> Interpretation:
    """A stated role, with the fuller of two names."""
    fuller = named if len(named.entity) > len(stated.entity) or named.entry else stated
    return replace(stated, entity=fuller.entity, entry=stated.entry or named.entry,
                   country=stated.country or (named.entry.country if named.entry else ""),
                   gender=stated.gender or named.gender)  # fmt: skip
