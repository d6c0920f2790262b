"""Which country an article is about: what "die Polizei" or "der Präsident" means where no country stands with it."""

from collections import Counter

from analysis.model import Document
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.known_entities import load_lexicon

DEFAULT_COUNTRY = "DE"
_AT_HOME = 1
"""What German-language news counts beforehand for Germany, which it seldom names when it is meant."""
_OF_STATE = {"government", "military", "intelligence", "parliament", "justice", "party"}


def named_countries(document: Document) -> Counter[str]:
    """How often the article names each country, its first sentences counting double; Germany counts beforehand."""
    counted: Counter[str] = Counter({DEFAULT_COUNTRY: _AT_HOME})
    geography, lexicon = load_geography(), load_lexicon()
    for number, sentence in enumerate(document.sentences):
        words = [token.form for token in document.tokens_of(sentence)]
        weight = 2 if number < 3 else 1
        places = geography.scan(words)
        taken = {at for start, end, _ in places for at in range(start, end)}
        for _, _, place in places:
            counted[place.country] += weight
        for match in lexicon.scan(words):
            if match.start not in taken and match.entry.institution in _OF_STATE:
                counted[match.entry.country] += weight
    return counted


def salient_country(counted: Counter[str]) -> str:
    """The country that an article names most; Germany where it names none."""
    states = [(count, code) for code, count in counted.items() if len(code) == 2 and code not in ("EU", "UN")]
    return max(states, key=lambda pair: pair[0])[1] if states else DEFAULT_COUNTRY
