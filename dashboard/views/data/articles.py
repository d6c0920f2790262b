"""The articles of a corpus on the page of data: chosen in a table, then given an outlet, day or title, or deleted."""

from datetime import date

import pandas as pd
import streamlit as st

from analysis.storage.store import Store
from dashboard.components import intake, layout, uploads
from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.views.data.corpora_panel import TOLD

Changes = dict[str, dict[str, str | None]]
_TURN = "artikel-zug"
_BEFORE = "artikel-vorher"
"""What the last change did away with, by store, to be put back."""
_COLUMNS = ["id", "title", "outlet", "published", "words", "statements", "hedges", "tone_label"]


def show(store: Store) -> None:
    """The table, and what can be done with the rows that are chosen in it."""
    st.caption(say("data.choose"))
    articles = layout.article_options(Corpus(store), "own-articles")
    # A new table after every change: rows are chosen by their place, and their order may be another one.
    turn = st.session_state.get(_TURN, 0)
    picked = layout.table(articles, "articles", _COLUMNS, on_select="rerun", selection_mode="multi-row",
                          key=f"own-articles-{turn}")  # fmt: skip
    chosen = articles.iloc[picked["selection"]["rows"]]
    if len(chosen):
        with st.container(border=True, key="artikel-gewaehlt"):
            _fill_in(store, chosen, f"{turn}-{'-'.join(chosen['article'])[:200]}")
            _undo_and_delete(store, list(chosen["article"]))
    path, before = st.session_state.get(_BEFORE, ("", {}))
    if before and path == str(store.path):
        told = say("data.edit_undo", n=labels.number(len(before)))
        if st.button(told, icon=":material/undo:", key="artikel-zurueck"):
            _change(store, before, "undone")


def _fill_in(store: Store, chosen: pd.DataFrame, key: str) -> None:
    """A form for what the chosen articles have in common; what is left as it is stays in each."""
    one = len(chosen) == 1
    said = {name: _common(chosen[name]) for name in ("title", "outlet", "published")}
    with st.form(f"angaben-{key}", border=False):
        st.markdown(f"**{say('data.edit', n=labels.number(len(chosen)))}**")
        places = st.columns([3, 2, 4] if one else [3, 2])
        differing = {name: say("data.edit_differing") if value is None else "" for name, value in said.items()}
        outlet = places[0].text_input(say("data.column_outlet"), said["outlet"] or "", max_chars=200,
                                      placeholder=differing["outlet"])  # fmt: skip
        day = places[1].date_input(
            say("data.column_published"), _day(said["published"]), min_value=uploads.EARLIEST, max_value=date.today(),
            format=say("format.date_input"), help=differing["published"] or None,
        )  # fmt: skip
        title = places[2].text_input(say("data.column_title"), said["title"] or "", max_chars=500) if one else ""
        go = st.form_submit_button(say("data.edit_go"), type="primary", icon=":material/check:")
    given = {"outlet": outlet.strip(), "published": day.isoformat() if isinstance(day, date) else ""}
    given |= {"title": title.strip()} if one else {}
    known = {name: (value or "")[: 10 if name == "published" else None] for name, value in said.items()}
    changed = {name: value or None for name, value in given.items() if value != known[name]}
    if go and changed:
        _change(store, {str(article): changed for article in chosen["article"]}, "done")
    elif go:
        st.info(say("data.edit_nothing"), icon=":material/info:")


def _common(column: "pd.Series[str]") -> str | None:
    """The value that all rows have, "" for none in all; None where they differ."""
    values = set(column.fillna(""))
    return str(values.pop()) if len(values) == 1 else None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _undo_and_delete(store: Store, keys: list[str]) -> None:
    from analysis.batch.renew import as_filed

    with st.container(horizontal=True):
        if filed := as_filed(store, keys):
            told = say("data.as_filed", n=labels.number(len(filed)))
            if st.button(told, icon=":material/settings_backup_restore:", key="artikel-wie-datei"):
                _change(store, {key: dict(fields) for key, fields in filed.items()}, "done")
        if st.button(say("data.delete", n=labels.number(len(keys))), icon=":material/delete:", key="artikel-loeschen"):
            with st.spinner(say("data.deleting")):
                store.delete(keys)
            intake.regroup(store, len(keys))
            _again()


def _change(store: Store, changes: Changes, told: str) -> None:
    """Give the articles these values and analyse them anew, with a bar; then draw the page again with a message."""
    # The analysis takes long to load; the page is there without it.
    from analysis.batch.renew import edit

    bar = st.progress(0.0, say("data.editing", n=labels.number(len(changes))))

    def move(done: int) -> None:
        part = say("data.edit_progress", done=labels.number(done), total=labels.number(len(changes)))
        bar.progress(min(done / len(changes), 1.0), part)

    before = edit(store, changes, move)
    intake.regroup(store, len(changes))
    kept = {key: dict(fields) for key, fields in before.items()}
    st.session_state[_BEFORE] = (str(store.path), {} if told == "undone" else kept)
    st.session_state[TOLD] = say(f"data.edit_{told}", n=labels.number(len(before)))
    _again()


def _again() -> None:
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
    st.rerun()
