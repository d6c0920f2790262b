"""Fields whose choice stands in the address by its id, whatever it is called on the page.

Streamlit's own binding writes what the reader sees, such as the title of an article: two articles of one title share
that, and the link breaks when it changes. Otherwise these fields follow the same rules: a fresh page takes its values
from the address, then the fields write it, what is chosen from the beginning is left out, and going back and forth in
the browser brings the values of then.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

ARTICLE = "artikel"
"""What names the article in the address."""

_MOVED = "gewechselt"

Names = Callable[[Any], str]


def selectbox(
    label: str, options: Sequence[str], key: str, names: Names, *, empty: bool = False, **further: Any
) -> str | None:
    """One of the options, at first the first of them, or none where it may be ``empty``; None without options."""
    default = None if empty or not options else options[0]
    _adopt(key, lambda: _one(key, options, default))
    value = st.selectbox(label, options, None if empty else 0, key=key, format_func=names, **further)
    if value != _one(key, options, default):
        _write(key, [] if value == default else [value or ""])
    return value


def radio(label: str, options: Sequence[str], key: str, names: Names, **further: Any) -> str:
    """One of the options, at first the first of them."""
    _adopt(key, lambda: _one(key, options, options[0]))
    value: str = st.radio(label, options, key=key, format_func=names, **further)
    if value != _one(key, options, options[0]):
        _write(key, [] if value == options[0] else [value])
    return value


def multiselect(
    label: str, options: Sequence[str], key: str, names: Names, *, default: Sequence[str] = (), **further: Any
) -> tuple[str, ...]:
    """Some of the options, at first ``default``; with ``accept_new_options`` others too."""
    free = bool(further.get("accept_new_options"))
    _adopt(key, lambda: _some(key, options, default, free))
    value = st.multiselect(label, options, key=key, format_func=names, select_all=False, **further)
    if value != _some(key, options, default, free):
        _write(key, [] if value == list(default) else value or [""])
    return tuple(value)


def moving() -> None:
    """Call before a switch to another page that is told of an address of its own: the filters go along."""
    st.session_state[_MOVED] = True


def put_back(filters: Sequence[str]) -> None:
    """After such a switch, write the filters into the address anew: Streamlit keeps them, but not there."""
    if st.session_state.pop(_MOVED, False):
        for key in filters:
            if key in st.session_state:
                st.session_state[key] = st.session_state[key]


def _adopt(key: str, addressed: Callable[[], object]) -> None:
    """Take over what the address says: on a fresh page, and on the way back or forth in the browser."""
    context = get_script_run_ctx(suppress_warning=True)
    if key not in st.session_state or (context is not None and context.is_history_navigation):
        st.session_state[key] = addressed()


def _one(key: str, options: Sequence[str], default: str | None) -> str | None:
    """What the address says of a field of one value."""
    given = st.query_params.get_all(key)
    return given[-1] if given and given[-1] in options else default


def _some(key: str, options: Sequence[str], default: Sequence[str], free: bool) -> list[str]:
    """What the address says of a field of many values; "" alone says that there is none."""
    given = st.query_params.get_all(key)
    if not given:
        return list(default)
    return [value for value in dict.fromkeys(given) if value and (free or value in options)]


def _write(key: str, values: list[str]) -> None:
    if values:
        st.query_params[key] = values
    elif key in st.query_params:
        del st.query_params[key]
