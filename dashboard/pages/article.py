"""Article: one text with its statements, speakers, cues and hedges marked, and the table beside it."""

import streamlit as st

from analysis.tables.selection import Selection
from dashboard import corpus, parts, reader

store, selection = chosen = parts.chosen()

st.title("Was steht im Artikel?")
if not chosen.size().articles:
    parts.nothing(chosen.size())
    st.stop()

listed = parts.listed(chosen, "artikel").set_index("article")
key = st.selectbox(
    "Artikel", list(listed.index), key="artikel", bind="query-params",
    format_func=lambda key: parts.article_name(listed.loc[key]),
)  # fmt: skip
if key is None:
    st.stop()
text = store.text(key) or ""
found = corpus.frames(store, Selection(articles=(key,)))
st.caption(parts.article_facts(listed.loc[key]))
window = parts.choose_window(reader.windows(text), key)
text = text[slice(*window)]
shown = {table: parts.within(found[table], window) for table in ("statements", "hedges", "sentences")}
statements, hedges = shown["statements"], shown["hedges"]

wide, narrow = st.columns([3, 2], gap="large")
with wide:
    layers = st.toggle("Auch Verstärker und Näherungen zeigen", key="ebenen", bind="query-params")
    markers = reader.markers_in(text) if layers else ()
    st.html(reader.article_html(text, shown, markers, window[0]))
    with st.expander("Zeichen im Text", expanded=True):
        st.html(reader.legend_html(layers))
with narrow:
    st.subheader(f"{len(statements)} Aussagen")
    if len(statements):
        columns = ["statement", "entity", "category", "type", "stance", "quote", "rule", "confidence"]
        parts.table(statements, "statements", columns)
    st.subheader(f"{len(hedges)} Abschwächungen")
    if len(hedges):
        parts.table(hedges, "hedges", ["cue", "class", "holder", "statement", "rule"])
