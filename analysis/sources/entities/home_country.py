"""Which country an article is about: what "die Polizei" or "der Präsident" means where no country stands with it."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from analysis.model import Document
from analysis.resources import read_lexicon, split_list
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.known_entities import load_lexicon

DEFAULT_COUNTRY = "DE"
_GERMAN_SPEAKING = {"DE", "AT", "CH", "LI", "LU"}
_AT_HOME = 1
"""What an article counts beforehand for the country it is written in, which it seldom names when it is meant."""
_OF_STATE = {"government", "military", "intelligence", "parliament", "justice", "party"}


@cache
def _outlets() -> dict[str, str]:
    names = ((name, row["country"]) for row in read_lexicon("media")
             for name in (row["name"], *split_list(row.get("aliases", ""))))  # fmt: skip
    return {_squeezed(name): country for name, country in names if country in _GERMAN_SPEAKING}


def _squeezed(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def country_of_outlet(outlet: str | None) -> str:
    """Where an outlet in German is at home, by its name or the ending of its address; Germany where neither tells."""
    name = (outlet or "").casefold()
    ending = name.rsplit(".", 1)[-1].upper() if "." in name else ""
    return _outlets().get(_squeezed(name)) or (ending if ending in _GERMAN_SPEAKING else DEFAULT_COUNTRY)


@cache
def _national_words() -> dict[str, str]:
    """Every form of the words that one state alone uses, to the state."""
    return {
        word + ending: row["country"]
        for row in read_lexicon("national_words")
        for word in split_list(row["words"])
        for ending in ("", "s", "es", "e", "en", "n", "nen")
    }


def named_countries(document: Document, home: str = DEFAULT_COUNTRY) -> Counter[str]:
    """How often the article names each country, its first sentences counting double; ``home`` counts beforehand."""
    counted: Counter[str] = Counter({home: _AT_HOME})
    for number, sentence in enumerate(document.sentences):
        words = [token.form for token in document.tokens_of(sentence)]
        for country, times in countries_in(words).items():
            counted[country] += times * (2 if number < 3 else 1)
    return counted


def countries_in(words: Sequence[str]) -> Counter[str]:
    """How often words name each country: by a place, by a word that one state alone uses, by a body of a state."""
    places = load_geography().scan(words)
    taken = {at for start, end, _ in places for at in range(start, end)}
    counted = Counter(place.country for _, _, place in places)
    national = _national_words()
    counted.update(national[word.lower()] for word in words if word.lower() in national)
    counted.update(
        match.entry.country
        for match in load_lexicon().scan(words)
        if match.start not in taken and match.entry.institution in _OF_STATE
    )
    return counted


def salient_country(counted: Counter[str], home: str = DEFAULT_COUNTRY) -> str:
    """The country that an article names most; ``home`` where it names none."""
    states = [(count, code) for code, count in counted.items() if len(code) == 2 and code not in ("EU", "UN")]
    return max(states, key=lambda pair: pair[0])[1] if states else home
