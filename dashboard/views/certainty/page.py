"""Certainty: hedges by kind and holder, how statements are presented, one claim across outlets, headline and body."""

import streamlit as st

from analysis import measures
from analysis.storage.conditions import Where
from dashboard.charts import basic, render, share_bars
from dashboard.components import claims, drilldown, finding, layout, own_words
from dashboard.corpus import measured
from dashboard.i18n import texts
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import say
from dashboard.views.certainty import hedge_list
from dashboard.views.certainty.profile import hedged_shares, profiled

corpus = layout.chosen()
size = corpus.size()

layout.heading(say("certain.title"), size)
if layout.show_empty_state(size):
    st.stop()
st.markdown(say("term.certainty"))

st.subheader(say("certain.rate"), help=f"{tip('hedge_rate')}\n\n{say('term.hedge')}")
rate = measured(measures.hedge_rate, *corpus.hedging("class", "holder"), ["class", "holder"])
hedges = layout.hedge_axis(corpus)
finding.show(finding.hedging(measured(measures.hedge_rate, *corpus.hedging()), rate))
drilldown.show(
    render.cached_chart(basic.dots, rate, "class", "holder", value="rate",
                   title=hedges, counted=say("chart.cases"), ranked=True),
    "hedge-rate", layout.alt_text(hedges, rate, "class", "rate"), corpus, "hedges",
)  # fmt: skip

st.subheader(say("certain.presented"), help=f"{tip('profile')}\n\n{say('term.stance')}")
by = st.radio(
    say("certain.by"), ["category", "outlet"], horizontal=True, key="gruppe",
    format_func=lambda by: say(f"certain.by_{by}"), bind="query-params",
)  # fmt: skip
presented, hedged = profiled(corpus, by), hedged_shares(corpus, by)
drilldown.show(
    render.cached_chart(share_bars.share_bars, presented, by, "stance", title=say("certain.share"),
                        counts=say("chart.statements")),
    "profile", layout.alt_text(say("certain.stances"), presented[presented["n"] > 0], by, then="stance"),
    corpus, "statements",
)  # fmt: skip
st.caption(f"{texts.PROFILE} {layout.few_note(presented)}")
st.markdown(f"**{say('certain.hedged')}**")
finding.show(finding.hedged(hedged, by, measures.SMALL_N))
drilldown.show(
    render.cached_chart(basic.bars, hedged, by, title=say("certain.hedged_share"), counted=say("chart.hedged")),
    "profile-hedged", layout.alt_text(say("certain.hedged"), hedged, by),
    corpus, "statements", [Where("hedged", (True,))],
)  # fmt: skip
layout.note(hedged)

st.subheader(say("certain.phrases"))
hedge_list.phrases(corpus)
hedge_list.show(corpus)
own_words.link()

compared = claims.compared(corpus)
if not compared:
    st.stop()

st.subheader(say("certain.claims"), help=tip("rung"))
claims.show_claims(compared.claims, "behauptung", say("certain.no_claim"))

st.subheader(say("certain.headlines"), help=tip("rung"))
bolder = compared.headlines[compared.headlines["step"] > 0]
st.caption(texts.HEADLINES.format(bolder=len(bolder), compared=len(compared.headlines)))
st.html(claims.headlines_html(bolder.head(20)))
