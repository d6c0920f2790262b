"""The fields in which a statement or hedge is corrected."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.known_entities import load_lexicon, rows_of_lists
from analysis.storage.correction import Kind
from analysis.storage.store import Store
from analysis.taxonomy import INSTITUTIONS
from dashboard import corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say

BLANK: dict[str, object] = {
    "entity": "-", "country": "-", "institution": "unknown", "naming": "none", "via": None, "via_kind": "relay",
    "type": "reported", "stance": "neutral", "withheld": False, "class": "modal", "holder": "author",
}  # fmt: skip
"""What is missed begins as this."""
_SUPRANATIONAL = ("-", "INT", "EU", "UN", "NATO")
_KNOWN, _NEAR = 200, 8
"""How many names of the corpus are offered, and how many of the lists that have the words typed."""


def changes(kind: Kind, key: str, row: Mapping[Any, object], store: Store) -> dict[str, object]:
    """Draw the fields with the values of ``row``; return the columns that the user changed, with the new values."""
    shown = {name: row[name] for name in BLANK if name in row}
    if not isinstance(shown.get("via"), str):
        shown |= {"via": "", "via_kind": "relay"}
    values = _hedge(key, shown) if kind == "hedge" else _statement(key, shown, store)
    return {name: value for name, value in values.items() if value != shown[name]}


def _hedge(key: str, row: Mapping[str, object]) -> dict[str, object]:
    return {
        "class": _pick(say("review.class"), f"{key}-class", labels.HEDGE_CLASS, row["class"]),
        "holder": _pick(say("review.holder"), f"{key}-holder", labels.HOLDER, row["holder"]),
    }


def _statement(key: str, row: Mapping[str, object], store: Store) -> dict[str, object]:
    entity = _name("entity", key, [str(row["entity"]), "-"], store, lambda: _follow(key))
    left, right = st.columns(2)
    with left:
        country = _pick(say("review.country"), f"{key}-country", _countries(), row["country"])
        naming = _pick(say("review.naming"), f"{key}-naming", labels.NAMING, row["naming"])
        kind = _pick(say("review.type"), f"{key}-type", labels.TYPE, row["type"])
    with right:
        institutions = {name: labels.INSTITUTION[name] for name in INSTITUTIONS}
        institution = _pick(say("review.institution"), f"{key}-institution", institutions, row["institution"])
        via = _name("via", key, [str(row["via"]), ""], store, lambda: None)
        via_kind = _pick(say("review.via_kind"), f"{key}-via-kind", labels.VIA_KIND, row["via_kind"])
        stance = _pick(say("review.stance"), f"{key}-stance", labels.STANCE, row["stance"])
    withheld = st.checkbox(say("review.withheld"), bool(row["withheld"]), key=f"{key}-withheld")
    return {
        "entity": entity or "-", "country": country, "institution": institution, "naming": naming, "via": via,
        "via_kind": via_kind, "type": kind, "stance": stance, "withheld": withheld,
    }  # fmt: skip


def _name(field: str, key: str, first: list[str], store: Store, follow: Callable[[], None]) -> str:
    """A name: one of the first, of the most frequent ones of the corpus, or typed; then those of the lists are near."""
    known = corpus.Corpus(store).values("statements", "entity", limit=_KNOWN)
    names, own = list(dict.fromkeys([*first, *known])), f"{key}-{field}"
    typed = [name for name in [st.session_state.get(own)] if name and name not in names]
    name = st.selectbox(
        say(f"review.{field}"), [*names, *typed], key=own, accept_new_options=True, on_change=follow,
        format_func=lambda name: name or say("review.nobody"), help=say(f"review.{field}_hint"),
    )  # fmt: skip
    # The lists have thousands of names: all of them as options took the browser longer than all else on the page.
    if typed and (near := _near(typed[0])):
        st.pills(say("review.in_lists"), near, key=f"{own}-listen", on_change=_take, args=(own, follow))
    return name or ""


def _take(own: str, follow: Callable[[], None]) -> None:
    """A name of the lists in place of what was typed."""
    st.session_state[own] = st.session_state[f"{own}-listen"]
    follow()


def _follow(key: str) -> None:
    """A source that the lists know brings its country and institution with it."""
    entry = load_lexicon().lookup(str(st.session_state[f"{key}-entity"] or ""))
    if entry is not None:
        st.session_state[f"{key}-country"] = entry.country
        st.session_state[f"{key}-institution"] = entry.institution
        st.session_state[f"{key}-naming"] = "named"


def _pick(label: str, key: str, names: Mapping[str, str], value: object) -> str:
    options = list(names) if value in names else [str(value), *names]
    return st.selectbox(label, options, options.index(str(value)), key=key, format_func=lambda v: names.get(v, v))


def _near(typed: str) -> list[str]:
    """Names of the lists for what was typed: the one that it means, then those that have these letters."""
    meant = load_lexicon().lookup(typed)
    having = [name for name in _listed() if typed.casefold() in name.casefold()]
    names = dict.fromkeys([meant.name, *having] if meant else having)
    return [name for name in names if name != typed][:_NEAR]


@st.cache_resource
def _listed() -> list[str]:
    return sorted(entry.name for entry, _, _ in rows_of_lists())


def _countries() -> dict[str, str]:
    none, many = say("review.no_country"), say("review.international")
    return {**dict(zip(_SUPRANATIONAL, (none, many, *_SUPRANATIONAL[2:]), strict=True)), **_states()}


@st.cache_resource
def _states() -> dict[str, str]:
    states = {code: f"{name} ({code})" for code, name in load_geography().states.items() if code not in _SUPRANATIONAL}
    return dict(sorted(states.items(), key=lambda item: item[1]))
