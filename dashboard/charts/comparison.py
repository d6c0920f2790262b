"""Charts of two sides, A and B: their differences around zero, their values as dots, what sets their wording apart.

Figures and n stand below each row's name, where nothing collides with them however narrow the window.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import altair as alt
import pandas as pd

from dashboard.charts import colours
from dashboard.charts.basic import PICK, faded, finished, lacking, with_reasons
from dashboard.charts.theme import FONT, interval, layered, zero
from dashboard.i18n import labels
from dashboard.i18n.language import say

Kind = Literal["share", "rate", "mean"]
COLOURS = (colours.ONE, colours.OTHER)
_ROW, _AXIS, _LEGEND = 40, 75, 62
_LEAST: dict[Kind, float] = {"share": 0.05, "rate": 0.2, "mean": 0.05}
"""What an axis reaches at least on either side: differences of next to nothing are not blown up."""
_ODDS = 1.0
"""The same of log-odds ratios."""
_CLOSE = {"share": 0.0, "rate": labels.CLOSE_RATE, "mean": 0.03}
"""Width of an interval below which the usual decimals say too little; shares see to that themselves."""


def gaps(frame: pd.DataFrame, *by: str, kind: Kind) -> alt.LayerChart:
    """Differences with intervals, A's to the right; columns as in ``analysis.measures.differences``.

    Of several columns ``by`` each row has one; the rows of each stand below its name.
    """
    rows = frame.assign(value=frame["difference"], side=_ahead(frame["difference"]))
    fine = _fine(frame, kind)
    notes = [
        f"{formatted(difference, kind, signed=True, fine=fine)} · {labels.cases(left, right)}"
        for difference, left, right in zip(frame["difference"], frame["left_n"], frame["right_n"], strict=True)
    ]
    return _bars(_labelled(rows, by, notes), by, say(f"compare.axis_{kind}"), _axis(kind, signed=True), kind)


def distinctive_terms(frame: pd.DataFrame) -> alt.LayerChart:
    """Expressions by log-odds ratio with interval, A's to the right; columns of ``measures.distinctive``."""
    rows = frame.assign(value=frame["odds"], side=_ahead(frame["odds"]))
    notes = [
        f"z = {labels.number(z, 1, signed=True)} · {labels.cases(left, right)}"
        for z, left, right in zip(frame["z"], frame["left"], frame["right"], strict=True)
    ]
    rows = _labelled(rows, ["form"], notes)
    return _bars(rows, ["expression"], say("compare.axis_odds"), _axis("rate"), "rate", least=_ODDS)


def exclusive_sources(frame: pd.DataFrame) -> alt.LayerChart:
    """Sources that only one side has by their share of it, A's to the right and B's to the left.

    Columns side (a name that begins with A or B), entity, share, low, high, n, small.
    """
    frame = frame.dropna(subset=["share"])
    side = frame["side"].str[0]
    turned = side.map({"A": 1, "B": -1}).astype("float64")
    rows = frame.assign(value=frame["share"] * turned)
    digits = labels.digits(0, (frame["high"] - frame["low"]).median())
    shares = zip(frame["share"], frame["n"], strict=True)
    notes = [f"{labels.share(share, digits)} · {labels.cases(n)}" for share, n in shares]
    rows = _labelled(rows, ["entity"], notes).assign(side=side)
    # Both ways are shares: none is below zero.
    axis = alt.Axis(format=".2~%", tickCount=6, labelExpr="replace(datum.label, /^[−-]/, '')")
    return _bars(rows, ["entity"], say("compare.value_share"), axis, "share", turned=turned)


