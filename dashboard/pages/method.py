"""Method: how every figure comes about, how far to trust it, and from which lists and models."""

from dataclasses import asdict

import pandas as pd
import streamlit as st

from analysis.figures import measured
from analysis.measures import SMALL_N
from analysis.methods import methods
from analysis.resources import lexicons
from analysis.tables.columns import RESULTS
from dashboard import charts, labels, parts, texts

corpus = parts.chosen()
st.title("Wie weit trägt das?")
st.markdown(texts.METHOD.format(small=SMALL_N))

st.subheader("Wie genau ist es?")
st.markdown(texts.ACCURACY)
figures = measured()
st.dataframe(
    [
        {"Messung": row.name, "Wert": row.value, "Maß": row.unit, "Goldstandard": row.benchmark, "n": row.n}
        for row in figures.rows
    ],
    hide_index=True,
    width="stretch",
    column_config={"Wert": st.column_config.NumberColumn(format="%.1f")},
)
st.caption(f"Gemessen am {labels.day(figures.date)} mit Version {figures.version}.")

if figures.reliability:
    st.subheader("Wie sicher ist eine Aussage erkannt?")
    st.markdown(texts.RELIABILITY)
    steps = pd.DataFrame(map(asdict, figures.reliability))
    st.altair_chart(charts.reliability(steps), width="stretch", alt=texts.RELIABILITY_ALT)

st.subheader("Grenzen")
st.markdown(texts.LIMITS)

st.subheader("Quellentypen")
st.dataframe(
    [
        {"Quellentyp": labels.CATEGORY[name], "Kürzel": name, "Dazu gehören": texts.CATEGORY_MEANS[name]}
        for name in labels.CATEGORY
    ],
    hide_index=True,
    width="stretch",
    height="content",
)

st.subheader("Wortlisten")
st.caption("Jede Liste ist eine Textdatei mit Zweck, Herkunft und Lizenz im Kopf.")
st.dataframe(
    [
        {"Liste": entry.name, "Einträge": entry.rows, "Zweck": entry.purpose, "Lizenz": entry.licence}
        for entry in lexicons()
    ],
    hide_index=True,
    width="stretch",
)

st.subheader("Versionen und Prüfsummen")
counted = {table: corpus.number(table) for table in RESULTS}
st.json(methods(corpus.keys(), counted, corpus.selection.as_dict()), expanded=1)
