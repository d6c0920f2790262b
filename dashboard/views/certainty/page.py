"""Certainty: hedges by kind and holder, how statements are presented, one claim across outlets, headline and body."""

import streamlit as st

from analysis import measures
from analysis.storage.conditions import Where
from dashboard.charts import basic, render, share_matrix
from dashboard.components import claims, drilldown, finding, layout, own_words
from dashboard.i18n import texts
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import say
from dashboard.views.certainty import hedge_list
from dashboard.views.certainty.profile import hedged_shares, profile, profiled

corpus = layout.chosen()
size = corpus.size()

layout.heading(say("certain.title"), size)
if layout.show_empty_state(size):
    st.stop()
st.markdown(say("term.certainty"))

st.subheader(say("certain.rate"), help=f"{tip('hedge_rate')}\n\n{say('term.hedge')}")
rate = measures.hedge_rate(*corpus.hedging("class", "holder"), ["class", "holder"])
hedges = layout.hedge_axis(corpus)
finding.show(finding.hedging(measures.hedge_rate(*corpus.hedging()), rate))
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
cells = profiled(corpus, by)
finding.show(finding.hedged(hedged_shares(corpus, by), by, measures.SMALL_N))
for hedged, panel in ((False, "plain"), (True, "hedged")):
    shares = profile(cells, by, hedged)
    st.markdown(say(f"certain.{panel}"))
    drilldown.show(
        render.cached_chart(share_matrix.profile_matrix, shares, by, "stance", title=say("certain.share"),
                       dark=st.context.theme.type == "dark"),
        f"profile-{hedged}", layout.alt_text(say(f"certain.{panel}_alt"), shares[shares["n"] > 0], by),
        corpus, "statements", [Where("hedged", (hedged,))],
    )  # fmt: skip
st.caption(texts.PROFILE.format(small=measures.SMALL_N))

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
