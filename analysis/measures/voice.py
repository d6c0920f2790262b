"""Share of voice: whose statements an article, an outlet or a corpus carries, and how they are attributed."""

from collections.abc import Callable
from typing import Literal

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import SMALL_N, Floats, floats, ratio_difference, tally, units_of
from analysis.measures.groups import columns, group, ratios, shares

Weight = Literal["statements", "words"]
Flag = Literal["anonymous", "direct", "hedged", "relayed", "subjunctive", "withheld"]

FLAGS: dict[Flag, Callable[[pd.DataFrame], "pd.Series[bool]"]] = {
    "anonymous": lambda statements: statements["naming"] == "unnamed",
    "direct": lambda statements: statements["type"] == "direct",
    "hedged": lambda statements: statements["hedges"] > 0,
    "relayed": lambda statements: statements["via"].notna(),
    "subjunctive": lambda statements: statements["subjunctive"],
    "withheld": lambda statements: statements["withheld"],
}
"""What can be true of a statement, by name."""


def share_of_voice(
    statements: pd.DataFrame,
    by: str = "category",
    *,
    weight: Weight = "statements",
    within: str | None = None,
    top: int | None = None,
) -> pd.DataFrame:
    """The share of each value of ``by`` (category, entity, country, type, via_category …) in the statements.

    Columns as in ``shares``. With ``weight="words"`` n and base words quoted. Statements without a via
    are left out of shares by ``via`` and its kin. Withheld statements count: select them away to hear only
    what was said; so too with headlines and relayed statements.
    """
    if by.startswith("via"):
        statements = statements[statements["via"].notna()]
    weights = statements["words"] if weight == "words" else None
    return shares(statements, by, within=within, weights=weights, top=top)


def difference(
    left: pd.DataFrame, right: pd.DataFrame, by: str = "category", *, weight: Weight = "statements"
) -> pd.DataFrame:
    """How the shares of ``by`` differ between two selections of statements, which may share articles.

    Columns: by, left, right, left_n, right_n, left_base, right_base, difference (left minus right), low,
    high, small; the largest difference first. ``small`` where either side has too few statements.
    """
    both = group(pd.concat([left, right], ignore_index=True), [by])
    cells = np.split(both.codes, [len(left)])
    counted = [floats(side["words"] if weight == "words" else np.ones(len(side))) for side in (left, right)]
    units = units_of(left["article"], right["article"])
    size = (max((int(u.max()) + 1 for u in units if len(u)), default=0), len(both.values))
    above = [tally(u, c, w, size) for u, c, w in zip(units, cells, counted, strict=True)]
    return _compared(
        both.values, above, [table.sum(1, keepdims=True) for table in above], (len(left), len(right))
    )


def proportion(statements: pd.DataFrame, flag: Flag, by: str | None = None) -> pd.DataFrame:
    """The share of statements for which a flag holds, in all or by group: the anonymous share of each outlet.

    Columns: [by,] n, base, share, low, high, articles, small.
    """
    holds = floats(FLAGS[flag](statements))
    return ratios(statements, [by] if by else [], holds, np.ones(len(statements)))


def proportion_difference(left: pd.DataFrame, right: pd.DataFrame, flag: Flag) -> pd.DataFrame:
    """How the share of statements for which a flag holds differs between two selections; columns as there."""
    units = units_of(left["article"], right["article"])
    size = (max((int(u.max()) + 1 for u in units if len(u)), default=0), 1)
    zeros = [np.zeros(len(side), dtype=np.int64) for side in (left, right)]
    flags = [floats(FLAGS[flag](side)) for side in (left, right)]
    above = [tally(u, z, f, size) for u, z, f in zip(units, zeros, flags, strict=True)]
    below = [tally(u, z, np.ones(len(z)), size) for u, z in zip(units, zeros, strict=True)]
    return _compared(pd.DataFrame({"flag": [flag]}), above, below, (len(left), len(right)))


def _compared(
    values: pd.DataFrame, above: list[Floats], below: list[Floats], sizes: tuple[int, int]
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
        small=min(sizes) < SMALL_N,
    )
    return result.sort_values("difference", key=abs, ascending=False, kind="stable", ignore_index=True)
