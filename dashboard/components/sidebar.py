"""The filters in the sidebar: one corpus, one selection for every page, all of it in the address."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import streamlit as st

from analysis.storage.conditions import Where
from analysis.storage.rows import Size
from analysis.storage.store import Store
from analysis.tables.selection import EVERYTHING, Selection
from dashboard import corpus
from dashboard.components.chips import Filter
from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say

KEYS = ("thema", "medium", "von", "bis", "quellentyp", "art", "einmal")
"""The filters as they stand in the address."""
_WORD = re.compile(r"[^\W_]+")


def choose_corpus() -> Store:
    """Let the user pick a corpus; the default one is offered even while it is empty."""
    offered = [corpus.DEMO, *corpus.own_names()]
    if wish := st.session_state.pop("korpus-wunsch", None):
        st.session_state["korpus"] = wish
    if st.session_state.get("korpus", corpus.DEMO) not in offered:  # deleted or renamed in another window
        st.session_state["korpus"] = corpus.DEMO
    name = st.sidebar.selectbox(
        say("filter.corpus"), offered, key="korpus", format_func=corpus.title, bind="query-params"
    )
    corpus.choose(name)
    return corpus.store_of(name)


def wanted() -> bool:
    """Whether the start page has something to filter: the corpus beside an article, or what is selected already."""
    selected = st.session_state.get("selection", EVERYTHING) != EVERYTHING
    return selected or not {*KEYS, PARAMETER}.isdisjoint(st.query_params)


class Choices(NamedTuple):
    """What the filters offer of a corpus."""

    outlets: list[str]
    categories: list[str]
    types: list[str]
    copies: int
    size: Size


def choices(whole: Corpus) -> Choices:
    """What there is to choose from in all of a corpus."""
    return Choices(
        whole.values("articles", "outlet"),
        _known(whole, "category", labels.CATEGORY),
        _known(whole, "type", labels.TYPE),
        whole.number("articles", [Where("copy_of", ("",), negated=True)]),
        whole.size(),
    )


def choose_selection(store: Store) -> Selection:
    """Let the user narrow the corpus down; nothing chosen means everything."""
    offered = choices(Corpus(store))
    with st.sidebar:
        topic = st.text_input(say("filter.topic"), key="thema", placeholder=say("filter.topic_hint"),
                              help=say("filter.topic_help"), bind="query-params")  # fmt: skip
        outlets = _pick(say("filter.outlet"), "medium", offered.outlets, more=True)
        start, end = _period(offered.size)
        categories = _pick(say("filter.category"), "quellentyp", offered.categories, labels.CATEGORY)
        types = _pick(say("filter.type"), "art", offered.types, labels.TYPE)
        once = bool(offered.copies) and st.toggle(
            say("filter.once"), key="einmal", help=say("filter.once_help"), bind="query-params"
        )
    return Selection(
        outlets=tuple(outlets), start=start, end=end, categories=tuple(categories), types=tuple(types), originals=once,
        topic=tuple(dict.fromkeys(_WORD.findall(topic))),
    )  # fmt: skip


def filters(store: Store, selection: Selection) -> list[Filter]:
    """The filters of a selection that are set."""
    size = Corpus(store).size()
    start, end = ([labels.day(day)] if day else [] for day in (selection.start, selection.end))
    listed = [
        Filter("thema", say("filter.topic"), selection.topic, ""),
        Filter("medium", say("filter.outlet"), selection.outlets, []),
        Filter("von", say("filter.from"), start, date.fromisoformat(size.first) if start else None),
        Filter("bis", say("filter.to"), end, date.fromisoformat(size.last) if end else None),
        Filter("quellentyp", say("filter.category"), [labels.say("category", n) for n in selection.categories], []),
        Filter("art", say("filter.type"), [labels.TYPE.get(n, n) for n in selection.types], []),
    ]
    once = [Filter("einmal", say("filter.once"), (), False)] if selection.originals else []
    return [one for one in listed if one.values] + once


def _known(whole: Corpus, column: str, names: Mapping[str, str]) -> list[str]:
    """The values that occur, in the order of the taxonomy; then the user's own ones."""
    found = whole.values("statements", column)
    return [name for name in names if name in found] + [name for name in found if name not in names]


def _pick(
    label: str, key: str, values: list[str], names: Mapping[str, str] | None = None, *, more: bool = False
) -> list[str]:
    """Some of the values; with ``more`` others too can be typed, since only the most frequent are listed.

    Where there is none there is nothing to choose, and no field.
    """
    if not values:
        return []
    return st.multiselect(
        label, values, key=key, placeholder=say("filter.all"), format_func=lambda v: (names or {}).get(v, v),
        accept_new_options=more, bind="query-params",
    )  # fmt: skip


def _period(size: Size) -> tuple[str | None, str | None]:
    if not size.first:
        return None, None
    first, last = date.fromisoformat(size.first), date.fromisoformat(size.last)
    form = say("format.date_input")
    start = st.date_input(say("filter.from"), first, first, last, key="von", format=form, bind="query-params")
    end = st.date_input(say("filter.to"), last, first, last, key="bis", format=form, bind="query-params")
    # The whole period is no filter: it must not drop articles without a date.
    return (start.isoformat() if start > first else None, end.isoformat() if end < last else None)


PARAMETER = "eingefuegt"
"""What names the pasted article in the address."""