def pairs(frame: pd.DataFrame, *by: str, names: Sequence[str], kind: Kind) -> alt.LayerChart:
    """One row per group, a dot with interval for each side; columns ``by``, side (a name), amount, low, high, n.

    Of several columns ``by`` each row has one, as in ``gaps``.
    """
    frame = frame.assign(group=[f"{name}\n{value}" for name, value in _groups(frame, by)])
    values = frame.pivot(index="group", columns="side", values=["amount", "n"])
    fine = _fine(frame, kind)
    notes = {
        group: f"{' : '.join(formatted(row.get(('amount', name), float('nan')), kind, fine=fine) for name in names)} · "
        + labels.cases(*(_number(row, name) for name in names))
        for group, row in values.iterrows()
    }
    rows = _labelled(frame, by, [notes[group] for group in frame["group"]])
    rows["told"] = [formatted(value, kind, fine=fine) for value in rows["amount"]]
    base = alt.Chart(rows).encode(
        y=_down(rows),
        yOffset=alt.YOffset("side:N", sort=list(names), scale=alt.Scale(paddingOuter=0.6)),
        color=alt.Color("side:N", title=None, scale=alt.Scale(domain=list(names), range=list(COLOURS)),
                        legend=alt.Legend(orient="top", columns=1, labelLimit=320)),
        opacity=faded(),
        tooltip=[alt.Tooltip("side:N", title=say("chart_column.side")),
                 alt.Tooltip("label:N", title=say("chart.group")),
                 alt.Tooltip("told:N", title=say(f"compare.value_{kind}")), *_interval(kind),
                 alt.Tooltip("n:Q", title=say("compare.n")), *lacking(rows)],
    )  # fmt: skip
    x = alt.X("amount:Q", title=say(f"compare.value_{kind}"), axis=_axis(kind), scale=_scale(rows, kind))
    points = base.mark_point(filled=True, size=75, cursor="pointer").encode(
        x=x, shape=alt.Shape("side:N", sort=list(names), legend=alt.Legend(orient="top", columns=1, labelLimit=320))
    )
    lines = base.mark_rule(strokeWidth=1.5, aria=False).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"))
    pick = alt.selection_point(name=PICK, fields=[*by, "side"], toggle=False)
    return finished(layered(lines, points.add_params(pick)), _ROW * len(_order(rows)) + _AXIS + _LEGEND)


def gaps_in_words(title: str, frame: pd.DataFrame, by: Sequence[str], kind: Kind) -> str:
    """The differences for those who do not see them."""
    fine = _fine(frame, kind)
    rows = [
        f"{labels.say(*group)} {formatted(row['difference'], kind, signed=True, fine=fine)} "
        f"({labels.against(row['left_n'], row['right_n'])})"
        for group, row in zip(_groups(frame, by), frame.to_dict("records"), strict=True)
    ]
    return f"{title}: {'; '.join(rows)}"


def pairs_in_words(title: str, frame: pd.DataFrame, by: Sequence[str], kind: Kind) -> str:
    """The values of both sides for those who do not see them."""
    fine = _fine(frame, kind)
    rows = [
        f"{labels.say(*group)}, {row['side']} {formatted(row['amount'], kind, fine=fine)} ({labels.cases(row['n'])})"
        for group, row in zip(_groups(frame, by), frame.to_dict("records"), strict=True)
    ]
    return f"{title}: {'; '.join(rows)}"


def exclusive_sources_in_words(frame: pd.DataFrame) -> str:
    """The sources of one side only for those who do not see them."""
    rows = [
        f"{side}, {labels.say('entity', entity)} {labels.share(share, 1)} ({labels.cases(n)})"
        for side, entity, share, n in zip(*(frame[name] for name in ("side", "entity", "share", "n")), strict=True)
    ]
    return f"{say('compare.missing')}: {'; '.join(rows)}"


def distinctive_terms_in_words(frame: pd.DataFrame) -> str:
    """The expressions for those who do not see them."""
    rows = [
        f"{row['form']} z = {labels.number(row['z'], 1, signed=True)} ({labels.against(row['left'], row['right'])})"
        for row in frame.to_dict("records")
    ]
    return f"{say('compare.apart')}: {'; '.join(rows)}"


def formatted(value: float, kind: Kind, *, signed: bool = False, fine: bool = False) -> str:
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
    rows: pd.DataFrame,
    by: Sequence[str],
    title: str,
    axis: alt.Axis,
    kind: Kind,
    turned: "pd.Series[float] | int" = 1,
    least: float | None = None,
) -> alt.LayerChart:
    """Bars from zero; those of rows that are ``turned`` by -1 run to the left, and so do their intervals."""
    rows = rows.assign(start=rows["low"] * turned, end=rows["high"] * turned)
    reach = rows[["start", "end", "value"]]
    bound = 1.05 * max([_LEAST[kind] if least is None else least, *reach.astype(float).abs().stack().dropna()])
    base = alt.Chart(rows).encode(y=_down(rows))
    sides = alt.Color("side:N", legend=None, scale=alt.Scale(domain=["A", "B"], range=list(COLOURS)))
    tooltip = [alt.Tooltip("label:N", title=say("chart.group")), *_interval(kind), *lacking(rows)]
    x = alt.X("value:Q", title=title, scale=alt.Scale(domain=[-bound, bound]), axis=axis)
    drawn = base.mark_bar(height={"band": 0.42}, cursor="pointer").encode(
        x=x, color=sides, opacity=faded(), tooltip=tooltip
    )
    pick = alt.selection_point(name=PICK, fields=list(by), toggle=False)
    layers = layered(drawn.add_params(pick), zero(), interval(base, "start", "end"))
    return finished(layers, _ROW * max(len(_order(rows)), 1) + _AXIS)


