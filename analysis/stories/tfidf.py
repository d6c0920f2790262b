"""What an article is about, as weighted terms: its names and nouns, the rarer the heavier (TF-IDF).

How rare a term is, the corpus tells; as a small corpus cannot, the general frequency of German words stands in as if
it had been counted in ``PRIOR`` further articles.
"""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from math import exp, log, sqrt

from analysis.language.function_words import function_words
from analysis.language.word_table import load_words
from analysis.sources.mentions.person_names import given_names

CHARACTERS = 3000
"""Only so much of a text counts: news tell first what happened."""
STEM = 6
"""Letters of a word that count, as German inflects at the end and compounds to the right."""
PRIOR, _WORDS = 1000, 300
_MOST_OFTEN = 0.9
_REPEATS = 3
_TERM = re.compile(r"[A-ZÄÖÜ]\w[\w-]+|\d\d+")

Vector = Mapping[str, float]


def terms(title: str | None, text: str) -> Counter[str]:
    """How often each term stands in the title and the beginning of the text."""
    words = _TERM.findall(f"{title or ''}\n{text[:CHARACTERS]}")
    return Counter(word[:STEM].lower() for word in words if word.lower() not in _empty())


class Rarity:
    """How much each term weighs in this corpus; ``frequency`` counts the articles with a term, out of ``articles``."""

    def __init__(self, frequency: Counter[str], articles: int) -> None:
        self._frequency, self._articles = frequency, articles
        self._general = _general()

    def vector(self, counts: Mapping[str, int]) -> Vector:
        """The weights of the terms that another article has too, of length 1."""
        shared = {term: n for term, n in counts.items() if self._frequency[term] > 1}
        weights = {term: (1 + log(min(n, _REPEATS))) * self._weight(term) for term, n in shared.items()}
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items()}

    def _weight(self, term: str) -> float:
        expected = PRIOR * self._general.get(term, 0.0)
        return log((self._articles + PRIOR) / (self._frequency[term] + expected))


@cache
def _empty() -> frozenset[str]:
    """Words that tell nothing of an event: function words, and given names, for the family name tells who it is."""
    return function_words() | {name.lower() for name in given_names()}


@cache
def _general() -> dict[str, float]:
    """The share of articles in which a term is to be expected, by what is known of German."""
    table = load_words()
    found: dict[str, float] = {}
    for form in table.index:  # the most frequent form of a term comes first
        if _TERM.fullmatch(form):
            found.setdefault(form[:STEM].lower(), min(_MOST_OFTEN, _WORDS * exp(table.log_probability(form))))
    return found
