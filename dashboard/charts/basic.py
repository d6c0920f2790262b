"""Charts as functions from a frame to an Altair chart; nothing here computes a figure or calls Streamlit.

Every chart draws the 95 % interval where there is one, prints the number of cases, fades what rests on too little and
tells why in its tooltip, and names the column that a click picks in its ``pick`` selection. Of an empty frame it draws
nothing; to say so in words is up to the page.
"""

from collections.abc import Sequence
from typing import Any, TypeVar

import altair as alt
import pandas as pd
from altair.utils import schemapi

from dashboard.charts import colours
from dashboard.charts.theme import FONT, GREY, down, interval, layered
from dashboard.i18n import labels
from dashboard.i18n.language import say

# Altair checks every piece of a chart against its schema as it is made, which takes longer than all else on a page;
# what the tests draw is checked as a whole.
schemapi.disable_debug_mode()

PICK = "pick"
_PLAIN = "#3B7EA6"
_ROW = 30
_LINE = 14
"""Pixels of each of several dots in a row."""
_AXIS = 75
"""Pixels of a chart's height that the axis takes."""
_NOTE = 10
"""Size in pixels of n beside dots, of which several share a row."""
_NARROWEST = 30
"""Pixels that the marks keep, however narrow the window."""
_STEPS = ((0.06, 1), (0.3, 5))
"""Percents between the lines of an axis, by the largest share below which they stand so close."""
_Drawn = TypeVar("_Drawn", alt.Chart, alt.LayerChart)
_SMALL_OPACITY = 0.45
_LEAST = {"share": 0.01, "rate": 0.2, "mean": 0.05, "balance": 0.05}
"""What an axis reaches at least, by what stands on it."""
_SIGNED = ("mean", "balance")


def bars(
    frame: pd.DataFrame, by: str, *, value: str = "share", title: str, counted: str, digits: int = 1
) -> alt.LayerChart:
    """Sorted bars with interval and n; columns ``by``, ``value``, low, high, n, small.

    ``title`` names the axis with its unit, ``counted`` what n counts. Shares are shown in percent, other values
    with ``digits`` decimals.
    """
    is_share = value == "share"
    rows = _labelled(frame.dropna(subset=[value]), by)
    fine = labels.share_digits(rows, value)
    rows["note"] = [
        f"{labels.share(v, fine) if is_share else labels.number(v, digits)} · {labels.cases(n)}"
        for v, n in zip(rows[value], rows["n"], strict=True)
    ]
    axis = alt.Axis(format=f".{digits}f", tickCount=4)
    if is_share:
        largest = max([0.0, *rows[value], *rows["high"].dropna()])
        step = next((step for most, step in _STEPS if largest < most), 20)
        axis = alt.Axis(
            format=".0%", values=[number / 100 for number in range(0, 101, step)], labelOverlap=True, labelSeparation=8
        )
    base = alt.Chart(rows).encode(y=_rows(rows), tooltip=_tooltip(rows, value, title, counted, is_share))
    drawn = base.mark_bar(height={"band": 0.62}, cursor="pointer").encode(
        x=alt.X(f"{value}:Q", scale=_with_room(rows, value, FONT, at=value), title=title, axis=axis),
        color=_colour(rows, by),
        opacity=faded(),
    )
    # The note stands where the bar ends, and the interval runs below it.
    notes = base.mark_text(align="left", dx=6, dy=-4, fontSize=FONT).encode(x=f"{value}:Q", text="note:N")
    drawn = drawn.add_params(_pick(by))
    return finished(layered(drawn, interval(base, "low", "high", 6), notes), _ROW * max(len(rows), 1) + _AXIS)


def stacked(frame: pd.DataFrame, by: str, series: str, *, value: str, title: str, counted: str) -> alt.LayerChart:
    """Bars cut by a second column, each with its n, and a legend; columns ``by``, ``series``, ``value``, n."""
    rows = _labelled(frame.dropna(subset=[value]), by)
    rows["part"] = [labels.say(series, str(v)) for v in rows[series]]
    order = _by_value(rows, value)
    whole = rows.groupby("label", sort=False)[[value, "n"]].sum().reset_index()
    whole["note"] = [labels.cases(n) for n in whole["n"]]
    notes = (
        alt.Chart(whole)
        .mark_text(align="left", dx=6, fontSize=FONT)
        .encode(y=_rows(whole, order), x=alt.X(f"{value}:Q"), text=alt.Text("note:N"))
    )
    scale = _with_room(whole, value, FONT, at=value)
    drawn = (
        alt.Chart(rows)
        .mark_bar(height={"band": 0.62}, cursor="pointer")
        .encode(
            y=_rows(rows, order),
            x=alt.X(f"{value}:Q", title=title, axis=alt.Axis(tickCount=4), scale=scale),
            color=_series(rows, series),
            opacity=faded(),
            tooltip=[
                alt.Tooltip("label:N", title=say("chart.group")),
                alt.Tooltip("part:N", title=say("chart.part")),
                alt.Tooltip(f"{value}:Q", title=title, format=".2f"),
                alt.Tooltip("n:Q", title=counted),
                *lacking(rows),
            ],
        )
        .add_params(_pick(by, series))
    )
    height = _ROW * max(len(order), 1) + _AXIS + _legend_height(_parts(rows, series))
    return finished(layered(drawn, notes), height)


