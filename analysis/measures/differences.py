"""By how much two selections differ, in shares, rates and means, each with the interval of the difference.

The selections may share articles. All frames are counts of the same units. Every result has the columns by, left,
right, left_n, right_n, left_base, right_base, difference (left minus right), low, high, small and few (too little
behind either side: then there is no interval); the largest difference comes first.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import Floats, Ints, floats, ratio_difference, tally, units_of
from analysis.measures.few import (
    LEAST_EXPECTED,
    SMALL_N,
    SMALL_SENTENCES,
    SMALL_WORDS,
    reasons,
    thin,
)
from analysis.measures.groups import columns, group, marked
from analysis.measures.tone import Scale
from analysis.measures.voice import COLUMN, Weight


class Part(NamedTuple):
    """One side of a difference of rates: counts of what is divided, and counts of what it is divided by."""

    above: pd.DataFrame
    below: pd.DataFrame


def difference(
    left: pd.DataFrame, right: pd.DataFrame, by: str = "category", *, weight: Weight = "statements"
) -> pd.DataFrame:
    """How the shares of ``by`` differ between two selections of statements; both are counts by ``by``."""
    return _ratios(Part(left, left), Part(right, right), by, COLUMN[weight], COLUMN[weight], least=SMALL_N)


def hedge_rate_difference(left: Part, right: Part, by: str = "class") -> pd.DataFrame:
    """How many more hedges per 100 words there are, by the hedges' ``by``; n are hedges, base are words.

    ``above`` are counts of hedges by ``by``, ``below`` counts with the sum ``words``: of articles, or of statements
    where only what sources say is compared.
    """
    return _ratios(left, right, by, "rows", "words", cases="words", scale=100.0, least=SMALL_WORDS)


def mean_tone_difference(
    left: pd.DataFrame, right: pd.DataFrame, by: str = "voice", *, scale: Scale = "tone"
) -> pd.DataFrame:
    """How the mean tone of sentences differs within each value of ``by`` that both have; n and base are sentences.

    Both are counts by ``by`` with the scale as a sum.
    """
    both = set(left[by]) & set(right[by])
    left, right = (side[side[by].isin(both)] for side in (left, right))
    found = _ratios(Part(left, left), Part(right, right), by, scale, "rows", each=True, least=SMALL_SENTENCES)
    return found.assign(left_n=found["left_base"], right_n=found["right_base"])


def _ratios(
    left: Part, right: Part, by: str, above: str, below: str, *,
    cases: str = "rows", each: bool = False, scale: float = 1.0, least: int,
) -> pd.DataFrame:  # fmt: skip
    """Sums of ``above`` over sums of ``below``; with ``each`` every value of ``by`` has a base of its own.

    Either side needs ``least`` of the ``cases`` of its ``below``.
    """
    sides, everywhere = (left, right), [left.above, right.above, left.below, right.below]
    groups = group(pd.concat([left.above, right.above], ignore_index=True), [by])
    cells = np.split(groups.codes, [len(left.above)])
    units = units_of(*(frame["unit"] for frame in everywhere))
    shape = (max((int(u.max()) + 1 for u in units if len(u)), default=0), len(groups.values))
    tops, bottoms, rows, enough = [], [], [], []
    for side, number in zip(sides, (0, 1), strict=True):
        tops.append(_table(units[number], cells[number], side.above[above], shape))
        base_cells = cells[number] if each else np.zeros(len(side.below), dtype=np.int64)
        wide = shape[1] if each else 1
        bottoms.append(_table(units[2 + number], base_cells, side.below[below], (shape[0], wide)))
        rows.append(np.bincount(cells[number], floats(side.above["rows"]), minlength=shape[1]))
        enough.append(np.bincount(base_cells, floats(side.below[cases]), minlength=wide) >= least)
    interval = ratio_difference((tops[0], bottoms[0]), (tops[1], bottoms[1]))
    n, base = [table.sum(0) for table in tops], [table.sum(0) for table in bottoms]
    with np.errstate(invalid="ignore", divide="ignore"):
        values = [scale * one / other for one, other in zip(n, base, strict=True)]
    result = groups.values.assign(
        left=values[0],
        right=values[1],
        left_n=n[0].round().astype(np.int64),
        right_n=n[1].round().astype(np.int64),
        left_base=_spread(base[0], shape[1]),
        right_base=_spread(base[1], shape[1]),
        **columns("difference", interval, scale),
    )
    lacking = ~(enough[0] & enough[1]) | (_expected(floats(rows[0] + rows[1]), *base) < LEAST_EXPECTED)
    result = marked(result, reasons(lacking, thin(interval.articles, interval.carrying)))
    result[["low", "high"]] = result[["low", "high"]].where(~result["small"])
    return result.sort_values("difference", key=abs, ascending=False, kind="stable", ignore_index=True)


def _expected(rows: Floats, left: Floats, right: Floats) -> Floats:
    """The cases that the side with the smaller base would have of a cell if both sides were alike."""
    both = left + right
    return rows * np.divide(np.minimum(left, right), both, out=np.zeros(both.shape), where=both > 0)


def _table(units: Ints, cells: Ints, weights: "pd.Series[float]", shape: tuple[int, int]) -> Floats:
    return tally(units, cells, floats(weights), shape)


def _spread(totals: Floats, size: int) -> Ints:
    return np.broadcast_to(totals.round().astype(np.int64), (size,))
