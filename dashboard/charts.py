"""Charts as functions from a frame to an Altair chart; nothing here computes a figure or calls Streamlit.

Every chart draws the 95 % interval where there is one, prints the number of cases, greys out what is too small to
be read, and names the column that a click picks in its ``pick`` selection.
"""

from collections.abc import Sequence
from typing import TypeVar

import altair as alt
import pandas as pd
from altair.utils import schemapi

from dashboard import labels
from dashboard.chart_theme import FONT, GREY, percent_sign
from dashboard.language import say

# Altair checks every piece of a chart against its schema as it is made, which takes longer than all else on a page;
# what the tests draw is checked as a whole.
schemapi.disable_debug_mode()

PICK = "pick"
_PLAIN = "#3B7EA6"
_SERIES = ("#1F77B4", "#D55E00", "#009E73", "#C667A0", "#9A7430", "#5A6FB5")
_ROW = 30
_AXIS = 75
"""Pixels of a chart's height that the axis takes."""
_NOTE = 10
"""Size in pixels of n beside dots, of which several share a row."""
_LINE = 36
"""Letters of legend entries that stand side by side even on a narrow screen."""
_Drawn = TypeVar("_Drawn", alt.Chart, alt.LayerChart)
_SMALL_OPACITY = 0.45


def bars(
    frame: pd.DataFrame, by: str, *, value: str = "share", title: str, counted: str, digits: int = 1
) -> alt.LayerChart:
    """Sorted bars with interval and n; columns ``by``, ``value``, low, high, n, small.

    ``title`` names the axis with its unit, ``counted`` what n counts. Shares are shown in percent, other values
    with ``digits`` decimals.
    """
    is_share = value == "share"
    rows = _labelled(frame, by)
    rows["note"] = [
        f"{labels.percent(v) if is_share else labels.number(v, digits)} · n = {labels.number(n)}"
        for v, n in zip(rows[value], rows["n"], strict=True)
    ]
    rows["edge"] = rows[["high", value]].max(axis=1)
    axis = alt.Axis(format=".0%" if is_share else f".{digits}f", tickCount=5)
    limit = 1.45 * max(float(rows["edge"].max()), 1e-9) if len(rows) else 1.0
    if is_share:
        axis = alt.Axis(format=".0%", values=[step / 20 for step in range(0, 21, 1 if limit < 0.4 else 4)])
    base = alt.Chart(rows).encode(y=_rows(rows), tooltip=_tooltip(value, title, counted, is_share))
    drawn = base.mark_bar(height={"band": 0.62}, cursor="pointer").encode(
        x=alt.X(f"{value}:Q", scale=alt.Scale(domain=[0, limit]), title=title, axis=axis),
        color=_colour(by),
        opacity=_opacity(),
    )
    interval = base.mark_rule(strokeWidth=1.5, color=GREY).encode(x="low:Q", x2="high:Q")
    notes = base.mark_text(align="left", dx=6, fontSize=FONT).encode(x="edge:Q", text="note:N")
    return finished(alt.layer(drawn.add_params(_pick(by)), interval, notes), _ROW * max(len(rows), 1) + _AXIS)


def stacked(frame: pd.DataFrame, by: str, series: str, *, value: str, title: str, counted: str) -> alt.LayerChart:
    """Bars cut by a second column, each with its n, and a legend; columns ``by``, ``series``, ``value``, n."""
    rows = _labelled(frame, by)
    rows["part"] = [labels.say(series, str(v)) for v in rows[series]]
    order = _by_value(rows, value)
    whole = rows.groupby("label", sort=False)[[value, "n"]].sum().reset_index()
    whole["note"] = [f"n = {labels.number(n)}" for n in whole["n"]]
    notes = (
        alt.Chart(whole)
        .mark_text(align="left", dx=6, fontSize=FONT)
        .encode(y=_rows(whole, order), x=f"{value}:Q", text="note:N")
    )
    limit = 1.2 * max(float(whole[value].max()), 1e-9) if len(whole) else 1.0
    drawn = (
        alt.Chart(rows)
        .mark_bar(height={"band": 0.62}, cursor="pointer")
        .encode(
            y=_rows(rows, order),
            x=alt.X(f"{value}:Q", title=title, axis=alt.Axis(tickCount=5), scale=alt.Scale(domain=[0, limit])),
            color=_series(rows, "part"),
            tooltip=[
                alt.Tooltip("label:N", title=say("chart.group")),
                alt.Tooltip("part:N", title=say("chart.part")),
                alt.Tooltip(f"{value}:Q", title=title, format=".2f"),
                alt.Tooltip("n:Q", title=counted),
            ],
        )
        .add_params(_pick(by, series))
    )
    height = _ROW * max(len(order), 1) + _AXIS + _legend_height(_parts(rows, "part"))
    return finished(alt.layer(drawn, notes), height)


