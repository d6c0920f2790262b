"""What the charts of a story show, in a sentence above each: who is named where, and when it was told."""

import pandas as pd

from dashboard.components import finding
from dashboard.i18n import labels
from dashboard.i18n.language import say

_LISTED = 3
"""Outlets that are named before the rest is left to the chart."""


def named(grid: pd.DataFrame) -> str:
    """How many sources all outlets name, and the one most widely named that some do not.

    ``grid`` has entity, outlet, rows and told, as of ``queries.left_out``.
    """
    outlets = grid["outlet"].nunique()
    if outlets < 2 or grid.empty:
        return ""
    everywhere = int((grid.drop_duplicates("entity")["told"] == outlets).sum())
    total = labels.number(outlets)
    told = say("finding.in_all", n=labels.number(everywhere), outlets=total) if everywhere else ""
    told = told or say("finding.in_none", outlets=total)
    some = grid[(grid["told"] < outlets) & (grid["told"] > 1)]
    if some.empty:
        return told
    entity = some.sort_values("told", ascending=False, kind="stable")["entity"].iloc[0]
    of = grid[grid["entity"] == entity]
    others = _listed(of.loc[of["rows"] == 0, "outlet"])
    number = labels.number(of["told"].iloc[0])
    return f"{told} " + say(
        "finding.not_named", name=finding.name("entity", entity), told=number, outlets=total, others=others
    )


def when(articles: pd.DataFrame) -> str:
    """Which outlets told it on the first day and which on the last; ``articles`` with published and outlet."""
    dated = articles.dropna(subset=["published"])
    if len(dated) < 2:
        return ""
    days = dated["published"].str[:10]
    first, last = days.min(), days.max()
    if first == last:
        return say("finding.one_day", day=labels.day(first))
    return " ".join(
        say(f"finding.{name}", day=labels.day(day), outlets=_listed(dated.loc[days == day, "outlet"]))
        for name, day in (("first", first), ("last", last))
    )


def _listed(outlets: "pd.Series[str]") -> str:
    names = [finding.name("outlet", outlet) for outlet in dict.fromkeys(outlets.fillna(""))]
    return ", ".join([*names[:_LISTED], *["…"] * (len(names) > _LISTED)])
