"""The article as a Streamlit component that reports the chosen statement or hedge and the words marked."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd
import streamlit as st

from analysis.corrections.places import whole_words
from analysis.model import Span
from dashboard.i18n import labels
from dashboard.i18n.language import column, say
from dashboard.reader import article_html
from dashboard.templates import fill

_FOLDER = Path(__file__).parent
CHOSEN = "auswahl"
"""Where the session keeps what is chosen: ``s:`` and a statement's id, ``h:`` and a hedge's number, or ""."""
MARKED = "markiert"
"""Where the session keeps the article and span of the words that the user has marked; None for none."""


def choose_marked(frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Let the user narrow down which statements and hedges are marked; nothing chosen means all."""
    statements, hedges = frames["statements"], frames["hedges"]
    with st.popover(say("reader.only"), icon=":material/filter_alt:"):
        categories = _pick(column("category"), "zeige-quellentyp", statements["category"], labels.CATEGORY)
        types = _pick(column("type"), "zeige-art", statements["type"], labels.TYPE)
        classes = _pick(column("class"), "zeige-klasse", hedges["class"], labels.HEDGE_CLASS)
    if categories:
        statements = statements[statements["category"].isin(categories)]
    if types:
        statements = statements[statements["type"].isin(types)]
    return {**frames, "statements": statements, "hedges": hedges[hedges["class"].isin(classes)] if classes else hedges}


def _pick(label: str, key: str, values: "pd.Series[str]", names: Mapping[str, str]) -> list[str]:
    there = set(values)
    options = [name for name in names if name in there] + sorted(there - set(names))
    return st.multiselect(label, options, key=key, placeholder=say("filter.all"), format_func=lambda v: names.get(v, v))


def show(key: str, text: str, found: article_html.Found, offset: int, whole: str) -> None:
    """Draw the article ``key``, or the stretch of its ``whole`` text that begins at ``offset``, with its legend."""
    name = f"leser-{key}"

    def choose() -> None:
        st.session_state[CHOSEN] = st.session_state[name].get("chosen") or ""
        st.session_state[MARKED] = None

    def mark() -> None:
        st.session_state[MARKED] = _marked(key, whole, st.session_state[name].get("marked"))

    html = article_html.article_html(text, found, offset) + article_html.legend_html(found.layers)
    _component()(
        key=name,
        data={"html": html, "keys": fill("reader/keys.html"), "chosen": st.session_state.get(CHOSEN, ""),
              "dark": st.context.theme.type == "dark"},
        default={"chosen": ""},
        on_chosen_change=choose,
        on_marked_change=mark,
    )  # fmt: skip


def _marked(key: str, whole: str, span: object) -> tuple[str, Span] | None:
    """The words under a span from the browser, made whole; it comes from outside and may be anything."""
    if not (isinstance(span, list) and len(span) == 2 and all(isinstance(edge, int | float) for edge in span)):
        return None
    words = whole_words(whole, int(span[0]), int(span[1]))
    return (key, words) if words else None


def _component() -> Callable[..., object]:
    html, css, js = ((_FOLDER / f"reader.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js"))
    return st.components.v2.component("quellenlage_reader", html=html, css=css, js=js, isolate_styles=False)