def dots(
    frame: pd.DataFrame, by: str, series: str, *, value: str, title: str, counted: str, ranked: bool = False
) -> alt.LayerChart:
    """One row per group, a dot with interval per series; columns ``by``, ``series``, ``value``, low, high, n, small.

    Groups stand in the order of the frame; ``ranked`` puts those of the largest values first.
    """
    is_share = value in ("share", "difference")
    rows = _labelled(frame, by)
    rows["part"] = [labels.say(series, str(v)) for v in rows[series]]
    order = _by_value(rows, value) if ranked else list(dict.fromkeys(rows["label"]))
    parts = _parts(rows, "part")
    axis = alt.Axis(format=".0%" if is_share else ".2f", tickCount=6)
    base = alt.Chart(rows).encode(
        y=_rows(rows, order),
        yOffset=alt.YOffset("part:N", sort=parts, scale=alt.Scale(paddingOuter=0.5)),
        tooltip=[alt.Tooltip("part:N", title=say("chart.series")), *_tooltip(value, title, counted, is_share)],
    )
    rows["note"] = [f"n = {labels.number(n)}" for n in rows["n"]]
    rows["edge"] = rows[["high", value]].max(axis=1)
    x = alt.X(f"{value}:Q", title=title, axis=axis, scale=alt.Scale(domain=_domain(rows, value), nice=False))
    points = base.mark_point(filled=True, size=75, cursor="pointer", opacity=1).encode(
        x=x,
        color=_series(rows, "part"),
        shape=alt.Shape("part:N", sort=parts, title=None),
        opacity=_opacity(),
    )
    interval = base.mark_rule(strokeWidth=1.5).encode(
        x="low:Q", x2="high:Q", color=_series(rows, "part"), opacity=_opacity()
    )
    notes = base.mark_text(align="left", dx=6, fontSize=_NOTE).encode(x="edge:Q", text="note:N")
    height = max(_ROW, 17 * len(parts) + 8) * max(len(order), 1) + _AXIS + _legend_height(parts)
    return finished(alt.layer(interval, points.add_params(_pick(by, series)), notes), height)


def differences(frame: pd.DataFrame, by: str) -> alt.LayerChart:
    """Differences of shares around zero with intervals; columns ``by``, difference, low, high, left_n, right_n."""
    rows = _labelled(frame, by)
    rows["note"] = [f"{labels.points(d)}  ({a} : {b})" for d, a, b in
                    zip(rows["difference"], rows["left_n"], rows["right_n"], strict=True)]  # fmt: skip
    bound = max(float(rows[["low", "high", "difference"]].abs().max().max()), 0.01) * 1.1 if len(rows) else 1.0
    base = alt.Chart(rows).encode(y=_rows(rows))
    tooltip = [alt.Tooltip("label:N", title=say("chart.group")), alt.Tooltip("note:N", title=say("chart.difference"))]
    axis = alt.Axis(format="+.0%", labelExpr=f"datum.value ? replace(datum.label, '{percent_sign()}', '') : '0'")
    x = alt.X("difference:Q", title=say("chart.points"), scale=alt.Scale(domain=[-bound, bound]), axis=axis)
    drawn = base.mark_bar(height={"band": 0.5}, cursor="pointer").encode(
        x=x, color=_colour(by), opacity=_opacity(), tooltip=tooltip
    )
    interval = base.mark_rule(strokeWidth=1.5, color=GREY).encode(x="low:Q", x2="high:Q")
    zero = alt.Chart(pd.DataFrame({"x": [0]})).mark_rule(color=GREY).encode(x="x:Q")
    return finished(alt.layer(drawn.add_params(_pick(by)), interval, zero), _ROW * max(len(rows), 1) + _AXIS)


