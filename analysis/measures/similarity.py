"""How alike short texts are: cosine of TF-IDF weights over word beginnings."""

import re
from collections import Counter
from collections.abc import Sequence
from math import log, sqrt

from analysis.language.function_words import empty_words

_WORD = re.compile(r"\w+")
_STEM = 7
"""Letters of a word that count: German inflects at the end and compounds to the right."""
_SHORTEST = 3


def stems(text: str) -> list[str]:
    """The beginnings of the words that carry meaning, lower-cased; numbers count as words."""
    empty = empty_words()
    words = (word for word in _WORD.findall(text.lower()) if len(word) >= _SHORTEST or word.isdigit())
    return [word[:_STEM] for word in words if word not in empty]


class Similarity:
    """Texts of one collection, comparable with each other."""

    def __init__(self, texts: Sequence[str]) -> None:
        counts = [Counter(stems(text)) for text in texts]
        frequency = Counter(word for count in counts for word in count)
        size = max(len(texts), 1)
        self._vectors = [_normalised(count, frequency, size) for count in counts]

    def between(self, left: int, right: int) -> float:
        """The cosine of two texts: 0 (no word in common) to 1 (the same words)."""
        short, long = sorted((self._vectors[left], self._vectors[right]), key=len)
        return sum(weight * long.get(word, 0.0) for word, weight in short.items())


def _normalised(count: Counter[str], frequency: Counter[str], size: int) -> dict[str, float]:
    weights = {word: (1 + log(n)) * log(1 + size / frequency[word]) for word, n in count.items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}
