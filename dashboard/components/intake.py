"""Adding texts to the user's own corpus: pasted, from an address or from files, with messages on the outcome."""

from collections.abc import Sequence
from datetime import date
from itertools import count

import streamlit as st

from analysis.batch.run import Report, analyse_into
from analysis.model import Article, ArticleResult
from analysis.reading.files import Unreadable
from analysis.reading.language_filter import only_german
from analysis.reading.web.addresses import is_address, read_address
from analysis.storage.conditions import Where
from analysis.storage.store import Store
from analysis.stories.group import group, is_due
from dashboard.components import uploads
from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say

Inputs = list[Article | Unreadable]
CHARACTERS_PER_MINUTE = 2_000_000
"""What one core of a laptop analyses; for the estimate of a long wait."""


def asked() -> Inputs:
    """Show the three forms and return what the user wants analysed now; warn where nothing can be read.

    What is pasted or fetched is analysed at once; files are shown as they were read first.
    """
    pasted, loaded = st.columns(2, gap="large")
    with pasted:
        inputs = _pasted()
    with loaded:
        inputs += _from_address()
        uploads.load()
    return inputs + uploads.checked()


def _pasted() -> Inputs:
    with st.form("paste", clear_on_submit=False):
        st.subheader(say("data.paste"), anchor=False)
        text = st.text_area(say("data.text"), height=220, placeholder=say("data.placeholder"))
        title = st.text_input(say("data.headline"))
        outlet = st.text_input(say("data.outlet"))
        published = st.date_input(
            say("data.date"), None, min_value=uploads.EARLIEST, max_value=date.today(), format=say("format.date_input")
        )
        go = _go()
    if go and not text.strip():
        st.warning(say("data.no_text"), icon=":material/warning:")
    if not go or not text.strip():
        return []
    day = published.isoformat() if isinstance(published, date) else None
    return [Article(say("data.id"), text, title=title or None, outlet=outlet or None, published=day)]


def _from_address() -> Inputs:
    with st.form("address", clear_on_submit=True):
        st.subheader(say("data.web"), anchor=False)
        url = st.text_input(say("data.address"), placeholder="https://…").strip()
        st.caption(say("data.told_web"))
        go = _go()
    if go and not is_address(url):
        st.warning(say("data.no_address"), icon=":material/warning:")
    if not go or not is_address(url):
        return []
    bar, found = st.progress(0.0, say("data.fetching")), []
    for item in only_german(read_address(url)):
        found.append(item)
        # How many a feed has is known at its end only: the bar never fills.
        bar.progress(1 - 1 / (len(found) + 1), say("data.fetched", n=labels.number(len(found))))
    bar.empty()
    return found


def _go() -> bool:
    return st.form_submit_button(say("data.go"), type="primary", icon=":material/play_arrow:")


def take(store: Store, inputs: Inputs) -> Report:
    """Analyse what was read into the store, with a bar that tells how far it is; stories are grouped where due."""
    told = waiting(inputs)
    bar, done = st.progress(0.0, told), count(1)

    def move(_: ArticleResult) -> None:
        number = min(next(done), len(inputs))
        part = say("reading.so_far", told=told, done=labels.number(number), total=labels.number(len(inputs)))
        bar.progress(number / len(inputs), part if len(inputs) > 1 else told)

    found = analyse_into(store, inputs, on_result=move)
    regroup(store, len(found.keys))
    return found


def regroup(store: Store, changed: int) -> None:
    """Find copies and stories anew where so many changed articles are reason enough, telling that it takes a while."""
    if is_due(store, changed):
        with st.spinner(say("reading.grouping")):
            group(store)


def waiting(inputs: Sequence[Article | Unreadable]) -> str:
    """The message while texts are analysed, with the expected minutes for large ones."""
    minutes = sum(len(item.text) for item in inputs if isinstance(item, Article)) / CHARACTERS_PER_MINUTE
    told = say("reading.many", n=labels.number(len(inputs))) if len(inputs) > 1 else say("reading.one")
    return told if minutes < 1 else say("reading.long", told=told, minutes=labels.number(minutes))


def report(found: Report, store: Store | None = None) -> None:
    """Show how many texts were added to the store, and each that could not be read with the reason."""
    if found.analysed:
        told = say("reading.analysed", n=labels.number(found.analysed))
        copies = [Where("article", tuple(found.keys)), Where("copy_of", ("",), negated=True)]
        if store and (number := Corpus(store).number("articles", copies)):
            told += f", {say('reading.copies', n=labels.number(number))}"
        st.success(f"{told}.", icon=":material/check_circle:")
    if doubles := len(found.keys) - len(set(found.keys)):
        st.info(say("reading.doubles", n=labels.number(doubles)), icon=":material/file_copy:")
    if found.skipped:
        st.info(say("reading.skipped", n=labels.number(found.skipped)), icon=":material/inventory_2:")
    uploads.show_unread(found.unreadable)
