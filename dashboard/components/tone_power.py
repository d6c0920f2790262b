"""What the tone of groups of a given size can tell apart, in words and as a table."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis.export.benchmark_figures import tone_error
from analysis.measures.tone_power import detectable, power_table, visible
from dashboard.i18n import labels
from dashboard.i18n.language import say

PER_ARTICLE = 5.0
"""Sentences of a group in an article where no selection tells."""
_LARGEST = 2.0
"""What a balance can differ by at most."""


class Groups(NamedTuple):
    """Two groups that are compared: sentences of the smaller one, and how many of them stand in one article."""

    sentences: int
    per_article: float


def show(balance: pd.DataFrame) -> None:
    """Say below a chart of balances on one scale what groups of these and other sizes can tell apart."""
    groups = compared(balance)
    if groups:
        st.markdown(f"{told(groups)} {say('power.two')}")
    per_article = groups.per_article if groups else PER_ARTICLE
    with st.expander(say("power.title"), icon=":material/difference:"):
        st.caption(say("power.caption", per_article=labels.number(per_article, 1)))
        st.dataframe(table(per_article), hide_index=True, width="stretch", height="content")
        st.caption(basis())


def compared(balance: pd.DataFrame) -> Groups | None:
    """The two largest groups of balances on one scale (n, articles); None where there are not two."""
    two = balance.nlargest(2, "n")
    if len(two) < 2:
        return None
    smaller = two.iloc[1]
    return Groups(int(smaller["n"]), float(smaller["n"] / max(smaller["articles"], 1)))


def told(groups: Groups) -> str:
    """By how much two groups of this size must differ in balance, as charts show it and as coders would find it."""
    error = tone_error().error
    seen = visible(error, *groups, "balance")
    return say(
        "power.told",
        sentences=labels.number(groups.sentences),
        per_article=labels.number(groups.per_article, 1),
        seen=_within(seen, _LARGEST),
        true=_within(detectable(error, *groups, "balance"), _LARGEST),
    )


def table(per_article: float = PER_ARTICLE) -> pd.DataFrame:
    """What groups from 100 to 5,000 sentences can tell apart, in words of the language spoken."""
    rows = power_table(tone_error().error, per_article)
    points = rows["negative"].map(
        lambda share: say("format.points", value=labels.number(100 * share)) if share < 1 else say("power.none")
    )
    return pd.DataFrame({
        say("power.sentences"): rows["sentences"].map(labels.number),
        say("power.articles"): rows["articles"].map(labels.number),
        say("power.balance_shown"): rows["balance_shown"].map(lambda gap: _within(gap, _LARGEST)),
        say("power.balance"): rows["balance"].map(lambda gap: _within(gap, _LARGEST)),
        say("power.negative"): points,
        say("power.mean"): rows["mean"].map(lambda gap: labels.number(gap, 2)),
    })  # fmt: skip


def basis() -> str:
    """From what the figures come, and how much of a true difference shows."""
    found = tone_error()
    return say(
        "power.basis",
        n=labels.number(found.n),
        day=labels.day(found.date),
        shown=labels.percent(found.error.shown("balance")),
    )


def _within(gap: float, largest: float) -> str:
    return labels.number(gap, 2) if gap < largest else say("power.none")
