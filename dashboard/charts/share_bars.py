"""Bars of 100 %: how each group's cases spread over the few values of a column, in the same colours everywhere."""

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts import colours
from dashboard.charts.basic import PICK, finished, lacking, with_reasons
from dashboard.charts.theme import FONT, counted
from dashboard.charts.theme import layered as layers
from dashboard.i18n import labels
from dashboard.i18n.language import say

_ROW = 38
_AXIS, _LEGEND = 85, 29
_PALE = 0.4
_LETTER = 0.6
"""Width of a letter of the notes by their size."""


def share_bars(frame: pd.DataFrame, by: str, parts: str, *, title: str, counts: str) -> alt.LayerChart:
    """A bar for each value of ``by``, in the order of the frame, cut into its shares of ``parts``.

    Columns of the frame: ``by``, ``parts``, n, base, share, low, high, small, few, and ``hedged_share`` of the cell
    where it has that. Below the name of a row stands how many cases it has; a part wide enough tells its percentage,
    the interval is in the tooltip. ``title`` names what the share is of, ``counts`` what n counts.
    """
    rows = _placed(frame[frame["n"] > 0], by, parts)
    names = rows.drop_duplicates("label")
    notes = [labels.cases(n) for n in names["base"]]
    place: dict[str, Any] = {
        "y": alt.Y("label:N", sort=list(names["label"]), title=None, axis=counted(names["label"], notes)),
    }
    base = alt.Chart(rows).encode(**place, tooltip=_tooltip(rows, parts, title, counts))
    known = colours.fills(parts)
    fill = alt.Scale(domain=[labels.say(parts, value) for value in known], range=list(known.values()))
    percents = alt.Axis(format=".0%", values=[0, 0.25, 0.5, 0.75, 1])
    shown = alt.Legend(orient="top", columns=alt.ExprRef("width < 420 ? 2 : 4"), labelLimit=240, title=None)
    bars = base.mark_bar(height={"band": 0.6}, cursor="pointer", stroke="transparent").encode(
        x=alt.X("start:Q", title=title, axis=percents, scale=alt.Scale(domain=[0, 1])),
        x2="end:Q",
        color=alt.Color("part:N", scale=fill, legend=shown),
        opacity=alt.condition(alt.datum.small, alt.value(_PALE), alt.value(1.0)),
    )
    fits = f"datum.share * width > {_LETTER * FONT} * length(datum.note)"
    texts = base.mark_text(fontSize=FONT, color=colours.TEXT_ON_FILL).encode(
        x="middle:Q",
        text="note:N",
        opacity=alt.condition(f"{fits} && !datum.small", alt.value(1.0), alt.value(0.0)),
    )
    pick = alt.selection_point(name=PICK, fields=[by, parts], toggle=False)
    lines = -(-len(known) // 2)
    return finished(layers(bars.add_params(pick), texts), _ROW * max(len(names), 1) + _AXIS + _LEGEND * lines)


def _placed(frame: pd.DataFrame, by: str, parts: str) -> pd.DataFrame:
    """The rows with the place of each part in its bar, and their texts."""
    order = {value: place for place, value in enumerate(colours.fills(parts))}
    groups = {value: place for place, value in enumerate(dict.fromkeys(frame[by]))}
    rows = frame.assign(row=frame[by].map(groups), place=frame[parts].map(order)).sort_values(["row", "place"])
    end = rows.groupby("row")["share"].cumsum()
    return with_reasons(
        rows.assign(
            label=[labels.say(by, str(value)) for value in rows[by]],
            part=[labels.say(parts, str(value)) for value in rows[parts]],
            start=end - rows["share"],
            end=end,
            middle=end - rows["share"] / 2,
            note=[labels.percent(share) for share in rows["share"]],
            range=[labels.span(low, high) or "–" for low, high in zip(rows["low"], rows["high"], strict=True)],
            hedging=[_percent(share) for share in rows.get("hedged_share", rows["share"])],
        )
    ).drop(columns=["row", "place"])


def _percent(share: float) -> str:
    return "–" if pd.isna(share) else labels.percent(share)


def _tooltip(rows: pd.DataFrame, parts: str, title: str, counts: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("label:N", title=say("chart.group")),
        alt.Tooltip("part:N", title=say("chart.stance") if parts == "stance" else say("chart.tone")),
        alt.Tooltip("note:N", title=title),
        alt.Tooltip("range:N", title=say("chart.interval_percent")),
        alt.Tooltip("n:Q", title=counts),
        alt.Tooltip("base:Q", title=say("chart.of")),
        *([alt.Tooltip("hedging:N", title=say("certain.of_it_hedged"))] if "hedged_share" in rows else []),
        *lacking(rows),
    ]
