"""Data: paste a text, load files, see what was read and what failed, and look after the corpus."""

import streamlit as st

from dashboard import corpus
from dashboard.components import intake, layout
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.pages import script

own = corpus.own_store()

st.title(say("data.title"))
if inputs := intake.asked():
    st.session_state["report"] = intake.take(own, inputs)
    st.session_state["korpus-wunsch"] = corpus.OWN
    st.rerun()

if report := st.session_state.pop("report", None):
    intake.report(report)
    if report.keys:
        st.page_link(script("article"), label=say("data.in_article"), icon=":material/article:")

st.subheader(say("data.own"))
size = corpus.Corpus(own).size()
st.caption(say("data.size", n=labels.number(size.articles), path=own.path))
if not size.articles:
    st.info(say("data.empty"), icon=":material/inbox:")
    st.stop()
articles = layout.article_options(corpus.Corpus(own), "own-articles")
picked = layout.table(
    articles, "articles", ["id", "title", "outlet", "published", "words", "statements", "hedges", "tone_label"],
    on_select="rerun", selection_mode="multi-row", key="own-articles",
)  # fmt: skip
rows = picked["selection"]["rows"]
if rows and st.button(say("data.delete", n=len(rows)), icon=":material/delete:"):
    own.delete(list(articles["article"].iloc[rows]))
    st.rerun()
