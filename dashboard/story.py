"""Pieces of the page of stories: which sources each outlet brings, and when each article appeared."""

from dataclasses import replace

import altair as alt
import pandas as pd
import streamlit as st

from dashboard import labels
from dashboard.chart_theme import GREY, INK, SLANT
from dashboard.charts import PICK, finished
from dashboard.corpus import Corpus
from dashboard.language import say

BESIDE = 8
"""Outlets of a story that are shown beside each other unless others are asked for."""
_ROW, _HEAD = 30, 110
_SHADE = "#1F6FB0"
_MOST = 4
"""Statements from which on a cell has the full colour."""


def beside(corpus: Corpus) -> tuple[Corpus, list[str]]:
    """The outlets of a story, and the corpus of them; of more than ``BESIDE`` those that the user chooses."""
    told = corpus.articles()["outlet"].fillna("")
    outlets = list(dict.fromkeys(told))
    if len(outlets) <= BESIDE:
        return corpus, outlets
    most = list(told.value_counts().index[:BESIDE])
    chosen = st.multiselect(
        say("story.beside"), outlets, most, key="medien-der-geschichte", max_selections=2 * BESIDE,
        help=say("story.beside_help", number=BESIDE),
    )  # fmt: skip
    outlets = chosen or most
    return corpus._replace(selection=replace(corpus.selection, outlets=tuple(outlets))), outlets


def matrix(grid: pd.DataFrame, *, dark: bool = False) -> alt.LayerChart:
    """Sources in rows, outlets in columns: the number of statements, and a cross where an outlet lacks the source.

    Columns entity, category, outlet, rows, as ``analysis.stories.told.left_out`` gives them.
    """
    rows = grid.assign(
        kind=[labels.say("category", str(value)) for value in grid["category"]],
        note=[str(n) if n else "×" for n in grid["rows"]],
        strength=[min(int(n), _MOST) for n in grid["rows"]],
    )
    order, outlets = list(dict.fromkeys(rows["entity"])), list(dict.fromkeys(rows["outlet"]))
    down = alt.Y("entity:N", sort=order, title=None,
                 axis=alt.Axis(labelLimit=150, labelOverlap=False, ticks=False, domain=False))  # fmt: skip
    across = alt.X("outlet:N", sort=outlets, title=None,
                   axis=alt.Axis(orient="top", labelAngle=SLANT, labelLimit=120, labelOverlap=False))  # fmt: skip
    tooltip = [
        alt.Tooltip("entity:N", title=say("story.source")),
        alt.Tooltip("kind:N", title=say("filter.category")),
        alt.Tooltip("outlet:N", title=say("filter.outlet")),
        alt.Tooltip("rows:Q", title=say("story.statements")),
    ]
    base = alt.Chart(rows).encode(y=down, x=across, tooltip=tooltip)
    cells = base.mark_rect(cursor="pointer", fill=_SHADE, stroke=GREY, strokeWidth=0.4).encode(
        fillOpacity=alt.FillOpacity("strength:Q", scale=alt.Scale(domain=[0, _MOST], range=[0, 1]), legend=None)
    )
    ink = alt.condition(f"datum.strength >= {_MOST - 1}", alt.value("white"), alt.value(INK[dark]))
    faint = alt.condition("datum.rows == 0", alt.value(0.45), alt.value(1.0))
    notes = base.mark_text(fontSize=12).encode(text="note:N", color=ink, opacity=faint)
    pick = alt.selection_point(name=PICK, fields=["entity", "outlet"], toggle=False)
    return finished(alt.layer(cells.add_params(pick), notes), _ROW * len(order) + _HEAD)


def in_words(grid: pd.DataFrame) -> str:
    """The matrix for those who do not see it: every source with the outlets that bring it."""
    told = grid[grid["rows"] > 0].groupby("entity", sort=False)["outlet"].agg(", ".join)
    return "; ".join(f"{entity}: {outlets}" for entity, outlets in told.items())


def timeline(articles: pd.DataFrame) -> alt.Chart:
    """When each outlet brought its articles; columns outlet, published, title. Undated articles are left out."""
    rows = articles.dropna(subset=["published"])
    rows = rows.assign(day=rows["published"].str[:10], outlet=rows["outlet"].fillna(say("story.no_outlet")))
    rows = rows.assign(told=[labels.day(day) for day in rows["day"]])
    drawn = alt.Chart(rows[["day", "told", "outlet", "title"]]).mark_circle(size=140, color=_SHADE, opacity=0.8)
    drawn = drawn.encode(
        x=alt.X("told:O", sort=list(dict.fromkeys(rows["told"])), title=None, axis=alt.Axis(labelAngle=0)),
        y=alt.Y("outlet:N", sort=list(dict.fromkeys(rows["outlet"])), title=None, axis=alt.Axis(labelLimit=150)),
        tooltip=[alt.Tooltip("told:N", title=say("story.day")), alt.Tooltip("title:N", title=say("story.title"))],
    )
    return finished(drawn, _ROW * rows["outlet"].nunique() + 50)


def name(row: "pd.Series[str]") -> str:
    """A story in one line of a list: its first day, title and how many outlets tell it."""
    day = labels.day(row["first"]) if row["first"] else say("story.undated")
    return f"{day} · {row['title']} ({say('story.outlets', number=row['outlets'])})"
