"""Who cites, relays or was told by whom, on the Sources page: the chosen matrix, and the statements of its cells."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.model import NOBODY, REST
from analysis.storage.conditions import Where
from dashboard.charts import render
from dashboard.charts.relation_matrix import relation_matrix
from dashboard.components import drilldown, finding, layout
from dashboard.corpus import Corpus, measured
from dashboard.i18n import labels, texts
from dashboard.i18n.language import say

_VIEWS = {
    "outlet": ("outlet", "entity"),
    "outlet-category": ("outlet", "category"),
    "via": ("via", "entity"),
    "told": ("via", "entity"),
}
"""Who cites and what of the cited, by the name of the view in the address."""
_KINDS = {"via": "relay", "told": "told"}
"""The kind of via that a view is about: who passes on and who was told stand in no common matrix."""
_WHO_CITES, _CITED = (measures.SMALL_N, 8), (measures.LEAST_EXPECTED, 15)
"""Statements that a column, or a row, of the matrix needs to stand by itself, and how many do at most."""
_LEAST = 3
_WHO = {"via": "sources.relayer", "told": "sources.listener"}


def show(corpus: Corpus) -> None:
    """Let the user choose a view, and show its matrix."""
    view = st.radio(
        say("sources.view"), list(_VIEWS), horizontal=True, key="beziehung", format_func=_title, bind="query-params"
    )
    row, column = _VIEWS[view]
    only = [Where("via_kind", (_KINDS[view],))] if view in _KINDS else []
    kept = {name: _enough(corpus, name, only, *limits) for name, limits in ((row, _WHO_CITES), (column, _CITED))}
    counts = corpus.counts("statements", row, column, only=only, top=kept)
    found = measured(measures.relations, counts, row, column)
    if not len(found):
        st.info(say("sources.none_told" if view == "told" else "sources.none"), icon=":material/filter_alt:")
        return
    told = named(found, row, column)
    apart = (found["who"] != REST) & ~found["whom"].isin((REST, NOBODY.entity))
    finding.show(finding.cell(told[apart], "who", "whom"))
    drilldown.show(
        render.cached_chart(
            relation_matrix,
            told,
            who=say(_WHO.get(view, "sources.outlet")),
            share=say("sources.column_share"),
        ),
        f"relations-{view}",
        layout.alt_text(_title(view), told[told["n"] > 0], "who"),
        corpus,
        "statements",
        only,
        lambda picked: statements_of(found, row, column, picked),
    )
    st.caption(texts.RELATIONS)


def _enough(corpus: Corpus, column: str, only: Sequence[Where], cases: int, most: int) -> int:
    """How many values of a column stand by themselves: those with cases enough, at least ``_LEAST`` of them."""
    numbers = corpus.counts("statements", column, only=only, unit="none")["rows"]
    return min(max(int((numbers >= cases).sum()), _LEAST), most)


def _title(view: str) -> str:
    return say(f"sources.view_{view.removeprefix('outlet-')}")


def named(frame: pd.DataFrame, row: str, column: str) -> pd.DataFrame:
    """The columns ``who`` and ``whom`` of a matrix in words that people read."""
    shown = frame.copy()
    for side, source in (("who", row), ("whom", column)):
        shown[side] = [_name(source, str(value)) for value in frame[side]]
    return shown


def statements_of(frame: pd.DataFrame, row: str, column: str, picked: Mapping[str, object]) -> list[Where]:
    """The statements that a cell of a matrix stands for, found by its words; ``frame`` has the values."""
    found = []
    for side, source in (("who", row), ("whom", column)):
        values = {_name(source, value): value for value in frame[side].unique()}
        value = values.get(str(picked.get(side)))
        if value == REST:
            found.append(Where(source, tuple(v for v in values.values() if v != REST), negated=True))
        elif value is not None:
            found.append(Where(source, (value,)))
    return found


def _name(column: str, value: str) -> str:
    if value == REST:
        return say("sources.rest")
    return labels.say(column, value) or say("shared.no_outlet")
