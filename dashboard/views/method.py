"""Method: how every figure comes about, how far to trust it, and from which lists and models."""

from dataclasses import asdict

import pandas as pd
import streamlit as st

from analysis.export.benchmark_figures import measured
from analysis.export.methods import methods
from analysis.measures import SMALL_N
from analysis.tables.columns import RESULTS
from dashboard.charts import basic, render
from dashboard.components import drilldown, layout, own_words, tone_power
from dashboard.i18n import labels, texts
from dashboard.i18n.language import say
from dashboard.report import accuracy

corpus = layout.chosen()
st.title(say("trust.title"))
st.markdown(texts.METHOD.format(small=SMALL_N, certainty=say("term.certainty")))

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
        drilldown.show_static(render.cached_chart(basic.reliability, steps), "reliability", texts.RELIABILITY_ALT)
    st.caption(say("trust.steps", least=steps["n"].min(), most=steps["n"].max()))

st.subheader(say("trust.tone"))
st.caption(say("power.caption", per_article=labels.number(tone_power.PER_ARTICLE)))
st.dataframe(tone_power.table(), hide_index=True, width="stretch", height="content")
st.caption(tone_power.basis())

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

own_words.link()
st.subheader(say("trust.versions"))
counted = {table: corpus.number(table) for table in RESULTS}
st.json(methods(corpus.keys(), counted, corpus.selection.as_dict(), source=corpus.source), expanded=1)
