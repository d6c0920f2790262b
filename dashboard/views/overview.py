"""Overview: who has the say, how it is reported, how certain it sounds, in which tone."""

import streamlit as st

from analysis import measures
from analysis.measures.voice import Weight
from dashboard.charts import basic, render
from dashboard.components import drilldown, finding, layout
from dashboard.corpus import measured
from dashboard.i18n import labels
from dashboard.i18n.glossary import tip
from dashboard.i18n.language import say

corpus = layout.chosen()
size = corpus.size()

layout.heading(say("overview.title"), size, "share_of_voice")
if layout.show_empty_state(size):
    st.stop()
layout.key_figures(corpus)

weights: tuple[Weight, ...] = ("statements", "words")
weight = st.radio(
    say("overview.counted"), weights, horizontal=True, key="gewicht",
    format_func=lambda weight: say(f"overview.by_{weight}"), bind="query-params",
)  # fmt: skip
counted = say("chart.words") if weight == "words" else say("chart.statements")
voice = measured(
    measures.share_of_voice,
    corpus.counts("statements", "category", sums=("words",)),
    "category",
    weight=weight or "statements",
)
finding.show(finding.ranking(voice, "category", weight or "statements"))
drilldown.show(
    render.cached_chart(
        basic.bars, voice, "category", title=say(f"overview.of_{weight or 'statements'}"), counted=counted
    ),
    "voice",
    layout.alt_text(say("overview.categories"), voice, "category"),
    corpus,
    "statements",
)
layout.note(voice)

questions = (
    (say("overview.type"), "type", say("overview.type_alt")),
    (say("overview.naming"), "naming", say("overview.naming_alt")),
)
# Side by side where there is room for both, else below each other.
beside = st.container(horizontal=True, gap="medium")
for question, by, title in questions:
    with beside.container(width=480):
        st.subheader(question)
        shares = measured(measures.share_of_voice, corpus.counts("statements", by), by)
        finding.show(finding.ranking(shares, by))
        drilldown.show(
            render.cached_chart(basic.bars, shares, by, title=say("overview.of_statements"),
                           counted=say("chart.statements")),
            by, layout.alt_text(title, shares, by), corpus, "statements",
        )  # fmt: skip

with beside.container(width=480):
    st.subheader(say("overview.certainty"), help=tip("hedge_rate"))
    rate = measured(measures.hedge_rate, *corpus.hedging("class", "holder"), ["class", "holder"])
    hedges = layout.hedge_axis(corpus)
    finding.show(finding.hedging(measured(measures.hedge_rate, *corpus.hedging()), rate))
    drilldown.show(
        render.cached_chart(basic.stacked, rate, "class", "holder", value="rate",
                       title=hedges, counted=say("chart.cases")),
        "hedges", layout.alt_text(hedges, rate, "class", "rate"), corpus, "hedges",
    )  # fmt: skip
with beside.container(width=480):
    st.subheader(say("overview.tone"), help=tip("mean_tone"))
    tone = layout.tones(corpus.counts("sentences", "voice", sums=("tone", "textblob")))
    finding.show(finding.voices(tone[tone["scale"] == "tone"]))
    drilldown.show(
        render.cached_chart(basic.dots, tone, "voice", "scale", value="mean",
                       title=say("overview.tone_axis"), counted=say("chart.sentences")),
        "tone", layout.alt_text(say("overview.tone_alt"), tone, "voice", "mean"), corpus, "sentences",
        where=drilldown.matching_without("scale"),
    )  # fmt: skip
    st.caption(labels.TONE_NOTE)
