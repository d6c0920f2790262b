"""Learns which candidates are hedges and whose they are: data/lexicons/hedge_weights.tsv and holder_weights.tsv.

``python -m analysis.certainty.training.train [FOLDER]``: from the open corpus, the written articles, the sentences and
the decided places of data/corpus; with the folder of the other benchmarks also from the newspapers and the training
part of Wikinews there (where an article is in two, theirs counts) and from the places in the collections beside them.
Prints precision, recall and F1 in percent of the cues among the candidates and the share of right holders, of articles
that the weights were not learned from (ten parts), then writes the weights.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from analysis.certainty.training import places
from analysis.certainty.training.corpora import Row, Text, read_articles, read_places, read_sentences, rows
from analysis.resources import data_root, lexicon_path
from analysis.sources.training.labelled import PARTS

Floats = npt.NDArray[np.float64]

FREEDOM = 0.3
"""Variance of the normal prior of each weight."""
LEAST = 3
"""A feature must occur in so many texts."""
WRITTEN = 0.5
"""Weight of the written articles: what invented articles hedge is not what newspapers do."""
SENTENCES = 2.0
"""Weight of the sentences written to show a single difference."""
THRESHOLD = 0.42
"""Probability from which a candidate counts as a hedge: where F1 is best on articles left out."""
_DIGITS = 3
_SMALL = 0.02
"""Weights nearer to zero are left out of the file."""

Features = Callable[[Row], Iterator[tuple[str, str]]]
"""The features of a row, each with the group it is counted under ("": all)."""


class Model(NamedTuple):
    """Weights by group and feature, and the intercept."""

    weights: dict[tuple[str, str], float]
    intercept: float

    def odds(self, features: Iterable[tuple[str, str]]) -> float:
        """The logarithm of the odds of a row with these features."""
        return self.intercept + sum(self.weights.get(feature, 0.0) for feature in set(features))


def hedge_features(row: Row) -> Iterator[tuple[str, str]]:
    """What decides whether a candidate is a hedge."""
    yield from (("", name) for name in row.own)
    for group in ("", *row.groups):
        yield from ((group, name) for name in row.around)


def holder_features(row: Row) -> Iterator[tuple[str, str]]:
    """What decides whose a hedge is."""
    names, groups = row.holder
    for group in ("", *groups):
        yield from ((group, name) for name in names)


def fit(sample: Sequence[Row], features: Features, labels: Sequence[bool]) -> Model:
    """A logistic regression with a normal prior."""
    texts: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in sample:
        for feature in features(row):
            texts[feature].add(row.text)
    names = sorted(feature for feature, seen in texts.items() if len(seen) >= LEAST)
    place = {feature: number for number, feature in enumerate(names)}
    columns = [sorted({place[f] for f in features(row) if f in place}) for row in sample]
    ends = np.cumsum([0, *map(len, columns)])
    entries = np.concatenate([np.array(found, dtype=np.int64) for found in columns])
    matrix = csr_matrix((np.ones(len(entries)), entries, ends), shape=(len(sample), len(names)))
    sign = np.where(labels, 1.0, -1.0)
    weight = np.array([row.weight for row in sample])

    def loss(values: Floats) -> tuple[float, Floats]:
        margin = sign * (matrix @ values[:-1] + values[-1])
        slope = -weight * sign / (1 + np.exp(margin))
        gradient = np.append(matrix.T @ slope + values[:-1] / FREEDOM, slope.sum())
        return float((weight * np.logaddexp(0, -margin)).sum() + values[:-1] @ values[:-1] / (2 * FREEDOM)), gradient

    best = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return Model(dict(zip(names, best[:-1].tolist(), strict=True)), float(best[-1]))


def is_hedge(sample: Iterable[Row]) -> list[bool]:
    """Which rows are coded as hedges."""
    return [row.coded is not None for row in sample]


def is_source(sample: Iterable[Row]) -> list[bool]:
    """Which hedges are coded as a source's."""
    return [row.coded is not None and row.coded.holder == "source" for row in sample]


def coded_with_holder(sample: Iterable[Row]) -> list[Row]:
    """The rows that are hedges of a known holder."""
    return [row for row in sample if row.coded is not None and row.coded.holder]


