"""The trained combination: the lexicons' tone and what all words are like make one value, -1 … 1.

A linear model of GerNTSA's labels -1, 0, 1 over the mean tone of the lexicons and the mean vector of the words.
Since a mean of vectors times weights is a mean of single numbers, every word has its weight, and a tone can be
taken apart into what each word adds. The value is scaled so that texts beyond ``BAND`` count as negative or positive.
"""

import math
from dataclasses import dataclass
from functools import cache

import numpy as np

from analysis.resources import model_path
from analysis.tone.vectors import FILE, load_vectors

BAND = 0.2
"""Tones nearer to zero than this count as neutral."""
FEW = 5
"""Added to the number of words, so that a handful of words says little."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weight of the lexicons' mean tone, two weights of each row of the vectors, and the ends of neutral."""

    lexicon: float
    polarity: tuple[float, ...]
    """By a word's polarity, which a negation turns."""
    places: tuple[float, ...]
    """By the rest of its meaning, which a negation turns for tone words only."""
    low: float
    """Below 0."""
    high: float

    def tone(self, mean: float, weights: float, length: int) -> float:
        """The tone of a text: ``mean`` of the lexicons, sum of its words' ``weights``, number of its words."""
        if not length:
            return 0.0
        raw = self.lexicon * mean + weights / (length + FEW)
        return math.tanh(math.atanh(BAND) * raw / (self.high if raw > 0 else -self.low))


@cache
def load_model() -> Model:
    """The model shipped with the project; raises ``FileNotFoundError`` naming the file."""
    vectors = load_vectors()
    with np.load(model_path(FILE), allow_pickle=False) as file:
        weights, (low, high) = file["weights"], map(float, file["neutral"])
    polarity = vectors.codes[:, 0] * (vectors.scales[0] * weights[1])
    places = vectors.codes[:, 1:] @ (vectors.scales[1:] * weights[2:])
    return Model(float(weights[0]), tuple(polarity.tolist()), tuple(places.tolist()), low, high)


def word_weights(lemma: str, tag: str) -> tuple[float, float]:
    """What the lemma with this STTS tag adds by its polarity and by its place; 0 for what is not known."""
    row = load_vectors().row(lemma, tag)
    return (0.0, 0.0) if row is None else (load_model().polarity[row], load_model().places[row])
