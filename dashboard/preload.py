"""Preload imports and data in the background: first for the first page, then for all the others."""

import logging
import threading
import time
from contextlib import suppress
from importlib import import_module

import streamlit as st
from streamlit import runtime

from analysis.storage.store import StoreError

_DRAWN = 2.0
"""Seconds until the first page is drawn even on a slow machine."""
_PLAIN = "Er sagte, das sei so."


def demo() -> None:
    """Analyse the demo before anything is served, so that the first page is there at once."""
    # Without a page, Streamlit warns that there is none.
    logging.disable()
    from analysis.cli.ending import run
    from dashboard.corpus import demo_store

    run(demo_store)


def first_page() -> None:
    """Load and read what the first page needs, while the browser still fetches the frame around it."""
    # Pillow is what Streamlit reads the page's icon with.
    for name in ("analysis.measures", "PIL.Image"):
        import_module(name)
    # Before that, Streamlit has no place yet for what is kept.
    while not runtime.exists():
        time.sleep(0.01)
    from dashboard import corpus
    from dashboard.i18n import language
    from dashboard.views.start import pasted, tour  # noqa: F401

    language.texts(language.GERMAN)
    with suppress(StoreError):  # the page itself tells why
        corpus.Corpus(corpus.demo_store()).size()


@st.cache_resource(show_spinner=False)
def rest() -> None:
    """Load all that charts and an analysis need while the user still reads, once per server."""
    # Not at once: until the page is drawn, it would take the processor from it.
    loading = threading.Timer(_DRAWN, _load_rest)
    loading.daemon = True
    loading.start()


def _load_rest() -> None:
    from analysis.language.engine import load_engine
    from analysis.model import Article
    from analysis.pipeline import analyse
    from dashboard import corpus
    from dashboard.components import drilldown, intake, sidebar  # noqa: F401

    with suppress(StoreError):
        sidebar.choices(corpus.Corpus(corpus.demo_store()))
    analyse(Article("", _PLAIN), load_engine())
