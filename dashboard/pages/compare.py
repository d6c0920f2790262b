"""Compare: two or more outlets or articles side by side, differences with intervals first."""

import streamlit as st

from analysis import measures
from dashboard import charts, evidence, labels, parts, profile_chart
from dashboard.glossary import tip
from dashboard.language import say
from dashboard.sides import comparable, numbered, presented, sides, sources

corpus = parts.chosen()
size = corpus.size()

parts.heading(say("compare.title"), size)
if parts.nothing(size):
    st.stop()

by = st.segmented_control(
    say("compare.by"), ["outlet", "article"], default="outlet", required=True, key="vergleich",
    format_func=lambda by: say(f"compare.by_{by}"), bind="query-params",
)  # fmt: skip
by = by or "outlet"
names = comparable(corpus, by)
chosen = st.multiselect(
    say("compare.chosen"), list(names), default=list(names)[: 4 if by == "outlet" else 2], key=f"auswahl-{by}",
    format_func=lambda key: names.get(key, key), bind="query-params",
)  # fmt: skip
if len(chosen) < 2:
    st.info(say("compare.few"), icon=":material/compare_arrows:")
    st.stop()
if by == "article":
    numbered(names[key] for key in chosen)
both = sides(corpus, by, chosen)
corpus = both.corpus

if len(chosen) == 2:
    left, right = (both.counts("statements", "category").query(f"{by} == @name") for name in chosen)
    one, other = (labels.plain(both.names[name]) for name in chosen)
    st.subheader(say("compare.gap", one=one, other=other), anchor=False, help=tip("difference"))
    gap = measures.difference(left, right, "category")
    evidence.show(
        evidence.drawn(charts.differences, gap, "category"), "gap",
        parts.alt_text(say("compare.gap_alt"), gap, "category", "difference"), corpus, "statements",
    )  # fmt: skip
    st.caption(say("compare.gap_told", one=one, other=other))

st.subheader(say("overview.title"), help=tip("share_of_voice"))
voice = measures.share_of_voice(both.counts("statements", "category"), "category", within="side")
evidence.show(
    evidence.drawn(charts.dots, voice[voice["n"] > 0], "category", "side", value="share",
                   title=say("compare.share"), counted=say("chart.statements"), ranked=True),
    "voice-by", parts.alt_text(say("compare.voice_alt"), voice, "category"), corpus, "statements", where=both.where,
)  # fmt: skip
parts.note(voice)

left, right = st.columns(2, gap="large")
with left:
    st.subheader(say("overview.certainty"), help=tip("profile"))
    profile = presented(both.counts("statements", "stance"))
    evidence.show(
        evidence.drawn(profile_chart.profile_matrix, profile, "side", "stance", title=say("compare.share"),
                       dark=st.context.theme.type == "dark"),
        "stance-by", parts.alt_text(say("compare.stance_alt"), profile, "side"), corpus, "statements",
        where=both.where,
    )  # fmt: skip
    rate = measures.hedge_rate(both.counts("articles", sums=("words",)), both.counts("hedges"), "side")
    evidence.show(
        evidence.drawn(charts.bars, rate, "side", value="rate", title=say("overview.hedges"),
                       counted=say("chart.cases")),
        "rate-by", parts.alt_text(say("overview.hedges"), rate, "side", "rate"), corpus, "hedges",
        where=both.where,
    )  # fmt: skip
with right:
    st.subheader(say("overview.tone"), help=tip("mean_tone"))
    tone = measures.mean_tone(both.counts("sentences", "voice", sums=("tone",)), ["side", "voice"])
    evidence.show(
        evidence.drawn(charts.dots, tone, "side", "voice", value="mean", title=say("overview.tone_axis"),
                       counted=say("chart.sentences")),
        "tone-by", parts.alt_text(say("overview.tone_alt"), tone, "side", "mean"), corpus, "sentences",
        where=both.where,
    )  # fmt: skip
    st.caption(labels.TONE_NOTE)

st.subheader(say("compare.missing"))
st.caption(say("compare.missing_told"))
missing = sources(both.counts("statements", "entity", "category", unit="none"), list(both.names.values()))
st.dataframe(missing, width="stretch", alt=say("compare.missing_alt"))
