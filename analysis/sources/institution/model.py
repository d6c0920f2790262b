"""The learned weights that tell an institution from words of evidence, read by numpy alone.

Each word of evidence is its vector, its place, its kind and whether it is capitalised; several weighted means over
all words, what the rules say, and on what evidence they say it, lead to one probability per institution. Made by
``analysis.sources.training.train_institution``.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.model import Naming
from analysis.resources import model_path
from analysis.sources.institution.evidence import Word

FILE = "sources.npz"
NAMINGS: tuple[Naming, ...] = ("named", "role", "unnamed", "none")
SHORTEST_HEAD = 4

Floats = npt.NDArray[np.float32]


class Case(NamedTuple):
    """A source to be typed: its words of evidence, what the rules say, and the kind of their evidence."""

    words: Sequence[Word]
    institution: str
    naming: Naming
    known: str
    at_home: bool


class Vocabulary(NamedTuple):
    """What cases are made of: ``rows`` the row of each word's vector (0: no word), of places and of kinds likewise;
    the kinds of evidence of the rules, and the institutions."""

    rows: Mapping[str, int]
    places: Mapping[str, int]
    kinds: Mapping[str, int]
    known: Mapping[str, int]
    institutions: tuple[str, ...]


class Model(NamedTuple):
    """The weights: layers by their names, for cases of a vocabulary."""

    vocabulary: Vocabulary
    layers: Mapping[str, Floats]

    def log_probabilities(self, cases: Sequence[Case]) -> Floats:
        """The logarithm of the probability of every institution, cases by ``institutions``."""
        w, own = self.layers, self.vocabulary
        words = [case.words or (Word("", "", ""),) for case in cases]
        begins = np.cumsum([0, *map(len, words[:-1])])
        every = [word for of_case in words for word in of_case]
        capitals = np.array([word.form[:1].isupper() for word in every], np.float32)
        read = (
            w["vectors"][[row_of(word.form, own.rows) for word in every]] @ w["word.vectors"]
            + w["word.places"][[own.places.get(word.place, 0) for word in every]]
            + w["word.kinds"][[own.kinds.get(word.kind, 0) for word in every]]
            + capitals[:, None] * w["word.capital"]
        )
        hidden = np.tanh(read + w["word.bias"])
        scores = hidden @ w["look.weight"].T + w["look.bias"]
        looks = np.exp(scores - scores.max(0))
        said = hidden @ w["say.weight"].T + w["say.bias"]
        sums = np.add.reduceat(looks[:, :, None] * said[:, None, :], begins)
        means = sums / np.add.reduceat(looks, begins)[:, :, None]
        told = np.stack([told_by_rules(case, own.institutions, own.known) for case in cases])
        joined = np.concatenate([means.reshape(len(cases), -1), told], 1)
        middle = gelu(joined @ w["join.weight"].T + w["join.bias"])
        rules = [own.institutions.index(case.institution) for case in cases]
        out = middle @ w["out.weight"].T + w["out.bias"] + w["rule.weight"][rules]
        out -= out.max(1, keepdims=True)
        result: Floats = out - np.log(np.exp(out).sum(1, keepdims=True))
        return result


def row_of(form: str, rows: Mapping[str, int]) -> int:
    """The row of a word in small letters, else of its longest known last part, else 0."""
    word = form.lower()
    if word in rows:
        return rows[word]
    for start in range(1, len(word) - SHORTEST_HEAD + 1):
        if word[start:] in rows:
            return rows[word[start:]]
    return 0


def told_by_rules(case: Case, institutions: Sequence[str], known: Mapping[str, int]) -> Floats:
    """What the rules say of a source, as numbers: institution, naming, kind of evidence, whether it is at home."""
    found = np.zeros(len(institutions) + len(NAMINGS) + len(known) + 1, np.float32)
    found[institutions.index(case.institution)] = 1
    found[len(institutions) + NAMINGS.index(case.naming)] = 1
    if case.known in known:
        found[len(institutions) + len(NAMINGS) + known[case.known]] = 1
    found[-1] = case.at_home
    return found


def gelu(values: Floats) -> Floats:
    """The activation between the layers (its form with tanh)."""
    inner = np.sqrt(2 / np.pi) * (values + 0.044715 * values**3)
    result: Floats = (0.5 * values * (1 + np.tanh(inner))).astype(np.float32)
    return result


@cache
def load_model() -> Model:
    """The weights shipped with the project; raises ``FileNotFoundError`` naming the file."""
    with np.load(model_path(FILE), allow_pickle=False) as file:
        entries = {name: file[name] for name in file.files}
    names = {
        key: entries.pop(key).tobytes().decode().split("\n")
        for key in ("words", "where", "what", "known", "institutions")
    }
    layers = {key: value.astype(np.float32) for key, value in entries.items() if key not in ("codes", "scales")}
    none = np.zeros((1, entries["codes"].shape[1]), np.float32)
    layers["vectors"] = np.concatenate([none, entries["codes"].astype(np.float32) * entries["scales"]])
    # what a place or kind adds to a word is the same for every word
    parts = [layers[name].shape[1] for name in ("vectors", "places", "kinds")]
    vectors, places, kinds, capital = np.split(layers.pop("word.weight").T, np.cumsum(parts))
    layers |= {
        "word.vectors": vectors,
        "word.places": layers["places"] @ places,
        "word.kinds": layers["kinds"] @ kinds,
        "word.capital": capital,
    }
    vocabulary = Vocabulary(
        {word: row for row, word in enumerate(names["words"], 1)},
        {place: row for row, place in enumerate(names["where"], 1)},
        {kind: row for row, kind in enumerate(names["what"], 1)},
        {kind: at for at, kind in enumerate(names["known"])},
        tuple(names["institutions"]),
    )
    return Model(vocabulary, layers)
