"""The rows behind a figure as a list: each leads to its article, and is confirmed, rejected or corrected there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis.corrections.record import Changes, NotFoundError, record, undo
from analysis.storage import rows as stored
from analysis.storage.conditions import Condition
from analysis.storage.correction import Kind, spans_from
from analysis.storage.virtual_tables import base_of
from dashboard.corpus import Corpus
from dashboard.i18n import texts
from dashboard.i18n.language import say
from dashboard.review import article_link, panel
from dashboard.review.passages import Passage, list_html, passages

SHOWN = 100
"""Rows of a page."""
_KINDS: Mapping[str, Kind] = {"statements": "statement", "hedges": "hedge"}
"""Tables whose rows can be judged."""
_SCRIPT = Path(__file__).with_name("evidence.js")
Mark = tuple[str, Mapping[str, object]]


class Rows(NamedTuple):
    """The rows of a table that a mark stands for."""

    corpus: Corpus
    table: str
    only: Sequence[Condition] = ()


class _Said(NamedTuple):
    verdict: str
    number: int


@dataclass
class _Open:
    """What an open list has shown and heard; rows stay where they were when what was said moves them elsewhere."""

    pages: dict[int, tuple[pd.DataFrame, list[Passage]]] = field(default_factory=dict)
    said: dict[tuple[str, str], _Said] = field(default_factory=dict)
    edited: tuple[str, str] | None = None


def begin(key: str) -> None:
    """Forget what the list ``key`` has shown: it is opened anew."""
    st.session_state[f"{key}-belege"] = _Open()


def show(key: str, rows: Rows, page: int, mark: Mark) -> None:
    """One page of the rows, from 1, inside a fragment; ``mark`` is what the way back from an article opens again."""
    state: _Open = st.session_state.setdefault(f"{key}-belege", _Open())
    if page not in state.pages:
        state.pages[page] = _read(rows, page)
    frame, found = state.pages[page]
    kind = _KINDS.get(base_of(rows.table))
    panel.tell()
    name = panel.who(rows.corpus.store, f"-{key}") if kind else ""
    places = [(passage.article, passage.name) for passage in found]
    # Below the row that is being corrected stands its form, and then the others.
    cut = places.index(state.edited) + 1 if state.edited in places else len(found)
    first = SHOWN * (page - 1) + 1
    for begin_at, part in ((0, found[:cut]), (cut, found[cut:])):
        if not part:
            continue
        said = {n: state.said[place].verdict for n, place in enumerate(places[begin_at:][: len(part)])
                if place in state.said}  # fmt: skip
        html = list_html(part, first + begin_at, said, acts=True, judged=bool(kind), named=bool(name))
        pressed = _list(f"{key}-{page}-{begin_at and 'rest'}", html)
        if pressed is not None and 0 <= pressed[0] < len(part):
            _act(state, rows, frame.iloc[begin_at + pressed[0]], places[begin_at + pressed[0]], pressed[1], name, mark)
        if kind and begin_at == 0 and cut < len(found) + 1 and state.edited in places:
            _form(state, rows, kind, frame.iloc[cut - 1], places[cut - 1], name, key)


def _read(rows: Rows, page: int) -> tuple[pd.DataFrame, list[Passage]]:
    frame = rows.corpus.rows(rows.table, rows.only, limit=SHOWN, offset=SHOWN * (page - 1))
    texts_of = stored.texts(rows.corpus.source, sorted(set(frame["article"])))
    return frame, passages(frame, base_of(rows.table), texts_of)


def _act(
    state: _Open, rows: Rows, row: "pd.Series[Any]", place: tuple[str, str], act: str, name: str, mark: Mark
) -> None:
    """Do what a button says."""
    kind = _KINDS.get(base_of(rows.table))
    if act == "open":
        article_link.go_to(*place, mark)
    if act == "edit" and kind:
        state.edited = None if state.edited == place else place
    elif act == "undo" and place in state.said:
        _kept(lambda: undo(rows.corpus.store, state.said.pop(place).number))
    elif act in ("right", "reject") and kind and name and place not in state.said:
        spans = spans_from(row["spans"])
        changes: Changes | None = {} if act == "right" else None
        number = _kept(lambda: record(rows.corpus.store, place[0], kind, spans, changes, name))
        if number:
            state.said[place] = _Said("confirmed" if act == "right" else "rejected", number)
    st.rerun(scope="fragment")


def _kept(act: Callable[[], int | None]) -> int | None:
    try:
        with st.spinner(say("review.saving")):
            return act()
    except NotFoundError:
        st.toast(texts.REVIEW_GONE, icon=":material/error:")
        return None


def _form(
    state: _Open, rows: Rows, kind: Kind, row: "pd.Series[str]", place: tuple[str, str], name: str, key: str
) -> None:
    """The form to correct a row, below it."""

    def close() -> None:
        state.edited = None

    def done(number: int) -> None:
        last = next(one for one in rows.corpus.corrections(place[0]) if one.number == number)
        verdict = "rejected" if last.label is None else "confirmed" if last.label == last.found else "corrected"
        state.said[place] = _Said(verdict, number)
        close()
        st.rerun(scope="fragment")

    with st.container(border=True):
        text = rows.corpus.text(place[0])
        panel.judge(rows.corpus.store, place[0], text, kind, row, name, f"{key}-{place[0]}", done=done, close=close)


def _list(key: str, html: str) -> tuple[int, str] | None:
    """Draw a list; the row and the button that was pressed, which come from outside and may be anything."""
    component = st.components.v2.component(
        "quellenlage_evidence", html='<div class="ql-evidence"></div>', js=_SCRIPT.read_text(encoding="utf-8"),
        isolate_styles=False,
    )  # fmt: skip
    told = component(key=key, data={"html": html}, on_act_change=lambda: None).get("act")
    row, act = (told.get("row"), told.get("act")) if isinstance(told, Mapping) else (None, None)
    return (int(row), act) if isinstance(row, int | float) and isinstance(act, str) else None
