"""Compare: any two selections; differences with intervals, shares, sources of one side only, distinctive terms."""

import streamlit as st

from analysis.measures import SMALL_N, SMALL_SENTENCES
from dashboard.charts import comparison, render
from dashboard.components import drilldown, layout, sides
from dashboard.i18n import labels
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import say
from dashboard.views.compare import finding, measures, selections

corpus = layout.chosen()
size = corpus.size()

layout.heading(say("compare.title"), size)
if layout.show_empty_state(size):
    st.stop()
left, right = selections.choose(corpus, size)
if reason := selections.unfit(left, right):
    st.info(reason, icon=":material/compare_arrows:")
    st.stop()
sides.remember(corpus, [(side.name, side.corpus.selection) for side in (left, right)])
names = (left.name, right.name)
one, other = (labels.plain(name) for name in names)
found = measures.measured(left, right)

st.subheader(say("compare.gap"), anchor=False, help=tip("difference"))
st.caption(say("compare.gap_told", one=one, other=other, small=SMALL_N, sentences=SMALL_SENTENCES))
st.markdown(finding.sizes(left.corpus.size(), right.corpus.size()))
measures.show(found, left, right, "gap")
st.caption(labels.TONE_NOTE)

st.subheader(say("compare.raw"), anchor=False, help=tip("share_of_voice"))
if st.toggle(say("compare.show_raw"), key="werte", bind="query-params"):
    measures.show(found, left, right, "raw")

# Named sources are those of their side by choice.
if not (left.named or right.named):
    st.subheader(say("compare.missing"), anchor=False)
    exclusive = measures.find_exclusive_sources(left, right)
    st.caption(say("compare.alone_told", one=one, other=other))
    for name, number in exclusive.numbers.items():
        shown = int((exclusive.shown["side"] == name).sum())
        st.markdown(say("compare.alone", side=labels.plain(name), n=labels.number(number), shown=shown))
    if len(exclusive.shown):
        drilldown.show_of(
            render.cached_chart(comparison.exclusive_sources, exclusive.shown), "alone",
            comparison.exclusive_sources_in_words(exclusive.shown),
            lambda picked: exclusive.statements_of(left, right, picked["entity"]), measures.corpora(left, right),
        )  # fmt: skip

st.subheader(say("compare.apart"), anchor=False, help=tip("distinctive"))
distinctive = measures.find_distinctive_terms(left, right)
st.caption(say("compare.apart_told", one=one, other=other, **measures.sample_sizes(distinctive)))
if len(distinctive.shown):
    st.markdown(finding.terms(distinctive.shown))
    drilldown.show_of(
        render.cached_chart(comparison.distinctive_terms, distinctive.shown), "apart",
        comparison.distinctive_terms_in_words(distinctive.shown),
        lambda picked: measures.statements_with(left, right, distinctive, picked["expression"]),
        measures.corpora(left, right),
    )  # fmt: skip
else:
    st.info(say("compare.no_apart"), icon=":material/search_off:")
