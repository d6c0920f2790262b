"""Method: how every figure comes about, how far to trust it, and from which lists and models."""

from dataclasses import asdict

import pandas as pd
import streamlit as st

from analysis.measures import SMALL_N
from analysis.output.figures import measured
from analysis.output.methods import methods
from analysis.tables.columns import RESULTS
from dashboard import accuracy, charts, evidence, labels, parts, texts
from dashboard.language import say

corpus = parts.chosen()
st.title(say("trust.title"))
st.markdown(texts.METHOD.format(small=SMALL_N))

st.subheader(say("trust.accuracy"))
st.markdown(texts.ACCURACY)
figures = measured()
st.dataframe(
    accuracy.table(figures.rows),
    hide_index=True,
    width="stretch",
    column_config={say("trust.value"): st.column_config.TextColumn(alignment="right")},
)
st.caption(say("trust.measured", day=labels.day(figures.date), version=figures.version))

if figures.reliability:
    st.subheader(say("trust.reliability"))
    st.markdown(texts.RELIABILITY)
    steps = pd.DataFrame(map(asdict, figures.reliability))
    with st.container(width=640):
        evidence.still(evidence.drawn(charts.reliability, steps), "reliability", texts.RELIABILITY_ALT)
    st.caption(say("trust.steps", least=steps["n"].min(), most=steps["n"].max()))

st.subheader(say("trust.limits"))
st.markdown(texts.LIMITS)

st.subheader(say("trust.categories"))
st.dataframe(accuracy.categories(), hide_index=True, width="stretch", height="content")

st.subheader(say("trust.lists"))
st.caption(say("trust.lists_told"))
st.dataframe(
    accuracy.lists(), hide_index=True, width="stretch",
    column_config={say("trust.entries"): st.column_config.NumberColumn(format="localized")},
)  # fmt: skip

st.subheader(say("trust.versions"))
counted = {table: corpus.number(table) for table in RESULTS}
st.json(methods(corpus.keys(), counted, corpus.selection.as_dict()), expanded=1)
