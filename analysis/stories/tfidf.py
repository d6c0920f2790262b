"""TF-IDF: texts as weighted terms, the rarer the heavier, of length 1.

Articles (``terms``, ``Rarity``) are about names and nouns. How rare a term is, the corpus tells; as a small corpus
cannot, the general frequency of German words stands in as if it had been counted in ``PRIOR`` further articles.
Sentences (``stems``, ``Similarity``) are compared by all words that carry meaning, within one collection.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import exp, log, sqrt

from analysis.language.function_words import empty_words, function_words
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

_WORD = re.compile(r"\w+")
_LONG_STEM = 7
"""The same where all words count, not only names and nouns."""
_SHORTEST = 3

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
        return _normalised(weights)

    def _weight(self, term: str) -> float:
        expected = PRIOR * self._general.get(term, 0.0)
        return log((self._articles + PRIOR) / (self._frequency[term] + expected))


def stems(text: str) -> list[str]:
    """The beginnings of the words that carry meaning, lower-cased; numbers count as words."""
    empty = empty_words()
    words = (word for word in _WORD.findall(text.lower()) if len(word) >= _SHORTEST or word.isdigit())
    return [word[:_LONG_STEM] for word in words if word not in empty]


class Similarity:
    """Texts of one collection, comparable with each other."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(stems(text)) for text in texts]
        frequency = Counter(word for count in counts for word in count)
        size = max(len(texts), 1)
        rarity = {word: log(1 + size / n) for word, n in frequency.items()}
        self._vectors = [_normalised({word: (1 + log(n)) * rarity[word] for word, n in c.items()}) for c in counts]

    def between(self, left: int, right: int) -> float:
        """The cosine of two texts: 0 (no word in common) to 1 (the same words)."""
        short, long = sorted((self._vectors[left], self._vectors[right]), key=len)
        return sum(weight * long.get(word, 0.0) for word, weight in short.items())


def _normalised(weights: Vector) -> Vector:
    """The same weights, of length 1."""
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


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
