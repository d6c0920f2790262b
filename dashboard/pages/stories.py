"""Stories: one event across outlets; which source each leaves out, when each tells it, how each words a claim."""

from dataclasses import replace

import streamlit as st

from analysis import measures
from analysis.stories import told
from dashboard import certainty, charts, evidence, parts, story, texts
from dashboard.corpus import kept
from dashboard.glossary import tip
from dashboard.language import say

corpus = parts.chosen()
size = corpus.size()

parts.heading(say("story.question"), size)
if parts.nothing(size):
    st.stop()
search = st.text_input(say("story.search"), key="geschichte-suche") if size.articles > parts.LISTED else ""
stories = kept(corpus, told.listed, search=search, limit=parts.LISTED).set_index("story")
if stories.empty:
    st.info(say("story.none"), icon=":material/search_off:")
    st.stop()
chosen = st.selectbox(
    say("story.choose"), list(stories.index), key="geschichte", bind="query-params",
    format_func=lambda key: story.name(stories.loc[key]) if key in stories.index else key,
)  # fmt: skip
keys = kept(corpus, told.articles_of, chosen)
corpus = corpus._replace(selection=replace(corpus.selection, articles=tuple(keys)))
corpus, outlets = story.beside(corpus)
articles = corpus.articles()

st.subheader(say("story.missing"))
st.caption(texts.STORY)
grid = told.left_out(corpus.counts("statements", "entity", "category", "outlet", unit="none"), outlets)
if grid.empty:
    st.info(say("story.no_source"), icon=":material/search_off:")
else:
    evidence.show(
        evidence.drawn(story.matrix, grid, dark=st.context.theme.type == "dark"), "story-matrix",
        story.in_words(grid), corpus, "statements",
    )  # fmt: skip

st.subheader(say("story.voices"))
counts = corpus.counts("statements", "category", "outlet")
voice = measures.share_of_voice(counts, "category", within="outlet")
evidence.show(
    evidence.drawn(charts.dots, voice[voice["n"] > 0], "category", "outlet", value="share", title=say("story.share"),
                   counted=say("story.statements"), ranked=True),
    "story-voice", parts.alt_text(say("story.voices"), voice, "category"), corpus, "statements",
)  # fmt: skip
parts.note(voice)

st.subheader(say("story.when"))
st.vega_lite_chart(evidence.drawn(story.timeline, articles), width="stretch", alt=say("story.when"))
columns = ["published", "outlet", "title", "agency", "words", "statements", "copy_of"]
parts.table(story.listed(articles), "articles", columns)

st.subheader(say("story.claims"), help=tip("rung"))
if compared := certainty.compared(corpus):
    certainty.show_claims(compared.claims, "behauptung-geschichte", say("story.no_claim"))
