"""Ratios with intervals from a bootstrap over articles: whole articles are drawn, because sentences of one
article resemble each other and would make any interval over sentences too narrow.

The interval is between two percentiles of the resampled ratio (Efron): the 2.5th and the 97.5th, and of few articles
percentiles so much further out as Student's t asks for (Hesterberg 2015, "What Teachers Should Know About the
Bootstrap"), widened where needed to contain the ratio itself. Which figures have one says ``analysis.measures.few``.
What is drawn are the units of ``analysis.storage.counts``: articles or, of very many, blocks of articles; the width
stays the same in expectation and the cost does not grow. Everything is seeded; the same data give the same interval.
"""

from functools import lru_cache
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.measures.few import supported

RESAMPLES = 1000
SEED = 1904
_LEVEL = 0.975

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


class Interval(NamedTuple):
    """Values with the ends of their 95 % intervals, one entry per cell; NaN where there is none.

    ``articles`` are the units with a case of the base, ``carrying`` those with one of the cell itself.
    """

    value: Floats
    low: Floats
    high: Floats
    articles: Ints
    carrying: Ints


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
    articles, carrying, others = _units(numerators, denominators)
    low, high = _interval(numerators, denominators, value, articles)
    return _where(supported(articles, carrying, others), value, low, high, articles, carrying)


def interval_of(numerators: Floats, denominators: Floats) -> tuple[Floats, Floats]:
    """Both ends of the interval of a ratio per column, however few its units are; NaN of a single unit."""
    value = _divide(numerators.sum(0), denominators.sum(0))
    return _interval(numerators, denominators, value, _units(numerators, denominators)[0])


def _interval(numerators: Floats, denominators: Floats, value: Floats, articles: Ints) -> tuple[Floats, Floats]:
    if len(numerators) < 2 or not value.size:
        return np.full(value.shape, np.nan), np.full(value.shape, np.nan)
    weights = _weights(len(numerators), 0)
    return _ends(_divide(weights @ numerators, weights @ denominators), value, articles)


def ratio_difference(left: tuple[Floats, Floats], right: tuple[Floats, Floats]) -> Interval:
    """First ratio minus second, per column; each side is numerators and denominators over the same units.

    Units in one side only, in the other only and in both are drawn apart, so that each side keeps its size.
    ``articles`` are those of the side that has fewer, ``carrying`` those of both sides.
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
    counted = [_units(*side) for side in (left, right)]
    articles = np.minimum(counted[0][0], counted[1][0])
    carrying, others = (counted[0][place] + counted[1][place] for place in (1, 2))
    low, high = _ends(_divide(sums[0], sums[1]) - _divide(sums[2], sums[3]), value, articles)
    return _where(supported(articles, carrying, others), value, low, high, articles, carrying)


def _units(numerators: Floats, denominators: Floats) -> tuple[Ints, Ints, Ints]:
    """In how many units each column has cases: of the base, of the cell, and of all but the cell."""
    inside = denominators > 0
    tables = (inside, inside & (numerators != 0), inside & (numerators != denominators))
    shape = numerators.shape[1:]
    articles, carrying, others = (np.broadcast_to(table.sum(0), shape).astype(np.int64) for table in tables)
    return articles, carrying, others


def _where(
    known: npt.NDArray[np.bool_], value: Floats, low: Floats, high: Floats, articles: Ints, carrying: Ints
) -> Interval:
    return Interval(value, np.where(known, low, np.nan), np.where(known, high, np.nan), articles, carrying)


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


def _ends(resampled: Floats, value: Floats, articles: Ints) -> tuple[Floats, Floats]:
    """Both ends per column; resamples without any case of the base count for nothing."""
    empty = np.isnan(resampled).all(0)
    filled = np.where(empty, 0.0, resampled)
    quantile = np.nanquantile if np.isnan(filled).any() else np.quantile
    low, high = np.empty(value.shape), np.empty(value.shape)
    for number in np.unique(articles):
        same, tail = articles == number, _tail(int(number))
        low[same], high[same] = quantile(filled[:, same], (tail, 1 - tail), axis=0)
    gone = np.where(empty, np.nan, 0.0)
    return np.fmin(low, value) + gone, np.fmax(high, value) + gone


@lru_cache(maxsize=2048)
def _tail(units: int) -> float:
    """How much lies beyond either end of a 95 % interval over so many units: 2.5 %, less of few.

    The spread of a bootstrap is too small by the root of (n - 1)/n, and a normal quantile stands for one of Student's
    t; that quantile is expanded as in Abramowitz and Stegun, 26.7.5.
    """
    if units < 2:
        return 1 - _LEVEL
    z, free = NormalDist().inv_cdf(_LEVEL), units - 1
    t = (
        z
        + (z**3 + z) / (4 * free)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * free**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * free**3)
    )
    return 1 - NormalDist().cdf(t * sqrt(units / free))
