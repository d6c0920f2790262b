"""What words are like: short vectors of 46,000 frequent lemmas and all words of the tone lexicons.

A vector's first number says how positive or negative words of its meaning are in the tone lexicons; the others
place the meaning. They come from a multilingual language model, see ``analysis.tone.training.embed``, and are kept as
8-bit integers with one scale per number.
"""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.resources import model_path

FILE = "tone.npz"
_SHORTEST_HEAD, _SHORTEST_MODIFIER, _LONGEST = 4, 3, 64
_TAGS = ("NN", "AD", "VV")


class Vectors(NamedTuple):
    """The row of each word in ``codes`` (words by numbers), which times ``scales`` are the vectors."""

    rows: Mapping[str, int]
    codes: npt.NDArray[np.int8]
    scales: npt.NDArray[np.float64]

    def row(self, lemma: str, tag: str) -> int | None:
        """The row of a lemma with this STTS tag; an unknown noun has that of its longest known last part."""
        if not tag.startswith(_TAGS) or len(lemma) > _LONGEST:
            return None
        word = lemma.replace("ß", "ss")
        if tag != "NN":
            return self.rows.get(word, self.rows.get(word.lower()))
        for start in (0, *range(_SHORTEST_MODIFIER, len(word) - _SHORTEST_HEAD + 1)):
            head = word[start].upper() + word[start + 1 :] if start else word
            if head in self.rows:
                return self.rows[head]
        return None


@cache
def load_vectors() -> Vectors:
    """The vectors shipped with the project; raises ``FileNotFoundError`` naming the file."""
    with np.load(model_path(FILE), allow_pickle=False) as file:
        words = file["words"].tobytes().decode().split("\n")
        return Vectors({word: row for row, word in enumerate(words)}, file["codes"], file["scales"])
