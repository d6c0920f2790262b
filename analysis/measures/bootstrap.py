"""Ratios with intervals from a bootstrap over articles: whole articles are drawn, because sentences of one
article resemble each other and would make any interval over sentences too narrow.

The interval is the 2.5th to 97.5th percentile of the resampled ratio (Efron), widened where needed to contain the
ratio itself. What is drawn are the units of ``analysis.storage.counts``: articles or, of very many, blocks of
articles; the width stays the same in expectation and the cost does not grow. Everything is seeded; the same data give
the same interval.
"""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

RESAMPLES = 1000
SEED = 1904
SMALL_N = 20
"""Fewer cases than this behind a figure make it one to grey out."""
SMALL_WORDS = 500
"""The same for rates per word."""
_TAILS = (0.025, 0.975)

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class Interval(NamedTuple):
    """Values with the ends of their 95 % intervals, one entry per cell; NaN where there is none."""

    value: Floats
    low: Floats
    high: Floats


def floats(values: object) -> Floats:
    """Counts, flags or a column as floating-point numbers."""
    return np.asarray(values, dtype=np.float64)


def units_of(*columns: "pd.Series[str]") -> tuple[Ints, ...]:
    """Number the units of one or several columns, in common and in sorted order."""
    codes, _ = pd.factorize(pd.concat(columns, ignore_index=True), sort=True)
    return tuple(np.split(codes.astype(np.int64), np.cumsum([len(column) for column in columns])[:-1]))


def tally(units: Ints, cells: Ints, weights: Floats, shape: tuple[int, int]) -> Floats:
    """Sum the weights into a table of units by cells."""
    flat = np.bincount(units * shape[1] + cells, weights, minlength=shape[0] * shape[1])
    return flat.reshape(shape).astype(np.float64)


def ratio(numerators: Floats, denominators: Floats) -> Interval:
    """Sum of numerators over sum of denominators, per column; units are rows.

    ``denominators`` has as many columns as ``numerators``, or one for all.
    """
    value = _divide(numerators.sum(0), denominators.sum(0))
    counted = np.broadcast_to((denominators > 0).sum(0), value.shape)
    low, high = np.full(value.shape, np.nan), np.full(value.shape, np.nan)
    if len(numerators) > 1 and value.size:
        weights = _weights(len(numerators), 0)
        low, high = _ends(_divide(weights @ numerators, weights @ denominators), value)
    few = counted < 2
    return Interval(value, np.where(few, np.nan, low), np.where(few, np.nan, high))


def ratio_difference(left: tuple[Floats, Floats], right: tuple[Floats, Floats]) -> Interval:
    """First ratio minus second, per column; each side is numerators and denominators over the same units.

    Units in one side only, in the other only and in both are drawn apart, so that each side keeps its size.
    """
    value = _divide(left[0].sum(0), left[1].sum(0)) - _divide(right[0].sum(0), right[1].sum(0))
    sides = [(side[1] > 0).any(1) for side in (left, right)]
    strata = sides[0].astype(int) + 2 * sides[1]
    sums: list[Floats] = [np.zeros((RESAMPLES, table.shape[1])) for table in (*left, *right)]
    for stratum in (1, 2, 3):
        inside = strata == stratum
        weights = _weights(int(inside.sum()), stratum)
        for total, table in zip(sums, (*left, *right), strict=True):
            total += weights @ table[inside]
    low, high = _ends(_divide(sums[0], sums[1]) - _divide(sums[2], sums[3]), value)
    few = np.minimum(*((side[1] > 0).sum(0) for side in (left, right))) < 2
    return Interval(value, np.where(few, np.nan, low), np.where(few, np.nan, high))


@lru_cache(maxsize=16)
def _weights(units: int, stream: int) -> Floats:
    """How often each resample draws each unit: resamples by units. Streams are independent of each other."""
    random = np.random.default_rng([SEED, units, stream])
    if not units:
        return np.zeros((RESAMPLES, 0))
    weights = random.multinomial(units, np.full(units, 1 / units), size=RESAMPLES).astype(np.float64)
    weights.flags.writeable = False
    return weights


def _divide(above: Floats, below: Floats) -> Floats:
    shape = np.broadcast_shapes(above.shape, below.shape)
    result: Floats = np.full(shape, np.nan)
    np.divide(above, below, out=result, where=np.broadcast_to(below, shape) > 0)
    return result


def _ends(resampled: Floats, value: Floats) -> tuple[Floats, Floats]:
    """Both ends per column; resamples without any case of the base count for nothing."""
    empty = np.isnan(resampled).all(0)
    filled = np.where(empty, 0.0, resampled)
    quantile = np.nanquantile if np.isnan(filled).any() else np.quantile
    low, high = quantile(filled, _TAILS, axis=0)
    gone = np.where(empty, np.nan, 0.0)
    return np.fmin(low, value) + gone, np.fmax(high, value) + gone
