"""Overview: who has the say, how it is reported, how certain it sounds, in which tone."""

import streamlit as st

from analysis import measures
from dashboard import charts, corpus, evidence, labels, parts

store, selection = parts.chosen()
frames = corpus.frames(store, selection)
articles, statements = frames["articles"], frames["statements"]

parts.heading("Wer kommt zu Wort?", frames)
if parts.nothing(articles, statements):
    st.stop()
parts.figures(frames)

weight = st.segmented_control(
    "Gezählt werden", ["statements", "words"], default="statements", required=True, key="gewicht",
    format_func={"statements": "Aussagen", "words": "zitierte Wörter"}.__getitem__, bind="query-params",
)  # fmt: skip
counted = "Aussagen" if weight == "statements" else "Wörter"
voice = measures.share_of_voice(statements, "category", weight=weight or "statements")
evidence.show(
    charts.bars(voice, "category", title="Anteil", counted=counted),
    "voice", parts.alt_text("Anteil der Quellentypen", voice, "category"), statements, "statements",
)  # fmt: skip
parts.note(voice)

questions = (
    ("Wie wird wiedergegeben?", "type", "Anteil der Wiedergabearten"),
    ("Wie offen liegt die Quelle?", "naming", "Anteil der Benennungsarten"),
)
for column, (question, by, title) in zip(st.columns(2, gap="large"), questions, strict=True):
    with column:
        st.subheader(question)
        shares = measures.share_of_voice(statements, by)
        evidence.show(
            charts.bars(shares, by, title="Anteil an allen Aussagen", counted="Aussagen"),
            by, parts.alt_text(title, shares, by), statements, "statements",
        )  # fmt: skip

left, right = st.columns(2, gap="large")
with left:
    st.subheader("Wie sicher klingt es?")
    rate = parts.hedge_rates(articles, frames["hedges"])
    evidence.show(
        charts.stacked(rate, "class", "holder", value="rate", title="Abschwächungen je 100 Wörter", counted="Fälle"),
        "hedges", parts.alt_text("Abschwächungen je 100 Wörter", rate, "class", "rate"), frames["hedges"], "hedges",
    )  # fmt: skip
with right:
    st.subheader("In welchem Ton?")
    tone = parts.tones(frames["sentences"])
    evidence.show(
        charts.dots(tone, "voice", "scale", value="mean", title="mittlerer Ton der Sätze (−1 bis 1)", counted="Sätze"),
        "tone", parts.alt_text("Mittlerer Ton", tone, "voice", "mean"), frames["sentences"], "sentences",
    )  # fmt: skip
    st.caption(labels.TONE_NOTE)
