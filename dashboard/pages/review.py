"""Review: a random sample to judge, what it says about the errors, how far people agree, and every correction."""

import streamlit as st

from analysis.corrections.judged import VARIABLES, judged
from analysis.corrections.sample import sample
from analysis.corrections.table import corrections_table
from analysis.measures import SMALL_N
from analysis.measures.agreement import MIN_SAMPLE
from analysis.output import export
from dashboard import labels, parts, review, review_tables, texts
from dashboard.corpus import kept
from dashboard.glossary import tip
from dashboard.language import say

corpus = parts.chosen()
store = corpus.store
parts.heading(say("review.title"), corpus.size())
if parts.nothing(corpus.size()):
    st.stop()
review.tell()
st.markdown(texts.REVIEW)

kind = st.radio(say("review.about"), list(labels.KIND), horizontal=True, key="worum",
                format_func=labels.KIND.__getitem__, bind="query-params")  # fmt: skip
drawn = kept(corpus, sample, kind)
by = VARIABLES[kind][0]

st.subheader(say("review.sample"))
st.caption(texts.SAMPLE)
progress = say("review.progress", n=labels.number(len(drawn.rows)), needed=MIN_SAMPLE)
st.progress(min(len(drawn.rows) / MIN_SAMPLE, 1.0), progress)
if not len(drawn.following):
    st.success(texts.SAMPLE_DONE, icon=":material/check_circle:")
else:
    row = drawn.following.iloc[0]
    review.beside_text(corpus, kind, row, row["article"])

st.subheader(say("review.precision"), help=tip("precision"))
st.caption(texts.PRECISION.format(small=SMALL_N))
review_tables.show(review_tables.precision_table(drawn.rows, by))

st.subheader(say("review.shares"), help=tip("corrected"))
if len(drawn.rows) < MIN_SAMPLE:
    st.info(texts.SAMPLE_SMALL.format(n=len(drawn.rows), needed=MIN_SAMPLE), icon=":material/info:")
else:
    st.caption(texts.CORRECTED)
    review_tables.show(review_tables.corrected_table(drawn.rows, drawn.totals, by))

st.subheader(say("review.agreement"), help=tip("alpha"))
st.caption(texts.AGREEMENT)
review_tables.show(review_tables.agreement_table(judged(corpus.corrections(), kind), VARIABLES[kind]))

st.subheader(say("review.all"))
history = kept(corpus, corrections_table).iloc[::-1]
if history.empty:
    st.caption(say("review.none_yet"))
    st.stop()
columns = ["correction", "kind", "verdict", "state", "quote", "changes", "who", "note", "created", "outlet", "title"]
picked = parts.table(history, "corrections", columns, on_select="rerun", selection_mode="multi-row", key="verlauf")
numbers = [int(number) for number in history["correction"].iloc[picked["selection"]["rows"]]]
with st.container(horizontal=True):
    if st.button(say("review.undo_chosen"), icon=":material/undo:", disabled=not numbers):
        review.take_back(store, *numbers)
    st.download_button("CSV", lambda: export.csv_file([history]), "quellenlage-corrections.csv", "text/csv",
                       icon=":material/download:", on_click="ignore")  # fmt: skip
