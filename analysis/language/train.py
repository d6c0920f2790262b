"""Trains the models in data/models: ``python -m analysis.language.train PATH_TO_BENCHMARKS [STEP …]``."""

import argparse
import gzip
import json
import re
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import pycrfsuite

from analysis.language import lemma_table, words
from analysis.language.features import Features
from analysis.language.silver import Labelled, Teacher, entity_sentences, morphology_sentences, news_sentences
from analysis.resources import model_path

TAGS = "tags.crfsuite"
NAMES = "names.crfsuite"
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
    packed = words.pack([(word, cluster, -rarity) for rarity, word, cluster in rows[:_KEPT]])
    model_path(words.FILE).write_bytes(packed)


def train_tags(folder: Path) -> None:
    """Distils HanTa's tags into a model."""
    teacher = Teacher()
    sentences: list[Labelled] = [(forms, teacher.tag(forms)) for forms in news_sentences(folder)]
    sentences += [(forms, teacher.tag(forms, known)) for forms, known in morphology_sentences(folder)]
    sentences += [(forms, teacher.tag(forms)) for forms, _ in entity_sentences(folder, "test")]
    _train(TAGS, sentences, 85, {"c1": 0.1, "c2": 0.4, "feature.minfreq": 2})


def train_names(folder: Path) -> None:
    """Trains the recogniser of persons, places and organisations."""
    _train(NAMES, entity_sentences(folder, "test"), 100, {"c1": 0.05, "c2": 1.2})


def _train(name: str, sentences: Iterable[Labelled], iterations: int, settings: dict[str, float]) -> None:
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=True)
    trainer.set_params({**settings, "max_iterations": iterations, "feature.possible_transitions": False})
    features = Features()
    for forms, labels in sentences:
        trainer.append(features.of(forms), labels)
    target = model_path(name)
    unfinished = target.with_suffix(".new")
    trainer.train(str(unfinished))
    unfinished.replace(target)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of the benchmarks")
    parser.add_argument("steps", nargs="*", default=STEPS, metavar="STEP", help=", ".join(STEPS))
    arguments = parser.parse_args()
    if "words" in arguments.steps:
        pack_words()
    if "lemmas" in arguments.steps:
        lemma_table.write()
    if "tags" in arguments.steps:
        train_tags(arguments.folder)
    if "names" in arguments.steps:
        train_names(arguments.folder)


if __name__ == "__main__":
    main()
