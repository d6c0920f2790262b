"""The cast of an article: the persons, bodies and states it names, where each appears, what it says of them."""

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from analysis.model import Document, Sentence, Source, Token
from analysis.sources.geography import load_geography
from analysis.sources.heads import gender, split_noun
from analysis.sources.lexicon import load_lexicon, plain, sound
from analysis.sources.names import find_names
from analysis.sources.persons import read_person
from analysis.sources.reading import Reading, as_source
from analysis.sources.roles import read
from analysis.sources.words import GENITIVE, Words, clean

DEFAULT_COUNTRY = "DE"
_NOMINAL = {"NN", "NE", "ADJA", "ART", "PPOSAT", "CARD", "TRUNC", "APPRART", "XY", "FM"}
_LINKS = {"von", "für", "im", "in", "beim", "bei", "aus", "der", "vom"}
_LONGEST_ROLE = 12
_MEDIA = {"state_media", "public_media", "news_agency", "media"}


@dataclass(slots=True)
class Figure:
    """Somebody in the article: ``words`` are the sounds of the name, ``roles`` the heads of the roles given."""

    reading: Reading
    words: frozenset[str]
    roles: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    """Words of the introductions in plain lower case: "gdp", "portugiesisch"."""
    gender: str = ""

    @property
    def person(self) -> bool:
        """Whether the figure is a human being with a name."""
        return self.reading.kind == "person"


class Appearance(NamedTuple):
    """A figure at a character of the text; ``opens`` where it stands before the sentence's finite verb."""

    at: int
    sentence: int
    figure: int
    opens: bool


