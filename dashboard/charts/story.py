"""Charts of one story: which outlet brings which source, and who reports when."""

import json
from datetime import date

import altair as alt
import pandas as pd

from dashboard.charts.basic import PICK, finished
from dashboard.charts.theme import FULLEST, GREY, INK, SHADE, across, by_page, down, head, layered
from dashboard.i18n import labels
from dashboard.i18n.language import say

_ROW = 30
_MOST = 4
"""Statements that the fullest cell has at least."""
_TICKS = 7
"""Days that the axis of days names at most."""


def matrix(grid: pd.DataFrame) -> alt.LayerChart:
    """Sources in rows, outlets in columns: the number of statements, and a cross where an outlet lacks the source.

    Columns entity, category, outlet, rows, as ``analysis.stories.queries.left_out`` gives them.
    """
    rows = grid.assign(
        kind=[labels.say("category", str(value)) for value in grid["category"]],
        note=[labels.number(n) if n else "×" for n in grid["rows"]],
    )
    order, outlets = list(dict.fromkeys(rows["entity"])), list(dict.fromkeys(rows["outlet"]))
    most = max([_MOST, *grid["rows"]])
    tooltip = [
        alt.Tooltip("entity:N", title=say("story.source")),
        alt.Tooltip("kind:N", title=say("filter.category")),
        alt.Tooltip("outlet:N", title=say("filter.outlet")),
        alt.Tooltip("rows:Q", title=say("story.statements")),
    ]
    base = alt.Chart(rows).encode(
        y=alt.Y("entity:N", sort=order, title=None, axis=down(order, limit=190)),
        x=alt.X("outlet:N", sort=outlets, title=None, axis=across(outlets)),
        tooltip=tooltip,
    )
    scale = alt.Scale(type="sqrt", domain=[0, most], range=[0, FULLEST])
    cells = base.mark_rect(cursor="pointer", fill=SHADE, stroke=GREY, strokeWidth=0.4).encode(
        fillOpacity=alt.FillOpacity("rows:Q", scale=scale, legend=None)
    )
    faint = alt.condition("datum.rows == 0", alt.value(0.6), alt.value(1.0))
    notes = base.mark_text(fontSize=12, color=alt.ExprRef(by_page(INK)["expr"])).encode(
        text=alt.Text("note:N"), opacity=faint
    )
    pick = alt.selection_point(name=PICK, fields=["entity", "outlet"], toggle=False)
    return finished(layered(cells.add_params(pick), notes), _ROW * len(order) + head(outlets))


def in_words(grid: pd.DataFrame) -> str:
    """The matrix for those who do not see it: every source with the outlets that bring it."""
    told = grid[grid["rows"] > 0].groupby("entity", sort=False)["outlet"].agg(", ".join)
    return "; ".join(f"{entity}: {outlets}" for entity, outlets in told.items())


def timeline(articles: pd.DataFrame) -> alt.Chart:
    """When each outlet brought its articles; columns outlet, published, title. Undated articles are left out."""
    rows = articles.dropna(subset=["published"])
    rows = rows.assign(day=rows["published"].str[:10], outlet=rows["outlet"].fillna(say("story.no_outlet")))
    number = [date.fromisoformat(day).toordinal() for day in rows["day"]]
    rows = rows.assign(told=[labels.day(day) for day in rows["day"]], number=number)
    drawn: alt.Chart = alt.Chart(rows[["number", "told", "outlet", "title"]]).mark_circle(
        size=140, color=SHADE, opacity=0.6
    )
    outlets = list(dict.fromkeys(rows["outlet"]))
    drawn = drawn.encode(
        x=_days(sorted(set(number))),
        y=alt.Y("outlet:N", sort=outlets, title=None, axis=down(outlets)),
        tooltip=[alt.Tooltip("told:N", title=say("story.day")), alt.Tooltip("title:N", title=say("story.title"))],
    )
    return finished(drawn, _ROW * rows["outlet"].nunique() + 50)


def _days(numbers: list[int]) -> alt.X:
    """The axis of days, as far apart as they are; it names the days of a short story, of a long one evenly spread ones.

    ``numbers`` count days as ``date.toordinal`` does.
    """
    first, last = (numbers[0], numbers[-1]) if numbers else (0, 0)
    named = numbers
    if len(numbers) > _TICKS:
        named = [first + round(step * (last - first) / (_TICKS - 1)) for step in range(_TICKS)]
    names = {number: labels.day(date.fromordinal(number).isoformat()) for number in named}
    axis = alt.Axis(values=named, labelExpr=f"{json.dumps(names)}[datum.value]", labelOverlap="greedy",
                    labelSeparation=8, labelFlush=False, grid=True)  # fmt: skip
    margin = 0.04 * (last - first) + 0.3
    scale = alt.Scale(domain=[first - margin, last + margin], nice=False, zero=False)
    return alt.X("number:Q", title=None, axis=axis, scale=scale)
