"""The cast of an article: the persons, bodies and states it names, where each appears, what it says of them."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from analysis.model import Document, Sentence, Source, Token
from analysis.sources.entities.entity import Entity, EntityMention
from analysis.sources.entities.home_country import country_of_outlet, named_countries, salient_country
from analysis.sources.entities.introductions import (
    initials,
    introduction,
    may_be_subject,
    names_in,
    noun_phrase,
    spelt_out,
    words_of,
)
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.head_nouns import gender, split_noun
from analysis.sources.lexicons.known_entities import Entry, Match, load_lexicon
from analysis.sources.lexicons.public_figures import office_of
from analysis.sources.lexicons.spelling import plain, sound
from analysis.sources.lexicons.terms_of_office import at_day
from analysis.sources.mentions.interpretation import Interpretation, as_source
from analysis.sources.mentions.person_rules import read_person
from analysis.sources.mentions.rules import read
from analysis.sources.mentions.words import QUOTES

_PARAGRAPH = re.compile(r"\n\s*")
_OF_STATE = {"government", "parliament", "party", "military", "justice", "intelligence"}


class ArticleEntities:
    """The figures of one article in order of first appearance, all appearances, and the country it is about.

    ``day`` is when it was published, as ISO 8601, "" where unknown; ``outlet`` who publishes it; ``title`` its title,
    if that stands outside the text: what it says of a person or country counts, but nobody appears in it.
    """

    def __init__(
        self, document: Document, day: str = "", outlet: str | None = None, title: Document | None = None
    ) -> None:
        self.day = day
        home = country_of_outlet(outlet)
        self.countries = named_countries(document, home)
        if title is not None:
            self.countries += named_countries(title, "")
        self.country = salient_country(self.countries, home)
        self.forms = frozenset(token.form for token in document.tokens)
        self.entities: list[Entity] = []
        self.mentions: list[EntityMention] = []
        self.short_for: dict[str, str] = {}
        self._persons: defaultdict[str, set[int]] = defaultdict(set)
        self._others: dict[tuple[str, str], int] = {}
        self._bodies: dict[str, int] = {}
        found = [names_in(document, sentence) for sentence in document.sentences]
        for full in (True, False):
            for number, sentence in enumerate(document.sentences):
                for first, last in found[number]:
                    if (last - first > 1) is full:
                        self._meet_person(document, sentence, number, first, last)
        if title is not None:
            self._read_title(title)
        for number, sentence in enumerate(document.sentences):
            self._meet_bodies(document, sentence, number)
            self._meet_abbreviated(document, sentence, number)
        self.mentions.sort()
        self.begins = [sentence.start for sentence in document.sentences]
        self.times = Counter(mention.number for mention in self.mentions)
        self.first = {mention.number: mention.sentence for mention in reversed(self.mentions)}
        self._breaks = [found.start() for found in _PARAGRAPH.finditer(document.text)]

    def paragraph(self, at: int) -> int:
        """The number of the paragraph that holds a character."""
        return bisect_right(self._breaks, at)

    def source(self, entity: Entity) -> Source:
        """The figure as a source; who has no country of their own has the article's."""
        return as_source(entity.reading, entity.reading.country or self.country)

    def dated(self, reading: Interpretation) -> Interpretation:
        """The reading of a person with the office held on the article's day, where no role is stated."""
        if reading.kind != "person":
            return reading
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

    def _read_title(self, title: Document) -> None:
        """What the title says of persons whom the text names: "Bundespräsident Köhler sieht …"."""
        for sentence in title.sentences:
            for first, last in names_in(title, sentence):
                start, end = introduction(title, sentence, first, last)
                reading = read_person(words_of(title.tokens[start:end]))
                name = " ".join(token.form for token in title.tokens[first:last])
                index = self.find_person(name)
                if reading is not None and index is not None and _about(reading.entity, name):
                    words = [token.form for token in title.tokens[start:end]]
                    self._learn(self.entities[index], self.dated(reading), words)

    def _meet_person(self, document: Document, sentence: Sentence, number: int, first: int, last: int) -> None:
        tokens = document.tokens
        start, end = introduction(document, sentence, first, last)
        reading = read_person(words_of(tokens[start:end]))
        name = " ".join(token.form for token in tokens[first:last])
        if reading is None or not _about(reading.entity, name):
            reading = read_person(words_of(tokens[first:last]))
        if reading is None:
            return
        reading = self.dated(reading)
        index = self.find_person(name)
        if index is None:
            index = len(self.entities)
            sounds = frozenset(map(sound, (*name.split(), *reading.entity.split())))
            self.entities.append(Entity(reading, sounds, gender=reading.gender))
        entity = self.entities[index]
        self._learn(entity, reading, [token.form for token in tokens[start:end]])
        for word in (*entity.words, *map(sound, entity.reading.entity.split())):
            self._persons[word].add(index)
        self.mentions.append(self._mention(document, sentence, number, first, index))

    def _learn(self, entity: Entity, reading: Interpretation, introduction: list[str]) -> None:
        if reading.noun is not None:
            entity.roles.add(reading.noun.head.word)
            entity.marks.update(plain(word) for word in introduction)
        entity.gender = entity.gender or reading.gender
        if reading.stated and not entity.reading.stated:
            entity.reading = _with(reading, entity.reading)

    def _meet_bodies(self, document: Document, sentence: Sentence, number: int) -> None:
        tokens = document.tokens_of(sentence)
        words = [token.form for token in tokens]
        taken: set[int] = set()
        for match in load_lexicon().scan(words):
            if match.entry.kind == "persons" or _everyday(match, tokens):
                continue
            taken.update(range(match.start, match.end))
            entry = match.entry
            reading = Interpretation(
                entry.name, "known", "known_" + entry.kind, entry.country, entry.institution, entry=entry
            )
            self._mention_of(document, sentence, number, sentence.first + match.start, reading)
            self._abbreviation(words, match.end, entry.name)
        for start, end, place in load_geography().scan(words):
            if place.kind in ("state", "capital") and not taken.intersection(range(start, end)):
                taken.update(range(start, end))
                reading = Interpretation(
                    load_geography().speaker(place), "country", "country", place.country, "government"
                )
                self._mention_of(document, sentence, number, sentence.first + start, reading)
        for at, token in enumerate(tokens):
            noun = split_noun(token.form) if token.tag in ("NN", "NE") and at not in taken else None
            if noun is None or noun.head.kind not in ("body", "group", "voice", "office", "member"):
                continue
            start, end = noun_phrase(document, sentence, sentence.first + at)
            phrase = read(words_of(document.tokens[start:end]))
            if phrase is not None and phrase.kind in ("body", "group", "role"):
                self._mention_of(document, sentence, number, sentence.first + at, phrase)
                self._abbreviation(words, end - sentence.first, phrase.entity)

    def _abbreviation(self, words: list[str], at: int, name: str) -> None:
        """ "Movement for Democratic Change (MDC)": the letters stand for the name from now on."""
        if at + 2 < len(words) and words[at] == "(" and words[at + 2] == ")" and words[at + 1][:1].isupper():
            self.short_for.setdefault(words[at + 1], name)

    def _meet_abbreviated(self, document: Document, sentence: Sentence, number: int) -> None:
        """A name that no list holds, before its initials in parentheses, is a body."""
        words = [token.form for token in document.tokens_of(sentence)]
        for place in range(3, len(words) - 2):
            letters = words[place + 1]
            if words[place] != "(" or words[place + 2] != ")" or letters in self.short_for or not initials(letters):
                continue
            start = spelt_out(words[:place], letters)
            if start is None:
                continue
            name = " ".join(word for word in words[start:place] if word not in QUOTES)
            noun = split_noun(words[start - 1]) if start else None
            kind = noun.head.institution if noun is not None and noun.head.kind == "body" else "ngo"
            self.short_for[letters] = name
            self._mention_of(
                document, sentence, number, sentence.first + start, Interpretation(name, "body", "spelt_out", "", kind)
            )

    def _mention_of(
        self, document: Document, sentence: Sentence, number: int, at: int, reading: Interpretation
    ) -> None:
        index = self._others.setdefault((reading.entity, reading.kind), len(self.entities))
        if index == len(self.entities):
            if reading.kind in ("body", "known"):
                self._bodies.setdefault(reading.entity.casefold(), index)
            own_gender = (
                "p" if reading.plural else gender(reading.noun.head.word) if reading.noun else _gender_of(reading)
            )
            roles = {reading.noun.head.word} if reading.noun else set()
            sounds = frozenset(map(sound, reading.entity.split()))
            self.entities.append(Entity(reading, sounds, roles, gender=own_gender))
        self.mentions.append(self._mention(document, sentence, number, at, index))

    def _mention(self, document: Document, sentence: Sentence, number: int, at: int, index: int) -> EntityMention:
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

    def find_body(self, name: str) -> int | None:
        """The body or known name that is written so, in capitals or not; the first of equal ones."""
        return self._bodies.get(name.casefold())


