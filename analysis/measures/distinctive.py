"""Which expressions set two selections apart: log-odds ratios with an informative Dirichlet prior, as z values.

After Monroe, Colaresi and Quinn, "Fightin' Words" (Political Analysis 16, 2008). The prior is how often an expression
stands in both selections together, so that rare ones need more to stand out. Statements are counted, not words: who
repeats a word within one statement says it once. Expressions are weighed against those of the same length.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.language.function_words import empty_words
from analysis.measures.bootstrap import Ints, floats
from analysis.measures.few import Few, few
from analysis.measures.groups import marked

PRIOR = 0.1
"""Weight of the prior: so much of what both selections have of each length."""
LIKELY = 1.96
"""A smaller z value may be chance."""
_COVERS = 0.75
"""Part of its statements that a longer expression must have to stand for a shorter one within it."""


class Base(NamedTuple):
    """How much of a selection was read: its statements, and the articles that they stand in."""

    statements: int
    articles: int


def distinctive(counts: pd.DataFrame, *bases: Base) -> pd.DataFrame:
    """How much more one selection uses each expression than the other.

    ``counts`` are those of ``analysis.storage.ngrams``; ``bases`` what was read of either selection. Columns: those of
    the counts, odds (log-odds ratio, above zero where left has more), low, high (its 95 % interval, from its variance),
    z, few (too little in a selection, or in only one article of the one that has more), small (so, or z under
    ``LIKELY``); the largest z first.
    """
    prior = PRIOR * (counts["left"] + counts["right"])
    logits, variance = [], np.zeros(len(counts))
    for side in ("left", "right"):
        having = floats(counts[side] + prior)
        whole = floats(counts[f"{side}_all"] + PRIOR * (counts["left_all"] + counts["right_all"]))
        # An expression that is the only one of its length sets nothing apart: no finite odds.
        others = np.where(whole > having, whole - having, np.nan)
        logits.append(np.log(having / others))
        variance += 1 / having
    odds, error = logits[0] - logits[1], np.sqrt(variance)
    ahead = np.where(odds > 0, counts["left_articles"], counts["right_articles"])
    found = counts.assign(odds=odds, low=odds - LIKELY * error, high=odds + LIKELY * error, z=odds / error)
    found = marked(found, _few(np.asarray(ahead), bases))
    found = found.assign(small=found["small"] | (found["z"].abs() < LIKELY)).dropna(subset=["z"])
    return found.sort_values(["z", "expression"], key=_strength, ascending=[False, True], ignore_index=True)


def _few(ahead: Ints, bases: Sequence[Base]) -> list[Few]:
    """Of what there is too little: the selection that has less is what counts."""
    statements, articles = (min(sizes) for sizes in zip(*bases, strict=True))
    return few(np.full(ahead.shape, statements), np.full(ahead.shape, articles), ahead)


def strongest(found: pd.DataFrame, most: int) -> pd.DataFrame:
    """At most so many expressions of each selection, those of left first, of ``distinctive``.

    What may not be chance comes before what may. A shorter expression gives way to a longer one that has most of its
    statements; of those that share a word only the strongest stays.
    """
    sides = ((found[found["z"] > 0], "left"), (found[found["z"] < 0], "right"))
    return pd.concat([_apart(side, name, most) for side, name in sides], ignore_index=True)


def _apart(side: pd.DataFrame, name: str, most: int) -> pd.DataFrame:
    empty = empty_words()
    side = side.sort_values("small", kind="stable").head(50 * most)
    padded, number = [f" {expression} " for expression in side["expression"]], side[name].to_numpy()
    kept: list[int] = []
    used: set[str] = set()
    for at in range(len(side)):
        words = set(padded[at].split()) - empty
        longer = (i for i in range(len(side)) if i != at and padded[at] in padded[i])
        if used.isdisjoint(words) and not any(number[i] >= _COVERS * number[at] for i in longer):
            kept.append(at)
            used |= words
        if len(kept) == most:
            break
    return side.iloc[kept]


def _strength(column: "pd.Series[float]") -> "pd.Series[float]":
    return column.abs() if column.name == "z" else column
