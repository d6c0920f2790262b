"""What can be taken away: files named after what they hold, and CSV as the reader's own programs open it."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, BinaryIO

import pandas as pd
import streamlit as st

from analysis.csv_form import DECIMAL_COMMA, DECIMAL_POINT, CsvForm
from analysis.storage.store import Store
from dashboard.components import about
from dashboard.corpus import Corpus, name_of
from dashboard.i18n import labels, language
from dashboard.i18n.language import GERMAN, say

_OTHERWISE = {DECIMAL_COMMA: "dezimalpunkt", DECIMAL_POINT: "dezimalkomma"}
"""The switch away from a form, as it stands in the address."""
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_LONGEST = 60
"""Characters of a part of a file's name."""

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Made = str | bytes | BinaryIO


def _usual() -> CsvForm:
    return DECIMAL_COMMA if language.current() == GERMAN else DECIMAL_POINT


def offer(corpus: Corpus) -> None:
    """What the sidebar has on every page: all that is selected as a workbook, and CSV in the language's other form."""
    key, told = _OTHERWISE[_usual()], say("export.selected_help", corpus=name_of(corpus.store))
    with st.sidebar:
        workbook(say("export.selected"), lambda: _everything(corpus), "", corpus, "excel",
                 rows=corpus.size().statements, width="stretch", note=told)  # fmt: skip
        st.toggle(say(f"export.{key}"), key=key, help=say(f"export.{key}_help"), bind="query-params")


def _everything(corpus: Corpus) -> Mapping[str, Iterable[pd.DataFrame]]:
    from analysis.export.writers import all_tables

    return all_tables(corpus.source, corpus.selection)


def form() -> CsvForm:
    """The form in which CSV is offered on this page."""
    usual = _usual()
    other = next(form for form in _OTHERWISE if form != usual)
    return other if st.session_state.get(_OTHERWISE[usual]) else usual


def file_name(what: str, ending: str, store: Store | None = None) -> str:
    """``quellenlage-aussagen-demo-2026-12-01.csv``: what the file holds, of which corpus, and the day.

    ``what`` is in words; without a ``store``, the corpus is the one chosen.
    """
    store = store or st.session_state.get("store")
    parts = ["quellenlage", what, name_of(store) if store else "", date.today().isoformat()]
    return f"{'-'.join(filter(None, map(_slug, parts)))}.{ending}"


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower().translate(_LETTERS))[:_LONGEST].strip("-")


def csv(label: str, make: Callable[[CsvForm], Made], what: str, key: str) -> None:
    """A button that gives CSV in the form chosen; ``make`` is called when it is pressed."""
    # What is made when the button is pressed knows no session.
    wanted = form()
    button(label, lambda: make(wanted), file_name(what, "csv"), "text/csv", "download", key)


SHEETS = 100_000
"""Rows up to which Excel files are offered; they take long to write and to open."""


def too_long(number: int) -> str | None:
    """Why there is no Excel file of so many rows; None where there is one."""
    return say("export.too_long", n=labels.number(SHEETS)) if number > SHEETS else None


def workbook(
    label: str,
    tables: Callable[[], Mapping[str, Iterable[pd.DataFrame]]],
    what: str,
    corpus: Corpus,
    key: str,
    *,
    rows: int = 0,
    note: str | None = None,
    **options: Any,
) -> None:
    """A button that gives the ``tables`` as an Excel workbook in the language of the page.

    ``rows`` is the number of rows of the longest; of too many there is no workbook.
    """
    spoken, told = language.current(), about.of(corpus)

    def make() -> BinaryIO:
        # Not at the top: the first page must not wait for what writes files.
        from analysis.export.writers import xlsx_file
        from dashboard.i18n.workbook import wording

        with language.speaking(spoken):
            return xlsx_file(tables(), wording(), told.facts())

    reason = too_long(rows)
    button(label, make, file_name(what, "xlsx", corpus.store), _EXCEL, "table", key, disabled=bool(reason),
           help=reason or note, **options)  # fmt: skip


def button(
    label: str, make: Callable[[], Made], name: str, kind: str | None, icon: str, key: str, **options: Any
) -> None:
    """A button that gives a file, made when it is pressed."""
    st.download_button(label, make, name, kind, icon=f":material/{icon}:", key=key, on_click="ignore", **options)
