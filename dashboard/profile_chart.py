"""The certainty profile as a matrix: groups in rows, stances in columns, in each cell the share and its interval."""

import altair as alt
import pandas as pd

from dashboard import labels
from dashboard.chart_theme import FONT, GREY, INK, SLANT, room
from dashboard.charts import PICK, finished
from dashboard.language import say

_ROW, _HEAD = 36, 110
_SHADE = "#1F6FB0"
_PALE = 0.35
_WIDE = 44
"""Pixels of a column from which a share with its interval fits; narrower ones hold the bare number of percent."""


def profile_matrix(
    frame: pd.DataFrame, row: str, column: str, *, title: str, dark: bool = False
) -> alt.LayerChart:
    """Shares of each row; columns ``row``, ``column``, share, low, high, n, base, small, in the order to draw them.

    The first column prints how many cases a row has, every other cell its percentage and below it the 95 % interval.
    ``dark`` tells the colour of the page.
    """
    rows = frame.assign(
        label=[labels.say(row, str(value)) for value in frame[row]],
        across=[labels.say(column, str(value)).partition(" (")[0] for value in frame[column]],
        note=[labels.percent(share) if n else "" for share, n in zip(frame["share"], frame["n"], strict=True)],
        bare=[f"{100 * share:.0f}" if n else "" for share, n in zip(frame["share"], frame["n"], strict=True)],
        range=[labels.span(low, high) if n else "" for low, high, n in
               zip(frame["low"], frame["high"], frame["n"], strict=True)],
    )  # fmt: skip
    order = list(dict.fromkeys(rows["label"]))
    down = alt.Y("label:N", sort=order, title=None,
                 axis=alt.Axis(labelLimit=150, labelOverlap=False, ticks=False, domain=False))  # fmt: skip
    across = alt.X("across:N", title=None, scale=alt.Scale(domain=["n", *dict.fromkeys(rows["across"])]),
                   axis=alt.Axis(orient="top", labelAngle=SLANT, labelLimit=120, labelOverlap=False))  # fmt: skip
    base = alt.Chart(rows).encode(y=down, x=across, tooltip=_tooltip(title, column))
    cells = base.mark_rect(cursor="pointer", fill=_SHADE, stroke=GREY, strokeWidth=0.4).encode(
        fillOpacity=alt.FillOpacity("share:Q", scale=alt.Scale(domain=[0, 1], range=[0.03, 1]), legend=None),
        opacity=alt.condition(alt.datum.small, alt.value(_PALE), alt.value(1.0)),
    )
    ink = alt.condition("datum.share > 0.8 && !datum.small", alt.value("white"), alt.value(INK[dark]))
    shares = base.mark_text(fontSize=FONT, dy=-6).encode(text="note:N", color=ink, opacity=room(_WIDE))
    ranges = base.mark_text(fontSize=9.5, dy=8).encode(text="range:N", color=ink, opacity=room(_WIDE))
    bare = base.mark_text(fontSize=FONT).encode(text="bare:N", color=ink, opacity=room(_WIDE, wider=False))
    sizes = alt.Chart(rows.drop_duplicates("label").assign(across="n")).mark_text(fontSize=11, color=INK[dark])
    pick = alt.selection_point(name=PICK, fields=[row, column], toggle=False)
    drawn = alt.layer(cells.add_params(pick), shares, ranges, bare, sizes.encode(y=down, x=across, text="base:Q"))
    return finished(drawn, _ROW * len(order) + _HEAD)


def _tooltip(title: str, column: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("label:N", title=say("chart.group")),
        alt.Tooltip("across:N", title=say("chart.stance") if column == "stance" else say("chart.tone")),
        alt.Tooltip("share:Q", title=title, format=".1%"),
        alt.Tooltip("range:N", title=say("chart.interval_percent")),
        alt.Tooltip("n:Q", title=say("chart.statements") if column == "stance" else say("chart.sentences")),
        alt.Tooltip("base:Q", title=say("chart.of")),
    ]
