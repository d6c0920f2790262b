"""How often the intervals of shares hold what they promise: what the rule of few cases rests on.

``python -m benchmarks.interval_coverage`` draws articles from the open corpus, whose sources were coded by hand,
bootstraps each draw as every measure does, and counts how often the interval holds the share of the whole corpus.
"""

import sys
from collections.abc import Iterator

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
Floats = npt.NDArray[np.float64]


def coded(path: str = "corpus/sources.tsv") -> Floats:
    """Statements of the open corpus: articles by categories, as people coded them."""
    rows = pd.read_csv(data_root() / path, sep="\t", dtype="str", keep_default_na=False)
    rows["category"] = [category(*pair) for pair in zip(rows["country"], rows["institution"], strict=True)]
    return pd.crosstab(rows["doc"], rows["category"]).to_numpy(dtype=np.float64)


def coverage(articles: Floats, size: int, draws: int = DRAWS) -> tuple[float, float, float]:
    """Of samples of so many articles: how often the interval holds the share or has no width, and how wide it is."""
    random = np.random.default_rng(size)
    true = articles.sum(0) / articles.sum()
    chosen = true >= LEAST
    held, flat, width = [], [], []
    for _ in range(draws):
        drawn = articles[random.integers(0, len(articles), size)]
        low, high = (ends[chosen] for ends in interval_of(drawn, drawn.sum(1, keepdims=True)))
        held.append((low <= true[chosen]) & (true[chosen] <= high))
        flat.append(high == low)
        width.append(high - low)
    return float(np.mean(held)), float(np.mean(flat)), float(np.mean(width))


def told() -> Iterator[str]:
    """The table in Markdown, a line at a time."""
    articles = coded()
    yield "| articles | interval holds the share | interval of no width | mean width |"
    yield "|---:|---:|---:|---:|"
    for size in SIZES:
        held, flat, width = coverage(articles, size)
        yield f"| {size} | {100 * held:.0f} % | {100 * flat:.0f} % | {100 * width:.0f} points |"


def main() -> int:
    """Print the table; 0 when done."""
    for line in told():
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
