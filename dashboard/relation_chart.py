"""The matrix of who cites or relays whom."""

import altair as alt
import pandas as pd

from dashboard import labels
from dashboard.chart_theme import GREY, SLANT
from dashboard.charts import PICK, finished
from dashboard.language import say

_ROW = 28
_HEAD = 130
_DARK_CELL = "datum.share > 0.35 && !datum.small"


def relation_matrix(frame: pd.DataFrame, *, who: str, share: str) -> alt.LayerChart:
    """Whoever is cited in rows, who cites in columns, each cell the share in its column in percent.

    Columns of the frame: who, whom, n, base, share, small, in the order to draw them; cells without a statement stay
    empty. ``who`` names what stands in the columns, ``share`` what the share is of.
    """
    order = {side: list(dict.fromkeys(frame[side])) for side in ("who", "whom")}
    rows = frame[frame["n"] > 0]
    rows = rows.assign(note=[labels.number(100 * value) for value in rows["share"]])
    across = alt.Axis(orient="top", labelAngle=SLANT, labelLimit=150, labelOverlap=False, ticks=False, domain=False)
    base = alt.Chart(rows).encode(
        x=alt.X("who:N", sort=order["who"], title=None, axis=across),
        y=alt.Y("whom:N", sort=order["whom"], title=None,
                axis=alt.Axis(labelLimit=190, labelOverlap=False, ticks=False, domain=False)),
        tooltip=[
            alt.Tooltip("who:N", title=who),
            alt.Tooltip("whom:N", title=say("chart.source")),
            alt.Tooltip("share:Q", title=share, format=".1%"),
            alt.Tooltip("n:Q", title=say("chart.statements")),
            alt.Tooltip("base:Q", title=say("chart.of")),
        ],
    )  # fmt: skip
    cells = base.mark_rect(cursor="pointer", stroke=GREY, strokeWidth=0.4).encode(
        color=alt.Color("share:Q", scale=alt.Scale(type="sqrt", scheme="blues", domain=[0, 1]), legend=None),
        opacity=alt.condition(alt.datum.small, alt.value(0.6), alt.value(1.0)),
    )
    notes = base.mark_text(fontSize=11).encode(
        text="note:N", color=alt.condition(_DARK_CELL, alt.value("white"), alt.value("#1B2430"))
    )
    pick = alt.selection_point(name=PICK, fields=["who", "whom"], toggle=False)
    return finished(alt.layer(cells.add_params(pick), notes), _ROW * len(order["whom"]) + _HEAD)
