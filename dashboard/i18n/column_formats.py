"""How the columns of a table write numbers and days: as the reader's language does, and still sorted by their value."""

from typing import Any

import pandas as pd
import streamlit as st

from dashboard.i18n.language import say

_DAYS = ("published",)
"""Columns of the contract with an ISO day in them."""


def localized(frame: pd.DataFrame) -> dict[str, Any]:
    """Settings of ``st.dataframe`` for the columns of a frame as it is shown: thousands and decimal marks, days."""
    numbers = {name: st.column_config.NumberColumn(format="localized") for name in frame.select_dtypes("number")}
    days = {
        name: st.column_config.DateColumn(format=say("format.day_column")) for name in frame.select_dtypes("datetime")
    }
    return {str(name): how for name, how in {**numbers, **days}.items()}


def with_days(frame: pd.DataFrame) -> pd.DataFrame:
    """The same with real days instead of ISO dates, where all of a column are such."""
    for name in _DAYS:
        if name in frame:
            days = pd.to_datetime(frame[name].str[:10], format="%Y-%m-%d", errors="coerce")
            if days.notna().eq(frame[name].notna()).all() and days.notna().any():
                frame = frame.assign(**{name: days})
    return frame