def dots(
    frame: pd.DataFrame, by: str, series: str, *, value: str, title: str, counted: str, ranked: bool = False
) -> alt.LayerChart:
    """One row per group, a dot with interval per series; columns ``by``, ``series``, ``value``, low, high, n, small.

    Groups stand in the order of the frame; ``ranked`` puts those of the largest values first.
    """
    is_share = value in ("share", "difference")
    rows = _labelled(frame.dropna(subset=[value]), by)
    rows["part"] = [labels.say(series, str(v)) for v in rows[series]]
    order = _by_value(rows, value) if ranked else list(dict.fromkeys(rows["label"]))
    parts = _parts(rows, series)
    axis = alt.Axis(format=".0%" if is_share else ".2f", tickCount=4)
    base = alt.Chart(rows).encode(
        y=_rows(rows, order),
        yOffset=alt.YOffset("part:N", sort=parts, scale=alt.Scale(paddingOuter=0.5)),
        tooltip=[alt.Tooltip("part:N", title=say("chart.series")), *_tooltip(rows, value, title, counted, is_share)],
    )
    rows["note"] = [labels.cases(n) for n in rows["n"]]
    rows["edge"] = rows[["high", value]].max(axis=1)
    scale = _with_room(rows, value, _NOTE, at="edge")
    x = alt.X(f"{value}:Q", title=title, axis=axis, scale=scale)
    points = base.mark_point(filled=True, size=75, cursor="pointer", opacity=1).encode(
        x=x,
        color=_series(rows, series),
        shape=alt.Shape("part:N", title=None, scale=alt.Scale(domain=parts), legend=_legend()),
        opacity=faded(),
    )
    lines = base.mark_rule(strokeWidth=1.5, aria=False).encode(
        x=alt.X("low:Q"), x2=alt.X2("high:Q"), color=_series(rows, series), opacity=faded()
    )
    notes = base.mark_text(align="left", dx=6, fontSize=_NOTE).encode(x=alt.X("edge:Q"), text=alt.Text("note:N"))
    height = max(_ROW, _LINE * len(parts) + 10) * max(len(order), 1) + _AXIS + _legend_height(parts)
    return finished(layered(lines, points.add_params(_pick(by, series)), notes), height)


def reliability(frame: pd.DataFrame) -> alt.LayerChart:
    """How often statements of a given confidence are right; columns confidence, right, low, high, n.

    On the dashed line the two agree. The bar is the 95 % interval. The surest statements stand so close that their n
    has no room beside them: it is in the tooltip.
    """
    share = alt.Scale(domain=[0, 1])
    axis = alt.Axis(format=".0%", tickCount=5)
    ideal = alt.Chart(pd.DataFrame({"x": [0.0, 1.0]})).mark_line(strokeDash=[4, 4], color=GREY)
    base = alt.Chart(frame.assign(note=[labels.cases(n) for n in frame["n"]])).encode(
        x=alt.X("confidence:Q", title=say("chart.confidence"), scale=share, axis=axis),
        tooltip=[
            alt.Tooltip("confidence:Q", title=say("chart.confidence"), format=".0%"),
            alt.Tooltip("right:Q", title=say("chart.right"), format=".0%"),
            alt.Tooltip("n:Q", title=say("chart.statements")),
        ],
    )
    lines = base.mark_rule(color=GREY, strokeWidth=1.5, aria=False).encode(
        y=alt.Y("low:Q", scale=share), y2=alt.Y2("high:Q")
    )
    drawn = base.mark_circle(color=_PLAIN, opacity=1, size=90).encode(
        y=alt.Y("right:Q", title=say("chart.right"), scale=share, axis=axis)
    )
    return finished(layered(ideal.encode(x=alt.X("x:Q"), y=alt.Y("x:Q")), lines, drawn), 320)


