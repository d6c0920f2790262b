"""The further filters of the Sources page: country, institution, naming and via, all of it in the address."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.components import chips
from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say

_FILTERS = (
    ("countries", "country", "land"),
    ("institutions", "institution", "institution"),
    ("namings", "naming", "benennung"),
    ("via_kinds", "via_kind", "via"),
)
"""The name that a selection has for it, the column, the widget's key."""


def choose(whole: Corpus) -> dict[str, Any]:
    """What the user chose, by the names that a selection has for it."""
    with st.container(horizontal=True):
        return {name: tuple(_pick(column, key, _offered(whole, column))) for name, column, key in _FILTERS}


def show(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """What of it is set, each to be taken back by a click."""
    chips.show([
        chips.Filter(key, say(f"sources.{column}"), [_name(column, value) for value in chosen[name]], [])
        for name, column, key in _FILTERS
        if chosen[name]
    ])  # fmt: skip


def _offered(whole: Corpus, column: str) -> list[str]:
    """The values that occur; of the via also that there is none."""
    return whole.values("statements", column) + [""] * (column == "via_kind")


def _pick(column: str, key: str, values: list[str]) -> list[str]:
    if not any(values):  # nothing to choose
        return []
    return st.multiselect(
        say(f"sources.{column}"), values, key=key, placeholder=say("filter.all"), bind="query-params",
        format_func=lambda value: _name(column, value),
    )  # fmt: skip


def _name(column: str, value: str) -> str:
    return labels.say(column, value) or say("sources.no_via")
