"""The two shapes that shares, rates and means come in, for counts of any table."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import Floats, Interval, Ints, floats, ratio, tally, units_of
from analysis.measures.few import SMALL_N, Few, few
from analysis.model import REST

_CHUNK = 256
"""Cells at a time: tables of units by cells stay small however many sources there are."""


class Groups(NamedTuple):
    """For every row the number of its group, and the groups' values in that order, one row each."""

    codes: Ints
    values: pd.DataFrame


def group(frame: pd.DataFrame, by: Sequence[str]) -> Groups:
    """Number the groups of the columns ``by`` in sorted order; without columns every row is in the one group 0."""
    if not by:
        return Groups(np.zeros(len(frame), dtype=np.int64), pd.DataFrame(index=pd.RangeIndex(1)))
    grouped = frame[list(by)].groupby(list(by), sort=True)
    return Groups(grouped.ngroup().to_numpy().astype(np.int64), grouped.size().index.to_frame(index=False))


def shares(
    counts: pd.DataFrame,
    by: str | Sequence[str],
    *,
    within: str | None = None,
    weight: str = "rows",
    rest: bool = False,
    least: int = SMALL_N,
) -> pd.DataFrame:
    """How what is counted spreads over the values of ``by``, in all or within each value of another column.

    ``counts`` are by exactly these columns; ``weight`` is the column of it to add up. Columns: [within,] by …, n, base,
    share, low, high, articles, small, few; the largest share first, within each value of ``within``. Every combination
    has a row, also with n = 0; those of ``REST`` count in the base, but have a row only with ``rest``. Whatever the
    weight, the base must have ``least`` rows. ``articles`` counts those with a row in the cell.
    """
    columns_by = [by] if isinstance(by, str) else list(by)
    inner, outer = group(counts, columns_by), group(counts, [within] if within else [])
    counted, width, size = floats(counts[weight]), len(inner.values), len(outer.values)
    cells, values = outer.codes * width + inner.codes, outer.values.merge(inner.values, how="cross")
    (units,) = units_of(counts["unit"])
    bases = tally(units, outer.codes, counted, (_count(units), size))
    interval = _in_chunks(units, cells, counted, bases, np.repeat(np.arange(size), width))
    result = values.assign(
        n=_sums(cells, counted, len(values)),
        base=np.repeat(bases.sum(0), width).astype(np.int64),
        **columns("share", interval),
        articles=_sums(cells, floats(counts["articles"]), len(values)),
    )
    rows = np.repeat(_sums(outer.codes, floats(counts["rows"]), size), width)
    result = marked(result, few(rows, interval.articles, interval.carrying, least))
    if not rest:
        result = result[(values[columns_by] != REST).all(axis=1)]
    order = [within] if within else []
    return result.sort_values([*order, "n"], ascending=[True] * len(order) + [False], kind="stable", ignore_index=True)


def ratios(
    counts: pd.DataFrame,
    by: Sequence[str],
    above: str | Floats,
    below: str,
    name: str = "share",
    scale: float = 1.0,
    least: int = SMALL_N,
) -> pd.DataFrame:
    """Sum of ``above`` over sum of ``below`` (columns of the counts, or one entry per row) in each group of ``by``.

    Columns: by …, n, base, ``name`` (times ``scale``), low, high, articles, small, few. ``articles`` counts those
    that contribute to the base, of which there must be ``least`` cases.
    """
    groups = group(counts, by)
    (units,), size = units_of(counts["unit"]), len(groups.values)
    weights = [floats(counts[part]) if isinstance(part, str) else part for part in (above, below)]
    tables = [tally(units, groups.codes, weight, (_count(units), size)) for weight in weights]
    interval = ratio(*tables)
    contributing = counts["articles"] if below == "rows" else counts[f"articles_{below}"]
    result = groups.values.assign(
        n=tables[0].sum(0).round().astype(np.int64),
        base=tables[1].sum(0).round().astype(np.int64),
        **columns(name, interval, scale),
        articles=_sums(groups.codes, floats(contributing), size),
    )
    return marked(result, few(tables[1].sum(0), interval.articles, interval.carrying, least))


def columns(name: str, interval: Interval, scale: float = 1.0) -> dict[str, Floats]:
    """The interval as columns to assign, times ``scale``."""
    return {name: scale * interval.value, "low": scale * interval.low, "high": scale * interval.high}


def marked(frame: pd.DataFrame, reasons: Sequence[Few]) -> pd.DataFrame:
    """The frame with the columns ``small``, whether to fade the row, and ``few``, why."""
    told = pd.Series(reasons, index=frame.index, dtype="str")
    return frame.assign(small=told != "", few=told)


def _count(units: Ints) -> int:
    return int(units.max()) + 1 if len(units) else 0


def _sums(cells: Ints, weights: Floats, count: int) -> Ints:
    return np.bincount(cells, weights, minlength=count).round().astype(np.int64)


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