class Cast:
    """The figures of one article in order of first appearance, all appearances, and the country it is about."""

    def __init__(self, document: Document) -> None:
        self.country = salient_country(document)
        self.figures: list[Figure] = []
        self.appearances: list[Appearance] = []
        self.short_for: dict[str, str] = {}
        found = [_names(document, sentence) for sentence in document.sentences]
        for full in (True, False):
            for number, sentence in enumerate(document.sentences):
                for first, last in found[number]:
                    if (last - first > 1) is full:
                        self._meet_person(document, sentence, number, first, last)
        for number, sentence in enumerate(document.sentences):
            self._meet_bodies(document, sentence, number)
        self.appearances.sort()

    def source(self, figure: Figure) -> Source:
        """The figure as a source; who has no country of their own has the article's."""
        return as_source(figure.reading, figure.reading.country or self.country)

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
        if index is None:
            index = len(self.figures)
            sounds = frozenset(map(sound, (*name.split(), *reading.entity.split())))
            self.figures.append(Figure(reading, sounds, gender=reading.gender))
        figure = self.figures[index]
        self._learn(figure, reading, [token.form for token in tokens[start:end]])
        self.appearances.append(self._appearance(document, sentence, number, first, index))

    def _learn(self, figure: Figure, reading: Reading, introduction: list[str]) -> None:
        if reading.noun is not None:
            figure.roles.add(reading.noun.head.word)
            figure.marks.update(plain(word) for word in introduction)
        figure.gender = figure.gender or reading.gender
        if reading.stated and not figure.reading.stated:
            figure.reading = _with(reading, figure.reading)

    def _meet_bodies(self, document: Document, sentence: Sentence, number: int) -> None:
        tokens = document.tokens_of(sentence)
        words = [token.form for token in tokens]
        taken: set[int] = set()
        for match in load_lexicon().scan(words):
            if match.entry.kind == "persons":
                continue
            taken.update(range(match.start, match.end))
            entry = match.entry
            reading = Reading(entry.name, "known", "known_" + entry.kind, entry.country, entry.institution, entry=entry)
            self._appear(document, sentence, number, sentence.first + match.start, reading)
            self._abbreviation(words, match.end, entry.name)
        for start, end, place in load_geography().scan(words):
            if place.kind in ("state", "capital") and not taken.intersection(range(start, end)):
                taken.update(range(start, end))
                reading = Reading(place.name, "country", "country", place.country, "government")
                self._appear(document, sentence, number, sentence.first + start, reading)
        for at, word in enumerate(words):
            noun = split_noun(word) if at not in taken and tokens[at].tag in ("NN", "NE") else None
            if noun is None or noun.head.kind not in ("body", "group", "voice", "office", "member"):
                continue
            start, end = _phrase(document, sentence, sentence.first + at)
            told = read(words_of(document.tokens[start:end]))
            if told is not None and told.kind in ("body", "group", "role"):
                self._appear(document, sentence, number, sentence.first + at, told)
                self._abbreviation(words, end - sentence.first, told.entity)

    def _abbreviation(self, words: list[str], at: int, name: str) -> None:
        """ "Movement for Democratic Change (MDC)": the letters stand for the name from now on."""
        if at + 2 < len(words) and words[at] == "(" and words[at + 2] == ")" and words[at + 1][:1].isupper():
            self.short_for.setdefault(words[at + 1], name)

    def _appear(self, document: Document, sentence: Sentence, number: int, at: int, reading: Reading) -> None:
        index = next((i for i, figure in enumerate(self.figures) if figure.reading.entity == reading.entity
                      and figure.reading.kind == reading.kind), None)  # fmt: skip
        if index is None:
            index = len(self.figures)
            told = "p" if reading.plural else gender(reading.noun.head.word) if reading.noun else ""
            roles = {reading.noun.head.word} if reading.noun else set()
            sounds = frozenset(map(sound, reading.entity.split()))
            self.figures.append(Figure(reading, sounds, roles, gender=told))
        self.appearances.append(self._appearance(document, sentence, number, at, index))

    def _appearance(self, document: Document, sentence: Sentence, number: int, at: int, index: int) -> Appearance:
        before = document.tokens[sentence.first : at]
        opens = not any(token.tag.endswith("FIN") for token in before)
        return Appearance(document.tokens[at].start, number, index, opens)

    def find_person(self, name: str) -> int | None:
        """The figure whom a full name, a surname or a first family name means; the first that fits."""
        for form in (name, name.removesuffix("s")):
            words = [sound(word) for word in form.split()]
            for index, figure in enumerate(self.figures):
                if figure.person and words and _fits(words, figure):
                    return index
        return None

    def counted(self) -> Counter[int]:
        """How often each figure appears."""
        return Counter(appearance.figure for appearance in self.appearances)


def _fits(words: list[str], figure: Figure) -> bool:
    own = [sound(word) for word in figure.reading.entity.split()]
    if len(words) == 1:
        return words[0] in (own[-1], own[0]) if figure.reading.country in _FAMILY_FIRST or len(own) == 1 else (
            words[0] == own[-1] or words[0] in figure.words - {own[0]}
        )  # fmt: skip
    return set(words) <= figure.words or (set(own) <= set(words) and len(own) > 1)


_FAMILY_FIRST = {"CN", "HK", "TW", "KP", "KR", "VN", ""}


def _about(entity: str, name: str) -> bool:
    """Whether a reading of an introduction is about this name."""
    return sound(entity.split()[-1]) in set(map(sound, name.split())) or bool(set(entity.split()) & set(name.split()))


def _with(stated: Reading, named: Reading) -> Reading:
    """A stated role, with the fuller of two names."""
    fuller = named if len(named.entity) > len(stated.entity) or named.entry else stated
    return replace(stated, entity=fuller.entity, entry=stated.entry or named.entry,
                   country=stated.country or (named.entry.country if named.entry else ""),
                   gender=stated.gender or named.gender)  # fmt: skip


def _names(document: Document, sentence: Sentence) -> list[tuple[int, int]]:
    """The persons' names of a sentence as token ranges of the document."""
    tokens = document.tokens_of(sentence)
    words = Words(tuple(t.form for t in tokens), tuple(t.entity for t in tokens))
    return [(sentence.first + start, sentence.first + end) for start, end in find_names(words)]


