"""Compare: two or more outlets or articles side by side, differences with intervals first."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.query import Where
from dashboard import charts, evidence, labels, parts, profile_chart

corpus = parts.chosen()
size = corpus.size()

parts.heading("Wer berichtet wie?", size)
if parts.nothing(size):
    st.stop()

by = st.segmented_control(
    "Verglichen werden",
    ["outlet", "article"],
    default="outlet",
    required=True,
    key="vergleich",
    format_func={"outlet": "Medien", "article": "Artikel"}.__getitem__,
    bind="query-params",
)
by = by or "outlet"
names = parts.comparable(corpus, by)
chosen = st.multiselect(
    "Auswahl",
    list(names),
    default=list(names)[: 4 if by == "outlet" else 2],
    key=f"auswahl-{by}",
    format_func=lambda key: names.get(key, key),
    bind="query-params",
)
if len(chosen) < 2:
    st.info("Wählen Sie mindestens zwei aus.", icon=":material/compare_arrows:")
    st.stop()
if by == "article":
    parts.numbered(names[key] for key in chosen)
corpus = parts.narrowed(corpus, by, chosen)
short = parts.sides(corpus, by, chosen)


def counts(table: str, *columns: str, **options: object) -> pd.DataFrame:
    """Counts by these columns and the side."""
    found = corpus.counts(table, by, *columns, **options)
    return found.assign(side=found[by].map(short))


def of_side(picked: Mapping[str, object]) -> list[Where]:
    """The rows behind a mark that names a side."""
    key = {name: key for key, name in short.items()}
    return [Where(by, (key[value],)) if name == "side" else Where(name, (value,)) for name, value in picked.items()]


if len(chosen) == 2:
    left, right = (corpus.counts("statements", by, "category").query(f"{by} == @name") for name in chosen)
    one, other = (labels.plain(short[name]) for name in chosen)
    st.subheader(f"Worin sie sich unterscheiden: {one} gegen {other}", anchor=False)
    gap = measures.difference(left, right, "category")
    evidence.show(
        charts.differences(gap, "category"), "gap",
        parts.alt_text("Differenz der Anteile", gap, "category", "difference"), corpus, "statements",
    )  # fmt: skip
    st.caption(
        f"Differenz der Anteile: nach rechts mehr bei {one}, nach links mehr bei {other}. Graue Linie: 95-%-Intervall. "
        "Schneidet sie die Null, kann der Unterschied Zufall sein."
    )

st.subheader("Wer kommt zu Wort?")
voice = measures.share_of_voice(counts("statements", "category"), "category", within="side")
evidence.show(
    charts.dots(
        voice[voice["n"] > 0], "category", "side", value="share", title="Anteil an den Aussagen", counted="Aussagen"
    ),
    "voice-by",
    parts.alt_text("Anteile nach Auswahl", voice, "category"),
    corpus,
    "statements",
    where=of_side,
)
parts.note(voice)

left, right = st.columns(2, gap="large")
with left:
    st.subheader("Wie sicher klingt es?")
    profile = parts.presented(counts("statements", "stance"))
    evidence.show(
        profile_chart.profile_matrix(
            profile, "side", "stance", title="Anteil an den Aussagen", dark=st.context.theme.type == "dark"
        ),
        "stance-by",
        parts.alt_text("Haltung der Redeeinleitung", profile, "side"),
        corpus,
        "statements",
        where=of_side,
    )
    rate = measures.hedge_rate(counts("articles", sums=("words",)), counts("hedges"), "side")
    evidence.show(
        charts.bars(rate, "side", value="rate", title="Abschwächungen je 100 Wörter", counted="Fälle"),
        "rate-by",
        parts.alt_text("Abschwächungen je 100 Wörter", rate, "side", "rate"),
        corpus,
        "hedges",
        where=of_side,
    )
with right:
    st.subheader("In welchem Ton?")
    tone = measures.mean_tone(counts("sentences", "voice", sums=("tone",)), ["side", "voice"])
    evidence.show(
        charts.dots(tone, "side", "voice", value="mean", title="mittlerer Ton der Sätze (−1 bis 1)", counted="Sätze"),
        "tone-by",
        parts.alt_text("Mittlerer Ton", tone, "side", "mean"),
        corpus,
        "sentences",
        where=of_side,
    )
    st.caption(labels.TONE_NOTE)

st.subheader("Was fehlt?")
st.caption("Quellen, die nicht in jeder Auswahl vorkommen; die Zahl sagt, mit wie vielen Aussagen.")
missing = parts.sources_by_side(counts("statements", "entity", "category", unit="none"), list(short.values()))
st.dataframe(missing, width="stretch", alt="Quellen je Auswahl mit Zahl der Aussagen")
