"""How the statements of each group are presented: shares of stances, with and without a hedge."""

import pandas as pd

from analysis import measures
from analysis.storage.counts import Source, counts
from analysis.tables.selection import Selection
from dashboard.corpus import Corpus, cached_query
from dashboard.i18n import labels


def profiled(corpus: Corpus, by: str) -> pd.DataFrame:
    """``cells`` of the selection, cached: hundreds of intervals take a while."""
    return cached_query(corpus, _profiled, by)


def hedged_shares(corpus: Corpus, by: str) -> pd.DataFrame:
    """The share of statements with a hedge in every group that has a name."""
    counted = corpus.counts("statements", by, sums=("hedged",))
    return measures.proportion(counted[counted[by] != ""], "hedged", by)


def _profiled(source: Source, by: str, selection: Selection) -> pd.DataFrame:
    return cells(counts(source, "statements", [by, "stance", "hedged"], selection), by)


def cells(counted: pd.DataFrame, by: str) -> pd.DataFrame:
    """The certainty profile of every group that has a name, from counts by ``by``, stance and hedged."""
    return measures.certainty_profile(counted[counted[by] != ""], by)


def profile(cells: pd.DataFrame, by: str, hedged: bool) -> pd.DataFrame:
    """Of every group, largest first, the share that each stance has without (or with) a hedge; stances in order.

    Both halves have the same groups and stances, so that they can be read beside each other.
    """
    groups = cells.drop_duplicates(by).sort_values(["base", by], ascending=[False, True])[[by, "base", "small"]]
    stances = pd.DataFrame({"stance": [name for name in labels.STANCE if name in set(cells["stance"])]})
    half = cells[cells["hedged"] == hedged].drop(columns=["base", "small"])
    full = groups.merge(stances, how="cross").merge(half, how="left", on=[by, "stance"])
    return full.fillna({"n": 0, "share": 0.0, "articles": 0, "hedged": hedged}).astype(
        {"n": int, "articles": int, "hedged": bool}
    )
