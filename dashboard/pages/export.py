"""Export: every table of the current selection, exactly as shown, as CSV, XLSX or all at once."""

import streamlit as st

from analysis import export
from analysis.tables.columns import TABLES
from dashboard import corpus, labels, parts

store, selection = parts.chosen()
frames = corpus.frames(store, selection)

parts.heading("Was mitnehmen?", frames)
if not len(frames["articles"]):
    parts.nothing(frames["articles"], frames["statements"])
    st.stop()
tables = export.all_tables(frames)

name = st.segmented_control(
    "Tabelle", list(TABLES), default="statements", required=True, key="tabelle",
    format_func=labels.TABLE.__getitem__, bind="query-params",
)  # fmt: skip
name = name or "statements"
frame = tables[name]
st.caption(f"{labels.number(len(frame))} Zeilen, {len(frame.columns)} Spalten. Die Filter links gelten auch hier; "
           "die Dateien enthalten genau diese Zeilen.")  # fmt: skip
with st.container(horizontal=True):
    st.download_button(
        f"CSV ({labels.number(len(frame))} Zeilen)", export.to_csv_bytes(frame), f"quellenlage-{name}.csv", "text/csv",
        icon=":material/download:", on_click="ignore",
    )  # fmt: skip
    st.download_button(
        "XLSX", lambda: export.to_xlsx_bytes({name: frame}), f"quellenlage-{name}.xlsx",
        icon=":material/table:", on_click="ignore",
    )  # fmt: skip
    st.download_button(
        "Alle Tabellen (XLSX)", lambda: export.to_xlsx_bytes(tables), "quellenlage.xlsx",
        icon=":material/table_view:", on_click="ignore",
    )  # fmt: skip
    st.download_button(
        "Alle Tabellen (CSV, mit methods.json)", lambda: export.to_zip_bytes(tables, settings=selection.as_dict()),
        "quellenlage.zip", "application/zip", icon=":material/folder_zip:", on_click="ignore",
    )  # fmt: skip
parts.table(frame, name, list(frame.columns), key=f"export-{name}")
st.subheader("Spalten")
st.dataframe(
    [{"Spalte": c.name, "Name": c.label, "Einheit": c.unit, "Bedeutung": c.description} for c in TABLES[name]],
    hide_index=True, width="stretch",
)  # fmt: skip
st.caption("In Textspalten steht vor =, +, − und @ am Anfang ein Apostroph, damit keine Tabellenkalkulation den Text "
           "als Formel ausführt.")  # fmt: skip
