"""Who cites, relays or was told by whom: two columns against each other, the small values summed into one."""

import pandas as pd

from analysis.measures.groups import shares
from analysis.model import REST


def relations(statements: pd.DataFrame, row: str, column: str) -> pd.DataFrame:
    """How the statements of each ``row`` (outlet, via, category …) spread over ``column`` (entity, category …).

    ``statements`` are counts by both, with ``top`` for the values that stand by themselves. Columns: who, whom, n,
    base, share, low, high, articles, small, few; shares are within ``who``. Most frequent values come first, ``REST``
    last.
    """
    named = statements.rename(columns={row: "who", column: "whom"})
    found = shares(named, "whom", within="who", rest=True)
    order = {side: _order(named, side) for side in ("who", "whom")}
    return found.sort_values(["who", "whom"], key=lambda c: c.map(order[str(c.name)]), ignore_index=True)


def _order(counts: pd.DataFrame, side: str) -> dict[str, int]:
    """Place of each value: most frequent first, the rest last."""
    counted = counts.groupby(side)["rows"].sum().sort_values(ascending=False, kind="stable").index
    return {value: place for place, value in enumerate([*(v for v in counted if v != REST), REST])}
