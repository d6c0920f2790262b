"""Tone: base value and own value side by side, by voice, source type or outlet; who speaks how about whom."""

import streamlit as st

from analysis.measures import LEAST_ARTICLES, SMALL_SENTENCES
from analysis.measures.tone import Scale
from analysis.storage.conditions import Where
from dashboard.charts import basic, render, share_bars, tone_pairs
from dashboard.components import drilldown, finding, layout, own_words, tone_power
from dashboard.corpus import measured
from dashboard.i18n import labels, texts
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import say
from dashboard.views.tone import measures

corpus = layout.chosen()
size = corpus.size()

layout.heading(say("toned.title"), size)
if layout.show_empty_state(size):
    st.stop()
st.markdown(texts.TONE)

left, right = st.columns(2, vertical_alignment="bottom")
by = left.radio(
    say("toned.by"), ["voice", "category", "outlet"], horizontal=True, key="tongruppe",
    format_func=lambda by: say(f"toned.by_{by}"), bind="query-params",
)  # fmt: skip
target = right.selectbox(
    say("toned.target"), corpus.values("mentions", "target", limit=layout.LISTED), index=None, key="ueber",
    placeholder=say("toned.all"), bind="query-params",
)  # fmt: skip
table, only = ("mentions", [Where("target", (target,))]) if target else ("sentences", [])

st.subheader(say("toned.balance"), help=tip("balance"))
balance = measured(measures.balances, corpus.counts(table, by, sums=measures.SUMS, only=only), by)
finding.show(finding.balances(balance[balance["scale"] == "tone"], by))
drilldown.show(
    render.cached_chart(basic.dots, balance, by, "scale", value="balance", title=say("toned.axis"),
                   counted=say("chart.sentences")),
    "tone-balance", layout.alt_text(say("toned.name"), balance, by, "balance"), corpus, table, only,
    drilldown.matching_without("scale"),
)  # fmt: skip
st.caption(texts.TONE_SMALL.format(small=SMALL_SENTENCES))
tone_power.show(balance[balance["scale"] == "tone"])

st.subheader(say("toned.shares"))
both: tuple[Scale, ...] = ("tone", "textblob")
for column, scale in zip(st.columns(2, gap="large"), both, strict=True):
    with column:
        found = measured(measures.shares, corpus.counts(table, by, f"{scale}_label", only=only), by, scale)
        st.markdown(f"**{labels.SCALE[scale]}**")
        finding.show(finding.negative(found, by, f"{scale}_label"))
        drilldown.show(
            render.cached_chart(share_bars.share_bars, found, by, f"{scale}_label", title=say("toned.share"),
                                counts=say("chart.sentences")),
            f"tone-shares-{scale}",
            layout.alt_text(say("toned.shares_alt", scale=labels.SCALE[scale]), found[found["n"] > 0], by,
                            then=f"{scale}_label"),
            corpus, table, only,
        )  # fmt: skip

st.subheader(say("toned.pairs"))
spoken = corpus.counts("mentions", "target", "speaker", sums=measures.PAIR_SUMS, only=only, top=measures.TOP)
pairs = measured(measures.pairs, spoken)
if not len(pairs):
    st.info(say("toned.no_pair"), icon=":material/person_search:")
else:
    finding.show(measures.pair(pairs))
    drilldown.show(
        render.cached_chart(tone_pairs.pair_bars, pairs),
        "tone-pairs", layout.alt_text(say("toned.pairs_alt"), pairs, "speaker", "balance", then="target"),
        corpus, "mentions", only,
    )  # fmt: skip
    st.caption(say("toned.pairs_told", small=SMALL_SENTENCES, articles=LEAST_ARTICLES))

st.subheader(say("toned.differing"), help=tip("textblob"))
st.html(measures.differing_html(corpus.rows(table, only, order=("-gap",), limit=12)))
own_words.link()