def finished(drawn: _Drawn, height: float) -> _Drawn:
    """The chart with its height in pixels; all else that charts share is in ``dashboard.charts.theme``."""
    return drawn.properties(height=height)


def lacking(rows: pd.DataFrame) -> list[alt.Tooltip]:
    """The tooltip's line on why rows are faded, where some are; rows have it in words as ``why``."""
    return [alt.Tooltip("why:N", title=say("few.because"))] if "why" in rows and any(rows["why"]) else []


def with_reasons(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with ``why``: of what there is too little behind them, in words."""
    return frame.assign(why=[labels.say("few", str(few)) for few in frame["few"]]) if "few" in frame else frame


def _with_room(rows: pd.DataFrame, value: str, size: int, at: str) -> alt.Scale:
    """From the smallest to the largest value, 0 included, with room for the notes to the right of ``at`` at any width.

    No axis is tighter than ``_LEAST``: differences of next to nothing are not blown up.
    """
    known = [number for name in {value, "low", "high"} & {*rows} for number in rows[name].dropna()]
    span = _LEAST.get(value, 0.1)
    least = min([-span if value in _SIGNED else 0.0, *known])
    most, reach = max([span, *known]), max([span, *rows[at].dropna()]) - least
    note = 12 + 0.52 * size * max(map(len, rows["note"]), default=0)
    least -= 0.03 * reach * (least < 0)
    room = alt.ExprRef(f"max({most}, {least} + {reach} * width / max(width - {note:.0f}, {_NARROWEST}))")
    return alt.Scale(domainMin=least, domainMax=room, nice=False)


def _labelled(frame: pd.DataFrame, by: str) -> pd.DataFrame:
    return with_reasons(frame.assign(label=[labels.say(by, str(value)) for value in frame[by]]))


def _by_value(rows: pd.DataFrame, value: str) -> list[str]:
    return list(rows.groupby("label", sort=False)[value].sum().sort_values(ascending=False, kind="stable").index)


def _rows(rows: pd.DataFrame, order: Sequence[str] | None = None) -> alt.Y:
    names = list(dict.fromkeys(order if order is not None else rows["label"]))
    return alt.Y("label:N", sort=names, title=None, axis=down(names))


def _tooltip(rows: pd.DataFrame, value: str, title: str, counted: str, is_share: bool) -> list[alt.Tooltip]:
    form = ".1%" if is_share else ".2f"
    return [
        alt.Tooltip("label:N", title=say("chart.group")),
        alt.Tooltip(f"{value}:Q", title=title, format=form),
        alt.Tooltip("low:Q", title=say("chart.low"), format=form),
        alt.Tooltip("high:Q", title=say("chart.high"), format=form),
        alt.Tooltip("n:Q", title=counted),
        *lacking(rows),
    ]


def _colour(rows: pd.DataFrame, by: str) -> alt.Color | alt.ColorValue:
    if by not in ("category", "via_category"):
        return alt.ColorValue(_PLAIN)
    known = colours.categories(list(rows[by]))
    scale = alt.Scale(domain=list(known), range=list(known.values()))
    return alt.Color(f"{by}:N", scale=scale, legend=None)


def _series(rows: pd.DataFrame, column: str) -> alt.Color:
    values = _values(rows, column)
    parts = [labels.say(column, value) for value in values]
    scale = alt.Scale(domain=parts, range=colours.series(column, values))
    return alt.Color("part:N", scale=scale, title=None, legend=_legend())


def _parts(rows: pd.DataFrame, column: str) -> list[str]:
    return [labels.say(column, value) for value in _values(rows, column)]


def _values(rows: pd.DataFrame, column: str) -> list[str]:
    """The values of a series in the order of their names on the page; those that have none in that of the rows."""
    given = [str(value) for value in dict.fromkeys(rows[column])]
    known = [value for value in labels.VALUES.get(column, {}) if value in given]
    return known + [value for value in given if value not in known]


def _legend() -> alt.Legend:
    return alt.Legend(orient="top", labelLimit=240, columns=1)


def _legend_height(parts: list[str]) -> int:
    return 36 + 20 * len(parts)


def faded() -> Any:
    """The opacity of marks: pale where their row is ``small``."""
    return alt.condition(alt.datum.small, alt.value(_SMALL_OPACITY), alt.value(1.0))


def _pick(*fields: str) -> alt.Parameter:
    return alt.selection_point(name=PICK, fields=list(fields), toggle=False)
