"""The matrix of who cites or relays whom."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.basic import PICK, finished
from dashboard.charts.share_matrix import cells, with_notes
from dashboard.charts.theme import QUIET, across, down, head, layered
from dashboard.i18n import labels
from dashboard.i18n.language import say

_ROW = 34
_N = "n"
"""What the row is called that tells how many statements a column has."""


def relation_matrix(frame: pd.DataFrame, *, who: str, share: str, dark: bool = False) -> alt.LayerChart:
    """Whoever is cited in rows, who cites in columns, each cell the share in its column and its 95 % interval.

    Columns of the frame: who, whom, n, base, share, low, high, small, in the order to draw them; cells without a
    statement stay empty. ``who`` names what stands in the columns, ``share`` what the share is of.
    """
    whom, citing = ([_N, *dict.fromkeys(frame["whom"])], list(dict.fromkeys(frame["who"])))
    rows = with_notes(frame[frame["n"] > 0])
    place: dict[str, Any] = {
        "x": alt.X("who:N", sort=citing, title=None, axis=across(citing)),
        "y": alt.Y("whom:N", sort=whom, title=None, axis=down(whom, limit=190), scale=alt.Scale(domain=whom)),
    }
    base = alt.Chart(rows).encode(
        **place,
        tooltip=[
            alt.Tooltip("who:N", title=who),
            alt.Tooltip("whom:N", title=say("chart.source")),
            alt.Tooltip("share:Q", title=share, format=".1%"),
            alt.Tooltip("range:N", title=say("chart.interval_percent")),
            alt.Tooltip("n:Q", title=say("chart.statements")),
            alt.Tooltip("base:Q", title=say("chart.of")),
        ],
    )
    sizes = frame.drop_duplicates("who")[["who", "base"]]
    sizes = sizes.assign(whom=_N, note=[labels.number(n) for n in sizes["base"]])
    upright = alt.ExprRef("bandwidth('x') < 40 ? -90 : 0")
    counted = alt.Chart(sizes).mark_text(fontSize=10.5, color=QUIET[dark], angle=upright)
    pick = alt.selection_point(name=PICK, fields=["who", "whom"], toggle=False)
    drawn = [*cells(base, pick, dark=dark, scale="sqrt"), counted.encode(**place, text=alt.Text("note:N"))]
    return finished(layered(*drawn), _ROW * len(whom) + head(citing))
