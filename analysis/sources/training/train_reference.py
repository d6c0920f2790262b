"""Learns the weights by which pronouns are tied to the figures of an article (data/lexicons/reference_weights.tsv).

``python -m analysis.sources.training.train_reference ARTICLES.jsonl LABELS.tsv [ARTICLES.jsonl LABELS.tsv …]``: pairs
of articles with marked statements (the form of the open corpus) and the tables of who their sources are. Prints how
often the right figure is chosen on articles that the weights were not learned from (ten parts), then writes them.
"""

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from analysis.model import Source
from analysis.resources import data_root
from analysis.sources.attribute import attribute
from analysis.sources.entities.coreference import Resolver
from analysis.sources.entities.ranking import Candidate, weights
from analysis.sources.training.labelled import PARTS, Labelled, part, read

ROUNDS = 3
"""How often the candidates are gathered anew: who spoke last depends on the weights."""
PENALTY = 3.0
_HEADER = """\
# Purpose: what speaks for a figure of the article being the one that a pronoun means; the candidate with the highest
# sum wins. feature: its name in analysis/sources/entities/ranking.py; weight: natural logarithm of the odds.
# Source: learned by analysis/sources/training/train_reference.py from labelled articles (Wikinews, CC BY 2.5, and
# newspapers; labels of sources: own).
# Licence: MIT
feature\tweight
"""


class Row(NamedTuple):
    """A pronoun that speaks: the part of its article, the candidates, and which of them is right."""

    part: int
    candidates: list[Candidate]
    right: list[int]


class Recorder(Resolver):
    """A resolver that notes every ranking it was asked for."""

    asked: list[tuple[int, list[Candidate]]]

    def ranked(self, gender: str, at: int, plural: bool) -> Source:
        """Whom the pronoun means, noted with all candidates."""
        Recorder.asked.append((at, self.candidates(gender, at, plural)))
        return super().ranked(gender, at, plural)


def same(found: str, gold: str) -> bool:
    """Whether two names mean one entity: equal, or one within the other."""
    one, other = found.casefold().strip(), gold.casefold().strip()
    return one == other or (len(one) > 2 and len(other) > 2 and (one in other or other in one))


def gather(articles: Sequence[Labelled]) -> Iterator[Row]:
    """Every pronoun whose right figure is among the candidates."""
    for one in articles:
        Recorder.asked = []
        attribute(one.document, one.statements, one.entities, outlet=one.article.outlet, resolver=Recorder)
        told = dict(Recorder.asked)
        for statement in one.statements:
            label = one.labels.get(statement.id)
            candidates = told.get(statement.speaker[0][0]) if statement.speaker else None
            if label is None or not candidates:
                continue
            right = [i for i, candidate in enumerate(candidates) if same(candidate.source.entity, label["entity"])]
            if right:
                yield Row(part(one.article.id), candidates, right)


def fit(rows: list[Row], names: list[str]) -> np.ndarray:
    """The weights under which the right candidates are likeliest, held small by the square of their sizes."""
    place = {name: i for i, name in enumerate(names)}
    tables = []
    for row in rows:
        table = np.zeros((len(row.candidates), len(names)))
        for i, candidate in enumerate(row.candidates):
            for name, value in candidate.features.items():
                if name in place:
                    table[i, place[name]] = value
        tables.append((table, row.right))

    def loss(sizes: np.ndarray) -> tuple[float, np.ndarray]:
        total, slope = PENALTY / 2 * float(sizes @ sizes), PENALTY * sizes
        for table, right in tables:
            scores = table @ sizes
            odds = np.exp(scores - scores.max())
            odds /= odds.sum()
            likely = odds[right].sum()
            inner = np.zeros_like(odds)
            inner[right] = odds[right] / likely
            total -= float(np.log(likely))
            slope = slope + table.T @ (odds - inner)
        return total, slope

    return np.asarray(minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x)


def accuracy(rows: list[Row], names: list[str], learned: np.ndarray) -> list[bool]:
    """For every row whether the candidate with the highest weight is right."""
    known = dict(zip(names, learned, strict=True))
    scored = ([candidate.score(known) for candidate in row.candidates] for row in rows)
    return [int(np.argmax(scores)) in row.right for row, scores in zip(rows, scored, strict=True)]


def write(names: list[str], learned: np.ndarray) -> None:
    """Writes the weights that are not nearly nothing."""
    lines = [f"{name}\t{weight:.2f}\n" for name, weight in zip(names, learned, strict=True) if abs(weight) >= 0.02]
    (data_root() / "lexicons" / "reference_weights.tsv").write_text(_HEADER + "".join(lines), encoding="utf-8")


def main(paths: list[str]) -> None:
    """Learns from the files given, prints the accuracy on articles kept apart, writes the weights."""
    articles = list(read(paths))
    for _ in range(ROUNDS):
        rows = list(gather(articles))
        names = sorted({name for row in rows for candidate in row.candidates for name in candidate.features})
        right: list[bool] = []
        for number in range(PARTS):
            learned = fit([row for row in rows if row.part != number], names)
            right += accuracy([row for row in rows if row.part == number], names, learned)
        print(f"{len(rows)} pronouns, right on articles kept apart: {100 * sum(right) / len(right):.1f} %")
        write(names, fit(rows, names))
        weights.cache_clear()


if __name__ == "__main__":
    main(sys.argv[1:])
