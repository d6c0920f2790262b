"""How many sentences it takes to tell two groups apart by their tone, given how often the tone is wrong.

Two things blur a difference. The label of a sentence is often wrong, so that only part of a true difference shows:
the share that shows is the slope of found labels on those of coders. And sentences of an article resemble each other,
so that many sentences of few articles say less than their number (the design effect of Kish, 1 + (m - 1) · ICC). The
rest is the test of two means with a power of 80 % at a level of 5 %, both sides.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

Measure = Literal["negative", "balance", "mean"]
"""Share of negative sentences; share of positive less share of negative; mean tone (-1 … 1) as it is found."""

DIFFERENCES: dict[Measure, tuple[float, ...]] = {
    "negative": (0.05, 0.1, 0.2),
    "balance": (0.05, 0.1, 0.2),
    "mean": (0.02, 0.05, 0.1),
}
"""Differences of which a table tells how many sentences they take."""
SIZES = (100, 200, 500, 1000, 2000, 5000)
"""Numbers of sentences of which a table tells what they can tell apart."""
_Z = 1.959964 + 0.841621
"""Normal quantiles of a two-sided level of 5 % and of a power of 80 %."""
_VALUES: dict[str, tuple[float, float, float]] = {"negative": (1.0, 0.0, 0.0), "balance": (-1.0, 0.0, 1.0)}
"""What a sentence counts for by its label, in the order of ``LABELS``."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ToneError:
    """How the tone errs and varies, as the benchmark measured it."""

    confusion: tuple[tuple[int, ...], ...]
    """Snippets by the coders' label (rows) and the one found by a model that did not see them, as ``LABELS``."""
    labels: tuple[float, ...]
    """Shares of the labels found in sentences of news, as ``LABELS``."""
    spread: float
    """Standard deviation of the tone of sentences of news."""
    likeness: float
    """Intraclass correlation of the tone of sentences of an article (ICC 1)."""

    def shown(self, measure: Measure) -> float:
        """The share of a true difference that shows: 1 for the mean, which is no estimate of anything but itself."""
        if measure == "mean":
            return 1.0
        table, value = np.array(self.confusion, dtype=np.float64), np.array(_VALUES[measure])
        coded, found = value[:, None], value[None, :]
        share = table / table.sum()
        centred = coded - (share * coded).sum()
        return float((share * centred * found).sum() / (share * centred**2).sum())

    def variance(self, measure: Measure) -> float:
        """The variance of what one sentence counts for."""
        if measure == "mean":
            return self.spread**2
        value, share = np.array(_VALUES[measure]), np.array(self.labels) / sum(self.labels)
        return float((share * value**2).sum() - (share * value).sum() ** 2)


def visible(error: ToneError, sentences: float, per_article: float, measure: Measure) -> float:
    """The smallest difference as it shows that two groups of so many sentences each tell apart, four times in five.

    ``per_article`` is how many sentences of a group stand in one article on average, at least 1.
    """
    return _Z * math.sqrt(2 * error.variance(measure) * _design_effect(error, per_article) / sentences)


def detectable(error: ToneError, sentences: float, per_article: float, measure: Measure) -> float:
    """The same as a difference between what coders would find."""
    return visible(error, sentences, per_article, measure) / error.shown(measure)


def sentences_needed(error: ToneError, difference: float, per_article: float, measure: Measure) -> int:
    """How many sentences each of two groups needs, for a true ``difference`` to be told in four of five cases."""
    ratio = _Z / (error.shown(measure) * difference)
    return math.ceil(2 * error.variance(measure) * _design_effect(error, per_article) * ratio**2)


def power_table(error: ToneError, per_article: float, sizes: Sequence[int] = SIZES) -> pd.DataFrame:
    """What groups of each size can tell apart: sentences, articles and the smallest difference by each measure.

    ``balance_shown`` is the difference of balances as a chart shows it, all others are those that coders would find.
    """
    rows = [
        {
            "sentences": size,
            "articles": math.ceil(size / per_article),
            "balance_shown": visible(error, size, per_article, "balance"),
            **{name: detectable(error, size, per_article, name) for name in DIFFERENCES},
        }
        for size in sizes
    ]
    return pd.DataFrame(rows)


def needed_table(error: ToneError, per_article: float) -> pd.DataFrame:
    """What each difference takes: measure, difference, sentences and articles of either group."""
    rows = [
        {"measure": name, "difference": difference, "sentences": sentences_needed(error, difference, per_article, name)}
        for name, differences in DIFFERENCES.items()
        for difference in differences
    ]
    found = pd.DataFrame(rows)
    return found.assign(articles=np.ceil(found["sentences"] / per_article).astype(int))


def likeness(values: Floats, articles: npt.NDArray[np.int64]) -> float:
    """The intraclass correlation (ICC 1, by analysis of variance) of values of sentences; 0 where it is below.

    ``articles`` numbers each sentence's article from 0; there must be two at least, one of them with two sentences.
    """
    sizes = np.bincount(articles)
    means = np.bincount(articles, values) / np.maximum(sizes, 1)
    count, groups = len(values), int((sizes > 0).sum())
    between = float((sizes * (means - values.mean()) ** 2).sum()) / (groups - 1)
    within = float(((values - means[articles]) ** 2).sum()) / (count - groups)
    size = (count - float((sizes**2).sum()) / count) / (groups - 1)
    return max((between - within) / (between + (size - 1) * within), 0.0)


def _design_effect(error: ToneError, per_article: float) -> float:
    return 1 + (max(per_article, 1.0) - 1) * error.likeness
