"""Certainty: hedges by kind and holder, how statements are presented, one claim across outlets, headline and body."""

import streamlit as st

from analysis import measures
from analysis.storage.query import Where
from dashboard import certainty, charts, evidence, hits, parts, profile_chart, texts
from dashboard.glossary import tip
from dashboard.language import say

corpus = parts.chosen()
size = corpus.size()

parts.heading(say("overview.certainty"), size)
if parts.nothing(size):
    st.stop()
st.markdown(texts.CERTAINTY)

st.subheader(say("certain.rate"), help=tip("hedge_rate"))
words = corpus.counts("articles", sums=("words",))
rate = measures.hedge_rate(words, corpus.counts("hedges", "class", "holder"), ["class", "holder"])
evidence.show(
    evidence.drawn(charts.dots, rate, "class", "holder", value="rate",
                   title=say("overview.hedges"), counted=say("chart.cases"), ranked=True),
    "hedge-rate", parts.alt_text(say("overview.hedges"), rate, "class", "rate"), corpus, "hedges",
)  # fmt: skip

st.subheader(say("certain.presented"), help=tip("profile"))
by = st.radio(
    say("certain.by"), ["category", "outlet"], horizontal=True, key="gruppe",
    format_func=lambda by: say(f"certain.by_{by}"), bind="query-params",
)  # fmt: skip
cells = certainty.profiled(corpus, by)
for hedged, panel in ((False, "plain"), (True, "hedged")):
    profile = certainty.profile(cells, by, hedged)
    st.markdown(say(f"certain.{panel}"))
    evidence.show(
        evidence.drawn(profile_chart.profile_matrix, profile, by, "stance", title=say("certain.share"),
                       dark=st.context.theme.type == "dark"),
        f"profile-{hedged}", parts.alt_text(say(f"certain.{panel}_alt"), profile[profile["n"] > 0], by),
        corpus, "statements", [Where("hedged", (hedged,))],
    )  # fmt: skip
st.caption(texts.PROFILE.format(small=measures.SMALL_N))

st.subheader(say("certain.phrases"))
hits.phrases(corpus)
hits.show(corpus)

compared = certainty.compared(corpus)
if not compared:
    st.stop()

st.subheader(say("certain.claims"), help=tip("rung"))
certainty.show_claims(compared.claims, "behauptung", say("certain.no_claim"))

st.subheader(say("certain.headlines"), help=tip("rung"))
bolder = compared.headlines[compared.headlines["step"] > 0]
st.caption(texts.HEADLINES.format(bolder=len(bolder), compared=len(compared.headlines)))
st.html(certainty.headlines_html(bolder.head(20)))
