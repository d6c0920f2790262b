"""Data: paste a text, load files, see what was read and what failed, and look after the corpus."""

from datetime import date
from itertools import count

import streamlit as st

from analysis.model import Article
from analysis.reading.files import ENDINGS, read_bytes
from analysis.reading.german import only_german
from analysis.reading.web import is_address, read_address
from analysis.running.batch import analyse_into
from analysis.stories.group import group, is_due
from dashboard import corpus, labels, parts
from dashboard.language import say

own = corpus.own_store()

st.title(say("data.title"))
pasted, loaded = st.columns(2, gap="large")
with pasted, st.form("paste", clear_on_submit=False):
    st.subheader(say("data.paste"), anchor=False)
    text = st.text_area(say("data.text"), height=220, placeholder=say("data.placeholder"))
    title = st.text_input(say("data.headline"))
    outlet = st.text_input(say("data.outlet"))
    published = st.date_input(say("data.date"), date.today(), format=say("format.date_input"))
    go_text = st.form_submit_button(say("data.go"), type="primary", icon=":material/play_arrow:")
with loaded, st.form("address", clear_on_submit=True):
    st.subheader(say("data.web"), anchor=False)
    url = st.text_input(say("data.address"), placeholder="https://…")
    st.caption(say("data.told_web"))
    go_url = st.form_submit_button(say("data.go"), type="primary", icon=":material/play_arrow:")
with loaded, st.form("upload", clear_on_submit=True):
    st.subheader(say("data.load"), anchor=False)
    files = st.file_uploader(say("data.files"), list(ENDINGS), True)
    st.caption(say("data.told_files"))
    go_files = st.form_submit_button(say("data.go"), type="primary", icon=":material/play_arrow:")

inputs = []
if go_text and text.strip():
    day = published.isoformat() if published else None
    inputs = [Article(say("data.id"), text, title=title or None, outlet=outlet or None, published=day)]
elif go_text:
    st.warning(say("data.no_text"), icon=":material/warning:")
elif go_url and is_address(url.strip()):
    with st.spinner(say("data.fetching")):
        inputs = list(only_german(read_address(url.strip())))
elif go_url:
    st.warning(say("data.no_address"), icon=":material/warning:")
elif go_files:
    inputs = list(only_german(item for file in files for item in read_bytes(file.name, file.getvalue())))
if inputs:
    told = parts.waiting(inputs)
    bar, done = st.progress(0.0, told), count(1)
    report = st.session_state["report"] = analyse_into(
        own, inputs, on_result=lambda _: bar.progress(min(next(done) / len(inputs), 1.0), told)
    )
    if is_due(own, len(report.keys)):
        group(own)
    st.session_state["korpus-wunsch"] = corpus.OWN
    st.rerun()

if report := st.session_state.pop("report", None):
    parts.report(report)
    if report.keys:
        st.page_link("pages/article.py", label=say("data.in_article"), icon=":material/article:")

st.subheader(say("data.own"))
size = corpus.Corpus(own).size()
st.caption(say("data.size", n=labels.number(size.articles), path=own.path))
if not size.articles:
    st.info(say("data.empty"), icon=":material/inbox:")
    st.stop()
articles = parts.listed(corpus.Corpus(own), "own-articles")
picked = parts.table(
    articles, "articles", ["id", "title", "outlet", "published", "words", "statements", "hedges", "tone_label"],
    on_select="rerun", selection_mode="multi-row", key="own-articles",
)  # fmt: skip
rows = picked["selection"]["rows"]
if rows and st.button(say("data.delete", n=len(rows)), icon=":material/delete:"):
    own.delete(list(articles["article"].iloc[rows]))
    st.rerun()
