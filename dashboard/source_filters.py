"""The further filters of the Sources page: country, institution and naming, all of it in the address."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from analysis.storage.counting import REST
from analysis.storage.query import Where
from dashboard import labels
from dashboard.corpus import Corpus
from dashboard.language import say

_FILTERS = (
    ("countries", "country", "land"),
    ("institutions", "institution", "institution"),
    ("namings", "naming", "benennung"),
)
"""The name that a selection has for it, the column, the widget's key."""


def choose(whole: Corpus) -> dict[str, tuple[str, ...]]:
    """What the user chose, by the names that a selection has for it."""
    with st.container(horizontal=True):
        return {
            name: tuple(_pick(column, key, whole.values("statements", column))) for name, column, key in _FILTERS
        }


def _pick(column: str, key: str, values: list[str]) -> list[str]:
    return st.multiselect(
        say(f"sources.{column}"), values, key=key, placeholder=say("filter.all"), bind="query-params",
        format_func=lambda value: labels.say(column, value),
    )  # fmt: skip


def named(frame: pd.DataFrame, row: str, column: str) -> pd.DataFrame:
    """The columns ``who`` and ``whom`` of a matrix in words that people read."""
    shown = frame.copy()
    for side, source in (("who", row), ("whom", column)):
        shown[side] = [_name(source, str(value)) for value in frame[side]]
    return shown


def behind(frame: pd.DataFrame, row: str, column: str, picked: Mapping[str, object]) -> list[Where]:
    """The statements that a cell of a matrix stands for, found by its words; ``frame`` has the values."""
    found = []
    for side, source in (("who", row), ("whom", column)):
        values = {_name(source, value): value for value in frame[side].unique()}
        value = values.get(str(picked.get(side)))
        if value == REST:
            found.append(Where(source, tuple(v for v in values.values() if v != REST), other=True))
        elif value is not None:
            found.append(Where(source, (value,)))
    return found


def _name(column: str, value: str) -> str:
    if value == REST:
        return say("sources.rest")
    return labels.say(column, value) or say("shared.no_outlet")