def reliability(frame: pd.DataFrame) -> alt.LayerChart:
    """How often statements of a given confidence are right; columns confidence, right, low, high, n.

    On the dashed line the two agree. The size of a dot is its number of statements, the bar its 95 % interval.
    """
    share = alt.Scale(domain=[0, 1])
    axis = alt.Axis(format=".0%", tickCount=5)
    ideal = alt.Chart(pd.DataFrame({"x": [0.0, 1.0]})).mark_line(strokeDash=[4, 4], color=GREY)
    base = alt.Chart(frame).encode(
        x=alt.X("confidence:Q", title=say("chart.confidence"), scale=share, axis=axis),
        tooltip=[
            alt.Tooltip("confidence:Q", title=say("chart.confidence"), format=".0%"),
            alt.Tooltip("right:Q", title=say("chart.right"), format=".0%"),
            alt.Tooltip("n:Q", title=say("chart.statements")),
        ],
    )
    base = base.transform_calculate(note="'n = ' + datum.n")
    interval = base.mark_rule(color=GREY, strokeWidth=1.5).encode(y=alt.Y("low:Q", scale=share), y2="high:Q")
    drawn = base.mark_circle(color=_PLAIN, opacity=1).encode(
        y=alt.Y("right:Q", title=say("chart.right"), scale=share, axis=axis),
        size=alt.Size("n:Q", legend=None, scale=alt.Scale(range=[40, 400])),
    )
    notes = base.mark_text(align="left", dx=12, fontSize=FONT).encode(y="right:Q", text="note:N")
    return finished(alt.layer(ideal.encode(x="x:Q", y="x:Q"), interval, drawn, notes), 320)


def finished(drawn: _Drawn, height: float) -> _Drawn:
    """The chart with its height in pixels; all else that charts share is in ``dashboard.chart_theme``."""
    return drawn.properties(height=height)


def _domain(rows: pd.DataFrame, value: str) -> list[float]:
    """From the smallest to the largest end of an interval, 0 included, with room for n to the right."""
    ends = rows[["low", "high", value]].stack()
    least, most = min(0.0, float(ends.min())), max(0.0, float(ends.max()))
    room = max(most - least, 1e-9)
    return [least - 0.03 * room * (least < 0), most + 0.15 * room]


def _labelled(frame: pd.DataFrame, by: str) -> pd.DataFrame:
    return frame.assign(label=[labels.say(by, str(value)) for value in frame[by]])


def _by_value(rows: pd.DataFrame, value: str) -> list[str]:
    return list(rows.groupby("label", sort=False)[value].sum().sort_values(ascending=False, kind="stable").index)


def _rows(rows: pd.DataFrame, order: Sequence[str] | None = None) -> alt.Y:
    axis = alt.Axis(labelLimit=210, labelOverlap=False, ticks=False, domain=False)
    return alt.Y("label:N", sort=list(order if order is not None else rows["label"]), title=None, axis=axis)


def _tooltip(value: str, title: str, counted: str, is_share: bool) -> list[alt.Tooltip]:
    form = ".1%" if is_share else ".2f"
    return [
        alt.Tooltip("label:N", title=say("chart.group")),
        alt.Tooltip(f"{value}:Q", title=title, format=form),
        alt.Tooltip("low:Q", title=say("chart.low"), format=form),
        alt.Tooltip("high:Q", title=say("chart.high"), format=form),
        alt.Tooltip("n:Q", title=counted),
    ]


def _colour(by: str) -> alt.Color | alt.ColorValue:
    if by not in ("category", "via_category"):
        return alt.ColorValue(_PLAIN)
    scale = alt.Scale(domain=list(labels.CATEGORY_COLOUR), range=list(labels.CATEGORY_COLOUR.values()))
    return alt.Color(f"{by}:N", scale=scale, legend=None)


def _series(rows: pd.DataFrame, column: str) -> alt.Color:
    parts = _parts(rows, column)
    scale = alt.Scale(domain=parts, range=[_SERIES[i % len(_SERIES)] for i in range(len(parts))])
    return alt.Color(f"{column}:N", scale=scale, title=None, legend=_legend(parts))


def _parts(rows: pd.DataFrame, column: str) -> list[str]:
    return list(dict.fromkeys(rows[column]))


def _legend(parts: list[str]) -> alt.Legend:
    return alt.Legend(orient="top", labelLimit=240, columns=1 if sum(map(len, parts)) > _LINE else 0)


def _legend_height(parts: list[str]) -> int:
    return 36 + 20 * (len(parts) if sum(map(len, parts)) > _LINE else 1)


def _opacity() -> alt.Opacity:
    return alt.condition(alt.datum.small, alt.value(_SMALL_OPACITY), alt.value(1.0))


def _pick(*fields: str) -> alt.Parameter:
    return alt.selection_point(name=PICK, fields=list(fields), toggle=False)
