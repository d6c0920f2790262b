"""Compare: any two selections; differences with intervals, shares, sources of one side only, telling expressions."""

import streamlit as st

from analysis import measures
from dashboard.charts import comparison, render
from dashboard.components import drilldown, layout
from dashboard.i18n import labels
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import say
from dashboard.views.compare import measures as side_measures
from dashboard.views.compare import sides

corpus = layout.chosen()
size = corpus.size()

layout.heading(say("compare.title"), size)
if layout.show_empty_state(size):
    st.stop()
left, right = sides.choose(corpus, size)
if reason := sides.unfit(left, right):
    st.info(reason, icon=":material/compare_arrows:")
    st.stop()
names = (left.name, right.name)
one, other = (labels.plain(name) for name in names)
found = side_measures.measured(left, right)

st.subheader(say("compare.gap"), anchor=False, help=tip("difference"))
st.caption(say("compare.gap_told", one=one, other=other, small=measures.SMALL_N, sentences=measures.SMALL_SENTENCES))
side_measures.show(found, left, right, "gap")
st.caption(labels.TONE_NOTE)

st.subheader(say("compare.raw"), anchor=False, help=tip("share_of_voice"))
if st.toggle(say("compare.show_raw"), key="werte", bind="query-params"):
    side_measures.show(found, left, right, "raw")

st.subheader(say("compare.missing"), anchor=False)
alone = side_measures.alone(left, right)
st.caption(say("compare.alone_told", one=one, other=other))
for name, number in alone.numbers.items():
    shown = int((alone.shown["side"] == name).sum())
    st.markdown(say("compare.alone", side=labels.plain(name), n=labels.number(number), shown=shown))
if len(alone.shown):
    drilldown.show_of(
        render.cached_chart(comparison.alone, alone.shown), "alone", comparison.alone_in_words(alone.shown),
        lambda picked: alone.behind(left, right, picked["entity"]),
    )  # fmt: skip

st.subheader(say("compare.apart"), anchor=False, help=tip("distinctive"))
telling = side_measures.apart(left, right)
st.caption(say("compare.apart_told", one=one, other=other, **side_measures.read(telling)))
if len(telling.shown):
    drilldown.show_of(
        render.cached_chart(comparison.apart, telling.shown), "apart", comparison.apart_in_words(telling.shown),
        lambda picked: side_measures.behind(left, right, telling, picked["expression"]),
    )  # fmt: skip
else:
    st.info(say("compare.no_apart"), icon=":material/search_off:")
