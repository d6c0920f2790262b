"""The taggers: the same labels as CRFsuite gives with the same weights, for many sentences at once."""

import itertools
import random
from pathlib import Path

import numpy as np
import pycrfsuite
import pytest

from analysis.language.crf_tagger import Taggers, best_paths, margins_of
from analysis.language.crf_weights import Model, packed
from analysis.language.tagger_features import Features
from analysis.language.training.train import converted

WORDS = "der die Minister sagte , dass das Haus in Kiel brennt . Polizei hat nicht gewarnt".split()
LABELS = "ART NN V $, K".split()


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crf") / "small.crfsuite"
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.0, "c2": 0.01, "max_iterations": 20})
    features, chance = Features(), random.Random(3)
    for _ in range(60):
        forms = chance.choices(WORDS, k=chance.randint(1, 9))
        trainer.append(features.of(forms), [LABELS[len(form) % len(LABELS)] for form in forms])
    trainer.train(str(path))
    return path


@pytest.fixture(scope="module")
def model(trained: Path) -> Model:
    return converted(trained)


def test_labels_are_those_of_crfsuite(trained: Path, model: Model) -> None:
    reference = pycrfsuite.Tagger()
    reference.open(str(trained))
    features, chance = Features(), random.Random(4)
    sentences = [chance.choices([*WORDS, "Unbekanntes"], k=chance.randint(1, 40)) for _ in range(150)]
    (found, twice) = Taggers([model, model], features).tag(sentences)
    assert found == [reference.tag(pycrfsuite.ItemSequence(features.of(forms))) for forms in sentences]
    assert found == twice


def test_a_long_sentence_comes_in_pieces_and_an_empty_one_gets_nothing(model: Model) -> None:
    (found,) = Taggers([model], Features()).tag([[], WORDS * 60, ["Haus"]])
    assert [len(labels) for labels in found] == [0, len(WORDS) * 60, 1]


def test_a_model_survives_its_file(model: Model, tmp_path: Path) -> None:
    np.savez_compressed(tmp_path / "m.npz", allow_pickle=False, **packed(model))
    with np.load(tmp_path / "m.npz", allow_pickle=False) as arrays:
        assert arrays["attributes"].tobytes().decode().split("\n") == model.attributes
        assert np.array_equal(arrays["transitions"], model.transitions)


def test_the_best_path_weighs_neighbours() -> None:
    scores = np.array([[1, 0], [0, 0.5], [3, 0], [0, 1]], np.float32)
    apart = np.array([[0, -2], [-2, 0]], np.float32)
    assert best_paths(scores, [4], apart, margins_of(apart)).tolist() == [0, 0, 0, 0]
    alone = np.zeros((2, 2), np.float32)
    assert best_paths(scores, [1, 1, 2], alone, margins_of(alone)).tolist() == [0, 1, 0, 1]


@pytest.mark.parametrize("seed", range(40))
def test_settling_clear_words_first_changes_no_path(seed: int) -> None:
    chance = np.random.default_rng(seed)
    lengths = chance.integers(1, 7, 5).tolist()
    scores = chance.normal(0, chance.choice([1, 8]), (sum(lengths), 3)).astype(np.float32)
    transitions = chance.normal(0, 2, (3, 3)).astype(np.float32)
    found = best_paths(scores, lengths, transitions, margins_of(transitions))
    end = 0
    for length in lengths:
        part, end = scores[end : end + length], end + length
        worth = {
            path: sum(part[i, y] for i, y in enumerate(path)) + sum(transitions[p] for p in itertools.pairwise(path))
            for path in itertools.product(range(3), repeat=length)
        }
        assert tuple(found[end - length : end].tolist()) == max(worth, key=lambda path: worth[path])