def _gender_of(reading: Interpretation) -> str:
    """The gender of a known body from its name, "" where that tells nothing."""
    if reading.entry is None or reading.kind != "known":
        return ""
    noun = split_noun(reading.entity.split()[-1])
    if noun is not None:
        return gender(noun.head.word)
    return "f" if reading.entry.kind == "parties" else ""


def _everyday(match: Match, tokens: Sequence[Token]) -> bool:
    """Whether a name of media or firms is only an everyday word here: "der Welt", "zur Zeit"."""
    if match.entry.kind not in ("media", "organisations") or match.end - match.start > 2:
        return False
    named = [token for token in tokens[match.start : match.end] if token.tag not in ("ART", "APPR", "APPRART")]
    quoted = match.start > 0 and tokens[match.start - 1].text in QUOTES
    return not quoted and all(token.tag == "NN" and not token.entity and not token.form.isupper() for token in named)


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


def _about(entity: str, name: str) -> bool:
    """Whether a reading of an introduction is about this name."""
    return sound(entity.split()[-1]) in set(map(sound, name.split())) or bool(set(entity.split()) & set(name.split()))


def _with(stated: Interpretation, named: Interpretation) -> Interpretation:
    """A stated role, with the fuller of two names."""
    fuller = named if len(named.entity) > len(stated.entity) or named.entry else stated
    return replace(stated, entity=fuller.entity, entry=stated.entry or named.entry,
                   country=stated.country or (named.entry.country if named.entry else ""),
                   gender=stated.gender or named.gender)  # fmt: skip
