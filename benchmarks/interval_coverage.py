"""How often the intervals of shares hold what they promise: what the rule of few cases rests on.

``python -m benchmarks.interval_coverage`` draws articles from the open corpus, whose sources were coded by hand,
bootstraps each draw as every measure does, and counts how often the interval holds the share of the whole corpus.
"""

import sys
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.measures.bootstrap import interval_of
from analysis.resources import data_root
from analysis.taxonomy import category

SIZES = (2, 3, 4, 5, 6, 8, 10, 15, 20, 40)
DRAWS = 2000
LEAST = 0.05
"""Categories with a smaller share of the corpus are left out: of few articles most have none of them."""
POOLED = 3
"""The largest categories that are taken together for a large share."""
Floats = npt.NDArray[np.float64]


def coded(path: str = "corpus/sources.tsv") -> Floats:
    """Statements of the open corpus: articles by categories, as people coded them."""
    rows = pd.read_csv(data_root() / path, sep="\t", dtype="str", keep_default_na=False)
    rows["category"] = [category(*pair) for pair in zip(rows["country"], rows["institution"], strict=True)]
    return pd.crosstab(rows["doc"], rows["category"]).to_numpy(dtype=np.float64)


class Coverage(NamedTuple):
    """How intervals did over many draws, as proportions."""

    held: float
    """Intervals that hold the share of the whole corpus."""
    flat: float
    """Intervals of no width: nobody or everybody has the value."""
    alone: float
    """Held, where one article alone has the cases."""
    carried: float
    """Held, where the cases stand in two articles or more."""


def coverage(articles: Floats, size: int, draws: int = DRAWS) -> Coverage:
    """How the intervals of the chosen categories do over draws of so many articles."""
    random = np.random.default_rng(size)
    true = articles.sum(0) / articles.sum()
    chosen = true >= LEAST
    held, flat, carrying = [], [], []
    for _ in range(draws):
        drawn = articles[random.integers(0, len(articles), size)]
        low, high = (ends[chosen] for ends in interval_of(drawn, drawn.sum(1, keepdims=True)))
        held.append((low <= true[chosen]) & (true[chosen] <= high))
        flat.append(low == high)
        carrying.append((drawn[:, chosen] > 0).sum(0))
    hits, number = np.array(held), np.array(carrying)
    parts = (hits, np.array(flat), hits[number == 1], hits[number > 1])
    return Coverage(*(float(part.sum() / max(part.size, 1)) for part in parts))


def pooled(articles: Floats) -> Floats:
    """The largest categories taken together, and all others: a large share."""
    largest = np.argsort(articles.sum(0))[-POOLED:]
    return np.column_stack([articles[:, largest].sum(1), np.delete(articles, largest, axis=1).sum(1)])


def told() -> Iterator[str]:
    """The table in Markdown, a line at a time."""
    articles = coded()
    large = pooled(articles)
    yield "| articles | large shares | small shares | of no width | cases in one article | in two or more |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for size in SIZES:
        few = coverage(articles, size)
        shares = (coverage(large, size).carried, *few)
        yield f"| {size} | {' | '.join(f'{100 * share:.0f} %' for share in shares)} |"


def main() -> int:
    """Print the table; 0 when done."""
    for line in told():
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
