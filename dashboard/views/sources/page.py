"""Sources: who is quoted most, who cites and relays whom, who is typed in two ways, and the user's own list."""

from dataclasses import replace

import streamlit as st

from analysis import measures
from dashboard.charts import basic, render
from dashboard.components import drilldown, finding, layout, own_words
from dashboard.corpus import Corpus, measured
from dashboard.i18n import labels
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import say
from dashboard.views.sources import conflicts, filters, overrides_editor, relations

corpus = layout.chosen()
above = st.container()
chosen = filters.choose(Corpus(corpus.store))
corpus = corpus._replace(selection=replace(corpus.selection, **chosen))
size = corpus.size()

with above:
    layout.heading(say("sources.title"), size)
    filters.show(chosen)
if layout.show_empty_state(size):
    st.stop()

left, right = st.columns([2, 1], vertical_alignment="bottom")
left.subheader(say("sources.top"), help=tip("share_of_voice"))
top = right.radio(say("sources.number"), [5, 15, 40], 1, horizontal=True, key="quellenzahl", bind="query-params")
voice = measured(measures.share_of_voice, corpus.counts("statements", "entity", top={"entity": top + 1}), "entity")
voice = voice[voice["entity"] != "-"].head(top).reset_index(drop=True)
finding.show(finding.ranking(voice, "entity"))
drilldown.show(
    render.cached_chart(
        basic.bars, voice, "entity", title=say("overview.of_statements"), counted=say("chart.statements")
    ),
    "sources",
    layout.alt_text(say("sources.top_alt"), voice, "entity"),
    corpus,
    "statements",
)
layout.note(voice)

st.subheader(say("sources.relations"), help=tip("relations"))
relations.show(corpus)

# Side by side where there is room for the long names, else below each other.
beside = st.container(horizontal=True)
for by, title in (("naming", say("sources.named")), ("anonymity", say("sources.anonymity"))):
    with beside.container(width=480):
        st.subheader(title)
        share = measured(measures.share_of_voice, corpus.counts("statements", by), by)
        finding.show(finding.ranking(share, by))
        drilldown.show(
            render.cached_chart(basic.bars, share, by, title=say("overview.of_statements"),
                           counted=say("chart.statements")),
            f"by-{by}", layout.alt_text(title, share, by), corpus, "statements",
        )  # fmt: skip

st.subheader(say("conflicts.title"), help=say("term.conflict"))
conflicts.show(Corpus(corpus.store))

st.subheader(say("sources.own_list"))
overrides_editor.edit(labels.NAME_OF_COLUMN, lambda names: Corpus(corpus.store).known("entity", names))
own_words.link()
