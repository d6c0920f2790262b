"""Charts drawn for the page and saved as SVG or PNG."""

import pickle
from collections.abc import Callable, Mapping, Sequence
from textwrap import wrap
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st
import vl_convert
from streamlit.dataframe_util import convert_anything_to_arrow_bytes

from dashboard.i18n import language

_WIDTH = 760
"""Pixels of a chart as a picture; PNG files have twice as many."""

_LINE = 120
"""Characters of a line below its title."""


class Spec(dict[str, Any]):
    """A chart as Vega-Lite, with the figures that it draws and how it looks on white paper."""

    def __init__(self, spec: Mapping[str, Any], frame: pd.DataFrame, on_white: Callable[[], dict[str, Any]]) -> None:
        super().__init__(spec)
        self.frame = frame
        self.on_white = on_white


def cached_chart(draw: Callable[..., alt.TopLevelMixin], frame: pd.DataFrame, *columns: str, **options: object) -> Spec:
    """The chart of ``draw(frame, *columns, **options)``, cached: drawing takes longest of all on a page."""
    name = f"{draw.__module__}.{draw.__qualname__} {language.current()}"
    on_screen = _on_screen(draw, name, frame, columns, options)
    return Spec(on_screen, frame, lambda: _drawn(draw, frame, columns, options))


# Pickled, frames are told apart eight times as fast as by Streamlit's own hash.
@st.cache_data(show_spinner=False, max_entries=200, hash_funcs={pd.DataFrame: pickle.dumps})
def _on_screen(
    _draw: Callable[..., alt.TopLevelMixin],
    name: str,
    frame: pd.DataFrame,
    columns: tuple[str, ...],
    options: dict[str, object],
) -> dict[str, Any]:
    """The chart with its rows as the browser gets them: Streamlit would make them anew at every run."""
    spec = _drawn(_draw, frame, columns, options)
    rows = {name: convert_anything_to_arrow_bytes(rows) for name, rows in spec["datasets"].items()}
    return {**spec, "datasets": rows}


def _drawn(
    draw: Callable[..., alt.TopLevelMixin],
    frame: pd.DataFrame,
    columns: tuple[str, ...],
    options: dict[str, object],
) -> dict[str, Any]:
    spec: dict[str, Any] = draw(frame, *columns, **options).to_dict(validate=False)
    return spec


def svg(chart: Mapping[str, Any], alt_text: str, below: Sequence[str] = ()) -> str:
    """The chart as an SVG picture on white, with its title and the lines ``below`` it: what it is of."""
    picture: str = vl_convert.vegalite_to_svg(_framed(chart, alt_text, below), allowed_base_urls=[])
    return picture


def png(chart: Mapping[str, Any], alt_text: str, below: Sequence[str] = ()) -> bytes:
    """The same as PNG, twice as large."""
    picture: bytes = vl_convert.vegalite_to_png(_framed(chart, alt_text, below), scale=2, allowed_base_urls=[])
    return picture


def _framed(chart: Mapping[str, Any], alt_text: str, below: Sequence[str]) -> dict[str, Any]:
    """The chart as it stands by itself: with a width, a background, a title and what it is of."""
    title = {
        "text": alt_text.partition(":")[0],
        # Nobody can scroll in a picture: what is long is told in further lines.
        "subtitle": [part for line in below for part in wrap(line, _LINE)] or "Quellenlage",
        "anchor": "start",
        "frame": "bounds",
        "offset": 12,
    }
    return {**chart, "width": _WIDTH, "background": "white", "padding": 12, "title": title, "description": alt_text}
