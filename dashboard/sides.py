"""Pieces of the compare page: what can be set side by side, and everything counted by side."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from html import escape
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.query import Where
from dashboard import labels, parts
from dashboard.corpus import Corpus
from dashboard.language import column, say


class Sides(NamedTuple):
    """What is compared: a corpus of nothing else, the column that tells the sides apart, and what charts call each."""

    corpus: Corpus
    by: str
    names: dict[str, str]

    def counts(self, table: str, *columns: str, **options: Any) -> pd.DataFrame:
        """Counts by these columns, ``by`` and the name of the side."""
        found = self.corpus.counts(table, self.by, *columns, **options)
        return found.assign(side=found[self.by].map(self.names).astype("str"))

    def where(self, picked: Mapping[str, object]) -> list[Where]:
        """The rows behind a mark that names a side."""
        keys = {name: key for key, name in self.names.items()}
        return [
            Where(self.by, (keys[str(value)],)) if name == "side" else Where(name, (value,))
            for name, value in picked.items()
        ]


def sides(corpus: Corpus, by: str, chosen: Sequence[str]) -> Sides:
    """The chosen outlets or articles as sides: an outlet is called by its name, an article by number and outlet."""
    name = "outlets" if by == "outlet" else "articles"
    narrow = corpus._replace(selection=replace(corpus.selection, **{name: tuple(chosen)}))
    if by == "outlet":
        return Sides(narrow, by, {name: name for name in chosen})
    outlets = narrow.articles(limit=len(chosen)).set_index("article")["outlet"].fillna(say("shared.no_outlet"))
    return Sides(narrow, by, {key: f"{number} · {outlets[key]}" for number, key in enumerate(chosen, start=1)})


def comparable(corpus: Corpus, by: str) -> dict[str, str]:
    """What can be compared, key to name, the largest or earliest first."""
    if by == "outlet":
        return {name: name for name in corpus.values("articles", "outlet")}
    return {str(row["article"]): parts.article_name(row) for _, row in parts.listed(corpus, f"auswahl-{by}").iterrows()}


def numbered(names: Iterable[str]) -> None:
    """The full names that the numbers of ``sides`` stand for."""
    st.html(f"<ol>{''.join(f'<li>{escape(name)}</li>' for name in names)}</ol>")


def presented(statements: pd.DataFrame) -> pd.DataFrame:
    """How each side presents its statements, from counts by side and stance: share of every stance that occurs."""
    profile = measures.shares(statements, "stance", within="side")
    order = {name: place for place, name in enumerate(labels.STANCE)}
    return profile.sort_values(["side", "stance"], key=lambda c: c.map(order) if c.name == "stance" else c)


def sources(statements: pd.DataFrame, sides: Sequence[str]) -> pd.DataFrame:
    """Sources that some side lacks, with the number of statements in each side; the ``parts.LISTED`` loudest first.

    ``statements`` are counts by entity, category and side.
    """
    named = statements[statements["entity"] != "-"]
    counted = named.pivot_table("rows", ["entity", "category"], "side", aggfunc="sum", fill_value=0)
    counted = counted.reindex(columns=list(sides), fill_value=0).astype("int64")
    lacking = counted[(counted == 0).any(axis=1)]
    lacking = lacking.loc[lacking.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    lacking = lacking.head(parts.LISTED).reset_index()
    lacking["category"] = [labels.say("category", value) for value in lacking["category"]]
    heads = {name: column(name) for name in ("entity", "category")}
    return lacking.rename(columns=heads).set_index(heads["entity"])
