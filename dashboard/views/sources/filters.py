"""The further filters of the Sources page: country, institution, naming and via, all of it in the address."""

from typing import Any

import streamlit as st

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


def _offered(whole: Corpus, column: str) -> list[str]:
    """The values that occur; of the via also that there is none."""
    return whole.values("statements", column) + [""] * (column == "via_kind")


def _pick(column: str, key: str, values: list[str]) -> list[str]:
    return st.multiselect(
        say(f"sources.{column}"), values, key=key, placeholder=say("filter.all"), bind="query-params",
        format_func=lambda value: labels.say(column, value) or say("sources.no_via"),
    )  # fmt: skip
