"""Charts of two sides, A and B: their differences around zero, their values as dots, what sets their wording apart.

Figures and n stand below each row's name, where nothing collides with them however narrow the window.
"""

from collections.abc import Sequence
from typing import Literal

import altair as alt
import pandas as pd

from dashboard import labels
from dashboard.chart_theme import FONT, GREY, interval
from dashboard.charts import PICK, finished
from dashboard.language import say

Kind = Literal["share", "rate", "mean"]
COLOURS = ("#1F77B4", "#D55E00")
_ROW, _AXIS, _LEGEND = 40, 75, 62
_PALE = 0.45
_CLOSE = {"share": 0.0, "rate": labels.CLOSE_RATE, "mean": 0.03}
"""Width of an interval below which the usual decimals say too little; shares see to that themselves."""


def gaps(frame: pd.DataFrame, by: str, *, kind: Kind) -> alt.LayerChart:
    """Differences with intervals, A's to the right; columns as in ``analysis.measures.differences``."""
    rows = frame.assign(value=frame["difference"], side=_ahead(frame["difference"]))
    notes = [
        f"{told(difference, kind, signed=True, fine=_fine(frame, kind))} · {labels.cases(left, right)}"
        for difference, left, right in zip(frame["difference"], frame["left_n"], frame["right_n"], strict=True)
    ]
    return _bars(rows, by, notes, say(f"compare.axis_{kind}"), kind)


def apart(frame: pd.DataFrame) -> alt.LayerChart:
    """Expressions by log-odds ratio with interval, A's to the right; columns of ``measures.distinctive``."""
    rows = frame.assign(value=frame["odds"], side=_ahead(frame["odds"]))
    notes = [
        f"z = {labels.number(z, 1, signed=True)} · {labels.cases(left, right)}"
        for z, left, right in zip(frame["z"], frame["left"], frame["right"], strict=True)
    ]
    return _bars(rows, "expression", notes, say("compare.axis_odds"), "rate", name="form")


def alone(frame: pd.DataFrame, *, side: str) -> alt.LayerChart:
    """Sources by their share of one side (A or B) with interval; columns entity, share, low, high, n, small."""
    rows = frame.assign(value=frame["share"], side=side)
    shares = zip(frame["share"], frame["n"], strict=True)
    notes = [f"{told(share, 'share')} · {labels.cases(n)}" for share, n in shares]
    return _bars(rows, "entity", notes, say("compare.value_share"), "share", signed=False)


def pairs(frame: pd.DataFrame, by: str, *, names: Sequence[str], kind: Kind) -> alt.LayerChart:
    """One row per group, a dot with interval for each side; columns ``by``, side (a name), amount, low, high, n."""
    values = frame.pivot(index=by, columns="side", values=["amount", "n"]).reindex(frame[by].drop_duplicates())
    fine = _fine(frame, kind)
    notes = {
        group: f"{' : '.join(told(row.get(('amount', name), float('nan')), kind, fine=fine) for name in names)} · "
        + labels.cases(*(_number(row, name) for name in names))
        for group, row in values.iterrows()
    }
    rows = _labelled(frame, by, [notes[group] for group in frame[by]])
    rows["told"] = [told(value, kind, fine=fine) for value in rows["amount"]]
    base = alt.Chart(rows).encode(
        y=_down(rows),
        yOffset=alt.YOffset("side:N", sort=list(names), scale=alt.Scale(paddingOuter=0.6)),
        color=alt.Color("side:N", title=None, scale=alt.Scale(domain=list(names), range=list(COLOURS)),
                        legend=alt.Legend(orient="top", columns=1, labelLimit=320)),
        opacity=_pale(),
        tooltip=[alt.Tooltip("side:N", title=say("behind.side")), alt.Tooltip("label:N", title=say("chart.group")),
                 alt.Tooltip("told:N", title=say(f"compare.value_{kind}")), *_interval(kind),
                 alt.Tooltip("n:Q", title=say("compare.n"))],
    )  # fmt: skip
    x = alt.X("amount:Q", title=say(f"compare.value_{kind}"), axis=_axis(kind), scale=alt.Scale(zero=True, nice=True))
    points = base.mark_point(filled=True, size=75, cursor="pointer").encode(
        x=x, shape=alt.Shape("side:N", sort=list(names), legend=alt.Legend(orient="top", columns=1, labelLimit=320))
    )
    lines = base.mark_rule(strokeWidth=1.5).encode(x="low:Q", x2="high:Q")
    pick = alt.selection_point(name=PICK, fields=[by, "side"], toggle=False)
    return finished(alt.layer(lines, points.add_params(pick)), _ROW * len(values) + _AXIS + _LEGEND)


def gaps_in_words(title: str, frame: pd.DataFrame, by: str, kind: Kind) -> str:
    """The differences for those who do not see them."""
    rows = [
        f"{labels.say(by, str(row[by]))} {told(row['difference'], kind, signed=True, fine=_fine(frame, kind))} "
        f"({labels.against(row['left_n'], row['right_n'])})"
        for row in frame.to_dict("records")
    ]
    return f"{title}: {'; '.join(rows)}"


