"""The cast of an article: the persons, bodies and states it names, where each appears, what it says of them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from analysis.model import Document, Sentence, Source, Token
from analysis.sources.entities.entity import Entity
from analysis.sources.entities.home_country import countries_in, country_of_outlet, named_countries, salient_country
from analysis.sources.entities.introductions import (
    initials,
    noun_phrase,
    spelt_out,
    words_of,
)
from analysis.sources.entities.persons import Persons
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.head_nouns import Noun, gender, split_noun
from analysis.sources.lexicons.known_entities import Entry, Match, load_lexicon
from analysis.sources.lexicons.spelling import sound
from analysis.sources.mentions.interpretation import Interpretation, as_source
from analysis.sources.mentions.rules import read
from analysis.sources.mentions.words import QUOTES, cut
from analysis.taxonomy import MEDIA

_TITLE = 2
"""For how many sentences the title counts where countries are counted."""
_EVERYDAY = 8
"""Letters of the longest everyday word that is also the name of a firm or club: "Bahn", "Allianz"."""
_SET_IN = 3
"""What a state counts that opens the title before a colon."""
_PARAGRAPH = re.compile(r"\n\s*")
_OF_STATE = {"government", "parliament", "party", "military", "justice", "intelligence"}


class ArticleEntities(Persons):
    """The figures of one article in order of first appearance, all appearances, and the country it is about.

    ``day`` is when it was published, as ISO 8601, "" where unknown; ``outlet`` who publishes it; ``title`` its title,
    if that stands outside the text: what it says of a person or country counts, but nobody appears in it.
    """

    def __init__(self, document: Document, day: str = "", outlet: str | None = None, title: str | None = None) -> None:
        self.forms = frozenset(token.form for token in document.tokens)
        home = country_of_outlet(outlet, self.forms)
        countries = named_countries(document, home)
        # a title within the text is read there
        words = cut(title) if title and title not in document.text else ()
        countries.update({country: _TITLE * times for country, times in countries_in(words, home).items()})
        if words[1:2] == (":",) and (set_in := load_geography().place(words[0])) is not None and set_in.kind == "state":
            # "Philippinen: Waffenruhe verlängert"
            countries[set_in.country] += _SET_IN
        self.home = home
        self.title = title
        super().__init__(day, countries, salient_country(countries, home))
        self.short_for: dict[str, str] = {}
        self._others: dict[tuple[str, str], int] = {}
        self._bodies: dict[str, int] = {}
        self.meet_persons(document)
        self.read_title(words)
        for number, sentence in enumerate(document.sentences):
            self._meet_bodies(document, sentence, number)
            self._meet_abbreviated(document, sentence, number)
        self.mentions.sort()
        self.begins = [sentence.start for sentence in document.sentences]
        self.times = Counter(mention.number for mention in self.mentions)
        self.first = {mention.number: mention.sentence for mention in reversed(self.mentions)}
        self.introduced = {mention.number: mention.at for mention in reversed(self.mentions)}
        self._breaks = [found.start() for found in _PARAGRAPH.finditer(document.text)]

    def paragraph(self, at: int) -> int:
        """The number of the paragraph that holds a character."""
        return bisect_right(self._breaks, at)

    def source(self, entity: Entity) -> Source:
        """The figure as a source; who has no country of their own has the article's."""
        return as_source(entity.reading, entity.reading.country or self.country)

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
            before = split_noun(words[match.start - 1]) if match.start else None
            if before is not None and before.head.kind == "body" and not before.plural and _of_kind(before, entry):
                # "der Geheimdienst X" is called "der Dienst" later
                self.entities[self.mentions[-1].number].roles.add(before.head.word)
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
        reading = self.here(reading)
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
        self.mentions.append(self.mention_at(document, sentence, number, at, index))

    def find_body(self, name: str) -> int | None:
        """The body or known name that is written so, in capitals or not; the first of equal ones."""
        return self._bodies.get(name.casefold())


def _of_kind(noun: Noun, entry: Entry) -> bool:
    """Whether the noun before a listed name can be the body's class, and the name is no other's: "Geheimdienst SWR"."""
    kinds = MEDIA if entry.institution in MEDIA else {entry.institution}
    return noun.head.institution in kinds


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
    if match.entry.kind == "organisations" and len(tokens[match.end - 1].form) > _EVERYDAY:
        # "Mieterbund", "Städtetag" mean nothing else
        return False
    named = [token for token in tokens[match.start : match.end] if token.tag not in ("ART", "APPR", "APPRART")]
    quoted = match.start > 0 and tokens[match.start - 1].text in QUOTES
    return not quoted and all(token.tag == "NN" and not token.entity and not token.form.isupper() for token in named)
