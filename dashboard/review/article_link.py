"""The way from a passage in a list to its article, and back to the page as it was."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, NoReturn

import streamlit as st

from dashboard import address
from dashboard.i18n.language import say
from dashboard.pages import PAGES, SHOWN, script
from dashboard.reader import component

_ORIGIN = "herkunft"


class Origin(NamedTuple):
    """Where somebody came from: the page, to which article they went, what all fields said, and the open mark."""

    page: str
    article: str
    fields: Mapping[str, object]
    addressed: tuple[str, ...]
    mark: tuple[str, Mapping[str, object]] | None


def go_to(article: str, name: str, mark: tuple[str, Mapping[str, object]] | None = None) -> NoReturn:
    """Open an article with one of its passages chosen, called as ``component.choose`` does.

    ``mark`` is what a dialog shows now, the key of its chart and the values of the mark: on the way back it is open.
    """
    values = {key: value for key in st.session_state if _is_plain(value := st.session_state[key])}
    origin = Origin(str(st.session_state.get(SHOWN, "")), article, {str(key): value for key, value in values.items()},
                    tuple(st.query_params), mark)  # fmt: skip
    st.session_state[_ORIGIN] = origin
    component.choose(article, name)
    # Only what is no filter: Streamlit refuses to be told of those.
    address.moving()
    found = {address.ARTICLE: article, component.PLACE: component.in_address(name)}
    st.switch_page(script("article"), query_params=found)


def back(article: str, filters: Iterable[str]) -> None:
    """A button that leads from an article to where the user came from, with the filters and the open mark of then."""
    origin: Origin | None = st.session_state.get(_ORIGIN)
    if origin is None or origin.article != article:
        return
    name = next((name for name, (path, _) in PAGES.items() if path == origin.page), "start")
    label = say("reader.back", page=say(f"page.{name}"))
    if st.button(label, type="tertiary", icon=":material/arrow_back:", key="zurueck-zur-seite", on_click=_restore,
                 args=(origin, tuple(filters))):  # fmt: skip
        del st.session_state[_ORIGIN]
        address.moving()
        st.switch_page(script(name), query_params={})


def _restore(origin: Origin, filters: Iterable[str]) -> None:
    for key in {*origin.addressed, *filters} & set(origin.fields):
        if st.session_state.get(key) != origin.fields[key]:
            st.session_state[key] = origin.fields[key]
    if origin.mark:
        key, values = origin.mark
        st.session_state[f"{key}-chosen"] = dict(values)


def _is_plain(value: object) -> bool:
    """Whether it is the value of a field that can stand in the address."""
    return isinstance(value, str | int | date) or (
        isinstance(value, list | tuple) and all(isinstance(one, str | date) for one in value)
    )
