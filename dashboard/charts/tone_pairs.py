"""The chart of who speaks about whom in which tone: one bar per pair, to the left negative, to the right positive."""

import altair as alt
import pandas as pd

from dashboard.charts import colours
from dashboard.charts.basic import PICK, finished, lacking, with_reasons
from dashboard.charts.theme import counted, interval, layered, zero
from dashboard.i18n import labels
from dashboard.i18n.language import say

_ROW, _AXIS = 40, 60
_PALE = 0.4
_LEAST = 0.25
"""What the axis reaches at least on either side."""


def pair_bars(frame: pd.DataFrame) -> alt.LayerChart:
    """The balance of every pair of speaker and target, in the order of the frame; n stands below the name.

    Columns: speaker, target, n, balance, low, high, small, few.
    """
    rows = with_reasons(frame.dropna(subset=["balance"]))
    who = [labels.say("speaker", value) for value in rows["speaker"]]
    rows = rows.assign(
        who=who,
        label=[say("toned.pair", who=one, target=target) for one, target in zip(who, rows["target"], strict=True)],
        note=[labels.number(value, 2, signed=True) for value in rows["balance"]],
        range=[_range(low, high) for low, high in zip(rows["low"], rows["high"], strict=True)],
        tone=["negative" if value < 0 else "positive" for value in rows["balance"]],
    )
    told = [f"{note} · {labels.cases(n)}" for note, n in zip(rows["note"], rows["n"], strict=True)]
    reach = max([_LEAST, *rows[["balance", "low", "high"]].abs().stack().dropna()])
    names = list(rows["label"])
    tooltip = [alt.Tooltip(f"{name}:N", title=title) for name, title in
               (("who", say("toned.speaker")), ("target", say("toned.about")), ("note", say("toned.name")),
                ("range", say("chart.interval")))]  # fmt: skip
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=names, title=None, axis=counted(names, told, limit=230)),
        tooltip=[*tooltip, alt.Tooltip("n:Q", title=say("chart.sentences")), *lacking(rows)],
    )
    fill = colours.fills("tone_label")
    bars = base.mark_bar(height={"band": 0.42}, cursor="pointer").encode(
        x=alt.X("balance:Q", title=say("toned.axis"), scale=alt.Scale(domain=[-reach, reach]),
                axis=alt.Axis(format=".2~f", tickCount=5)),
        color=alt.Color("tone:N", legend=None, scale=alt.Scale(domain=list(fill), range=list(fill.values()))),
        opacity=alt.condition(alt.datum.small, alt.value(_PALE), alt.value(1.0)),
    )  # fmt: skip
    pick = alt.selection_point(name=PICK, fields=["speaker", "target"], toggle=False)
    layers = layered(bars.add_params(pick), zero(), interval(base, "low", "high"))
    return finished(layers, _ROW * max(len(rows), 1) + _AXIS)


def _range(low: float, high: float) -> str:
    if pd.isna(low) or pd.isna(high):
        return "–"
    return say("chart.to", low=labels.number(low, 2), high=labels.number(high, 2))
