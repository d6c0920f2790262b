"""Stories: one event across outlets; which source each names, when each tells it, how each words a claim."""

from dataclasses import replace

import streamlit as st

from analysis import measures
from analysis.stories import queries
from dashboard import address
from dashboard.charts import basic, render, story
from dashboard.components import claims, drilldown, finding, layout
from dashboard.corpus import cached_query, measured
from dashboard.i18n import texts
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import say
from dashboard.views.stories import finding as story_finding
from dashboard.views.stories import sources

corpus = layout.chosen()
size = corpus.size()

layout.heading(say("story.question"), size)
if layout.show_empty_state(size):
    st.stop()
search = st.text_input(say("story.search"), key="geschichte-suche") if size.articles > layout.LISTED else ""
stories = cached_query(corpus, queries.listed, search=search, limit=layout.LISTED).set_index("story")
if stories.empty:
    st.info(say("story.none"), icon=":material/search_off:")
    st.stop()
names = {str(key): sources.name(row) for key, row in stories.iterrows()}
chosen = address.selectbox(say("story.choose"), list(stories.index), "geschichte", lambda key: str(names.get(key, key)))
keys = cached_query(corpus, queries.articles_of, chosen)
corpus = corpus._replace(selection=replace(corpus.selection, articles=tuple(keys)))
corpus, outlets = sources.beside(corpus)
articles = corpus.articles()

st.subheader(say("story.missing"))
st.caption(texts.STORY)
grid = queries.left_out(corpus.counts("statements", "entity", "category", "outlet", unit="none"), outlets)
if grid.empty:
    st.info(say("story.no_source"), icon=":material/search_off:")
else:
    finding.show(story_finding.named(grid))
    drilldown.show(
        render.cached_chart(story.matrix, grid), "story-matrix",
        story.in_words(grid), corpus, "statements",
    )  # fmt: skip

st.subheader(say("story.voices"))
counts = corpus.counts("statements", "category", "outlet")
voice = measured(measures.share_of_voice, counts, "category", within="outlet")
finding.show(finding.spread(voice, "category", "outlet"))
drilldown.show(
    render.cached_chart(
        basic.dots,
        voice[voice["n"] > 0],
        "category",
        "outlet",
        value="share",
        title=say("story.share"),
        counted=say("story.statements"),
        ranked=True,
    ),
    "story-voice",
    layout.alt_text(say("story.voices"), voice, "category"),
    corpus,
    "statements",
)
layout.note(voice)

st.subheader(say("story.when"))
finding.show(story_finding.when(articles))
if articles["published"].notna().any():
    st.vega_lite_chart(render.cached_chart(story.timeline, articles), width="stretch", alt=say("story.when"))
columns = ["published", "outlet", "title", "agency", "words", "statements", "copy_of"]
layout.table(sources.listed(articles), "articles", columns)

st.subheader(say("story.claims"), help=tip("rung"))
if compared := claims.compared(corpus):
    claims.show_claims(compared.claims, "behauptung-geschichte", say("story.no_claim"))
