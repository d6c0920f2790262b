"""Review: a random sample to judge, what it says about the errors, how far people agree, and every correction."""

import streamlit as st

from analysis.corrections.judgements import VARIABLES, judged
from analysis.corrections.sample import sample
from analysis.corrections.table import corrections_table
from analysis.export import writers
from analysis.measures import SMALL_N
from analysis.measures.agreement import MIN_SAMPLE
from dashboard.components import downloads, layout
from dashboard.corpus import cached_query
from dashboard.i18n import labels, texts
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import say
from dashboard.review import panel, tables

corpus = layout.chosen()
store = corpus.store
layout.heading(say("review.title"), corpus.size())
if layout.show_empty_state(corpus.size()):
    st.stop()
panel.tell()
st.markdown(texts.REVIEW)

kind = st.radio(say("review.about"), panel.KINDS, horizontal=True, key="worum",
                format_func=labels.KIND.__getitem__, bind="query-params")  # fmt: skip
drawn = cached_query(corpus, sample, kind)
by = VARIABLES[kind][0]

st.subheader(say("review.sample"))
st.caption(texts.SAMPLE)
progress = say("review.progress", n=labels.number(len(drawn.rows)), needed=MIN_SAMPLE)
st.progress(min(len(drawn.rows) / MIN_SAMPLE, 1.0), progress)
if not len(drawn.following):
    st.success(texts.SAMPLE_DONE, icon=":material/check_circle:")
else:
    row = drawn.following.iloc[0]
    panel.beside_text(corpus, kind, row, row["article"])

st.subheader(say("review.precision"), help=tip("precision"))
st.caption(texts.PRECISION.format(small=SMALL_N))
tables.show(tables.precision_table(drawn.rows, by))

st.subheader(say("review.shares"), help=tip("corrected"))
if len(drawn.rows) < MIN_SAMPLE:
    st.info(texts.SAMPLE_SMALL.format(n=len(drawn.rows), needed=MIN_SAMPLE), icon=":material/info:")
else:
    st.caption(texts.CORRECTED)
    tables.show(tables.corrected_table(drawn.rows, drawn.totals, by))

st.subheader(say("review.agreement"), help=tip("alpha"))
st.caption(texts.AGREEMENT)
tables.show(tables.agreement_table(judged(corpus.corrections(), kind), VARIABLES[kind]))

st.subheader(say("review.all"))
history = cached_query(corpus, corrections_table).iloc[::-1]
if history.empty:
    st.caption(say("review.none_yet"))
    st.stop()
columns = ["correction", "kind", "verdict", "state", "quote", "changes", "who", "note", "created", "outlet", "title"]
picked = layout.table(history, "corrections", columns, on_select="rerun", selection_mode="multi-row", key="verlauf")
numbers = [int(number) for number in history["correction"].iloc[picked["selection"]["rows"]]]
with st.container(horizontal=True):
    if st.button(say("review.undo_chosen"), icon=":material/undo:", disabled=not numbers):
        panel.take_back(store, *numbers)
    downloads.csv("CSV", lambda form: writers.csv_file([history], form), labels.TABLE["corrections"], "verlauf-csv")
