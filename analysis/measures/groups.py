"""The two shapes that shares, rates and means come in, for any table that has an ``article`` column."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import SMALL_N, Floats, Interval, Ints, floats, ratio, tally, units_of

_CHUNK = 256
"""Cells at a time: tables of units by cells stay small however many sources there are."""


class Groups(NamedTuple):
    """For every row the number of its group, and the groups' values in that order, one row each."""

    codes: Ints
    values: pd.DataFrame


def group(frame: pd.DataFrame, by: Sequence[str]) -> Groups:
    """Number the groups of the columns ``by`` in sorted order; missing text counts as the empty string.

    Without columns every row is in the one group 0.
    """
    if not by:
        return Groups(np.zeros(len(frame), dtype=np.int64), pd.DataFrame(index=pd.RangeIndex(1)))
    keys = pd.DataFrame({name: _filled(frame[name]) for name in by})
    grouped = keys.groupby(list(by), sort=True)
    return Groups(grouped.ngroup().to_numpy().astype(np.int64), grouped.size().index.to_frame(index=False))


def shares(
    frame: pd.DataFrame,
    by: str | Sequence[str],
    *,
    within: str | None = None,
    weights: "pd.Series[int] | None" = None,
    top: int | None = None,
) -> pd.DataFrame:
    """How the rows spread over the values of ``by``, in all or within each value of another column.

    Columns: [within,] by …, n, base, share, low, high, articles, small; the largest share first, within each
    value of ``within``. Every combination has a row, also with n = 0; ``top`` keeps the most frequent values
    of ``by`` only, their shares still of everything. ``weights`` counts each row so often (words); ``small``
    looks at rows all the same. ``articles`` counts those with a row in the cell.
    """
    inner, outer = group(frame, [by] if isinstance(by, str) else by), group(frame, [within] if within else [])
    counted = floats(np.ones(len(frame)) if weights is None else weights)
    kept = np.argsort(-np.bincount(inner.codes, counted, minlength=len(inner.values)), kind="stable")[:top]
    place = np.full(len(inner.values), -1)
    place[kept] = np.arange(len(kept))
    cells = np.where(place[inner.codes] >= 0, outer.codes * len(kept) + place[inner.codes], -1)
    values = outer.values.merge(inner.values.iloc[kept], how="cross")
    (units,), size = units_of(frame["article"]), len(outer.values)
    bases = tally(units, outer.codes, counted, (_count(units), size))
    interval = _in_chunks(units, cells, counted, bases, np.repeat(np.arange(size), len(kept)))
    result = values.assign(
        n=_sums(cells, counted, len(values)),
        base=np.repeat(bases.sum(0), len(kept)).astype(np.int64),
        **columns("share", interval),
        articles=distinct(frame["article"], cells, len(values)),
        small=np.repeat(np.bincount(outer.codes, minlength=size) < SMALL_N, len(kept)),
    )
    order = [within] if within else []
    return result.sort_values(
        [*order, "n"], ascending=[True] * len(order) + [False], kind="stable", ignore_index=True
    )


def ratios(
    frame: pd.DataFrame,
    by: Sequence[str],
    above: Floats,
    below: Floats,
    name: str = "share",
    scale: float = 1.0,
) -> pd.DataFrame:
    """Sum of ``above`` over sum of ``below`` (one entry per row) in each group of ``by``.

    Columns: by …, n, base, ``name`` (times ``scale``), low, high, articles, small. ``articles`` counts those
    that contribute to the base, ``small`` looks at the base.
    """
    groups = group(frame, by)
    (units,), size = units_of(frame["article"]), len(groups.values)
    shape = (_count(units), size)
    tables = [tally(units, groups.codes, weights, shape) for weights in (above, below)]
    interval = Interval(*(scale * end for end in ratio(*tables)))
    contributing = np.where(below > 0, groups.codes, -1)
    return groups.values.assign(
        n=tables[0].sum(0).round().astype(np.int64),
        base=tables[1].sum(0).round().astype(np.int64),
        **columns(name, interval),
        articles=distinct(frame["article"], contributing, size),
        small=tables[1].sum(0) < SMALL_N,
    )


def columns(name: str, interval: Interval) -> dict[str, Floats]:
    """The interval as columns to assign."""
    return {name: interval.value, "low": interval.low, "high": interval.high}


def distinct(articles: "pd.Series[str]", cells: Ints, count: int) -> Ints:
    """How many different articles have a row in each cell; cell -1 is none."""
    pairs = pd.DataFrame({"cell": cells, "article": articles.to_numpy()}).query("cell >= 0").drop_duplicates()
    return np.bincount(pairs["cell"].to_numpy(np.int64), minlength=count).astype(np.int64)


def _filled(column: "pd.Series[str]") -> "pd.Series[str]":
    return column.fillna("") if column.dtype == "str" else column


def _count(units: Ints) -> int:
    return int(units.max()) + 1 if len(units) else 0


def _sums(cells: Ints, weights: Floats, count: int) -> Ints:
    inside = cells >= 0
    return np.bincount(cells[inside], weights[inside], minlength=count).round().astype(np.int64)


def _in_chunks(units: Ints, cells: Ints, weights: Floats, bases: Floats, base_of: Ints) -> Interval:
    """The ratio of each cell to its base, a chunk of cells at a time."""
    order = np.argsort(cells, kind="stable")
    found: list[Interval] = []
    for first in range(0, max(len(base_of), 1), _CHUNK):
        last = min(first + _CHUNK, len(base_of))
        rows = order[np.searchsorted(cells[order], first) : np.searchsorted(cells[order], last)]
        above = tally(units[rows], cells[rows] - first, weights[rows], (len(bases), last - first))
        below = bases if bases.shape[1] == 1 else bases[:, base_of[first:last]]
        found.append(ratio(above, below))
    return Interval(*(np.concatenate(ends) for ends in zip(*found, strict=True)))
