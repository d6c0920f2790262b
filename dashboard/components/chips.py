"""What is filtered, in words: a button for each filter that is set, which takes it back, and one for all of them."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from dashboard.i18n import labels
from dashboard.i18n.language import say

_LISTED = 2


class Filter(NamedTuple):
    """A filter that is set: the key of its widget, what it is called, what it lets pass, and its value for none."""

    key: str
    label: str
    values: Sequence[str]
    none: object


def show(filters: Sequence[Filter]) -> None:
    """Show the filters, nothing where none is set."""
    if not filters:
        return
    with st.container(horizontal=True, gap="small", key="filter-" + "-".join(one.key for one in filters)):
        for one in filters:
            told = ", ".join(map(labels.plain, one.values[:_LISTED]))
            more = f" + {len(one.values) - _LISTED}" if one.values[_LISTED:] else ""
            st.button(f"{one.label}: {told}{more}" if told else one.label, key=f"weg-{one.key}",
                      icon=":material/close:", icon_position="right", help=say("filter.remove"), on_click=_clear,
                      args=([one],))  # fmt: skip
        st.button(say("filter.reset"), key=f"alle-weg-{filters[0].key}", type="tertiary", on_click=_clear,
                  args=(filters,))  # fmt: skip


def _clear(filters: Sequence[Filter]) -> None:
    for one in filters:
        st.session_state[one.key] = one.none
