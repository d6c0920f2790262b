"""By how much two selections differ, in shares, rates and means, each with the interval of the difference.

The selections may share articles. All frames are counts of the same units. Every result has the columns by, left,
right, left_n, right_n, left_base, right_base, difference (left minus right), low, high and small (too few cases behind
either side); the largest difference comes first.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import SMALL_N, SMALL_WORDS, Floats, Ints, floats, ratio_difference, tally, units_of
from analysis.measures.groups import columns, group
from analysis.measures.tone import SMALL_SENTENCES, Scale
from analysis.measures.voice import COLUMN, Weight


class Part(NamedTuple):
    """One side of a difference of rates: counts of what is divided, and counts of what it is divided by."""

    above: pd.DataFrame
    below: pd.DataFrame


def difference(
    left: pd.DataFrame, right: pd.DataFrame, by: str = "category", *, weight: Weight = "statements"
) -> pd.DataFrame:
    """How the shares of ``by`` differ between two selections of statements; both are counts by ``by``."""
    found = _ratios(Part(left, left), Part(right, right), by, COLUMN[weight], COLUMN[weight], least=0)
    return found.assign(small=min(int(side["rows"].sum()) for side in (left, right)) < SMALL_N)


def hedge_rate_difference(left: Part, right: Part, by: str = "class") -> pd.DataFrame:
    """How many more hedges per 100 words there are, by the hedges' ``by``; n are hedges, base are words.

    ``above`` are counts of hedges by ``by``, ``below`` counts with the sum ``words``: of articles, or of statements
    where only what sources say is compared.
    """
    return _ratios(left, right, by, "rows", "words", scale=100.0, least=SMALL_WORDS)


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
    each: bool = False, scale: float = 1.0, least: int,
) -> pd.DataFrame:  # fmt: skip
    """Sums of ``above`` over sums of ``below``; with ``each`` every value of ``by`` has a base of its own."""
    sides, everywhere = (left, right), [left.above, right.above, left.below, right.below]
    groups = group(pd.concat([left.above, right.above], ignore_index=True), [by])
    cells = np.split(groups.codes, [len(left.above)])
    units = units_of(*(frame["unit"] for frame in everywhere))
    shape = (max((int(u.max()) + 1 for u in units if len(u)), default=0), len(groups.values))
    tops, bottoms = [], []
    for side, number in zip(sides, (0, 1), strict=True):
        tops.append(_table(units[number], cells[number], side.above[above], shape))
        base_cells = cells[number] if each else np.zeros(len(side.below), dtype=np.int64)
        bottoms.append(_table(units[2 + number], base_cells, side.below[below], shape if each else (shape[0], 1)))
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
        **{name: scale * ends for name, ends in columns("difference", interval).items()},
        small=_spread(np.minimum(*base), shape[1]) < least,
    )
    return result.sort_values("difference", key=abs, ascending=False, kind="stable", ignore_index=True)


def _table(units: Ints, cells: Ints, weights: "pd.Series[float]", shape: tuple[int, int]) -> Floats:
    return tally(units, cells, floats(weights), shape)


def _spread(totals: Floats, size: int) -> Ints:
    return np.broadcast_to(totals.round().astype(np.int64), (size,))
