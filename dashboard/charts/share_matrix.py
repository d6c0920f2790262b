"""The certainty profile as a matrix: groups in rows, stances in columns, in each cell the share and its interval."""

from typing import Literal

import altair as alt
import pandas as pd

from dashboard.charts.basic import PICK, finished
from dashboard.charts.theme import FONT, FULLEST, GREY, INK, SHADE, across, counted, head, layered, room
from dashboard.i18n import labels
from dashboard.i18n.language import say

_ROW = 36
_PALE = 0.4
_WIDE = 44
"""Pixels of a column from which a share with its interval fits; narrower ones hold the bare number of percent."""


def profile_matrix(frame: pd.DataFrame, row: str, column: str, *, title: str, dark: bool = False) -> alt.LayerChart:
    """Shares of each row; columns ``row``, ``column``, share, low, high, n, base, small, in the order to draw them.

    Below the name of a row stands how many cases it has, in every cell its percentage and the 95 % interval.
    ``dark`` tells the colour of the page.
    """
    rows = with_notes(frame).assign(
        label=[labels.say(row, str(value)) for value in frame[row]],
        across=[labels.say(column, str(value)).partition(" (")[0] for value in frame[column]],
    )
    names = rows.drop_duplicates("label")
    notes = [labels.cases(n) for n in names["base"]]
    columns = list(dict.fromkeys(rows["across"]))
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=list(names["label"]), title=None, axis=counted(names["label"], notes)),
        x=alt.X("across:N", sort=columns, title=None, axis=across(columns)),
        tooltip=_tooltip(title, column),
    )
    pick = alt.selection_point(name=PICK, fields=[row, column], toggle=False)
    return finished(layered(*cells(base, pick, dark=dark)), _ROW * len(names) + head(columns))


def with_notes(frame: pd.DataFrame) -> pd.DataFrame:
    """Adds the texts of the cells: ``note`` in percent, ``range`` the interval, ``bare`` the number alone."""
    fine = [labels.digits(low, high) for low, high in zip(frame["low"], frame["high"], strict=True)]
    given = list(zip(frame["share"], frame["low"], frame["high"], frame["n"], fine, strict=True))
    return frame.assign(
        note=[labels.share(share, digits) if n else "" for share, _, _, n, digits in given],
        bare=[labels.number(100 * share) if n else "" for share, _, _, n, _ in given],
        # Of what is next to nothing the ends would both be with_notes as zero.
        range=[labels.span(low, high, digits) if n and high >= 0.0005 else "" for _, low, high, n, digits in given],
    )


def cells(
    base: alt.Chart, pick: alt.Parameter, *, dark: bool, scale: Literal["linear", "sqrt"] = "linear"
) -> list[alt.Chart]:
    """Filled cells and what stands in them, of rows as ``with_notes`` makes them; ``base`` says where."""
    filled = base.mark_rect(cursor="pointer", fill=SHADE, stroke=GREY, strokeWidth=0.4).encode(
        fillOpacity=alt.FillOpacity(
            "share:Q",
            scale=alt.Scale(type=scale, domain=[0, 1], range=[0.03, FULLEST]),
            legend=None,
        ),
        opacity=alt.condition(alt.datum.small, alt.value(_PALE), alt.value(1.0)),
    )
    text = base.encode(color=alt.ColorValue(INK[dark]))
    return [
        filled.add_params(pick),
        text.mark_text(fontSize=FONT, dy=-6).encode(text=alt.Text("note:N"), opacity=room(_WIDE)),
        text.mark_text(fontSize=10, dy=8).encode(text=alt.Text("range:N"), opacity=room(_WIDE)),
        text.mark_text(fontSize=FONT).encode(text=alt.Text("bare:N"), opacity=room(0, _WIDE)),
    ]


def _tooltip(title: str, column: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("label:N", title=say("chart.group")),
        alt.Tooltip("across:N", title=say("chart.stance") if column == "stance" else say("chart.tone")),
        alt.Tooltip("share:Q", title=title, format=".1%"),
        alt.Tooltip("range:N", title=say("chart.interval_percent")),
        alt.Tooltip("n:Q", title=say("chart.statements") if column == "stance" else say("chart.sentences")),
        alt.Tooltip("base:Q", title=say("chart.of")),
    ]
