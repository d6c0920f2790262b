"""Sources: who is quoted most, which outlet cites whom, who relays whom, and the user's own list."""

from dataclasses import replace

import streamlit as st

from analysis import measures
from analysis.measures.relations import relations, summed
from dashboard import charts, corpus, evidence, labels, own_list, parts, source_filters, texts
from dashboard.relation_chart import relation_matrix

store, selection = parts.chosen()
chosen = source_filters.choose(store)
selection = replace(selection, **chosen)
frames = corpus.frames(store, selection)
articles, statements = frames["articles"], frames["statements"]

parts.heading("Wer spricht wirklich?", frames)
if parts.nothing(articles, statements):
    st.stop()

left, right = st.columns([2, 1], vertical_alignment="bottom")
left.subheader("Die häufigsten Quellen")
top = right.segmented_control(
    "Zahl der Quellen", [5, 15, 40], default=15, required=True, key="quellenzahl", bind="query-params"
)
voice = measures.share_of_voice(statements, "entity", top=(top or 15) + 1)
voice = voice[voice["entity"] != "-"].head(top or 15).reset_index(drop=True)
evidence.show(
    charts.bars(voice, "entity", title="Anteil an allen Aussagen", counted="Aussagen"),
    "sources", parts.alt_text("Häufigste Quellen", voice, "entity"), statements, "statements",
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
shown = statements[statements["entity"] != "-"]
if row == "via" and not shown["via"].notna().any():
    st.info("In dieser Auswahl gibt niemand eine fremde Aussage weiter.", icon=":material/filter_alt:")
else:
    found = source_filters.named(relations(shown, row, column), row, column)
    rows = source_filters.named(summed(shown, row, column), row, column)
    evidence.show(
        relation_matrix(found, who="Medium" if row == "outlet" else "Übermittler", share="Anteil in der Spalte"),
        f"relations-{view}", parts.alt_text(views[view or "outlet"], found[found["n"] > 0], "who"), rows, "statements",
    )  # fmt: skip
    st.caption(texts.RELATIONS)

left, right = st.columns(2, gap="large")
for side, by, title in ((left, "naming", "Wie werden sie benannt?"), (right, "anonymity", "Wie anonym?")):
    with side:
        st.subheader(title)
        told = measures.share_of_voice(statements, by)
        evidence.show(
            charts.bars(told, by, title="Anteil", counted="Aussagen"),
            f"by-{by}", parts.alt_text(title, told, by), statements, "statements",
        )  # fmt: skip

st.subheader("Eigene Quellenliste")
own_list.edit(labels.NAME_OF_COLUMN, sorted(set(statements["entity"]) - {"-"}))
