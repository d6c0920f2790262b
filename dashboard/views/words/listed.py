"""What the own list says now, row by row, each taken back by one click, and all of it by another."""

import streamlit as st

from analysis.certainty.own_cues import OWN
from analysis.own_words.file import without_row
from analysis.own_words.rows import LISTS, OwnWord
from analysis.storage.conditions import Where
from dashboard.components import own_words
from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say

_SHOWN = 50


def show(corpus: Corpus) -> None:
    """The rows by list, the newest first."""
    rows = own_words.of(corpus.store).rows
    if not rows:
        st.info(say("words.none"), icon=":material/playlist_add:")
        before = st.session_state.get(own_words.BEFORE)
        if before and st.button(say("words.restore", n=labels.number(len(before))), icon=":material/redo:"):
            own_words.change(corpus.store, before, say("words.restored"))
        return
    left = _SHOWN
    for name in LISTS:
        of_list = [row for row in rows if row.list == name][::-1]
        if of_list and left > 0:
            st.markdown(f"**{say(f'words.list_{name}')}**")
            for row in of_list[:left]:
                _row(corpus, row)
            left -= len(of_list)
    if len(rows) > _SHOWN:
        st.caption(say("words.further", n=labels.number(len(rows) - _SHOWN)))
    told = say("words.undo_all", n=labels.number(len(rows)))
    if len(rows) > 1 and st.button(told, icon=":material/undo:", key="woerter-alle"):
        st.session_state[own_words.BEFORE] = rows
        own_words.change(corpus.store, (), say("words.undone_all"))


def _row(corpus: Corpus, row: OwnWord) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"eigen-{row.list}-{row.word.lower()}"):
        with st.container():
            st.markdown(f"**{_name(row)}** · {own_words.in_words(row)}{_hits(corpus, row)}")
        if st.button(say("words.undo"), key=f"zurueck-{row.list}-{row.word.lower()}", icon=":material/undo:"):
            kept = without_row(own_words.of(corpus.store).rows, row)
            own_words.change(corpus.store, kept, say("words.undone", word=_name(row)))


def _name(row: OwnWord) -> str:
    return say("words.rule", rule=labels.plain(row.rule)) if row.rule else labels.plain(row.word)


def _hits(corpus: Corpus, row: OwnWord) -> str:
    """How often an added cue counts in the corpus; the tables tell it of no other words."""
    if row.list != "hedge" or row.action != "add":
        return ""
    number = Corpus(corpus.store).number("hedges", [Where("rule", (OWN + row.word,))])
    return f" · {say('words.hits', n=labels.number(number))}"
