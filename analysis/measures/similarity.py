"""How alike short texts are: cosine of TF-IDF weights over word beginnings, found through shared words."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from math import log, sqrt

from analysis.reading.furniture import function_words

_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset(("sie", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres"))
"""Left out of the list of function words, where a capital makes them polite."""
_STEM = 7
"""Letters of a word that count: German inflects at the end and compounds to the right."""
_SHORTEST = 3
_COMMON = 0.2
"""A word in more than this share of all texts brings no two texts together (though it weighs where they meet)."""
_FEW = 12
"""Texts that a word may always stand in."""


def stems(text: str) -> list[str]:
    """The beginnings of the words that carry meaning, lower-cased; numbers count as words."""
    empty = function_words() | _PRONOUNS
    words = (word for word in _WORD.findall(text.lower()) if len(word) >= _SHORTEST or word.isdigit())
    return [word[:_STEM] for word in words if word not in empty]


class Similarity:
    """Texts of one collection, comparable with each other."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(stems(text)) for text in texts]
        frequency = Counter(word for count in counts for word in count)
        size = max(len(texts), 1)
        self._vectors = [_normalised(count, frequency, size) for count in counts]
        self._limit = max(_COMMON * size, _FEW)
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, vector in enumerate(self._vectors):
            for word in vector:
                if frequency[word] <= self._limit:
                    self._holders[word].append(number)

    def between(self, left: int, right: int) -> float:
        """The cosine of two texts: 0 (no word in common) to 1 (the same words)."""
        short, long = sorted((self._vectors[left], self._vectors[right]), key=len)
        return sum(weight * long.get(word, 0.0) for word, weight in short.items())

    def neighbours(self, number: int, least: float) -> Iterator[tuple[int, float]]:
        """The texts at least so similar to this one that share a word with it that is not everywhere."""
        near = {other for word in self._vectors[number] for other in self._holders.get(word, ())}
        for other in sorted(near - {number}):
            similarity = self.between(number, other)
            if similarity >= least:
                yield other, similarity


def _normalised(count: Counter[str], frequency: Counter[str], size: int) -> dict[str, float]:
    weights = {word: (1 + log(n)) * log(1 + size / frequency[word]) for word, n in count.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}
