"""Export: every table of the current selection, exactly as shown, as CSV, XLSX or all at once."""

import streamlit as st

from analysis.export import writers
from analysis.tables.columns import TABLES
from dashboard.components import downloads, layout, sides
from dashboard.corpus import name_of
from dashboard.i18n import labels, language
from dashboard.i18n.language import columns_of, contract, say
from dashboard.report import content
from dashboard.report.evidence import Side
from dashboard.views.export import tables

corpus = layout.chosen()
size = corpus.size()

layout.heading(say("export.title"), size)
if not size.articles:
    layout.show_empty_state(size)
    st.stop()

spoken = language.current()
name, compared = name_of(corpus.store), [Side(*side) for side in sides.remembered(corpus)]
with st.container(border=True):
    st.markdown(say("report.make_told"))
    downloads.button(
        say("report.make"), lambda: content.made(corpus.source, corpus.selection, spoken, corpus=name, sides=compared),
        downloads.file_name(say("report.file"), "html"), "text/html", "summarize", "bericht", type="primary",
    )  # fmt: skip

table = st.radio(
    say("export.table"), list(TABLES), list(TABLES).index("statements"), horizontal=True, key="tabelle",
    format_func=labels.TABLE.__getitem__, bind="query-params",
)  # fmt: skip
title, form = labels.TABLE[table], downloads.form()
number, shown = tables.exported(corpus, table)
pieces = writers.table(corpus.source, table, corpus.selection)
every_table = writers.all_tables(corpus.source, corpus.selection)
st.caption(say("export.told", rows=labels.number(number), columns=len(TABLES[table])))
with st.container(horizontal=True):
    downloads.csv(say("export.csv", n=labels.number(number)), lambda form: writers.csv_file(pieces, form), title, "csv")
    downloads.workbook("XLSX", lambda: {table: pieces}, title, corpus, "xlsx", rows=number)
    downloads.workbook(say("export.all_xlsx"), lambda: every_table, "", corpus, "alle-xlsx", rows=size.statements)
    downloads.button(
        say("export.all_csv"),
        lambda: writers.zip_file(every_table, corpus.selection.as_dict(), corpus.source, form),
        downloads.file_name("", "zip"), "application/zip", "folder_zip", "alle-csv",
    )  # fmt: skip
if number > len(shown):
    st.caption(say("export.first", n=labels.number(len(shown))))
layout.table(shown, table, list(shown.columns), as_filed=True, key=f"export-{table}")
st.subheader(say("export.columns"))
st.dataframe(
    [{say("export.column"): c.name, say("export.name"): columns_of(table)[c.name], say("export.unit"): contract(c.unit),
      say("export.meaning"): contract(c.description)} for c in TABLES[table]],
    hide_index=True, width="stretch",
)  # fmt: skip
st.caption(say("export.formulas"))
