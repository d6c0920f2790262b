"""The further filters of the Sources page: country, institution and naming, all of it in the address."""

import pandas as pd
import streamlit as st

from analysis.measures.relations import REST
from analysis.store import Store
from dashboard import corpus, labels

_FILTERS = (
    ("countries", "country", "Land", "land", {}),
    ("institutions", "institution", "Institution", "institution", labels.INSTITUTION),
    ("namings", "naming", "Benennung", "benennung", labels.NAMING),
)


def choose(store: Store) -> dict[str, tuple[str, ...]]:
    """What the user chose, by the names that a selection has for it."""
    with st.container(horizontal=True):
        return {
            name: tuple(_pick(label, key, corpus.options(store, "statements", column), names))
            for name, column, label, key, names in _FILTERS
        }


def _pick(label: str, key: str, values: list[str], names: dict[str, str]) -> list[str]:
    return st.multiselect(
        label, values, key=key, placeholder="alle", format_func=lambda v: names.get(v, v), bind="query-params"
    )


def named(frame: pd.DataFrame, row: str, column: str) -> pd.DataFrame:
    """The columns ``who`` and ``whom`` of a matrix in words that people read."""
    shown = frame.copy()
    for side, source in (("who", row), ("whom", column)):
        shown[side] = [_name(source, str(value)) for value in frame[side]]
    return shown


def _name(column: str, value: str) -> str:
    if value == REST:
        return "Übrige"
    return labels.say(column, value) or "ohne Medium"
