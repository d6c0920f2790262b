"""Start: what this is, and three ways in: the demo, a pasted article, a corpus of one's own."""

import streamlit as st

from dashboard import corpus
from dashboard.components import layout, sidebar
from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.pages import script
from dashboard.views.start import pasted, tour

chosen = layout.chosen()
st.title(say("start.title"))
st.markdown(say("start.what"))

key = st.query_params.get(sidebar.PARAMETER)
# Once an article is shown it comes first; the three ways in fold away above it.
with st.expander(say("start.another")) if key else st.container():
    wide, narrow = st.columns([3, 2], gap="medium")
    with wide, st.form("start"):
        st.subheader(say("start.paste"), anchor=False)
        text = st.text_area(say("start.text"), height=230, placeholder=say("start.placeholder"), key="start-text")
        go = st.form_submit_button(say("start.go"), type="primary", icon=":material/play_arrow:")
        st.caption(say("start.kept"))
    with narrow:
        with st.container(border=True):
            st.subheader(say("start.demo"), anchor=False)
            size = Corpus(corpus.demo_store()).size()
            counted = {"articles": size.articles, "outlets": size.outlets, "statements": size.statements}
            st.markdown(say("start.demo_told", **counted))
            if st.button(say("start.demo_go"), icon=":material/bar_chart:", width="stretch"):
                pasted.leave(corpus.DEMO, script("overview"))
        with st.container(border=True):
            st.subheader(say("start.own"), anchor=False)
            number = Corpus(corpus.own_store()).size().articles
            st.markdown(say("start.own_told", articles=labels.number(number)) if number else say("start.own_none"))
            if number and st.button(say("start.own_go"), icon=":material/folder_open:", width="stretch"):
                pasted.leave(corpus.OWN, script("overview"))
            st.page_link(script("data"), label=say("start.load"), icon=":material/upload_file:")

if go and text.strip():
    with st.spinner(say("start.waiting")):
        pasted.take(text)
    if st.query_params.get(sidebar.PARAMETER) not in (None, key):
        st.rerun()
elif go:
    st.warning(say("start.no_text"), icon=":material/warning:")

if key:
    # Only here: charts take as long to load as all else of the first page.
    from dashboard.views.start import pasted_view

    pasted_view.show(key, chosen)
else:
    tour.show()
