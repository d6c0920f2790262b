"""Trains the models in data/models: ``python -m analysis.language.training.train PATH_TO_BENCHMARKS [STEP …]``."""

import argparse
import gzip
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import numpy as np
import pycrfsuite

from analysis.language import word_table
from analysis.language.crf_weights import Model, packed
from analysis.language.engine import NAME_MODEL, TAG_MODEL
from analysis.language.tagger_features import Features
from analysis.language.training import build_lemma_table
from analysis.language.training.silver import Labelled, Teacher, entity_sentences, morphology_sentences, news_sentences
from analysis.resources import model_path

STEPS = ["words", "lemmas", "tags", "names"]
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*[.-]?|\S")
_LONGEST = 40
_KEPT = 300_000


def pack_words() -> None:
    """Writes the most frequent words with their Brown clusters, taken from spacy-lookups-data."""
    package = import_module("spacy_lookups_data").__file__
    tables = {}
    for name in ("cluster", "prob"):
        with gzip.open(Path(package or "").parent / "data" / f"de_lexeme_{name}.json.gz", "rt") as file:
            tables[name] = json.load(file)
    usable = (word for word in tables["prob"] if len(word) <= _LONGEST and _WORD.fullmatch(word))
    rows = sorted((-tables["prob"][word], word, tables["cluster"].get(word, 0)) for word in usable)
    packed = word_table.pack([(word, cluster, -rarity) for rarity, word, cluster in rows[:_KEPT]])
    model_path(word_table.FILE).write_bytes(packed)


def train_tags(folder: Path) -> None:
    """Distils HanTa's tags into a model."""
    teacher = Teacher()
    sentences: list[Labelled] = [(forms, teacher.tag(forms)) for forms in news_sentences(folder)]
    sentences += [(forms, teacher.tag(forms, known)) for forms, known in morphology_sentences(folder)]
    sentences += [(forms, teacher.tag(forms)) for forms, _ in entity_sentences(folder, "test")]
    _train(TAG_MODEL, sentences, 85, {"c1": 0.1, "c2": 0.4, "feature.minfreq": 2})


def train_names(folder: Path) -> None:
    """Trains the recogniser of persons, places and organisations."""
    _train(NAME_MODEL, entity_sentences(folder, "test"), 100, {"c1": 0.05, "c2": 1.2})


def _train(name: str, sentences: Iterable[Labelled], iterations: int, settings: dict[str, float]) -> None:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=True)
    trainer.set_params({**settings, "max_iterations": iterations, "feature.possible_transitions": False})
    features = Features()
    for forms, labels in sentences:
        trainer.append(features.of(forms), labels)
    with tempfile.TemporaryDirectory() as folder:
        trained = Path(folder) / "trained.crfsuite"
        trainer.train(str(trained))
        np.savez_compressed(model_path(name), allow_pickle=False, **packed(converted(trained)))


def converted(trained: Path) -> Model:
    """A model of CRFsuite as the taggers read it."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(trained))
    told = tagger.info()
    labels = sorted(told.labels, key=lambda label: int(told.labels[label]))
    number = {label: place for place, label in enumerate(labels)}
    rows: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for (attribute, label), weight in sorted(told.state_features.items()):
        rows[attribute].append((number[label], weight))
    cells = [cell for row in rows.values() for cell in row]
    transitions = np.zeros((len(labels), len(labels)), np.float32)
    for (before, after), weight in told.transitions.items():
        transitions[number[before], number[after]] = weight
    pointers = np.cumsum([0, *(len(row) for row in rows.values())])
    columns = np.array([column for column, _ in cells], np.uint8)
    weights = np.array([weight for _, weight in cells], np.float32)
    return Model(labels, list(rows), pointers, columns, weights, transitions)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of the benchmarks")
    parser.add_argument("steps", nargs="*", default=STEPS, metavar="STEP", help=", ".join(STEPS))
    arguments = parser.parse_args()
    if "words" in arguments.steps:
        pack_words()
    if "lemmas" in arguments.steps:
        build_lemma_table.write()
    if "tags" in arguments.steps:
        train_tags(arguments.folder)
    if "names" in arguments.steps:
        train_names(arguments.folder)


if __name__ == "__main__":
    main()
