"""Own words: what the user's list changes, words to add, cues of the corpus to pick from, the list as a file."""

import streamlit as st

from dashboard.components import layout, own_words
from dashboard.i18n.language import say
from dashboard.views.words import entry, exchange, listed, picks

corpus = layout.chosen()
own_words.tell()

layout.heading(say("words.title"), corpus.size())
st.markdown(say("words.told"))
exchange.show_faults(corpus.store)

st.subheader(say("words.active"))
listed.show(corpus)

st.subheader(say("words.enter"))
entry.show(corpus)

st.subheader(say("words.pick"))
picks.show(corpus)

st.subheader(say("words.file"))
exchange.show(corpus.store)
