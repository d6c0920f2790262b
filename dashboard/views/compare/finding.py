"""What sets two sides apart, in a sentence above each chart: only what the intervals carry, all else may be chance."""

from collections.abc import Sequence

import pandas as pd

from analysis.measures import LEAST_ARTICLES
from analysis.storage.rows import Size
from dashboard.charts.comparison import Kind, formatted, group_of
from dashboard.components import finding
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.views.compare.selections import LETTERS

_LISTED = 3
"""Differences or expressions that are named of either side."""


def sizes(left: Size, right: Size) -> str:
    """What is compared: the numbers of statements, which all shares of a side are of."""
    numbers = (say("finding.statements", n=labels.number(size.statements)) for size in (left, right))
    return say("finding.bases", **dict(zip(("left", "right"), numbers, strict=True)))


def gaps(frame: pd.DataFrame, by: Sequence[str], kind: Kind) -> str:
    """Which differences have an interval without zero, the largest first; ``frame`` as of ``measures.difference``."""
    large = frame[~frame["small"] & frame["low"].notna()]
    if not len(large):
        by_articles = "few" in frame and "cases" not in set(frame["few"])
        return say("finding.few_sides_articles", n=LEAST_ARTICLES) if by_articles else say("finding.few_sides")
    clear = large[(large["low"] > 0) | (large["high"] < 0)]
    if not len(clear):
        return say("finding.all_chance")
    told = [
        say("finding.more", side=letter, rows=_listed(rows, by, kind))
        for letter, rows in zip(LETTERS, (clear[clear["low"] > 0], clear[clear["high"] < 0]), strict=True)
        if len(rows)
    ]
    return " ".join([*told, say("finding.rest_chance", n=labels.number(len(frame)))])


def terms(frame: pd.DataFrame) -> str:
    """The expressions of either side that chance does not explain; ``frame`` as of ``measures.distinctive``."""
    clear = frame[~frame["small"]]
    told = [
        say("finding.apart", side=letter, rows=", ".join(_term(row) for row in rows.to_dict("records")))
        for letter, rows in zip(
            LETTERS, (side.head(_LISTED) for side in (clear[clear["z"] > 0], clear[clear["z"] < 0])), strict=True
        )
        if len(rows)
    ]
    return " ".join(told) or say("finding.no_apart")


def _term(row: dict[object, object]) -> str:
    z = labels.number(float(str(row["z"])), 1, signed=True)
    return say("finding.apart_row", form=labels.plain(str(row["form"])), z=z)


def _listed(rows: pd.DataFrame, by: Sequence[str], kind: Kind) -> str:
    """The rows with the largest differences, and how many more there are."""
    rows = rows.sort_values("difference", key=abs, ascending=False, kind="stable")
    told = []
    for row in rows.head(_LISTED).to_dict("records"):
        low, high = (
            labels.number(100 * row[end], 1, signed=True) if kind == "share" else formatted(row[end], kind, signed=True)
            for end in ("low", "high")
        )
        difference = formatted(row["difference"], kind, signed=True)
        told.append(
            say("finding.gap", name=finding.name(*group_of(row, by)), difference=difference, low=low, high=high)
        )
    if further := len(rows) - _LISTED:
        told += [say("finding.further", n=labels.number(further))] * (further > 0)
    return ", ".join(told)
