"""Pieces of the page of stories: which sources each outlet brings, and when each article appeared."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard.corpus import Corpus
from dashboard.i18n import labels
from dashboard.i18n.language import say

BESIDE = 8
"""Outlets of a story that are shown beside each other unless others are asked for."""


def beside(corpus: Corpus) -> tuple[Corpus, list[str]]:
    """The outlets of a story, and the corpus of them; of more than ``BESIDE`` those that the user chooses."""
    told = corpus.articles()["outlet"].fillna("")
    outlets = list(dict.fromkeys(told))
    if len(outlets) <= BESIDE:
        return corpus, outlets
    most = list(told.value_counts().index[:BESIDE])
    chosen = st.multiselect(
        say("story.beside"), outlets, most, key="medien-der-geschichte", max_selections=2 * BESIDE,
        help=say("story.beside_help", number=BESIDE),
    )  # fmt: skip
    outlets = chosen or most
    return corpus._replace(selection=replace(corpus.selection, outlets=tuple(outlets))), outlets


def listed(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles with outlet and title, instead of a key, in ``copy_of``."""
    names = {
        key: " · ".join(text for text in told if isinstance(text, str))
        for key, *told in articles[["article", "outlet", "title"]].itertuples(index=False)
    }
    copied = [names.get(key, say("story.elsewhere")) if isinstance(key, str) else None for key in articles["copy_of"]]
    return articles.assign(copy_of=pd.Series(copied, index=articles.index, dtype="str"))


def name(row: "pd.Series[str]") -> str:
    """A story in one line of a list: its first day, title and how many outlets tell it."""
    day = labels.day(row["first"]) if row["first"] else say("story.undated")
    return f"{day} · {row['title']} ({say('story.outlets', number=row['outlets'])})"
