"""The article as a Streamlit component that reports the chosen statement or hedge and the words marked."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.corrections.places import whole_words
from analysis.model import Span
from dashboard import address
from dashboard.i18n import labels
from dashboard.i18n.language import column, say
from dashboard.reader import article_html
from dashboard.templates import fill

_FOLDER = Path(__file__).parent
PLACE = "stelle"
"""What names in the address what is chosen."""
_CHOSEN, _CAME = "auswahl", "auswahl-von-aussen"
_PLACE = re.compile(r"[sht]:[\w+]+")
MARKED = "markiert"
"""Where the session keeps the article and span of the words that the user has marked; None for none."""


class Chosen(NamedTuple):
    """What is chosen in which article, and the number of the choice, by which an older one is told from a newer."""

    article: str = ""
    name: str = ""
    turn: int = 0


def choose(article: str, name: str) -> None:
    """Choose in an article ``s:`` and a statement's id, ``h:`` and a hedge's, ``t:`` and a sentence's number, or ""."""
    turn = st.session_state.get(_CHOSEN, Chosen()).turn
    st.session_state[_CHOSEN] = Chosen(article, name, turn)
    st.session_state[_CAME] = True


def chosen(article: str) -> str:
    """What is chosen in an article, as ``choose`` names it; "" for nothing."""
    found: Chosen = st.session_state.get(_CHOSEN, Chosen())
    return found.name if found.article == article else ""


def in_address(name: str) -> str:
    """The name of what is chosen as the address has it, without a sign that would have to be escaped."""
    return name.replace(":", "-")


def choose_from_address() -> bool:
    """Choose what the address names, where nothing has been chosen yet in the article that it names; whether it was.

    Of what is chosen already by a link within the session it is true as well, once.
    """
    article = st.query_params.get(address.ARTICLE, "")
    name = st.query_params.get(PLACE, "").replace("-", ":", 1)
    if article != st.session_state.get(_CHOSEN, Chosen()).article and _PLACE.fullmatch(name):
        choose(article, name)
    return bool(st.session_state.pop(_CAME, False))


def start_of_chosen(article: str, frames: Mapping[str, pd.DataFrame]) -> int:
    """The first character of what is chosen in an article; 0 where nothing is, or it is not there any more."""
    sign, _, name = chosen(article).partition(":")
    table, column = {"s": ("statements", "statement"), "h": ("hedges", "hedge")}.get(sign, ("sentences", "number"))
    found = frames[table]
    starts = found.loc[found[column].astype(str) == name, "start"]
    return int(starts.iloc[0]) if len(starts) else 0


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


def show(key: str, text: str, found: article_html.Found, offset: int, whole: str, page: str = "") -> None:
    """Draw the article ``key``, or the stretch of its ``whole`` text that begins at ``offset``, with its legend.

    While the path of the address ends in ``page``, the article and what is chosen in it stand in the address.
    """
    name = f"leser-{key}"

    def take() -> None:
        st.session_state[_CHOSEN] = _taken(key, st.session_state[name].get("chosen"))
        st.session_state[MARKED] = None

    def mark() -> None:
        st.session_state[MARKED] = _marked(key, whole, st.session_state[name].get("marked"))

    html = article_html.article_html(text, found, offset) + article_html.legend_html(found.layers)
    _component()(
        key=name,
        data={"html": html, "keys": fill("reader/keys.html"), "chosen": chosen(key), "article": key, "page": page,
              "turn": st.session_state.get(_CHOSEN, Chosen()).turn, "dark": st.context.theme.type == "dark"},
        default={"chosen": None},
        on_chosen_change=take,
        on_marked_change=mark,
    )  # fmt: skip


def _taken(article: str, told: object) -> Chosen:
    """What the browser says is chosen; it comes from outside and may be anything."""
    name, turn = (told.get("name"), told.get("turn")) if isinstance(told, Mapping) else (None, None)
    known = name if isinstance(name, str) and _PLACE.fullmatch(name) else ""
    return Chosen(article, known, int(turn) if isinstance(turn, int | float) else 0)


def _marked(key: str, whole: str, span: object) -> tuple[str, Span] | None:
    """The words under a span from the browser, made whole; it comes from outside and may be anything."""
    if not (isinstance(span, list) and len(span) == 2 and all(isinstance(edge, int | float) for edge in span)):
        return None
    words = whole_words(whole, int(span[0]), int(span[1]))
    return (key, words) if words else None


def _component() -> Callable[..., object]:
    html, css, js = ((_FOLDER / f"reader.{kind}").read_text(encoding="utf-8") for kind in ("html", "css", "js"))
    return st.components.v2.component("quellenlage_reader", html=html, css=css, js=js, isolate_styles=False)
