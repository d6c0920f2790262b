"""Glossary: every word of the pages, and every measure with formula, unit, how to read it, and its limits."""

import streamlit as st

from dashboard.i18n.glossary import MEASURES, PARTS, TERMS
from dashboard.i18n.language import say

st.title(say("glossary.title"))
st.markdown(say("glossary.told"))
sought = st.text_input(say("glossary.search"), key="suche", bind="query-params").casefold().strip()


def matches(*texts: str) -> bool:
    """Whether one of the texts has what is sought."""
    return any(sought in text.casefold() for text in texts)


terms = [(say(f"term.{name}_name"), say(f"term.{name}")) for name in TERMS]
terms = [term for term in terms if matches(*term)]
measures = [
    (say(f"measure.{name}_name"), say(f"measure.{name}"), [say(f"measure.{name}_{part}") for part in PARTS])
    for name in MEASURES
]
measures = [measure for measure in measures if matches(*measure[:2], *measure[2])]

if terms:
    st.header(say("glossary.terms"), anchor="begriffe")
    left, right = st.columns(2, gap="large")
    half = -(-len(terms) // 2)
    for column, some in ((left, terms[:half]), (right, terms[half:])):
        column.markdown("\n\n".join(f"**{name}**  \n{told}" for name, told in some))

if measures:
    st.header(say("glossary.measures"), anchor="masse")
    columns = st.columns(2, gap="medium")
    for number, (name, told, details) in enumerate(measures):
        with columns[number % 2], st.container(border=True):
            st.subheader(name)
            lines = (f"- **{say(f'glossary.{part}')}:** {text}" for part, text in zip(PARTS, details, strict=True))
            st.markdown("\n".join([told, "", *lines]))

if not terms and not measures:
    st.info(say("glossary.none"), icon=":material/search_off:")
