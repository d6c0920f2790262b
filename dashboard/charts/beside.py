"""One article beside a corpus: its shares as bars, those of the corpus pale, with their interval."""

import altair as alt
import pandas as pd

from dashboard.charts.basic import finished
from dashboard.charts.theme import FONT, GREY, SHADE, down, layered
from dashboard.i18n import labels
from dashboard.i18n.language import say

_ROW, _AXIS = 36, 75
"""Pixels of a row, and of what the axis takes."""
_BAR, _APART = 13, 7
"""Pixels that a bar is high, and that it stands above the middle of its row and the corpus below."""
_ROOM = 1.25
"""How far the axis goes beyond the largest share, so that what is written at the bars has room."""


def beside(frame: pd.DataFrame, by: str, side: str, *, one: str, many: str, title: str, counted: str) -> alt.LayerChart:
    """A bar for each share of ``one``, told as so many of all, and below it a dot with interval for that of ``many``.

    Bars are counts of one article and drawn strong; dots of too few cases or articles are faded.

    Columns ``by``, ``side`` (``one`` or ``many``), share, low, high, n, base, few; rows in the order of the frame.
    """
    rows = frame.assign(label=[labels.say(by, str(value)) for value in frame[by]], part=frame[side])
    order = list(dict.fromkeys(rows["label"]))
    rows["note"] = [
        say("start.of", n=labels.number(n), base=labels.number(base))
        for n, base in zip(rows["n"], rows["base"], strict=True)
    ]
    rows["edge"] = rows.groupby("label")[["share", "high"]].transform("max").max(axis=1)
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=order, title=None, axis=down(order)),
        tooltip=[
            alt.Tooltip("part:N", title=say("chart.series")),
            alt.Tooltip("label:N", title=say("chart.group")),
            alt.Tooltip("share:Q", title=title, format=".1%"),
            alt.Tooltip("note:N", title=counted),
        ],
    )
    most = min(max(rows["edge"].max(), 0.05) * _ROOM, _ROOM)
    x = alt.X("share:Q", title=title, axis=alt.Axis(format=".0%", tickCount=4), scale=alt.Scale(domain=[0, most]))
    own, theirs = base.transform_filter(alt.datum.part == one), base.transform_filter(alt.datum.part == many)
    lines = theirs.transform_filter("isValid(datum.low)").mark_rule(
        yOffset=_APART, color=GREY, strokeWidth=2, aria=False
    )
    faded = alt.condition("datum.few", alt.value(0.45), alt.value(1.0))
    drawn = layered(
        own.mark_bar(height=_BAR, yOffset=-_APART, color=SHADE).encode(x=x),
        lines.encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"), opacity=faded),
        theirs.mark_point(yOffset=_APART, shape="diamond", filled=True, size=60, color=GREY).encode(x=x, opacity=faded),
        own.mark_text(align="left", dx=6, yOffset=-_APART, fontSize=FONT).encode(x=x, text=alt.Text("note:N")),
    )
    return finished(drawn, _ROW * max(len(order), 1) + _AXIS)