def cross_validate(sample: Sequence[Row]) -> dict[str, float]:
    """Precision, recall and F1 of the cues among the candidates and the share of right holders, of rows left out."""
    hit = wrong = missed = right = 0
    limit = math.log(THRESHOLD / (1 - THRESHOLD))
    for number in range(PARTS):
        train = [row for row in sample if row.part != number]
        test = [row for row in sample if row.part == number]
        model = fit(train, hedge_features, is_hedge(train))
        known = coded_with_holder(train)
        holders = fit(known, holder_features, is_source(known))
        for row in test:
            found = model.odds(hedge_features(row)) >= limit
            hit += found and row.coded is not None
            wrong += found and row.coded is None
            missed += not found and row.coded is not None and not row.coded.optional
            if found and row.coded is not None:
                right += (holders.odds(holder_features(row)) >= 0) == (row.coded.holder == "source")
    precision, recall = hit / (hit + wrong), hit / (hit + missed)
    return {
        "precision": 100 * precision,
        "recall": 100 * recall,
        "f1": 200 * precision * recall / (precision + recall),
        "holder": 100 * right / hit,
    }


def write(name: str, model: Model, threshold: float, purpose: str) -> None:
    """Write the weights as a lexicon, the heaviest first within their group."""
    rows_ = [("", "(intercept)", model.intercept), ("", "(threshold)", threshold)]
    kept = ((group, feature, weight) for (group, feature), weight in model.weights.items() if abs(weight) >= _SMALL)
    rows_ += sorted(kept, key=lambda row: (row[0], -abs(row[2]), row[1]))
    lines = [f"{feature}\t{group}\t{weight:.{_DIGITS}f}" for group, feature, weight in rows_]
    lexicon_path(name).write_text("\n".join([purpose, "feature\tunder\tweight", *lines, ""]), encoding="utf-8")


_HEADER = """\
# Purpose: {purpose}
# feature: its name in analysis/certainty/{module}.py; under: the class, entry, word or place for which the weight holds
# besides the one for all (empty); weight: natural logarithm of the odds. (threshold): the sum from which on it is one.
# Source: learned by analysis/certainty/training/train.py from coded articles: the open corpus (Wikinews, CC BY 2.5),
# written articles, newspapers, and decided places in GermEval 2014 and GerNTSA (both CC BY 4.0); labels: own.
# Licence: MIT"""


def main(folder: Path | None) -> None:
    """Read, check by parts, and write the weights learned from all."""
    sample = list(rows(read(folder)))
    print({name: round(value, 1) for name, value in cross_validate(sample).items()})
    limit = math.log(THRESHOLD / (1 - THRESHOLD))
    purpose = _HEADER.format(purpose="What speaks for a candidate being a hedge.", module="features")
    write("hedge_weights", fit(sample, hedge_features, is_hedge(sample)), limit, purpose)
    known = coded_with_holder(sample)
    purpose = _HEADER.format(purpose="What speaks for a hedge being a source's, not the author's.", module="holders")
    write("holder_weights", fit(known, holder_features, is_source(known)), 0.0, purpose)


def read(folder: Path | None) -> Iterator[Text]:
    """All coded texts, each once."""
    own = data_root() / "corpus"
    files = [(own / "articles.jsonl", own / "hedges.json", 1.0)]
    files += [(own / f"{name}.jsonl", own / "written_hedges.json", WRITTEN) for name in ("written", "written_unread")]
    if folder is not None:
        files += [
            (folder / "quotes" / "train.jsonl", folder / "hedges" / "train.json", 1.0),
            (folder / "quotes" / "dev.jsonl", folder / "hedges" / "dev.json", 1.0),
            (folder / "newspapers" / "train.jsonl", folder / "newspapers" / "hedges.json", 1.0),
        ]
    texts = {text.id: text for articles, table, weight in files for text in read_articles(articles, table, weight)}
    yield from texts.values()
    yield from read_sentences(own / "hedge_sentences.tsv", SENTENCES)
    yield from read_places(places.texts(folder), own / "hedge_places.tsv")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
