"""An article pasted on the start page: analysed into the user's own corpus and named in the address.

The first page of a session needs no more than this; what is shown of an article is in ``dashboard.pasted_view``.
"""

import threading
from importlib import import_module
from typing import NoReturn

import streamlit as st

from analysis.language.engine import load_engine
from analysis.model import Article
from analysis.pipeline import analyse
from analysis.reading.german import only_german
from analysis.running.batch import analyse_into
from dashboard import corpus, parts
from dashboard.language import say

PARAMETER = "eingefuegt"
"""What names the pasted article in the address."""
_DRAWN = 2.0
"""Seconds until the first page is drawn even on a slow machine."""
_PLAIN = "Er sagte, das sei so."


def leave(name: str, page: str) -> NoReturn:
    """Open a page with the corpus of that name."""
    st.session_state["korpus-wunsch"] = name
    st.switch_page(page)


def take(text: str) -> None:
    """Analyse a text into the user's own corpus and name it in the address; say so where that is not possible."""
    report = analyse_into(corpus.own_store(), only_german([Article(say("start.id"), text)]))
    if report.keys:
        st.query_params[PARAMETER] = report.keys[0]
    else:
        st.query_params.pop(PARAMETER, None)
        parts.report(report)


@st.cache_resource(show_spinner=False)
def warm() -> None:
    """Load all that charts and an analysis need while the user still reads, once per server."""
    # Not at once: until the page is drawn, it would take the processor from it.
    loading = threading.Timer(_DRAWN, _load)
    loading.daemon = True
    loading.start()


def _load() -> None:
    import_module("dashboard.evidence")
    analyse(Article("", _PLAIN), load_engine())
