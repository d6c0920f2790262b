"""Every hit of the hedges as a list: cue, class, rule and sentence; each can be rejected, reclassed, or one added."""

import pandas as pd
import streamlit as st

from analysis.corrections.model import spans_from
from dashboard import labels, parts, review
from dashboard.corpus import Corpus
from dashboard.language import say

_SHOWN = 100
_COLUMNS = ["cue", "class", "holder", "rule", "sentence", "category", "outlet", "origin"]


def show(corpus: Corpus) -> None:
    """The list, a page at a time, and below it the form for the hit that is picked."""
    review.tell()
    st.subheader(say("review.hits"))
    number = corpus.number("hedges")
    st.caption(say("review.hits_told", n=labels.number(number)))
    pages = max(-(-number // _SHOWN), 1)
    page = st.number_input(say("review.page", pages=pages), 1, pages, key="treffer-seite") if pages > 1 else 1
    rows = corpus.rows("hedges", limit=_SHOWN, offset=_SHOWN * (page - 1))
    # Drawn anew once something was said, so that no row of the old list stays picked.
    turn = len(corpus.corrections())
    picked = parts.table(
        rows, "hedges", _COLUMNS, on_select="rerun", selection_mode="single-row", key=f"treffer-{page}-{turn}"
    )
    chosen = picked["selection"]["rows"]
    if chosen and chosen[0] < len(rows):
        _judge(corpus, rows.iloc[chosen[0]], turn)
    with st.expander(say("review.hits_add"), icon=":material/add:"):
        _add(corpus, turn)


def _judge(corpus: Corpus, row: "pd.Series[str]", turn: int) -> None:
    text = corpus.text(row["article"])
    shown, form = st.columns([3, 2], gap="large")
    with shown:
        st.html(review.context_html(text, spans_from(row["spans"])))
        if st.button(say("review.in_article"), icon=":material/article:"):
            review.go_to(row["article"], "hedge", row["hedge"])
    with form, st.container(border=True):
        name = review.who(corpus.store)
        review.judge(corpus.store, row["article"], text, "hedge", row, name, f"{row['article']}-{turn}")


def _add(corpus: Corpus, turn: int) -> None:
    listed = parts.listed(corpus, "treffer-artikel").set_index("article")
    key = st.selectbox(
        say("reader.article"), list(listed.index), key="treffer-artikel", index=None, placeholder=say("review.choose"),
        format_func=lambda key: parts.article_name(listed.loc[key]),
    )  # fmt: skip
    if key is not None:
        review.missed(corpus.store, key, corpus.text(key), f"treffer-{turn}", kinds=("hedge",))
