"""Export: every table of the current selection, exactly as shown, as CSV, XLSX or all at once."""

import streamlit as st

from analysis.export import writers
from analysis.tables.columns import TABLES
from dashboard.components import layout
from dashboard.i18n import labels, language
from dashboard.i18n.language import columns_of, contract, say
from dashboard.report import content
from dashboard.views.export import tables

corpus = layout.chosen()
size = corpus.size()

layout.heading(say("export.title"), size)
if not size.articles:
    layout.show_empty_state(size)
    st.stop()

spoken = language.current()
with st.container(border=True):
    st.markdown(say("report.make_told"))
    st.download_button(
        say("report.make"), lambda: content.made(corpus.source, corpus.selection, spoken), "quellenlage.html",
        "text/html", icon=":material/summarize:", on_click="ignore", type="primary",
    )  # fmt: skip

name = st.radio(
    say("export.table"), list(TABLES), list(TABLES).index("statements"), horizontal=True, key="tabelle",
    format_func=labels.TABLE.__getitem__, bind="query-params",
)  # fmt: skip
number, shown = tables.exported(corpus, name)
pieces = writers.table(corpus.source, name, corpus.selection)
every_table = writers.all_tables(corpus.source, corpus.selection)
st.caption(say("export.told", rows=labels.number(number), columns=len(TABLES[name])))
with st.container(horizontal=True):
    st.download_button(
        say("export.csv", n=labels.number(number)), lambda: writers.csv_file(pieces), f"quellenlage-{name}.csv",
        "text/csv", icon=":material/download:", on_click="ignore",
    )  # fmt: skip
    st.download_button(
        "XLSX", lambda: writers.xlsx_file({name: pieces}), f"quellenlage-{name}.xlsx",
        icon=":material/table:", on_click="ignore", disabled=number > tables.SHEETS, help=tables.too_long(number),
    )  # fmt: skip
    st.download_button(
        say("export.all_xlsx"), lambda: writers.xlsx_file(every_table), "quellenlage.xlsx",
        icon=":material/table_view:", on_click="ignore", disabled=size.statements > tables.SHEETS,
        help=tables.too_long(size.statements),
    )  # fmt: skip
    st.download_button(
        say("export.all_csv"),
        lambda: writers.zip_file(every_table, corpus.selection.as_dict(), corpus.source),
        "quellenlage.zip", "application/zip", icon=":material/folder_zip:", on_click="ignore",
    )  # fmt: skip
if number > len(shown):
    st.caption(say("export.first", n=labels.number(len(shown))))
layout.table(shown, name, list(shown.columns), as_filed=True, key=f"export-{name}")
st.subheader(say("export.columns"))
st.dataframe(
    [{say("export.column"): c.name, say("export.name"): columns_of(name)[c.name], say("export.unit"): contract(c.unit),
      say("export.meaning"): contract(c.description)} for c in TABLES[name]],
    hide_index=True, width="stretch",
)  # fmt: skip
st.caption(say("export.formulas"))
