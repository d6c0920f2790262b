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
key = st.query_params.get(sidebar.PARAMETER)
if not key:
    st.markdown(say("start.what"))

# Once an article is shown it comes first; the three ways in fold away above it.
with st.expander(say("start.another")) if key else st.container():
    wide, narrow = st.columns([3, 2], gap="medium")
    with wide, st.form("start"):
        st.subheader(say("start.paste"), anchor=False)
        text = st.text_area(say("start.text"), height=230, placeholder=say("start.placeholder"), key="start-text")
        go = st.form_submit_button(say("start.go"), type="primary", icon=":material/play_arrow:")
        st.caption(say("start.kept", name=labels.plain(corpus.title(corpus.own_name()))))
    with narrow:
        with st.container(border=True):
            st.subheader(say("start.demo"), anchor=False)
            size = Corpus(corpus.demo_store()).size()
            # All but the founding article of the project.
            counted = {"n": size.articles - 1, "outlets": size.outlets, "statements": size.statements}
            st.markdown(say("start.demo_told", **counted))
            if st.button(say("start.demo_go"), icon=":material/bar_chart:", width="stretch"):
                pasted.leave(corpus.DEMO, script("overview"))
        with st.container(border=True):
            st.subheader(say("start.own"), anchor=False)
            st.markdown(say("start.own_none"))
            for name in corpus.own_names():
                if number := Corpus(corpus.store_of(name)).size().articles:
                    told = say("start.own_go", name=labels.plain(corpus.title(name)), n=labels.number(number))
                    if st.button(told, key=f"oeffnen-{name}", icon=":material/folder_open:", width="stretch"):
                        pasted.leave(name, script("overview"))
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
