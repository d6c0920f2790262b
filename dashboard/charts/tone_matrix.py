"""The chart of who speaks about whom in which tone."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.basic import PICK, finished
from dashboard.charts.theme import FONT, GREY, INK, across, down, head, layered, room
from dashboard.i18n import labels
from dashboard.i18n.language import say

_ROW = 36
_WIDE, _NARROW = 50, 30
BALANCE = {False: ("#D96A12", "#EEF1F4", "#4C93CF"), True: ("#A04700", "#27303A", "#1C659F")}
"""Negative, neutral and positive cells, on a light and on a dark page; what stands in them can be read on each."""


def pair_matrix(frame: pd.DataFrame, *, dark: bool = False) -> alt.LayerChart:
    """Who speaks (columns) how about whom (rows): balance and n in each cell, orange negative, blue positive.

    In narrower columns stands the balance alone, in the narrowest nothing; the tooltip and the table have them.
    """
    rows = frame.assign(
        who=[labels.say("speaker", value) for value in frame["speaker"]],
        note=[labels.number(value, 2) for value in frame["balance"]],
        size=[labels.cases(n) for n in frame["n"]],
        range=[_range(low, high) for low, high in zip(frame["low"], frame["high"], strict=True)],
    )
    targets, who = (list(dict.fromkeys(rows[name])) for name in ("target", "who"))
    place: dict[str, Any] = {
        "y": alt.Y("target:N", sort=targets, title=None, axis=down(targets, limit=170)),
        "x": alt.X("who:N", sort=who, title=None, axis=across(who, limit=170)),
    }
    tooltip = [alt.Tooltip(f"{name}:N", title=title) for name, title in
               (("who", say("toned.speaker")), ("target", say("toned.about")), ("note", say("toned.name")),
                ("range", say("chart.interval")), ("size", say("chart.sentences")))]  # fmt: skip
    base = alt.Chart(rows).encode(**place, tooltip=tooltip)
    colour = alt.Color("balance:Q", legend=None, scale=alt.Scale(
        domain=[-0.6, 0, 0.6], range=list(BALANCE[dark]), interpolate="rgb", clamp=True))  # fmt: skip
    faint = alt.condition(alt.datum.small, alt.value(0.4), alt.value(1.0))
    cells = base.mark_rect(cursor="pointer", stroke=GREY, strokeWidth=0.4).encode(color=colour, opacity=faint)
    ink = alt.ColorValue(INK[dark])
    texts = [
        base.mark_text(fontSize=FONT, dy=-6).encode(text=alt.Text("note:N"), color=ink, opacity=room(_WIDE)),
        base.mark_text(fontSize=10, dy=8).encode(text=alt.Text("size:N"), color=ink, opacity=room(_WIDE)),
        base.mark_text(fontSize=11).encode(text=alt.Text("note:N"), color=ink, opacity=room(_NARROW, _WIDE)),
    ]
    pick = alt.selection_point(name=PICK, fields=["speaker", "target"], toggle=False)
    return finished(layered(cells.add_params(pick), *texts), _ROW * max(len(targets), 1) + head(who, limit=170))


def _range(low: float, high: float) -> str:
    if pd.isna(low) or pd.isna(high):
        return "–"
    return say("chart.to", low=labels.number(low, 2), high=labels.number(high, 2))
