"""The matrix of who cites or relays whom."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.basic import PICK, finished, lacking, with_reasons
from dashboard.charts.theme import FONT, FULLEST, GREY, INK, QUIET, SHADE, across, by_page, down, head, layered, room
from dashboard.i18n import labels
from dashboard.i18n.language import say

_ROW = 34
_N = "n"
"""What the row is called that tells how many statements a column has."""
_WIDE = 44
"""Pixels of a column from which a share with its interval fits; narrower ones hold the bare number of percent."""


def relation_matrix(frame: pd.DataFrame, *, who: str, share: str) -> alt.LayerChart:
    """Whoever is cited in rows, who cites in columns, each cell the share in its column and its 95 % interval.

    Columns of the frame: who, whom, n, base, share, low, high, small, few, in the order to draw them; cells without a
    statement stay empty, those of few cases or articles have figures without a colour. ``who`` names what stands in the
    columns, ``share`` what the share is of.
    """
    whom, citing = ([_N, *dict.fromkeys(frame["whom"])], list(dict.fromkeys(frame["who"])))
    rows = with_reasons(with_notes(frame[frame["n"] > 0]))
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
            *lacking(rows),
        ],
    )
    sizes = frame.drop_duplicates("who")[["who", "base"]]
    sizes = sizes.assign(whom=_N, note=[labels.number(n) for n in sizes["base"]])
    upright = alt.ExprRef("bandwidth('x') < 40 ? -90 : 0")
    counted = alt.Chart(sizes).mark_text(fontSize=10.5, color=alt.ExprRef(by_page(QUIET)["expr"]), angle=upright)
    pick = alt.selection_point(name=PICK, fields=["who", "whom"], toggle=False)
    drawn = [*_cells(base, pick), counted.encode(**place, text=alt.Text("note:N"))]
    return finished(layered(*drawn), _ROW * len(whom) + head(citing))


def with_notes(frame: pd.DataFrame) -> pd.DataFrame:
    """Adds the texts of the cells: ``note`` in percent, ``range`` the interval, ``bare`` the number alone."""
    fine = [labels.digits(low, high) for low, high in zip(frame["low"], frame["high"], strict=True)]
    given = list(zip(frame["share"], frame["low"], frame["high"], frame["n"], fine, strict=True))
    return frame.assign(
        note=[labels.share(share, digits) if n else "" for share, _, _, n, digits in given],
        bare=[labels.number(100 * share) if n else "" for share, _, _, n, _ in given],
        # Of what is next to nothing both ends would be told as zero.
        range=[labels.span(low, high, digits) if n and high >= 0.0005 else "" for _, low, high, n, digits in given],
    )


def _cells(base: alt.Chart, pick: alt.Parameter) -> list[alt.Chart]:
    """Filled cells and what stands in them; what is of few has no fill."""
    scale = alt.Scale(type="sqrt", domain=[0, 1], range=[0.03, FULLEST])
    filled = base.mark_rect(cursor="pointer", fill=SHADE, stroke=GREY, strokeWidth=0.4).encode(
        fillOpacity=alt.condition(alt.datum.small, alt.value(0.0), alt.FillOpacity("share:Q", scale=scale, legend=None))
    )
    ink = alt.ExprRef(by_page(INK)["expr"])

    def text(field: str, size: float, least: int, most: int = 10_000, dy: int = 0) -> alt.Chart:
        marks = base.mark_text(fontSize=size, dy=dy, color=ink)
        drawn: alt.Chart = marks.encode(text=alt.Text(f"{field}:N"), opacity=room(least, most))
        return drawn

    return [
        filled.add_params(pick),
        text("note", FONT, _WIDE, dy=-6),
        text("range", 10, _WIDE, dy=8),
        text("bare", FONT, 0, _WIDE),
    ]
