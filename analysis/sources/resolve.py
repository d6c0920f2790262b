"""Who a mention means inside its article: the cast of persons, the country it is about, who spoke last."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from analysis.model import Document, Sentence, Source, Token
from analysis.sources.geography import load_geography
from analysis.sources.heads import split_noun
from analysis.sources.lexicon import sound
from analysis.sources.reading import NOBODY, Reading, as_source
from analysis.sources.roles import read
from analysis.sources.words import Words, clean

DEFAULT_COUNTRY = "DE"
_BEFORE = ("NN", "NE", "ADJA", "ART", "PPOSAT", "CARD", "TRUNC", "APPRART")
_LONGEST_ROLE = 8
_LONGEST_APPOSITION = 12


class Cast:
    """The persons of one article with what their introductions say, and the country the article is about."""

    def __init__(self, document: Document) -> None:
        self.country = _salient_country(document)
        self._people: dict[str, tuple[Reading, Source]] = {}
        self._seen: list[tuple[int, str]] = []
        for sentence in document.sentences:
            for first, last in _persons(document, sentence):
                reading = read(_introduction(document, sentence, first, last))
                if reading is not None and reading.kind == "person":
                    self._meet(document.tokens[first].start, reading)

    def _meet(self, at: int, reading: Reading) -> None:
        key = sound(reading.entity.split()[-1])
        known = self._people.get(key)
        if known is None or (
            reading.stated and not known[0].stated and _same(reading.entity, known[0].entity)
        ):
            entity = max(reading.entity, known[0].entity if known else "", key=len)
            told = replace(reading, entity=entity)
            self._people[key] = (told, as_source(told, self.country))
        elif " " in reading.entity and " " not in known[0].entity:
            told = replace(known[0], entity=reading.entity, gender=reading.gender or known[0].gender)
            self._people[key] = (told, as_source(told, self.country))
        self._seen.append((at, key))

    def person(self, name: str) -> Source | None:
        """The person of the article whom a full name or a surname means."""
        words = name.split()
        if not words:
            return None
        for word in (words[-1], words[-1].removesuffix("s")):
            found = self._people.get(sound(word))
            if found is not None and (len(words) == 1 or _same(name, found[0].entity)):
                return found[1]
        return None

    def pronoun(self, gender: str, at: int, last: Source | None) -> Source:
        """Whom a pronoun at character ``at`` means: who spoke last if that can be, else the nearest person before."""
        if last is not None and last.entity != "-" and self._fits(last, gender):
            return last
        for start, key in reversed(self._seen):
            if start < at and self._fits(self._people[key][1], gender):
                return self._people[key][1]
        return last or NOBODY

    def _fits(self, source: Source, gender: str) -> bool:
        found = self._people.get(sound(source.entity.split()[-1]))
        if found is None:
            return gender not in ("m", "f") or source.naming != "named"
        return gender in ("", found[0].gender) or found[0].gender == ""


def _same(a: str, b: str) -> bool:
    """Whether two names can be one person's: the shorter is a part of the longer, in any transliteration."""
    left, right = ({sound(word) for word in name.split()} for name in (a, b))
    return left <= right or right <= left


def _persons(document: Document, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Runs of tokens that name a person, as token ranges."""
    at = sentence.first
    while at < sentence.last:
        if document.tokens[at].entity.endswith("PER"):
            end = at + 1
            while end < sentence.last and document.tokens[end].entity == "I-PER":
                end += 1
            yield at, end
            at = end
        else:
            at += 1


def _introduction(document: Document, sentence: Sentence, first: int, last: int) -> Words:
    """A person's name with the nouns before it and the apposition behind it."""
    tokens = document.tokens
    start, end = first, last
    while start > max(sentence.first, first - _LONGEST_ROLE) and tokens[start - 1].tag in _BEFORE:
        start -= 1
    if end + 1 < sentence.last and tokens[end].text in (",", "("):
        stop = end + 1
        while stop < min(sentence.last, end + _LONGEST_APPOSITION) and tokens[stop].tag in (*_BEFORE, "APPR"):
            stop += 1
        if any(split_noun(token.text) for token in tokens[end + 1 : stop]) or tokens[end].text == "(":
            end = stop
    return words_of(tokens[start:end])


def words_of(tokens: tuple[Token, ...]) -> Words:
    """Tokens as the words of a mention, cleaned at the edges."""
    return clean([token.form for token in tokens], [token.entity for token in tokens])


def _salient_country(document: Document) -> str:
    """The country that the article names most, its first sentences counting double; Germany where it names none."""
    counted: Counter[str] = Counter()
    geography = load_geography()
    for number, sentence in enumerate(document.sentences):
        for token in document.tokens_of(sentence):
            if token.text[:1].isalpha() and token.tag in ("NE", "NN", "ADJA"):
                place = geography.place(token.text)
                if place is not None and len(place.country) == 2:
                    counted[place.country] += 2 if number < 3 else 1
    return counted.most_common(1)[0][0] if counted else DEFAULT_COUNTRY
