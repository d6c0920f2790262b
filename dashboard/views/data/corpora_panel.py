"""The user's corpora on the page of data: make one, give one another name, delete one."""

from collections.abc import Callable

import streamlit as st

from analysis.storage import corpora
from analysis.storage.store import Store
from dashboard import corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say

TOLD = "daten-meldung"
"""The message about the last change, for the next time that the page is drawn."""
_TURN = "korpus-zug"


def tell() -> None:
    """Show a message about what the last button press did."""
    if told := st.session_state.pop(TOLD, None):
        st.toast(told, icon=":material/check_circle:")


def show(name: str) -> None:
    """Three ways to change the list of corpora; ``name`` is the one that the page shows."""
    if corpus.given():
        return
    store, turn = corpus.store_of(name), st.session_state.get(_TURN, 0)
    with st.container(horizontal=True):
        with st.popover(say("corpora.new"), icon=":material/create_new_folder:", key=f"korpus-neu-{turn}"):
            _named("new", lambda wish: corpora.create(wish))
        if store.exists():
            with st.popover(say("corpora.rename"), icon=":material/edit:", key=f"korpus-umbenennen-{turn}"):
                _named("rename", lambda wish: corpora.rename(store, wish))
            with st.popover(say("corpora.delete"), icon=":material/delete:", key=f"korpus-loeschen-{turn}"):
                _confirm(name, store)


def _named(what: str, make: Callable[[str], object]) -> None:
    """A form for a name, and what is wrong with it where something is."""
    with st.form(f"korpus-{what}", border=False):
        wish = corpora.tidy(st.text_input(say("corpora.name"), max_chars=corpora.LONGEST))
        go = st.form_submit_button(say(f"corpora.{what}_go"), type="primary")
    if not go:
        return
    if fault := corpora.fault(wish):
        st.warning(say(f"corpora.fault_{fault}"), icon=":material/warning:")
        return
    make(wish)
    _leave(wish, say(f"corpora.{what}_done", name=labels.plain(wish)))


def _leave(name: str, told: str) -> None:
    st.session_state["korpus-wunsch"] = name
    st.session_state[TOLD] = told
    st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1  # new popovers, so that none stays open
    st.rerun()


def _confirm(name: str, store: Store) -> None:
    """What is lost with a corpus, and the button that deletes it."""
    called, size = labels.plain(corpus.title(name)), corpus.Corpus(store).size()
    lost = [
        say("shared.articles", n=labels.number(size.articles)),
        say("shared.statements", n=labels.number(size.statements)),
        say("corpora.corrections", n=labels.number(len(corpus.Corpus(store).corrections()))),
    ]
    st.markdown(say("corpora.delete_told", name=called, lost=", ".join(lost)))
    if st.button(say("corpora.delete_go"), type="primary", icon=":material/delete_forever:", key="korpus-weg"):
        with st.spinner(say("corpora.deleting")):
            corpora.delete(store)
        _leave(corpus.OWN, say("corpora.delete_done", name=called))
