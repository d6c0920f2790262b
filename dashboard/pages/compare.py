"""Compare: two or more outlets or articles side by side, differences with intervals first."""

import streamlit as st

from analysis import measures
from dashboard import charts, evidence, labels, parts, profile_chart
from dashboard.sides import comparable, numbered, presented, sides, sources

corpus = parts.chosen()
size = corpus.size()

parts.heading("Wer berichtet wie?", size)
if parts.nothing(size):
    st.stop()

by = st.segmented_control(
    "Verglichen werden", ["outlet", "article"], default="outlet", required=True, key="vergleich",
    format_func={"outlet": "Medien", "article": "Artikel"}.__getitem__, bind="query-params",
)  # fmt: skip
by = by or "outlet"
names = comparable(corpus, by)
chosen = st.multiselect(
    "Auswahl", list(names), default=list(names)[: 4 if by == "outlet" else 2], key=f"auswahl-{by}",
    format_func=lambda key: names.get(key, key), bind="query-params",
)  # fmt: skip
if len(chosen) < 2:
    st.info("Wählen Sie mindestens zwei aus.", icon=":material/compare_arrows:")
    st.stop()
if by == "article":
    numbered(names[key] for key in chosen)
both = sides(corpus, by, chosen)
corpus = both.corpus

if len(chosen) == 2:
    left, right = (both.counts("statements", "category").query(f"{by} == @name") for name in chosen)
    one, other = (labels.plain(both.names[name]) for name in chosen)
    st.subheader(f"Worin sie sich unterscheiden: {one} gegen {other}", anchor=False)
    gap = measures.difference(left, right, "category")
    evidence.show(
        evidence.drawn(charts.differences, gap, "category"), "gap",
        parts.alt_text("Differenz der Anteile", gap, "category", "difference"), corpus, "statements",
    )  # fmt: skip
    st.caption(
        f"Differenz der Anteile: nach rechts mehr bei {one}, nach links mehr bei {other}. Graue Linie: 95-%-Intervall. "
        "Schneidet sie die Null, kann der Unterschied Zufall sein."
    )

st.subheader("Wer kommt zu Wort?")
voice = measures.share_of_voice(both.counts("statements", "category"), "category", within="side")
evidence.show(
    evidence.drawn(charts.dots, voice[voice["n"] > 0], "category", "side", value="share",
                   title="Anteil an den Aussagen", counted="Aussagen"),
    "voice-by", parts.alt_text("Anteile nach Auswahl", voice, "category"), corpus, "statements", where=both.where,
)  # fmt: skip
parts.note(voice)

left, right = st.columns(2, gap="large")
with left:
    st.subheader("Wie sicher klingt es?")
    profile = presented(both.counts("statements", "stance"))
    evidence.show(
        evidence.drawn(profile_chart.profile_matrix, profile, "side", "stance", title="Anteil an den Aussagen",
                       dark=st.context.theme.type == "dark"),
        "stance-by", parts.alt_text("Haltung der Redeeinleitung", profile, "side"), corpus, "statements",
        where=both.where,
    )  # fmt: skip
    rate = measures.hedge_rate(both.counts("articles", sums=("words",)), both.counts("hedges"), "side")
    evidence.show(
        evidence.drawn(charts.bars, rate, "side", value="rate", title="Abschwächungen je 100 Wörter", counted="Fälle"),
        "rate-by", parts.alt_text("Abschwächungen je 100 Wörter", rate, "side", "rate"), corpus, "hedges",
        where=both.where,
    )  # fmt: skip
with right:
    st.subheader("In welchem Ton?")
    tone = measures.mean_tone(both.counts("sentences", "voice", sums=("tone",)), ["side", "voice"])
    evidence.show(
        evidence.drawn(charts.dots, tone, "side", "voice", value="mean", title="mittlerer Ton der Sätze (−1 bis 1)",
                       counted="Sätze"),
        "tone-by", parts.alt_text("Mittlerer Ton", tone, "side", "mean"), corpus, "sentences", where=both.where,
    )  # fmt: skip
    st.caption(labels.TONE_NOTE)

st.subheader("Was fehlt?")
st.caption("Quellen, die nicht in jeder Auswahl vorkommen; die Zahl sagt, mit wie vielen Aussagen.")
missing = sources(both.counts("statements", "entity", "category", unit="none"), list(both.names.values()))
st.dataframe(missing, width="stretch", alt="Quellen je Auswahl mit Zahl der Aussagen")