def group_of(row: Mapping[Any, Any], by: Sequence[str]) -> tuple[str, str]:
    """The column among ``by`` that a row has a value of, and the value."""
    return next((name, row[name]) for name in by if isinstance(row[name], str))


def _scale(rows: pd.DataFrame, kind: Kind) -> alt.Scale:
    """From the smallest to the largest value or end of an interval, zero included, and no tighter than ``_LEAST``."""
    known = [*rows[["amount", "low", "high"]].astype(float).stack().dropna()]
    least = min([-_LEAST["mean"] if kind == "mean" else 0.0, *known])
    return alt.Scale(domain=[least, max([_LEAST[kind], *known])], nice=True)


def _groups(frame: pd.DataFrame, by: Sequence[str]) -> list[tuple[str, str]]:
    return [group_of(row, by) for row in frame[list(by)].to_dict("records")]


def _labelled(rows: pd.DataFrame, by: Sequence[str], notes: list[str]) -> pd.DataFrame:
    """The rows with what stands beside them: ``label``, and ``place``, which tells even equal labels apart."""
    groups = _groups(rows, by)
    names = [labels.say(*group).partition(" (")[0] for group in groups]
    rows = with_reasons(rows).assign(label=[f"{one}\n{note}" for one, note in zip(names, notes, strict=True)])
    return rows.assign(place=[f"{label}\n{column}" for label, (column, _) in zip(rows["label"], groups, strict=True)])


def _ahead(difference: "pd.Series[float]") -> list[str]:
    return ["A" if value > 0 else "B" for value in difference]


def _number(row: "pd.Series[float]", side: str) -> float:
    number = row.get(("n", side), 0)
    return 0 if pd.isna(number) else number


def _order(rows: pd.DataFrame) -> list[str]:
    """The rows from top to bottom; those of several columns below a line with the column's name."""
    below: dict[str, list[str]] = {}
    for place in dict.fromkeys(rows["place"]):
        below.setdefault(place.rpartition("\n")[2], []).append(place)
    if len(below) < 2:
        return [place for places in below.values() for place in places]
    return [line for column, places in below.items() for line in (say(f"compare.by_{column}"), *places)]


def _down(rows: pd.DataFrame) -> alt.Y:
    heading = {"test": "indexof(datum.value, '\\n') < 0"}
    axis = alt.Axis(
        # A heading takes the second of its two lines, next to its rows.
        labelExpr=f"{heading['test']} ? ['', datum.label] : slice(split(datum.label, '\\n'), 0, 2)",
        labelLimit=195, labelOverlap=False, labelFontSize=FONT, labelOffset=-7, ticks=False, domain=False,
        labelFontWeight={"condition": {**heading, "value": "bold"}, "value": "normal"},
    )  # fmt: skip
    order = _order(rows)
    return alt.Y("place:N", sort=order, scale=alt.Scale(domain=order), title=None, axis=axis)


def _axis(kind: Kind, *, signed: bool = False) -> alt.Axis:
    # Of the decimals only those that are needed, so that no two steps of a short axis look the same.
    if kind == "share" and signed:
        return alt.Axis(format="+.1~%", tickCount=4, labelExpr="datum.value ? replace(datum.label, /\\s?%/, '') : '0'")
    return alt.Axis(format=".1~%" if kind == "share" else ".3~f", tickCount=4)


def _interval(kind: Kind) -> list[alt.Tooltip]:
    form = ".1%" if kind == "share" else ".2f"
    return [alt.Tooltip("low:Q", title=say("chart.low"), format=form),
            alt.Tooltip("high:Q", title=say("chart.high"), format=form)]  # fmt: skip
