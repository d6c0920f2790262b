"""Training on snippets made up here: what it learns, what it must not learn, and that it repeats itself."""

import json

import numpy as np
import pytest

from analysis.tone.model import load_model, word_weights
from analysis.tone.training.embed import boil_down, pack, vocabulary
from analysis.tone.training.train import FOLDS, LABELS, Snippets, cross_validate, fit, folds, load, thresholds
from analysis.tone.vectors import load_vectors

JUDGED = {
    "positive": ["Ein großartiger Erfolg für die Stadt.", "Die Kritik lobt den klugen Plan.", "Alle freuen sich."],
    "neutral": ["Die Sitzung beginnt um neun.", "Der Zug fährt nach Kassel.", "Das Haus steht am Fluss."],
    "negative": ["Eine Blamage für den Verband.", "Das Ergebnis ist miserabel.", "Der Streit schadet allen."],
}


@pytest.fixture(scope="module")
def snippets(tmp_path_factory: pytest.TempPathFactory) -> Snippets:
    rows = [
        {"text": f"{text} Punkt {number}.", "label": label}
        for label, texts in JUDGED.items()
        for text in texts
        for number in range(20)
    ]
    path = tmp_path_factory.mktemp("tone") / "snippets.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return load(path)


def test_training_learns_and_repeats_itself(snippets: Snippets) -> None:
    first, second = fit(snippets), fit(snippets)
    assert np.array_equal(first[0], second[0])
    assert first[1:] == second[1:]
    weights, low, high = first
    assert low < 0 < high
    raw = snippets.features @ weights
    means = [raw[snippets.labels == label].mean() for label in sorted(LABELS.values())]
    assert means == sorted(means)


def test_unseen_snippets_are_ranked(snippets: Snippets) -> None:
    tones = cross_validate(snippets)
    assert tones[snippets.labels == 1].mean() > 0 > tones[snippets.labels == -1].mean()


def test_folds_are_apart_and_balanced(snippets: Snippets) -> None:
    twice = Snippets(*(np.concatenate([column, column]) for column in snippets))
    parts = folds(twice, seed=3)
    assert sorted(np.concatenate([test for _, test in parts]).tolist()) == list(range(len(twice.labels)))
    for train, test in parts:
        assert not set(twice.groups[train]) & set(twice.groups[test])
        counts = [(twice.labels[test] == label).sum() for label in LABELS.values()]
        assert max(counts) - min(counts) <= FOLDS


def test_thresholds_are_the_best_pair() -> None:
    labels = np.repeat([-1, 0, 1], 100)
    f1, low, high = thresholds(np.linspace(-1, 1, 300), labels)
    assert f1 > 0.97
    assert -0.45 < low < -0.2 < 0.2 < high < 0.45


def test_vectors_are_boiled_down_to_polarity_first() -> None:
    words = ["gut", "schlecht", "Tisch", "Erfolg", "Misserfolg", "Stuhl"]
    meanings = np.random.default_rng(0).normal(size=(6, 40))
    meanings[[0, 3], 0] += 30
    meanings[[1, 4], 0] -= 30
    made = boil_down(words, meanings)
    assert made[[0, 3], 0].min() > made[[2, 5], 0].max()
    assert made[[1, 4], 0].max() < made[[2, 5], 0].min()
    entries = pack(words, made)
    assert entries["words"].tobytes().decode().split("\n") == sorted(words)
    assert entries["codes"].dtype == np.int8


def test_shipped_vectors_hold_the_vocabulary() -> None:
    rows = load_vectors().rows
    words = {word.replace("ß", "ss") for word in vocabulary()}
    assert len(words & rows.keys()) > 0.97 * len(words)
    assert len(load_model().polarity) == len(rows)


@pytest.mark.parametrize(("lemma", "tag", "known"), [
    ("Erfolg", "NN", True), ("Riesenerfolg", "NN", True), ("groß", "ADJA", True), ("scheitern", "VVFIN", True),
    ("Erfolg", "NE", False), ("der", "ART", False), ("x" * 100_000, "NN", False), ("qwrtzp", "ADJD", False),
])  # fmt: skip
def test_words_that_have_a_weight(lemma: str, tag: str, known: bool) -> None:
    assert (word_weights(lemma, tag) != (0.0, 0.0)) == known
