"""How certain things are made to sound: hedges per 100 words and the certainty profile."""

from collections.abc import Sequence

import pandas as pd

from analysis.measures.bootstrap import floats
from analysis.measures.few import SMALL_WORDS
from analysis.measures.groups import group, ratios, shares


def certainty_profile(statements: pd.DataFrame, by: str = "category") -> pd.DataFrame:
    """How the statements of each group are presented: shares of stances, and of each how much is hedged.

    ``statements`` are counts by ``by`` and stance with the sum ``hedged`` (with at least one hedge). Columns: by,
    stance, n, base, share, low, high, articles, small, few, hedged_share (of the n of the cell; NaN where it has none).
    """
    found = shares(statements, "stance", within=by)
    sums = statements.groupby([by, "stance"])[["hedged", "rows"]].sum()
    hedged = (sums["hedged"] / sums["rows"]).rename("hedged_share").reset_index()
    return found.merge(hedged, on=[by, "stance"], how="left")


def hedge_rate(articles: pd.DataFrame, hedges: pd.DataFrame, by: str | Sequence[str] | None = None) -> pd.DataFrame:
    """Hedges per 100 words of whole texts, in all or by columns of either table (class, holder, outlet).

    Both are counts by those of the columns that they have, articles with the sum ``words``. Columns: [by …,] n
    (hedges), base (words, of which there must be ``SMALL_WORDS``), rate, low, high, articles, small, few. A column that
    articles have groups the words too; by any other, hedges are set against all words.
    """
    wanted = [by] if isinstance(by, str) else list(by or ())
    outer = [name for name in wanted if name in articles.columns]
    inner = [name for name in wanted if name not in outer]
    kept = ["unit", "words", "articles_words", *outer]
    grid = group(hedges, inner).values.merge(articles[kept], how="cross")
    keys = [*inner, "unit", *outer]
    counted = hedges.groupby(keys)["rows"].sum().reset_index() if len(hedges) else hedges[[*keys, "rows"]]
    above = grid[keys].merge(counted, how="left", on=keys)["rows"].fillna(0)
    return ratios(grid, wanted, floats(above), "words", "rate", 100.0, SMALL_WORDS)
