"""Article: one text with its statements, speakers, cues and hedges marked, and a panel to correct them."""

import streamlit as st

from analysis.tables.selection import Selection
from dashboard import address, corpus
from dashboard.components import layout, sidebar
from dashboard.i18n.language import say
from dashboard.reader import article_html, component
from dashboard.review import article_link, panel

store, selection = chosen = layout.chosen()

way = st.container()
st.title(say("reader.title"))
if not chosen.size().articles:
    layout.show_empty_state(chosen.size())
    st.stop()

came = component.choose_from_address()
listed = layout.article_options(chosen, address.ARTICLE).set_index("article")
key = address.selectbox(
    say("reader.article"), list(listed.index), address.ARTICLE, layout.article_names(listed).__getitem__
)
if key is None:
    st.stop()
with way:
    article_link.back(key, sidebar.KEYS)
whole = chosen.text(key)
found = corpus.result_tables(store, Selection(articles=(key,)))
# Not a caption: that is too pale for a link in it.
st.markdown(f":small[{layout.article_facts(listed.loc[[key]].iloc[0])}]")
windows = article_html.windows(whole)
if came and component.chosen(key):
    layout.open_window(windows, key, component.start_of_chosen(key, found))
window = layout.choose_window(windows, key)
text = whole[slice(*window)]
shown = {table: layout.rows_in(found[table], window) for table in ("statements", "hedges", "sentences")}

with st.container(key="anzeige"):
    layers = st.multiselect(
        say("reader.show"), article_html.LAYERS, list(article_html.SHOWN), key="ebenen",
        format_func=lambda name: say(f"reader.layer_{name}"), bind="query-params",
    )  # fmt: skip
    marked = component.choose_marked(shown)
with st.container(key="artikel-und-pruefung"):
    wide, narrow = st.columns([5, 3], gap="medium")
with wide:
    markers = article_html.markers_in(text) if "marker" in layers else ()
    component.show(
        key, text, article_html.Found(marked, markers, layers, component.chosen(key)), window[0], whole, page="artikel"
    )
with narrow, st.container(key="pruefung"):
    panel.panel(store, key, whole, found)

statements, hedges = shown["statements"], shown["hedges"]
with st.container(key="tabellen"):
    st.subheader(say("reader.statements", n=len(statements)))
    if len(statements):
        columns = ["statement", "entity", "category", "source_confidence", "type", "stance", "quote"]
        layout.table(statements, "statements", [*columns, "confidence", "rule", "origin"])
    st.subheader(say("reader.hedges", n=len(hedges)))
    if len(hedges):
        layout.table(hedges, "hedges", ["cue", "class", "holder", "statement", "rule", "origin"])
