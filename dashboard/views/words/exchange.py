"""The own list as a file: what is wrong with it, to download, and one to put in its place."""

import streamlit as st

from analysis.own_words.file import as_csv, faults_of, parsed
from analysis.storage.store import Store
from dashboard.components import downloads, own_words
from dashboard.i18n import labels
from dashboard.i18n.language import say

_SHOWN = 20


def show_faults(store: Store) -> None:
    """What is wrong with the rows of the file, as somebody wrote it by hand."""
    if faults := faults_of(store.own_words).faults:
        st.error(say("words.faults", file=store.own_words.name), icon=":material/error:")
        _code(faults)


def show(store: Store) -> None:
    """Download and upload."""
    rows = own_words.of(store).rows
    told, form = say("words.download", n=labels.number(len(rows))), downloads.form()
    # The name is that of the list in use, so that it can lie in its place.
    downloads.button(told, lambda: as_csv(rows, form), "words.csv", "text/csv", "download", "woerter-csv")
    with st.form("woerter-laden", clear_on_submit=True):
        file = st.file_uploader(say("words.upload"), ["csv"])
        st.caption(say("words.upload_told"))
        go = st.form_submit_button(say("words.replace"), icon=":material/upload:")
    if go and file is not None:
        read = parsed(file.getvalue())
        if read.faults:
            st.error(say("words.refused", file=labels.plain(file.name)), icon=":material/error:")
            _code(read.faults)
        else:
            st.session_state[own_words.BEFORE] = rows
            own_words.change(store, read.rows, say("words.loaded", n=labels.number(len(read.rows))))
    st.caption(say("words.where", file=store.own_words.name))


def _code(faults: tuple[str, ...]) -> None:
    more = ["…"] * (len(faults) > _SHOWN)
    st.code("\n".join([*faults[:_SHOWN], *more]), language=None, wrap_lines=True)
