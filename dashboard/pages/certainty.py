"""Certainty: hedges by kind and holder, how statements are presented, one claim across outlets, headline and body."""

import streamlit as st

from analysis import measures
from analysis.query import Where
from dashboard import certainty, charts, evidence, hits, labels, parts, profile_chart, texts

corpus = parts.chosen()
size = corpus.size()

parts.heading("Wie sicher klingt es?", size)
if parts.nothing(size):
    st.stop()
st.markdown(texts.CERTAINTY)

st.subheader("Womit wird abgeschwächt, und wessen Zweifel ist es?")
words = corpus.counts("articles", sums=("words",))
rate = measures.hedge_rate(words, corpus.counts("hedges", "class", "holder"), ["class", "holder"])
evidence.show(
    evidence.drawn(charts.dots, rate, "class", "holder", value="rate",
                   title="Abschwächungen je 100 Wörter", counted="Fälle"),
    "hedge-rate", parts.alt_text("Abschwächungen je 100 Wörter", rate, "class", "rate"), corpus, "hedges",
)  # fmt: skip

st.subheader("Wie werden Aussagen eingeführt?")
by = st.segmented_control(
    "Gruppiert nach", ["category", "outlet"], default="category", required=True, key="gruppe",
    format_func={"category": "Quellentyp", "outlet": "Medium"}.__getitem__, bind="query-params",
)  # fmt: skip
by = by or "category"
cells = certainty.profiled(corpus, by)
for hedged, title in ((False, "ohne Abschwächung"), (True, "mit Abschwächung")):
    profile = certainty.profile(cells, by, hedged)
    st.markdown(f"Aussagen **{title}**")
    evidence.show(
        evidence.drawn(profile_chart.profile_matrix, profile, by, "stance", title="Anteil an den Aussagen der Gruppe",
                                     dark=st.context.theme.type == "dark"),
        f"profile-{hedged}", parts.alt_text(f"Haltung {title}", profile[profile["n"] > 0], by),
        corpus, "statements", [Where("hedged", (hedged,))],
    )  # fmt: skip
st.caption(texts.PROFILE.format(small=measures.SMALL_N))
with st.expander("Alle Zahlen des Profils"):
    st.dataframe(certainty.numbers(cells, by), hide_index=True, width="stretch")

st.subheader("Welche Wendungen schwächen ab?")
top = measures.phrases(corpus.counts("phrased", "phrase", "class", top={"phrase": 15}))
evidence.show(
    evidence.drawn(charts.bars, top, "phrase", title="Anteil an allen Abschwächungen", counted="Fälle"),
    "phrases", parts.alt_text("Häufigste Wendungen", top, "phrase"), corpus, "phrased",
)  # fmt: skip
if phrase := st.selectbox("Im Satz", list(dict.fromkeys(top["phrase"])), key="wendung", bind="query-params"):
    st.html(certainty.context_html(corpus.rows("phrased", [Where("phrase", (phrase,))], limit=30)))
hits.show(corpus)

if size.statements > certainty.LIMIT:
    st.info(texts.TOO_MANY.format(limit=labels.number(certainty.LIMIT)), icon=":material/filter_alt:")
    st.stop()
claims, headlines = certainty.compared(corpus)

st.subheader("Eine Behauptung, mehrere Medien")
st.caption(texts.LADDER)
names = certainty.claim_names(claims)
number = st.selectbox("Behauptung", list(names), key="behauptung", format_func=lambda number: names[number])
if number is None:
    st.info("In dieser Auswahl steht keine Behauptung in zwei Medien.", icon=":material/search_off:")
else:
    st.html(certainty.ladder_html(claims[claims["claim"] == number]))

st.subheader("Überschrift und Text")
bolder = headlines[headlines["step"] > 0]
st.caption(texts.HEADLINES.format(bolder=len(bolder), compared=len(headlines)))
st.html(certainty.headlines_html(bolder.head(20)))
