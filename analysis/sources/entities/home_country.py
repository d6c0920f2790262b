"""Which country an article is about: what "die Polizei" or "der Präsident" means where no country stands with it."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

from analysis.model import Document, Token
from analysis.resources import read_lexicon, split_list
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.lexicons.namesakes import namesake
from analysis.sources.lexicons.national_words import country_of_word
from analysis.sources.mentions.person_names import given_names

DEFAULT_COUNTRY = "DE"
_GERMAN_SPEAKING = {"DE", "AT", "CH", "LI", "LU", "IT"}
_AT_HOME = 1
"""What an article counts beforehand for the country it is written in, which it seldom names when it is meant."""
_DATELINE, _OPENING = 3, 3
"""What a town that opens a report counts, and the tokens in which it stands."""
_OF_STATE = {"government", "military", "intelligence", "parliament", "justice", "party"}
_SHARED_WORDS = {("LI", "CH"), ("IT", "AT")}
"""States whose German uses the words of a neighbour."""
_AIMS = {"nach", "gegen"}
_AMOUNT = re.compile(r"[\d.,]*\d|Millionen|Milliarden|Million|Milliarde|Tausend|tausend|Rappen")
_CAMEL = re.compile(r"(?<=[a-zäöü])(?=[A-ZÄÖÜ])")
_SWISS_SPELLING = re.compile(
    r"gross|gröss|\w*(?:strass|gemäss|mässig|massnahm|füss|fussball|äusser|süss|stöss|schliess|dreissig|grüss|fliess"
    r"|spass|\bheiss|\bhiess|draussen)|auss(?:er|en)|(?:ver)?liess(?:en)?$|weiss(?:e[mnrs]?)?$|stiess|fuss|ab?stoss"
)


@cache
def _outlets() -> dict[str, str]:
    names = ((name, row["country"]) for row in (*read_lexicon("outlets"), *read_lexicon("media"))
             for name in (row["name"], *split_list(row.get("aliases", ""))))  # fmt: skip
    return {_squeezed(name): country for name, country in names if country in _GERMAN_SPEAKING}


def _squeezed(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def country_of_outlet(outlet: str | None, forms: Collection[str] = ()) -> str:
    """Where an outlet in German is at home; Germany where nothing tells.

    Its name tells by the lists, the ending of an address or the place it holds ("Linzer Rundschau"); else the spelling
    of the ``forms`` it prints.
    """
    name = (outlet or "").casefold()
    ending = name.rsplit(".", 1)[-1].upper() if "." in name else ""
    told = _outlets().get(_squeezed(name)) or (ending if ending in _GERMAN_SPEAKING else _country_in_name(outlet or ""))
    return told or ("CH" if _swiss(forms) else DEFAULT_COUNTRY)


def _country_in_name(outlet: str) -> str:
    places = (place.country for _, _, place in load_geography().scan(_CAMEL.sub(" ", outlet).split()))
    return next((country for country in places if country in _GERMAN_SPEAKING), "")


def _swiss(forms: Collection[str]) -> bool:
    """Whether a text writes "ss" where Germany and Austria write "ß"."""
    if any("ß" in form for form in forms):
        return False
    return sum(_SWISS_SPELLING.match(form.lower()) is not None for form in forms if "ss" in form) > 1


def named_countries(document: Document, home: str = DEFAULT_COUNTRY) -> Counter[str]:
    """How often the article names each country, its first sentences counting double; ``home`` counts beforehand."""
    counted: Counter[str] = Counter({home: _AT_HOME})
    for number, sentence in enumerate(document.sentences):
        tokens = document.tokens_of(sentence)
        words = [token.form for token in tokens]
        common = {at for at, token in enumerate(tokens) if _no_town(token)}
        for country, times in countries_in(words, home, common).items():
            counted[country] += times * (2 if number < 3 else 1)
    if (dateline := _dateline(document)) is not None:
        counted[dateline] += _DATELINE
    return counted


def _no_town(token: Token) -> bool:
    """Whether a word is a common noun or a person's name, though a town may be called so: "Hof", "Jona"."""
    return (token.tag == "NN" and not token.entity) or token.entity.endswith("PER") or token.form in given_names()


def _dateline(document: Document) -> str | None:
    """The country of the town in capitals that opens a report: "BOZEN. Nach einer Nachtsitzung …"."""
    first = document.tokens[:_OPENING]
    towns = [token.form.title() for token in first if token.form.isupper() and len(token.form) > 2]
    places = load_geography().scan(towns)
    return places[0][2].country if places and first[0].form.isupper() else None


def countries_in(
    words: Sequence[str], home: str = DEFAULT_COUNTRY, common: Collection[int] = frozenset()
) -> Counter[str]:
    """How often words name each country: by a place, by a word that one state alone uses, by a body of a state.

    A name that bodies of several states bear means the one at ``home``; a word at the places ``common`` is no town, but
    money in "12 Franken".
    """
    places = [found for found in load_geography().scan(words) if found[2].kind != "town" or found[0] not in common]
    taken = {at for start, end, _ in places for at in range(start, end)}
    counted = Counter(place.country for start, _, place in places if place.country == home or not _aimed(words, start))
    national = [country for word in words if (country := country_of_word(word)) not in ("", "VA")]
    counted.update(home if (home, country) in _SHARED_WORDS else country for country in national)
    counted.update("CH" for number, money in pairwise(words) if money == "Franken" and _AMOUNT.fullmatch(number))
    counted.update(
        (namesake(match.entry.name, home) or match.entry).country
        for match in load_lexicon().scan(words)
        if match.start not in taken and match.entry.institution in _OF_STATE
    )
    return counted


def _aimed(words: Sequence[str], at: int) -> bool:
    """Whether a place is only where something leads: "die Spur nach Oslo", "der Vorwurf gegen Norwegen"."""
    return at > 0 and words[at - 1].lower() in _AIMS


def salient_country(counted: Counter[str], home: str = DEFAULT_COUNTRY) -> str:
    """The country that an article names most; ``home`` where it names none."""
    states = [(count, code) for code, count in counted.items() if len(code) == 2 and code not in ("EU", "UN")]
    return max(states, key=lambda pair: pair[0])[1] if states else home
