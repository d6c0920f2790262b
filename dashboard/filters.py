"""The filters in the sidebar: one corpus, one selection for every page, all of it in the address."""

from datetime import date

import streamlit as st

from analysis.store import Store
from analysis.tables.selection import Selection
from dashboard import corpus, labels

_URL = {"bind": "query-params"}


def choose_corpus() -> Store:
    """Let the user pick a corpus; the own one is offered even while it is empty."""
    if wish := st.session_state.pop("korpus-wunsch", None):
        st.session_state["korpus"] = wish
    name = st.sidebar.segmented_control(
        "Korpus", list(corpus.NAMES), default=corpus.DEMO, required=True, key="korpus",
        format_func=corpus.NAMES.__getitem__, **_URL,
    )  # fmt: skip
    return corpus.store_of(name or corpus.DEMO)


def choose_selection(store: Store) -> Selection:
    """Let the user narrow the corpus down; nothing chosen means everything."""
    with st.sidebar:
        outlets = _pick("Medium", "medium", corpus.options(store, "articles", "outlet"))
        start, end = _period(store)
        categories = _pick("Quellentyp", "quellentyp", _known(store, "category", labels.CATEGORY), labels.CATEGORY)
        types = _pick("Art der Wiedergabe", "art", _known(store, "type", labels.TYPE), labels.TYPE)
    return Selection(outlets=tuple(outlets), start=start, end=end, categories=tuple(categories), types=tuple(types))


def _known(store: Store, column: str, names: dict[str, str]) -> list[str]:
    """The values that occur, in the order of the taxonomy; then the user's own ones."""
    found = corpus.options(store, "statements", column)
    return [name for name in names if name in found] + [name for name in found if name not in names]


def _pick(label: str, key: str, values: list[str], names: dict[str, str] | None = None) -> list[str]:
    return st.multiselect(
        label, values, key=key, placeholder="alle", format_func=lambda v: (names or {}).get(v, v), **_URL
    )


def _period(store: Store) -> tuple[str | None, str | None]:
    days = sorted(day[:10] for day in corpus.options(store, "articles", "published"))
    if not days:
        return None, None
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    start = st.date_input("von", first, first, last, key="von", format="DD.MM.YYYY", **_URL)
    end = st.date_input("bis", last, first, last, key="bis", format="DD.MM.YYYY", **_URL)
    # The whole period is no filter: it must not drop articles without a date.
    return (start.isoformat() if start > first else None, end.isoformat() if end < last else None)
