"""Article: one text with its statements, speakers, cues and hedges marked, and a panel to correct them."""

import streamlit as st

from analysis.tables.selection import Selection
from dashboard import article_view, corpus, parts, reader, review
from dashboard.language import say

store, selection = chosen = parts.chosen()

st.title(say("reader.title"))
if not chosen.size().articles:
    parts.nothing(chosen.size())
    st.stop()

if wish := st.session_state.pop("artikel-wunsch", None):
    st.session_state["artikel"] = wish
listed = parts.listed(chosen, "artikel").set_index("article")
key = st.selectbox(
    say("reader.article"), list(listed.index), key="artikel", bind="query-params",
    format_func=lambda key: parts.article_name(listed.loc[key]),
)  # fmt: skip
if key is None:
    st.stop()
whole = chosen.text(key)
found = corpus.frames(store, Selection(articles=(key,)))
# Not a caption: that is too pale for a link in it.
st.markdown(f":small[{parts.article_facts(listed.loc[key])}]")
window = parts.choose_window(reader.windows(whole), key)
text = whole[slice(*window)]
shown = {table: parts.within(found[table], window) for table in ("statements", "hedges", "sentences")}

with st.container(key="anzeige"):
    layers = st.multiselect(
        say("reader.show"), reader.LAYERS, list(reader.SHOWN), key="ebenen",
        format_func=lambda name: say(f"reader.layer_{name}"), bind="query-params",
    )  # fmt: skip
    marked = article_view.choose_marked(shown)
with st.container(key="artikel-und-pruefung"):
    wide, narrow = st.columns([5, 3], gap="medium")
with wide:
    markers = reader.markers_in(text) if "marker" in layers else ()
    article_view.show(key, text, reader.Found(marked, markers, layers), window[0], whole)
with narrow, st.container(key="pruefung"):
    review.panel(store, key, whole, found)

statements, hedges = shown["statements"], shown["hedges"]
with st.container(key="tabellen"):
    st.subheader(say("reader.statements", n=len(statements)))
    if len(statements):
        columns = ["statement", "entity", "category", "type", "stance", "quote", "rule", "confidence", "origin"]
        parts.table(statements, "statements", columns)
    st.subheader(say("reader.hedges", n=len(hedges)))
    if len(hedges):
        parts.table(hedges, "hedges", ["cue", "class", "holder", "statement", "rule", "origin"])