def introduction(document: Document, sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """The tokens of a name with the role before it and the apposition, parenthesis or body behind it."""
    return _back(document, sentence, first, last), _forth(document, sentence, last)


def _back(document: Document, sentence: Sentence, first: int, last: int) -> int:
    tokens = document.tokens
    start = first
    comma = first - 1 > sentence.first and tokens[first - 1].text == ","
    closed = last < sentence.last and not tokens[last].text[:1].isalpha()
    if comma and closed:
        start = first - 1
    while start > max(sentence.first, first - _LONGEST_ROLE):
        token = tokens[start - 1]
        linked = (
            token.tag == "APPR"
            and token.form.lower() in _LINKS
            and _has_head(tokens[max(sentence.first, start - 3) : start - 1])
        )
        if token.tag not in _NOMINAL and not linked:
            break
        start -= 1
        opens = token.tag in ("ART", "PPOSAT") and token.form.lower() not in GENITIVE
        if opens or (
            token.tag in ("ART", "APPRART") and start > sentence.first and tokens[start - 1].tag not in ("NN", "NE")
        ):
            break
    return start if start < first - 1 or not comma else first


def _has_head(tokens: tuple[Token, ...]) -> bool:
    return any(split_noun(token.form) for token in tokens)


def _forth(document: Document, sentence: Sentence, last: int) -> int:
    tokens = document.tokens
    if last >= sentence.last:
        return last
    stop = min(sentence.last, last + _LONGEST_ROLE)
    text = tokens[last].text
    end = last + 1
    if text == "(":
        while end < stop and tokens[end].text != ")":
            end += 1
        return end + 1 if end < stop else last
    if text not in (",", "von", "vom", "aus", "der", "des", "–"):
        return last
    while end < stop and (
        tokens[end].tag in _NOMINAL or tokens[end].tag in ("APPR", "ADJD", "ADV") or tokens[end].form == "und"
    ):
        end += 1
    return (
        end if any(split_noun(t.form) for t in tokens[last + 1 : end]) or text in ("von", "vom", "der", "des") else last
    )


def _phrase(document: Document, sentence: Sentence, at: int) -> tuple[int, int]:
    """The noun phrase around a head noun: article and adjectives before it, a genitive or name behind it."""
    tokens = document.tokens
    start, end = at, at + 1
    while start > sentence.first and tokens[start - 1].tag in ("ADJA", "CARD", "NE", "TRUNC"):
        start -= 1
    if start > sentence.first and tokens[start - 1].tag in ("ART", "PPOSAT", "PIAT"):
        start -= 1
    while end < min(sentence.last, at + 8) and (
        tokens[end].tag in ("NE", "NN", "ADJA") or tokens[end].form.lower() in (*GENITIVE, "von", "vom", "für")
    ):
        end += 1
    return start, end


def words_of(tokens: tuple[Token, ...]) -> Words:
    """Tokens as the words of a mention, cleaned at the edges."""
    return clean([token.form for token in tokens], [token.entity for token in tokens])


def salient_country(document: Document) -> str:
    """The country that the article names most, its first sentences counting double; Germany where it names none."""
    counted: Counter[str] = Counter()
    geography, lexicon = load_geography(), load_lexicon()
    for number, sentence in enumerate(document.sentences):
        words = [token.form for token in document.tokens_of(sentence)]
        weight = 2 if number < 3 else 1
        places = geography.scan(words)
        taken = {at for start, end, _ in places for at in range(start, end)}
        for _, _, place in places:
            counted[place.country] += weight
        for match in lexicon.scan(words):
            if match.start not in taken and match.entry.institution not in _MEDIA:
                counted[match.entry.country] += weight
    states = [(count, code) for code, count in counted.items() if len(code) == 2 and code not in ("EU", "UN")]
    return max(states, key=lambda pair: pair[0])[1] if states else DEFAULT_COUNTRY
