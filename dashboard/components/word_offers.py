"""Buttons beside what the analysis found: take a hedge or a reporting word away everywhere, or reclass it."""

import streamlit as st

from analysis.certainty.own_cues import OWN
from analysis.corrections.record import BY_HAND
from analysis.own_words.file import with_row
from analysis.own_words.rows import CLASSES, RULE, OwnWord
from dashboard.components import own_words
from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say


def is_found(rule: str) -> bool:
    """Whether it is a rule of the analysis, not of people or of the list itself."""
    return not rule.startswith(OWN) and rule != BY_HAND


def offer_hedge(whole: Corpus, rule: str, phrase: str, now: str) -> None:
    """Buttons that take all hedges of a rule away, or give them another class."""
    named = OwnWord("hedge", "remove", f"{RULE}{rule}")
    if is_found(rule) and not named.fault():
        offer(whole, named, phrase, now, CLASSES, "reclass")


def offer(whole: Corpus, row: OwnWord, phrase: str, now: str, values: tuple[str, ...], action: str) -> None:
    """Buttons for the word that the row names, which stands in the corpus as ``phrase`` and is ``now`` so classed."""
    said = {"hedge": labels.HEDGE_CLASS, "stance": labels.STANCE}[row.list]
    rows = own_words.of(whole.store).rows
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if st.button(say(f"words.drop_{row.list}", word=labels.plain(phrase)), icon=":material/block:",
                     key=f"streichen-{row.list}-{row.word}"):  # fmt: skip
            own_words.change(whole.store, with_row(rows, row), say("words.entered", word=labels.plain(phrase)))
        value = st.selectbox(say(f"words.value_{row.list}"), values, values.index(now) if now in values else 0,
                             key=f"umklassen-{row.list}-{row.word}", format_func=said.__getitem__,
                             width=280)  # fmt: skip
        if st.button(say(f"words.turn_{row.list}"), icon=":material/swap_horiz:", disabled=value == now,
                     key=f"aendern-{row.list}-{row.word}"):  # fmt: skip
            changed = OwnWord(row.list, action, row.word, value)
            own_words.change(whole.store, with_row(rows, changed), say("words.entered", word=labels.plain(phrase)))
