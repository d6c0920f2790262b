"""What the analysis found in the corpus, to pick from: hedges by their rule, reporting words by their stance."""

import pandas as pd
import streamlit as st

from analysis.language.base_forms import base_form, joined
from analysis.language.lemmas import lemma
from analysis.own_words.rows import STANCES, OwnWord
from dashboard.components import own_words, word_offers
from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say

_AUXILIARIES = frozenset(("haben", "sein", "werden"))
_LONGEST = 3
"""Words of a cue that are listed."""


def show(corpus: Corpus) -> None:
    """Two lists to pick from, one of hedges and one of reporting words."""
    st.caption(say("words.pick_told"))
    hedges, stances = st.tabs([say("words.list_hedge"), say("words.list_stance")])
    whole = Corpus(corpus.store)
    with hedges:
        _hedges(whole)
    with stances:
        _stances(whole)


def _hedges(whole: Corpus) -> None:
    found = whole.counts("phrased", "rule", "phrase", "class", unit="none")
    found = (
        found[found["rule"].map(word_offers.is_found).astype(bool)]
        .sort_values(["rows", "rule"], ascending=[False, True])
        .reset_index(drop=True)
    )
    row = _picked(found, ["phrase", "class", "rows", "rule"], "hedge", own_words.of(whole.store).key)
    if row is not None:
        word_offers.offer_hedge(whole, str(row["rule"]), str(row["phrase"]), str(row["class"]))


def _stances(whole: Corpus) -> None:
    counted = whole.counts("statements", "cue", "stance", unit="none")
    counted["word"] = [_verb(str(cue)) for cue in counted["cue"]]
    found = counted[counted["word"] != ""].groupby(["word", "stance"])[["rows"]].sum().reset_index()
    found = found.sort_values(["rows", "word"], ascending=[False, True]).reset_index(drop=True)
    row = _picked(found, ["word", "stance", "rows"], "stance", own_words.of(whole.store).key)
    if row is not None:
        named = OwnWord("stance", "remove", str(row["word"]))
        if not named.fault():
            word_offers.offer(whole, named, str(row["word"]), str(row["stance"]), STANCES, "add")


def _verb(cue: str) -> str:
    """The word that a cue is known by; "" for long ones."""
    words = [word for word in cue.replace("…", " ").split() if lemma(word.lower(), "VAFIN") not in _AUXILIARIES]
    if not words or len(words) > _LONGEST or not all(word.isalpha() for word in words):
        return ""
    return base_form(words[0]) if len(words) == 1 else joined(" ".join(words))


def _picked(found: pd.DataFrame, columns: list[str], of: str, stand: str) -> "pd.Series[str] | None":
    """The row that is picked; ``stand`` is the list's key, so that a changed list has no row of the old one picked."""
    if found.empty:
        st.info(say("words.nothing_found"), icon=":material/inbox:")
        return None
    values = {"class": labels.HEDGE_CLASS, "stance": labels.STANCE}
    shown = found[columns].copy()
    for name in values.keys() & set(columns):
        shown[name] = [values[name][str(value)] for value in shown[name]]
    picked = st.dataframe(
        shown.rename(columns={name: say(f"words.column_{name}") for name in columns}), hide_index=True,
        width="stretch", height=300, on_select="rerun", selection_mode="single-row", key=f"wahl-{of}-{stand}",
    )  # fmt: skip
    chosen = picked["selection"]["rows"]
    return found.iloc[chosen[0]] if chosen and chosen[0] < len(found) else None
