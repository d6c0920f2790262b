"""The two sides that were last compared, for the report: they hold as long as corpus and filters stay the same."""

from collections.abc import Sequence

import streamlit as st

from analysis.tables.selection import Selection
from dashboard.corpus import Corpus

_KEY = "verglichen"
Named = Sequence[tuple[str, Selection]]


def remember(corpus: Corpus, sides: Named) -> None:
    """Keep what is compared, names and selections."""
    st.session_state[_KEY] = (_stamp(corpus), tuple(sides))


def remembered(corpus: Corpus) -> Named:
    """What was compared of this corpus, as it is selected; nothing where it was not."""
    stamp, sides = st.session_state.get(_KEY, (None, ()))
    return sides if stamp == _stamp(corpus) else ()


def _stamp(corpus: Corpus) -> tuple[str, Selection]:
    return str(corpus.store.path), corpus.selection
