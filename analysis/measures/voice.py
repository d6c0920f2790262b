"""Share of voice: whose statements an article, an outlet or a corpus carries, and how they are attributed."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import SMALL_N, Floats, Ints, floats, ratio_difference, tally, units_of
from analysis.measures.groups import columns, group, ratios, shares

Weight = Literal["statements", "words"]
Flag = Literal["anonymous", "direct", "hedged", "relayed", "subjunctive", "withheld"]
_COLUMN: dict[Weight, str] = {"statements": "rows", "words": "words"}


def share_of_voice(
    statements: pd.DataFrame,
    by: str = "category",
    *,
    weight: Weight = "statements",
    within: str | None = None,
) -> pd.DataFrame:
    """The share of each value of ``by`` (category, entity, country, type, via_category …) in the statements.

    ``statements`` are counts by [within,] by, with the sum ``words`` where these are the weight: n and base are then
    words quoted. Columns as in ``shares``. Statements without a via are left out of shares by ``via`` and its
    kin. Withheld statements count: select them away to hear only what was said; so too with headlines and
    relayed statements.
    """
    if by.startswith("via"):
        statements = statements[statements[by] != ""]
    return shares(statements, by, within=within, weight=_COLUMN[weight])


def difference(
    left: pd.DataFrame, right: pd.DataFrame, by: str = "category", *, weight: Weight = "statements"
) -> pd.DataFrame:
    """How the shares of ``by`` differ between two selections of statements, which may share articles.

    Both are counts by ``by`` of the same units. Columns: by, left, right, left_n, right_n, left_base, right_base,
    difference (left minus right), low, high, small; the largest difference first. ``small`` where either side has too
    few statements.
    """
    both = group(pd.concat([left, right], ignore_index=True), [by])
    cells = np.split(both.codes, [len(left)])
    above = _tables(left, right, cells, _COLUMN[weight], len(both.values))
    below = [table.sum(1, keepdims=True) for table in above]
    return _compared(both.values, above, below, (left, right))


def proportion(statements: pd.DataFrame, flag: Flag, by: str | None = None) -> pd.DataFrame:
    """The share of statements for which a flag holds, in all or by group: the anonymous share of each outlet.

    ``statements`` are counts [by ``by``] with the flag as a sum. Columns: [by,] n, base, share, low, high, articles,
    small.
    """
    return ratios(statements, [by] if by else [], flag, "rows")


def proportion_difference(left: pd.DataFrame, right: pd.DataFrame, flag: Flag) -> pd.DataFrame:
    """How the share of statements for which a flag holds differs between two selections; columns as there."""
    cells = [np.zeros(len(side), dtype=np.int64) for side in (left, right)]
    above, below = (_tables(left, right, cells, name, 1) for name in (flag, "rows"))
    return _compared(pd.DataFrame({"flag": [flag]}), above, below, (left, right))


def _tables(
    left: pd.DataFrame, right: pd.DataFrame, cells: Sequence[Ints], weight: str, size: int
) -> list[Floats]:
    """For each side the sums of a column, units by cells, over units that both have in common."""
    units = units_of(left["unit"], right["unit"])
    shape = (max((int(u.max()) + 1 for u in units if len(u)), default=0), size)
    sides = zip(units, cells, (left, right), strict=True)
    return [tally(u, c, floats(side[weight]), shape) for u, c, side in sides]


def _compared(
    values: pd.DataFrame, above: list[Floats], below: list[Floats], sides: tuple[pd.DataFrame, pd.DataFrame]
) -> pd.DataFrame:
    interval = ratio_difference((above[0], below[0]), (above[1], below[1]))
    totals = [table.sum(0) for table in (*above, *below)]
    with np.errstate(invalid="ignore"):
        left, right = totals[0] / totals[2], totals[1] / totals[3]
    result = values.assign(
        left=left,
        right=right,
        left_n=totals[0].round().astype(np.int64),
        right_n=totals[1].round().astype(np.int64),
        left_base=int(totals[2].sum()),
        right_base=int(totals[3].sum()),
        **columns("difference", interval),
        small=min(int(side["rows"].sum()) for side in sides) < SMALL_N,
    )
    return result.sort_values("difference", key=abs, ascending=False, kind="stable", ignore_index=True)
