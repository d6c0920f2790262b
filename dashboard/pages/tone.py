"""Tone: base value and own value side by side, by voice, source type or outlet; who speaks how about whom."""

import streamlit as st

from analysis import measures
from dashboard import charts, corpus, evidence, parts, profile_chart, texts, tone

store, selection = parts.chosen()
frames = corpus.frames(store, selection)
sentences, statements = frames["sentences"], frames["statements"]
dark = st.context.theme.type == "dark"

parts.heading("In welchem Ton?", frames)
if parts.nothing(frames["articles"], statements):
    st.stop()
st.markdown(texts.TONE)

about = measures.about(sentences, statements)
left, right = st.columns(2, vertical_alignment="bottom")
by = left.segmented_control(
    "Gruppiert nach", ["voice", "category", "outlet"], default="voice", required=True, key="tongruppe",
    format_func={"voice": "Stimme", "category": "Quellentyp (Zitate)", "outlet": "Medium"}.__getitem__,
    bind="query-params",
)  # fmt: skip
by = by or "voice"
target = right.selectbox(
    "Nur Sätze über", list(about["target"].value_counts().index[:200]), index=None, key="ueber",
    placeholder="alles", bind="query-params",
)  # fmt: skip
if target:
    sentences = about[about["target"] == target]
    about = sentences

st.subheader("Saldo auf drei Skalen")
balance = tone.balances(sentences, by)
evidence.show(
    charts.dots(balance, by, "scale", value="balance", title="positive minus negative Sätze (−1 bis 1)",
                counted="Sätze"),
    "tone-balance", parts.alt_text("Saldo", balance, by, "balance"), sentences, "sentences",
)  # fmt: skip
st.caption(texts.TONE_SMALL.format(small=measures.SMALL_SENTENCES))
with st.expander("Alle Zahlen"):
    st.dataframe(tone.numbers(balance, [by, "scale"]), hide_index=True, width="stretch")

st.subheader("Anteile negativ, neutral, positiv")
for column, scale in zip(st.columns(2, gap="large"), ("tone", "textblob"), strict=True):
    with column:
        found = tone.shares(sentences, by, scale)
        st.markdown(f"**{tone.SCALES[scale]}**")
        evidence.show(
            profile_chart.profile_matrix(found, by, "tone_label", title="Anteil an den Sätzen", dark=dark),
            f"tone-shares-{scale}", parts.alt_text(f"Anteile, {tone.SCALES[scale]}", found, by),
            tone.labelled(sentences, scale), "sentences",
        )  # fmt: skip

st.subheader("Wer spricht wie über wen?")
if not len(about):
    st.info("In dieser Auswahl nennt kein Satz eine bekannte Person, Einrichtung oder einen Staat.",
            icon=":material/person_search:")  # fmt: skip
else:
    pairs = tone.pairs(about)
    evidence.show(
        tone.pair_matrix(pairs, dark=dark),
        "tone-pairs", parts.alt_text("Saldo nach Genannten", pairs, "target", "balance"), about, "sentences",
    )  # fmt: skip
    st.caption("Saldo des eigenen Werts und Zahl der Sätze. Was eine Quelle über sich selbst sagt, zählt nicht mit.")
    with st.expander("Alle Zahlen"):
        st.dataframe(tone.numbers(pairs, ["speaker", "target"]), hide_index=True, width="stretch")

st.subheader("Wo die Werte am weitesten auseinanderliegen")
st.html(tone.differing_html(measures.differing(sentences).head(12)))
