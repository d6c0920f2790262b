"""How the statements of each group are presented: shares of stances, and the share with a hedge."""

import pandas as pd

from analysis import measures
from analysis.storage.counts import Source, counts
from analysis.tables.selection import Selection
from dashboard.corpus import Corpus, cached_query, measured


def profiled(corpus: Corpus, by: str) -> pd.DataFrame:
    """``profile`` of the selection, cached: hundreds of intervals take a while."""
    return cached_query(corpus, _profiled, by)


def hedged_shares(corpus: Corpus, by: str) -> pd.DataFrame:
    """The share of statements with a hedge in every group that has a name, the largest group first."""
    counted = corpus.counts("statements", by, sums=("hedged",))
    return _largest_first(measured(measures.proportion, counted[counted[by] != ""], "hedged", by), by)


def _profiled(source: Source, by: str, selection: Selection) -> pd.DataFrame:
    return profile(counts(source, "statements", [by, "stance"], selection, sums=["hedged"]), by)


def profile(counted: pd.DataFrame, by: str) -> pd.DataFrame:
    """The certainty profile of every group that has a name, the largest first, from counts by ``by`` and stance."""
    return _largest_first(measures.certainty_profile(counted[counted[by] != ""], by), by)


def _largest_first(frame: pd.DataFrame, by: str) -> pd.DataFrame:
    return frame.sort_values(["base", by], ascending=[False, True], kind="stable", ignore_index=True)
