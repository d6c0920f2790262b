"""Who cites whom and who relays whom: two columns against each other, the small values summed into one."""

import pandas as pd

from analysis.measures.groups import shares

REST = "…"
"""Stands for all values that are not among the most frequent."""


def relations(statements: pd.DataFrame, row: str, column: str, *, top: tuple[int, int] = (8, 15)) -> pd.DataFrame:
    """How the statements of each ``row`` (outlet, via, category …) spread over ``column`` (entity, category …).

    Columns: who, whom, n, base, share, low, high, articles, small; shares are within ``who``. The ``top`` most frequent
    values of the two columns stand by themselves, the others as ``REST``, which comes last; without a relay,
    rows by ``via`` are left out.
    """
    told = summed(statements, row, column, top=top)
    found = shares(told, "whom", within="who")
    order = {side: _order(told[side]) for side in ("who", "whom")}
    return found.sort_values(["who", "whom"], key=lambda c: c.map(order[str(c.name)]), ignore_index=True)


def summed(statements: pd.DataFrame, row: str, column: str, *, top: tuple[int, int] = (8, 15)) -> pd.DataFrame:
    """The statements with two more columns, ``who`` and ``whom``: the values of ``row`` and ``column``, summed."""
    if row.startswith("via"):
        statements = statements[statements["via"].notna()]
    return statements.assign(who=_summed(statements[row], top[0]), whom=_summed(statements[column], top[1]))


def _summed(values: "pd.Series[str]", top: int) -> "pd.Series[str]":
    filled = values.fillna("")
    kept = filled.value_counts().index[:top]
    return filled.where(filled.isin(kept), REST)


def _order(values: "pd.Series[str]") -> dict[str, int]:
    """Place of each value: most frequent first, the rest last."""
    counted = [str(value) for value in values.value_counts().index if value != REST]
    return {value: place for place, value in enumerate([*counted, REST])}
