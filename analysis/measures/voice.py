"""Share of voice: whose statements an article, an outlet or a corpus carries, and how they are attributed."""

from typing import Literal

import pandas as pd

from analysis.measures.groups import ratios, shares

Weight = Literal["statements", "words"]
Flag = Literal["anonymous", "direct", "hedged", "relayed", "subjunctive", "withheld"]
COLUMN: dict[Weight, str] = {"statements": "rows", "words": "words"}
"""The column of counts that holds each weight."""


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
    kin, which count media told beside relays; ``relayed`` means relays alone. Withheld statements count: select them
    away to hear only what was said; so too with headlines and relayed statements.
    """
    if by.startswith("via"):
        statements = statements[statements[by] != ""]
    return shares(statements, by, within=within, weight=COLUMN[weight])


def proportion(statements: pd.DataFrame, flag: Flag, by: str | None = None) -> pd.DataFrame:
    """The share of statements for which a flag holds, in all or by group: the anonymous share of each outlet.

    ``statements`` are counts [by ``by``] with the flag as a sum. Columns: [by,] n, base, share, low, high, articles,
    small, few.
    """
    return ratios(statements, [by] if by else [], flag, "rows")
