"""The weights of the taggers' models, and how a word's features are looked up in them.

``analysis.language.tagger_features`` tells what the features are called. Here most of them are numbers already: what
depends on a word form alone is summed once, for each place from which the word is seen; pairs of neighbours and
the roles that a clause holds are looked up for all words of many sentences at once.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.language.tagger_features import CASES, FIRST, MARK, PLACES, ROLES, WordFeatures
from analysis.resources import model_path

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

_NEAR = "wshabcde?"
"""What the names of features start with that neighbours have as well."""
_PAIR = ("n", "p")
"""Names of a pair of words: as the one before sees it, and as the one behind does."""
_CLAUSE = ("l", "rl")
"""Names of what a clause holds before a word, and from its end back to it."""
_MARK = -1
_ROLE_NUMBERS = {"": 0, MARK: _MARK, **{role: number for number, role in enumerate(ROLES, start=1)}}


class Model(NamedTuple):
    """The weights of one model: of ``attributes`` for labels, as a sparse matrix, and of neighbouring labels."""

    labels: list[str]
    attributes: list[str]
    pointers: Numbers
    columns: npt.NDArray[np.uint8]
    weights: Floats
    transitions: Floats


def read_model(name: str) -> Model:
    """The model in a file of data/models; raises ``FileNotFoundError`` naming the file where it is missing."""
    path = model_path(name)
    if not path.is_file():
        raise FileNotFoundError(f"model {path} is missing; data/models/README.md tells how to train it")
    with np.load(path, allow_pickle=False) as arrays:
        labels, attributes = (arrays[part].tobytes().decode().split("\n") for part in ("labels", "attributes"))
        return Model(labels, attributes, *(arrays[part] for part in ("pointers", "columns", "weights", "transitions")))


def packed(model: Model) -> dict[str, npt.NDArray[Any]]:
    """The arrays of the file that ``read_model`` reads."""
    texts = {
        "labels": np.frombuffer("\n".join(model.labels).encode(), np.uint8),
        "attributes": np.frombuffer("\n".join(model.attributes).encode(), np.uint8),
    }
    return {**texts, **{name: getattr(model, name) for name in ("pointers", "columns", "weights", "transitions")}}


class Weights:
    """The weights of several models side by side; the first row of every table is that of the unknown, all zeros."""

    def __init__(self, models: Sequence[Model]) -> None:
        self.width = sum(len(model.labels) for model in models)
        rows: dict[str, int] = {}
        for model in models:
            for name in model.attributes:
                rows.setdefault(name, len(rows) + 1)
        table = _side_by_side(models, rows, self.width)

        def weights_of(names: Iterable[str]) -> Floats:
            found: Floats = table[[rows.get(name, 0) for name in names]]
            return found

        beside = tuple(place for place in PLACES if place)
        near = {name[2:] for name in rows if name.startswith(beside)} | {name for name in rows if name[0] in _NEAR}
        self._near = _numbered(near)
        self._near_weights = np.stack([weights_of([place + part for part in ("", *self._near)]) for place in PLACES], 1)
        self._own = _numbered(name for name in rows if name[0].isdigit() or name in CASES)
        self._own_weights = weights_of(["", *self._own])
        pairs = _numbered({name[1:] for name in rows if name[0] in _PAIR and "|" in name})
        words = [pair.partition("|")[::2] for pair in pairs]
        self._cores = _numbered({core for pair in words for core in pair})
        self._pairs = np.zeros((len(self._cores) + 1, len(self._cores) + 1), np.int32)
        before, behind = ([self._cores[pair[side]] for pair in words] for side in (0, 1))
        self._pairs[before, behind] = range(1, len(pairs) + 1)
        self._pair_weights = np.stack([weights_of([side + pair for pair in ("", *pairs)]) for side in _PAIR], 1)
        held = [one + other for one in ("", *ROLES) for other in ("", *ROLES)]
        self._clause_weights = np.stack([weights_of([side + roles for roles in held]) for side in _CLAUSE], 1)
        self._first_weights = weights_of([FIRST])[0]

    def sums(self, views: Sequence[WordFeatures]) -> Floats:
        """Scores that word forms add to every label at five positions around them: ``(forms, 5, labels)``."""
        sums: Floats = self._near_weights.take(_looked_up(self._near, [view.near for view in views]), axis=0).sum(1)
        own = _looked_up(self._own, [view.own for view in views])
        sums[:, len(PLACES) // 2] += self._own_weights.take(own, axis=0).sum(1)
        return sums

    def kind(self, view: WordFeatures) -> tuple[int, int]:
        """Core and role of a word form, the two numbers that joint features use."""
        return self._cores.get(view.core, 0), _ROLE_NUMBERS[view.role]

    def joint(self, kinds: Numbers, at: Numbers, firsts: Numbers) -> Floats:
        """Scores that the joint features of several words add to the words ``at``, ``(words, labels)``.

        ``kinds`` are those of all words of all sentences, with one of the form "" at least before and behind each;
        ``firsts`` are the places in ``at`` where a sentence begins.
        """
        cores, roles = kinds.T
        pairs = self._pairs[cores[:-1], cores[1:]]
        scores: Floats = self._pair_weights[pairs[at], 0]
        scores += self._pair_weights[pairs[at - 1], 1]
        scores += self._clause_weights[held_before(roles)[at], 0]
        scores += self._clause_weights[held_before(roles[::-1])[::-1][at], 1]
        scores[firsts] += self._first_weights
        return scores


def held_before(roles: Numbers) -> Numbers:
    """The first two roles in the clause before every word, as one number: six times the first plus the second."""
    marks, telling = roles == _MARK, roles > 0
    count = np.cumsum(telling)
    before: Numbers = count - telling
    begun = np.append(0, np.maximum.accumulate(np.where(marks, count, 0))[:-1])
    in_order = np.append(roles[telling], (0, 0))
    first = np.where(before > begun, in_order[begun], 0)
    second = np.where(before > begun + 1, in_order[begun + 1], 0)
    held: Numbers = first * (len(ROLES) + 1) + second
    return held


def _side_by_side(models: Sequence[Model], rows: Mapping[str, int], width: int) -> Floats:
    """One row per name, the labels of the models side by side."""
    table = np.zeros((len(rows) + 1, width), np.float32)
    start = 0
    for model in models:
        numbers = np.array([rows[name] for name in model.attributes])
        table[np.repeat(numbers, np.diff(model.pointers)), start + model.columns] = model.weights
        start += len(model.labels)
    return table


def _numbered(names: Iterable[str]) -> dict[str, int]:
    """The names with their numbers, from 1."""
    return {name: number for number, name in enumerate(names, start=1)}


def _looked_up(numbers: Mapping[str, int], lists: Sequence[Sequence[str]]) -> Numbers:
    """The numbers of the names in each list, with those of the unknown up to the length of the longest."""
    longest = max(map(len, lists))
    get = numbers.get
    return np.array([[get(name, 0) for name in names] + [0] * (longest - len(names)) for names in lists], np.int64)
