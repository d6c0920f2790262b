"""Overview: who has the say, how it is reported, how certain it sounds, in which tone."""

import streamlit as st

from analysis import measures
from dashboard import charts, evidence, labels, parts

corpus = parts.chosen()
size = corpus.size()

parts.heading("Wer kommt zu Wort?", size)
if parts.nothing(size):
    st.stop()
parts.figures(corpus)

weight = st.segmented_control(
    "Gezählt werden", ["statements", "words"], default="statements", required=True, key="gewicht",
    format_func={"statements": "Aussagen", "words": "zitierte Wörter"}.__getitem__, bind="query-params",
)  # fmt: skip
counted = "Aussagen" if weight == "statements" else "Wörter"
voice = measures.share_of_voice(
    corpus.counts("statements", "category", sums=("words",)), "category", weight=weight or "statements"
)
evidence.show(
    evidence.drawn(charts.bars, voice, "category", title="Anteil", counted=counted),
    "voice", parts.alt_text("Anteil der Quellentypen", voice, "category"), corpus, "statements",
)  # fmt: skip
parts.note(voice)

questions = (
    ("Wie wird wiedergegeben?", "type", "Anteil der Wiedergabearten"),
    ("Wie offen liegt die Quelle?", "naming", "Anteil der Benennungsarten"),
)
for column, (question, by, title) in zip(st.columns(2, gap="large"), questions, strict=True):
    with column:
        st.subheader(question)
        shares = measures.share_of_voice(corpus.counts("statements", by), by)
        evidence.show(
            evidence.drawn(charts.bars, shares, by, title="Anteil an allen Aussagen", counted="Aussagen"),
            by, parts.alt_text(title, shares, by), corpus, "statements",
        )  # fmt: skip

left, right = st.columns(2, gap="large")
with left:
    st.subheader("Wie sicher klingt es?")
    words = corpus.counts("articles", sums=("words",))
    rate = measures.hedge_rate(words, corpus.counts("hedges", "class", "holder"), ["class", "holder"])
    evidence.show(
        evidence.drawn(charts.stacked, rate, "class", "holder", value="rate",
                       title="Abschwächungen je 100 Wörter", counted="Fälle"),
        "hedges", parts.alt_text("Abschwächungen je 100 Wörter", rate, "class", "rate"), corpus, "hedges",
    )  # fmt: skip
with right:
    st.subheader("In welchem Ton?")
    tone = parts.tones(corpus.counts("sentences", "voice", sums=("tone", "textblob")))
    evidence.show(
        evidence.drawn(charts.dots, tone, "voice", "scale", value="mean",
                       title="mittlerer Ton der Sätze (−1 bis 1)", counted="Sätze"),
        "tone", parts.alt_text("Mittlerer Ton", tone, "voice", "mean"), corpus, "sentences",
        where=evidence.matching_but("scale"),
    )  # fmt: skip
    st.caption(labels.TONE_NOTE)
