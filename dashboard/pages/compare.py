"""Compare: two or more outlets or articles side by side, differences with intervals first."""

import streamlit as st

from analysis import measures
from dashboard import charts, corpus, evidence, labels, parts, profile_chart

store, selection = parts.chosen()
frames = corpus.frames(store, selection)
articles = frames["articles"]

parts.heading("Wer berichtet wie?", frames)
if parts.nothing(articles, frames["statements"]):
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
names = parts.comparable(articles, by)
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
short = parts.sides(articles, by, chosen)
sides = {name: parts.side(frames, by, name) for name in chosen}
both = parts.joined(sides, short)

if len(chosen) == 2:
    left, right = (sides[name]["statements"] for name in chosen)
    one, other = (labels.plain(short[name]) for name in chosen)
    st.subheader(f"Worin sie sich unterscheiden: {one} gegen {other}", anchor=False)
    gap = measures.difference(left, right, "category")
    evidence.show(
        charts.differences(gap, "category"),
        "gap",
        parts.alt_text("Differenz der Anteile", gap, "category", "difference"),
        both["statements"],
        "statements",
    )
    st.caption(
        f"Differenz der Anteile: nach rechts mehr bei {one}, nach links mehr bei {other}. Graue Linie: 95-%-Intervall. "
        "Schneidet sie die Null, kann der Unterschied Zufall sein."
    )

st.subheader("Wer kommt zu Wort?")
voice = measures.share_of_voice(both["statements"], "category", within="side")
evidence.show(
    charts.dots(
        voice[voice["n"] > 0], "category", "side", value="share", title="Anteil an den Aussagen", counted="Aussagen"
    ),
    "voice-by",
    parts.alt_text("Anteile nach Auswahl", voice, "category"),
    both["statements"],
    "statements",
)
parts.note(voice)

left, right = st.columns(2, gap="large")
with left:
    st.subheader("Wie sicher klingt es?")
    profile = parts.presented(both["statements"])
    evidence.show(
        profile_chart.profile_matrix(
            profile, "side", "stance", title="Anteil an den Aussagen", dark=st.context.theme.type == "dark"
        ),
        "stance-by",
        parts.alt_text("Haltung der Redeeinleitung", profile, "side"),
        both["statements"],
        "statements",
    )
    rate = measures.hedge_rate(both["articles"], both["hedges"], "side")
    evidence.show(
        charts.bars(rate, "side", value="rate", title="Abschwächungen je 100 Wörter", counted="Fälle"),
        "rate-by",
        parts.alt_text("Abschwächungen je 100 Wörter", rate, "side", "rate"),
        both["hedges"],
        "hedges",
    )
with right:
    st.subheader("In welchem Ton?")
    tone = measures.mean_tone(both["sentences"], ["side", "voice"])
    evidence.show(
        charts.dots(tone, "side", "voice", value="mean", title="mittlerer Ton der Sätze (−1 bis 1)", counted="Sätze"),
        "tone-by",
        parts.alt_text("Mittlerer Ton", tone, "side", "mean"),
        both["sentences"],
        "sentences",
    )
    st.caption(labels.TONE_NOTE)

st.subheader("Was fehlt?")
st.caption("Quellen, die nicht in jeder Auswahl vorkommen; die Zahl sagt, mit wie vielen Aussagen.")
missing = parts.sources_by_side(both["statements"])
st.dataframe(missing, width="stretch", alt="Quellen je Auswahl mit Zahl der Aussagen")
