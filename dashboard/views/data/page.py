"""Data: paste a text, load files, see what was read and what failed, and look after the corpora and their articles."""

import streamlit as st

from dashboard import address, corpus
from dashboard.components import intake
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.pages import script
from dashboard.views.data import articles, corpora_panel

name = corpus.own_name()
own = corpus.store_of(name)
called = labels.plain(corpus.title(name))

corpora_panel.tell()
st.title(say("data.title"))
st.caption(say("data.into_demo" if st.session_state.get("korpus") == corpus.DEMO else "data.into", name=called))
if inputs := intake.asked():
    st.session_state["report"] = intake.take(own, inputs)
    st.session_state["korpus-wunsch"] = name
    st.rerun()

if report := st.session_state.pop("report", None):
    intake.report(report, own)
    if report.keys:
        st.session_state[address.ARTICLE] = report.keys[0]
        st.page_link(script("article"), label=say("data.in_article"), icon=":material/article:")

st.subheader(say("data.own", name=called))
size = corpus.Corpus(own).size()
if size.articles:
    articles.show(own)
else:
    st.info(say("data.empty"), icon=":material/inbox:")
st.caption(say("data.size", n=labels.number(size.articles), path=own.path))

st.subheader(say("data.corpora"))
st.caption(say("data.corpora_told"))
corpora_panel.show(name)
