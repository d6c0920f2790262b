"""An article pasted on the start page: analysed into the user's own corpus and named in the address.

The first page of a session needs no more than this; what is shown of an article is in ``pasted_view``.
"""

from typing import NoReturn

import streamlit as st

from analysis.model import Article
from dashboard import corpus
from dashboard.components.sidebar import PARAMETER
from dashboard.i18n.language import say


def leave(name: str, page: str) -> NoReturn:
    """Open a page and switch to the named corpus."""
    st.session_state["korpus-wunsch"] = name
    st.switch_page(page)


def take(text: str) -> None:
    """Analyse a text into the user's own corpus and name it in the address; say so where that is not possible."""
    # The analysis takes as long to load as all of the first page; see dashboard.preload.
    from analysis.batch.run import analyse_into
    from analysis.reading.language_filter import only_german
    from dashboard.components import intake

    found = analyse_into(corpus.own_store(), only_german([Article(say("start.id"), text)]))
    if found.keys:
        st.query_params[PARAMETER] = found.keys[0]
    else:
        st.query_params.pop(PARAMETER, None)
        intake.report(found)