def pairs_in_words(title: str, frame: pd.DataFrame, by: str, kind: Kind) -> str:
    """The values of both sides for those who do not see them."""
    fine = _fine(frame, kind)
    rows = [
        f"{labels.say(by, str(row[by]))}, {row['side']} {told(row['amount'], kind, fine=fine)} "
        f"({labels.cases(row['n'])})"
        for row in frame.to_dict("records")
    ]
    return f"{title}: {'; '.join(rows)}"


def apart_in_words(frame: pd.DataFrame) -> str:
    """The expressions for those who do not see them."""
    rows = [
        f"{row['form']} z = {labels.number(row['z'], 1, signed=True)} ({labels.against(row['left'], row['right'])})"
        for row in frame.to_dict("records")
    ]
    return f"{say('compare.apart')}: {'; '.join(rows)}"


def told(value: float, kind: Kind, *, signed: bool = False, fine: bool = False) -> str:
    """A value, or with ``signed`` a difference, as people read it; a dash where there is none.

    ``fine`` is told with a decimal more where one hides what the interval tells.
    """
    if pd.isna(value):
        return "–"
    if kind == "share":
        return labels.points(value) if signed else labels.percent(value)
    return labels.number(value, (1 if kind == "rate" else 2) + fine, signed=signed)


def _fine(frame: pd.DataFrame, kind: Kind) -> bool:
    """Whether the intervals are narrower than the usual decimals tell."""
    return bool((frame["high"] - frame["low"]).median() < _CLOSE[kind])


def _bars(
    rows: pd.DataFrame, by: str, notes: list[str], title: str, kind: Kind, name: str = "", *, signed: bool = True
) -> alt.LayerChart:
    rows = _labelled(rows, by, notes, name)
    bound = max(float(rows[["low", "high", "value"]].abs().max().max()), 0.01) * 1.05 if len(rows) else 1.0
    scale = alt.Scale(domain=[-bound if signed else 0, bound])
    base = alt.Chart(rows).encode(y=_down(rows))
    sides = alt.Color("side:N", legend=None, scale=alt.Scale(domain=["A", "B"], range=list(COLOURS)))
    tooltip = [alt.Tooltip("label:N", title=say("chart.group")), *_interval(kind)]
    x = alt.X("value:Q", title=title, scale=scale, axis=_axis(kind, signed=signed))
    drawn = base.mark_bar(height={"band": 0.42}, cursor="pointer").encode(
        x=x, color=sides, opacity=_pale(), tooltip=tooltip
    )
    zero = alt.Chart(pd.DataFrame({"x": [0]})).mark_rule(color=GREY).encode(x="x:Q")
    pick = alt.selection_point(name=PICK, fields=[by], toggle=False)
    layers = alt.layer(drawn.add_params(pick), zero, interval(base, "low", "high"))
    return finished(layers, _ROW * max(len(rows), 1) + _AXIS)


def _labelled(rows: pd.DataFrame, by: str, notes: list[str], name: str = "") -> pd.DataFrame:
    names = [labels.say(by, str(value)).partition(" (")[0] for value in rows[name or by]]
    return rows.assign(label=[f"{one}\n{note}" for one, note in zip(names, notes, strict=True)])


def _ahead(difference: "pd.Series[float]") -> list[str]:
    return ["A" if value > 0 else "B" for value in difference]


def _number(row: "pd.Series[float]", side: str) -> float:
    number = row.get(("n", side), 0)
    return 0 if pd.isna(number) else number


def _down(rows: pd.DataFrame) -> alt.Y:
    axis = alt.Axis(labelLimit=195, labelExpr="split(datum.label, '\\n')", labelOverlap=False, labelFontSize=FONT,
                    labelOffset=-7, ticks=False, domain=False)  # fmt: skip
    return alt.Y("label:N", sort=list(dict.fromkeys(rows["label"])), title=None, axis=axis)


def _axis(kind: Kind, *, signed: bool = False) -> alt.Axis:
    # Of the decimals only those that are needed, so that no two steps of a short axis look the same.
    if kind == "share" and signed:
        return alt.Axis(format="+.1~%", tickCount=4, labelExpr="datum.value ? replace(datum.label, /\\s?%/, '') : '0'")
    return alt.Axis(format=".1~%" if kind == "share" else ".3~f", tickCount=4)


def _interval(kind: Kind) -> list[alt.Tooltip]:
    form = ".1%" if kind == "share" else ".2f"
    return [alt.Tooltip("low:Q", title=say("chart.low"), format=form),
            alt.Tooltip("high:Q", title=say("chart.high"), format=form)]  # fmt: skip


def _pale() -> alt.Opacity:
    return alt.condition(alt.datum.small, alt.value(_PALE), alt.value(1.0))
