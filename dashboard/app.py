"""Entry of the browser view: navigation, corpus and filters; every page reads the same selection."""

import streamlit as st

from analysis.storage.store import StoreError
from analysis.tables.selection import EVERYTHING
from dashboard import address, preload
from dashboard.components import chips, downloads, navigation, sidebar
from dashboard.corpus import Corpus
from dashboard.i18n import language
from dashboard.i18n.language import say
from dashboard.pages import SHOWN
from dashboard.templates import fill

# A picture of our own: Streamlit would fetch its icons for the browser's tab from another server.
ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#0B5C8A" d="M2 3h20v14H10l-5 5v-5H2z"/>'
    '<path stroke="#FFF" stroke-width="2" d="M6 8h12M6 12h8"/></svg>'
)
st.set_page_config(page_title="Quellenlage", page_icon=ICON, layout="wide")
language.start()

page = navigation.chosen()

st.session_state[SHOWN] = page.url_path
address.put_back((*sidebar.KEYS, "korpus"))
try:
    store = sidebar.choose_corpus()
    st.session_state["store"] = store
    # The start page is about no part of a corpus, and without the filters it is there sooner.
    chosen = sidebar.choose_selection(store) if page.url_path or sidebar.wanted() else EVERYTHING
    st.session_state["selection"] = chosen
    downloads.offer(Corpus(store, chosen))
    language.choose()
    st.html(fill("components/chrome.html"))
    chips.show(sidebar.filters(store, chosen) if chosen != EVERYTHING else [])
    page.run()
    if not page.url_path:
        preload.rest()
except StoreError as error:
    st.error(say("page.unreadable", error=error), icon=":material/error:")
