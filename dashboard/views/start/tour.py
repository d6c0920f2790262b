"""A tour of five steps on the start page, each with the link to its page; gone for the session once dismissed."""

import streamlit as st

from dashboard.i18n.language import say
from dashboard.pages import script

_STEPS = ("overview", "article", "compare", "certainty", "export")
_GONE = "rundgang-beendet"


def show() -> None:
    """Show the tour, unless it was dismissed."""
    if st.session_state.get(_GONE):
        return
    st.subheader(say("tour.title"), anchor=False)
    cards = st.container(horizontal=True)
    for number, page in enumerate(_STEPS, start=1):
        with cards, st.container(border=True, width="stretch", height="stretch"):
            st.markdown(f"**{number}. {say(f'tour.{page}')}**")
            st.markdown(say(f"tour.{page}_told"))
            st.page_link(script(page), label=say(f"page.{page}"), icon=":material/arrow_forward:")
    st.button(say("tour.dismiss"), icon=":material/close:", type="tertiary", on_click=_dismiss)


def _dismiss() -> None:
    st.session_state[_GONE] = True
