"""Sources: who is quoted most, which outlet cites whom, who relays whom, and the user's own list."""

from dataclasses import replace

import streamlit as st

from analysis import measures
from analysis.query import Where
from dashboard import charts, evidence, labels, own_list, parts, source_filters, texts
from dashboard.corpus import Corpus
from dashboard.relation_chart import relation_matrix

corpus = parts.chosen()
chosen = source_filters.choose(Corpus(corpus.store))
corpus = corpus._replace(selection=replace(corpus.selection, **chosen))
size = corpus.size()

parts.heading("Wer spricht wirklich?", size)
if parts.nothing(size):
    st.stop()

left, right = st.columns([2, 1], vertical_alignment="bottom")
left.subheader("Die häufigsten Quellen")
top = right.segmented_control(
    "Zahl der Quellen", [5, 15, 40], default=15, required=True, key="quellenzahl", bind="query-params"
)
voice = measures.share_of_voice(corpus.counts("statements", "entity", top={"entity": (top or 15) + 1}), "entity")
voice = voice[voice["entity"] != "-"].head(top or 15).reset_index(drop=True)
evidence.show(
    evidence.drawn(charts.bars, voice, "entity", title="Anteil an allen Aussagen", counted="Aussagen"),
    "sources", parts.alt_text("Häufigste Quellen", voice, "entity"), corpus, "statements",
)  # fmt: skip
parts.note(voice)

st.subheader("Wer zitiert wen?")
views = {
    "outlet": "Medium zitiert Quelle",
    "outlet-category": "Medium zitiert Quellentyp",
    "via": "Übermittler gibt weiter",
}
view = st.segmented_control(
    "Ansicht", list(views), default="outlet", required=True, key="beziehung", format_func=views.__getitem__,
    bind="query-params",
)  # fmt: skip
row = "via" if view == "via" else "outlet"
column = "category" if view == "outlet-category" else "entity"
named = [Where("entity", ("-",), other=True)] + ([Where("via", ("",), other=True)] if row == "via" else [])
found = measures.relations(
    corpus.counts("statements", row, column, only=named, top={row: 8, column: 15}), row, column
)
if not len(found):
    st.info("In dieser Auswahl gibt niemand eine fremde Aussage weiter.", icon=":material/filter_alt:")
else:
    told = source_filters.named(found, row, column)
    evidence.show(
        evidence.drawn(relation_matrix, told, who="Medium" if row == "outlet" else "Übermittler",
                       share="Anteil in der Spalte"),
        f"relations-{view}", parts.alt_text(views[view or "outlet"], told[told["n"] > 0], "who"), corpus, "statements",
        named, lambda picked: source_filters.behind(found, row, column, picked),
    )  # fmt: skip
    st.caption(texts.RELATIONS)

left, right = st.columns(2, gap="large")
for side, by, title in ((left, "naming", "Wie werden sie benannt?"), (right, "anonymity", "Wie anonym?")):
    with side:
        st.subheader(title)
        share = measures.share_of_voice(corpus.counts("statements", by), by)
        evidence.show(
            evidence.drawn(charts.bars, share, by, title="Anteil", counted="Aussagen"),
            f"by-{by}", parts.alt_text(title, share, by), corpus, "statements",
        )  # fmt: skip

st.subheader("Eigene Quellenliste")
own_list.edit(labels.NAME_OF_COLUMN, lambda names: Corpus(corpus.store).known("entity", names))
