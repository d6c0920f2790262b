"""Tone: base value and own value side by side, by voice, source type or outlet; who speaks how about whom."""

import streamlit as st

from analysis import measures
from analysis.query import Where
from dashboard import charts, evidence, parts, profile_chart, texts, tone

corpus = parts.chosen()
size = corpus.size()
dark = st.context.theme.type == "dark"

parts.heading("In welchem Ton?", size)
if parts.nothing(size):
    st.stop()
st.markdown(texts.TONE)

left, right = st.columns(2, vertical_alignment="bottom")
by = left.segmented_control(
    "Gruppiert nach", ["voice", "category", "outlet"], default="voice", required=True, key="tongruppe",
    format_func={"voice": "Stimme", "category": "Quellentyp (Zitate)", "outlet": "Medium"}.__getitem__,
    bind="query-params",
)  # fmt: skip
by = by or "voice"
target = right.selectbox(
    "Nur Sätze über", corpus.values("mentions", "target", limit=parts.LISTED), index=None, key="ueber",
    placeholder="alles", bind="query-params",
)  # fmt: skip
table, only = ("mentions", [Where("target", (target,))]) if target else ("sentences", [])

st.subheader("Saldo auf drei Skalen")
balance = tone.balances(corpus.counts(table, by, sums=tone.SUMS, only=only), by)
evidence.show(
    evidence.drawn(charts.dots, balance, by, "scale", value="balance", title="positive minus negative Sätze (−1 bis 1)",
                counted="Sätze"),
    "tone-balance", parts.alt_text("Saldo", balance, by, "balance"), corpus, table, only,
    evidence.matching_but("scale"),
)  # fmt: skip
st.caption(texts.TONE_SMALL.format(small=measures.SMALL_SENTENCES))
with st.expander("Alle Zahlen"):
    st.dataframe(tone.numbers(balance, [by, "scale"]), hide_index=True, width="stretch")

st.subheader("Anteile negativ, neutral, positiv")
for column, scale in zip(st.columns(2, gap="large"), ("tone", "textblob"), strict=True):
    with column:
        found = tone.shares(corpus.counts(table, by, f"{scale}_label", only=only), by, scale)
        st.markdown(f"**{tone.SCALES[scale]}**")
        evidence.show(
            evidence.drawn(profile_chart.profile_matrix, found, by, f"{scale}_label",
                           title="Anteil an den Sätzen", dark=dark),
            f"tone-shares-{scale}", parts.alt_text(f"Anteile, {tone.SCALES[scale]}", found, by),
            corpus, table, only,
        )  # fmt: skip

st.subheader("Wer spricht wie über wen?")
pairs = tone.pairs(corpus.counts("mentions", "target", "speaker", sums=tone.PAIR_SUMS, only=only, top=tone.TOP))
if not len(pairs):
    st.info("In dieser Auswahl nennt kein Satz eine bekannte Person, Einrichtung oder einen Staat.",
            icon=":material/person_search:")  # fmt: skip
else:
    evidence.show(
        evidence.drawn(tone.pair_matrix, pairs, dark=dark),
        "tone-pairs", parts.alt_text("Saldo nach Genannten", pairs, "target", "balance"), corpus, "mentions", only,
    )  # fmt: skip
    st.caption("Saldo des eigenen Werts und Zahl der Sätze. Was eine Quelle über sich selbst sagt, zählt nicht mit.")
    with st.expander("Alle Zahlen"):
        st.dataframe(tone.numbers(pairs, ["speaker", "target"]), hide_index=True, width="stretch")

st.subheader("Wo die Werte am weitesten auseinanderliegen")
st.html(tone.differing_html(corpus.rows(table, only, order=("-gap",), limit=12)))
