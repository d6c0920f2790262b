"""The user's own list of words on every page: whether figures follow it, and how a change is applied at once."""

from collections.abc import Iterable
from contextlib import suppress

import streamlit as st

from analysis.own_words.active import OwnWords
from analysis.own_words.file import OwnWordsError, read_own_words, write_own_words
from analysis.own_words.rows import OwnWord
from analysis.storage.stale_words import settle
from analysis.storage.store import Store, StoreError
from dashboard import corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.pages import script

_MANY = 2000
"""Articles from which the command line is named, which uses all cores."""
_TOLD = "woerter-meldung"
_OPEN = "woerter-offen"
"""The store to which a list is being applied, and the message when that is done."""
BEFORE = "woerter-vorher"
"""What the list was before all of it was taken back."""


def of(store: Store) -> OwnWords:
    """The user's list."""
    return read_own_words(store.own_words)


def note(store: Store) -> None:
    """Tell that figures follow the own list, or that some of them do not yet, with a button that changes it."""
    words, due = of(store), corpus.words_due(store)
    if due.others and not due.concerned:
        with suppress(StoreError):  # where nobody can write, the same is found out the next time
            settle(store, words, due.others)
    if due.concerned:
        path, told = st.session_state.get(_OPEN, ("", ""))
        if path == str(store.path):  # a second click, or another page opened, ended the run before this one
            apply(store, told)
        with st.container(border=True):
            st.markdown(say("words.stale", n=labels.number(len(due.concerned))))
            if len(due.concerned) > _MANY:
                st.caption(say("words.stale_many"))
            if st.button(say("words.apply"), key="woerter-anwenden", icon=":material/sync:", type="primary"):
                apply(store, say("words.applied"))
    elif words.rows:
        told = say("words.noted", n=labels.number(len(words.rows)))
        st.page_link(script("words"), label=told, icon=":material/edit_note:")


def link() -> None:
    """The way to the page of own words, from pages whose figures they change."""
    st.page_link(script("words"), label=say("words.link"), icon=":material/edit_note:")


def tell() -> None:
    """Show a message about what the last button press did."""
    if told := st.session_state.pop(_TOLD, None):
        st.toast(told, icon=":material/check_circle:")


def change(store: Store, rows: Iterable[OwnWord], told: str) -> None:
    """Make these rows the list, apply it to the corpus that is shown, and draw the page anew with a message."""
    try:
        write_own_words(rows, store.own_words)
    except (OwnWordsError, OSError) as error:
        st.error(say("words.unwritten", error=labels.plain(str(error))), icon=":material/error:")
        return
    apply(store, told)


def apply(store: Store, told: str) -> None:
    """Bring the corpus up to date with the list, with a bar that tells how far it is; then draw the page anew."""
    # The analysis takes long to load; pages that change nothing do without it.
    from analysis.batch.word_changes import apply_words

    analysed = 0
    st.session_state[_OPEN] = str(store.path), told
    if store.exists():
        bar = st.progress(0.0, say("words.waiting"))

        def move(done: int, total: int) -> None:
            part = say("words.progress", done=labels.number(done), total=labels.number(total))
            bar.progress(min(done / max(total, 1), 1.0), part)

        try:
            analysed = apply_words(store, of(store), on_progress=move).analysed
        except StoreError:
            del st.session_state[_OPEN]  # not tried again by itself
            raise
    del st.session_state[_OPEN]
    st.session_state[_TOLD] = f"{told} {say('words.analysed', n=labels.number(analysed))}"
    st.rerun()


def in_words(row: OwnWord) -> str:
    """What a row does: "Hörensagen: munkeln"."""
    values = {"hedge": labels.HEDGE_CLASS, "stance": labels.STANCE}.get(row.list)
    value = values[row.value] if values and row.value else row.value
    if row.list == "tone" and row.value:
        value = labels.number(row.number, 2)
    return say(f"words.does_{row.list}_{row.action}", value=value)
