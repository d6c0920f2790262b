"""Files loaded in the browser: read first, shown with their gaps to be filled, and analysed when the user says so."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from analysis.model import Article
from analysis.pipeline import complete
from analysis.reading.account import Account, account_of
from analysis.reading.files import ENDINGS, Unreadable, read_bytes
from analysis.reading.language_filter import only_german
from analysis.reading.preview import Preview, first_rows
from dashboard.i18n import labels, reasons
from dashboard.i18n.language import say

Inputs = list[Article | Unreadable]
FIELDS = ("text", "title", "outlet", "published", "author", "section", "url")
"""What a column can be chosen for."""
EARLIEST = date(1700, 1, 1)
"""The first day that can be given: archives go back that far."""
_KEY = "geladen"
_MOST = 500
"""Articles that are listed one by one."""
_WARNED = 20
_GAP = "—"


@dataclass
class Loaded:
    """What was read of the files of one upload, until it is analysed or thrown away."""

    readings: Inputs = field(default_factory=list)
    tables: dict[str, tuple[bytes, Preview]] = field(default_factory=dict)
    """Tables of which no column is known to hold texts."""

    @property
    def articles(self) -> list[Article]:
        return [item for item in self.readings if isinstance(item, Article)]


def load() -> None:
    """Show the form for files; what is read from them is kept until ``checked`` is done with it."""
    with st.form("upload", clear_on_submit=True):
        st.subheader(say("data.load"), anchor=False)
        files = st.file_uploader(say("data.files"), list(ENDINGS), True)
        st.caption(say("data.told_files"))
        go = st.form_submit_button(say("data.read"), type="primary", icon=":material/play_arrow:")
    if go and files:
        bar = st.progress(0.0, say("data.reading"))
        st.session_state[_KEY] = read([(file.name, file.getvalue()) for file in files], bar.progress)
        bar.empty()


def read(files: Sequence[tuple[str, bytes]], tell: Callable[[float, str], object] = lambda *_: None) -> Loaded:
    """Everything in the files, read as the command line reads it; titles and outlets that the text tells filled in.

    ``tell`` hears which part of the files is read, and that in words.
    """
    loaded = Loaded()
    for number, (name, data) in enumerate(files, start=1):
        told = say("data.reading_file", number=number, total=len(files), file=labels.plain(name),
                   n=labels.number(len(loaded.articles)))  # fmt: skip
        tell((number - 1) / len(files), told)
        found = _read(name, data, {})
        preview = None if any(isinstance(item, Article) for item in found) else first_rows(name, data)
        if isinstance(preview, Preview) and preview.columns and "text" not in preview.fields:
            loaded.tables[name] = data, preview
        else:
            loaded.readings += found
    return loaded


def _read(name: str, data: bytes, columns: dict[str, str]) -> Inputs:
    found = only_german(read_bytes(name, data, columns=columns))
    return [complete(item) if isinstance(item, Article) else item for item in found]


def checked() -> Inputs:
    """Show what was loaded, with what is missing; what is to be analysed once the user says so, nothing before."""
    loaded = st.session_state.get(_KEY)
    if not isinstance(loaded, Loaded):
        return []
    st.subheader(say("data.loaded"), anchor=False)
    for name, (data, preview) in list(loaded.tables.items()):
        _choose_columns(loaded, name, data, preview)
    _tell(account_of(loaded.readings))
    articles = _filled(loaded.articles) if loaded.articles else []
    unread = [item for item in loaded.readings if isinstance(item, Unreadable)]
    show_unread(unread)
    go, away, _ = st.columns([2, 2, 6])
    if away.button(say("data.discard"), icon=":material/close:", width="stretch"):
        del st.session_state[_KEY]
        st.rerun()
    label = say("data.go_many", n=len(articles))
    if not go.button(label, type="primary", icon=":material/play_arrow:", width="stretch", disabled=not articles):
        return []
    del st.session_state[_KEY]
    return [*articles, *unread]


def _choose_columns(loaded: Loaded, name: str, data: bytes, preview: Preview) -> None:
    """Ask which column of a table is what, beside its first rows."""
    with st.form(f"spalten-{name}"):
        st.markdown(say("data.columns", file=labels.plain(name)))
        rows = pd.DataFrame(preview.rows, columns=pd.Index(preview.columns), dtype="str")
        st.dataframe(rows, hide_index=True, width="stretch")
        places = st.columns(len(FIELDS))
        chosen = {
            of: place.selectbox(
                say(f"data.column_{of}"),
                ["", *preview.columns],
                index=preview.columns.index(preview.fields[of]) + 1 if of in preview.fields else 0,
                format_func=lambda column: column or _GAP,
            )
            for of, place in zip(FIELDS, places, strict=True)
        }
        go = st.form_submit_button(say("data.columns_go"), type="primary")
    if go and not chosen["text"]:
        st.warning(say("data.columns_text"), icon=":material/warning:")
    elif go:
        loaded.readings += _read(name, data, {of: column for of, column in chosen.items() if column})
        del loaded.tables[name]
        st.rerun()


def _tell(account: Account) -> None:
    """How many articles were read, what most of them lack, which columns were not used, and what is doubtful."""
    told = [say("data.read_n", n=account.articles)]
    if account.without_outlet:
        told.append(say("data.no_outlet", n=labels.number(account.without_outlet)))
    if account.without_date:
        told.append(say("data.no_date", n=labels.number(account.without_date)))
    st.caption(" · ".join(told))
    if account.aside:
        st.caption(say("data.unused", names=", ".join(map(labels.plain, list(account.aside)[:_WARNED]))))
    doubts = [say("data.doubt", n=number, doubt=labels.plain(reasons.said(kind)))
              for kind, number in account.warnings.most_common(_WARNED)]  # fmt: skip
    if doubts:
        st.caption("  \n".join(f":material/warning: {doubt}" for doubt in doubts))


def _filled(articles: list[Article]) -> list[Article]:
    """The articles with the outlets and days that the user gives: in the table to each, or to all that have none."""
    listed = articles[:_MOST]
    table = pd.DataFrame(
        {
            "title": [article.title or article.text.strip()[:80] for article in listed],
            "outlet": [article.outlet or "" for article in listed],
            "published": pd.to_datetime([(article.published or "")[:10] for article in listed], errors="coerce"),
            "author": [article.author or "" for article in listed],
            "section": [article.extra.get("section", "") for article in listed],
            "words": [len(article.text.split()) for article in listed],
            "doubts": [" ".join(map(reasons.said, article.warnings)) for article in listed],
        }
    )
    config: dict[str, Any] = {
        str(name): st.column_config.Column(say(f"data.column_{name}"), disabled=True) for name in table
    }
    config["outlet"] = st.column_config.TextColumn(say("data.column_outlet"))
    config["published"] = st.column_config.DateColumn(say("data.column_published"), format=say("format.day_column"))
    edited = st.data_editor(table, hide_index=True, width="stretch", column_config=config, key="geladene-artikel")
    if len(articles) > _MOST:
        st.caption(say("data.more", n=labels.number(len(articles) - _MOST)))
    left, right, _ = st.columns([3, 2, 5])
    outlet = left.text_input(say("data.outlet_for_all")).strip()
    published = right.date_input(
        say("data.date_for_all"), None, min_value=EARLIEST, max_value=date.today(), format=say("format.date_input")
    )
    given = [_given(article, row) for article, row in zip(listed, edited.to_dict("records"), strict=True)]
    day = published.isoformat() if isinstance(published, date) else None
    return [
        replace(one, outlet=one.outlet or outlet or None, published=one.published or day)
        for one in (*given, *articles[_MOST:])
    ]


def _given(article: Article, row: Mapping[Hashable, object]) -> Article:
    """The article with the outlet and day of its row, where those were changed."""
    outlet, published = str(row["outlet"] or "").strip() or None, row["published"]
    day = published.date().isoformat() if isinstance(published, pd.Timestamp) and published == published else None
    same = day == ((article.published or "")[:10] or None)
    return replace(article, outlet=outlet, published=article.published if same else day)


def show_unread(unread: Sequence[Unreadable]) -> None:
    """Each input that could not be read, with the reason."""
    for item in unread:
        where = say("reading.line", file=item.file, line=item.line) if item.line else item.file
        st.error(say("reading.unread", where=labels.plain(where)), icon=":material/error:")
        st.code(reasons.said(item.reason), language=None, wrap_lines=True)
