"""Queries about stories: which the store holds, their articles, and which outlets bring which source."""

import pandas as pd

from analysis.model import NOBODY
from analysis.storage.conditions import Where, conditions
from analysis.storage.counts import Source
from analysis.tables.selection import EVERYTHING, Selection


def listed(source: Source, selection: Selection = EVERYTHING, *, search: str = "", limit: int = 200) -> pd.DataFrame:
    """At most ``limit`` stories, those that most outlets tell first: only what several selected outlets tell.

    Columns: story, title (of its first article), first and last (ISO days, "" where unknown), outlets, articles.
    ``search`` keeps those with a title that contains it, whatever the case.
    """
    where, values = conditions("articles", selection, "t.story IS NOT NULL")
    sql = (
        "SELECT story, coalesce(first(title ORDER BY published NULLS LAST, article), '') AS title, "
        "coalesce(left(min(published), 10), '') AS first, coalesce(left(max(published), 10), '') AS last, "
        "count(DISTINCT coalesce(outlet, '')) AS outlets, count(*) AS articles "
        f"FROM articles t {where} GROUP BY story HAVING count(DISTINCT coalesce(outlet, '')) > 1 "
        "AND bool_or(contains(lower(coalesce(title, '')), lower(?))) "
        "ORDER BY outlets DESC, articles DESC, first DESC, story LIMIT ?"
    )
    with source.reading() as connection:
        found: pd.DataFrame = connection.execute(sql, [*values, search, limit]).df()
    return found


def articles_of(source: Source, story: str, selection: Selection = EVERYTHING) -> list[str]:
    """The keys of the selected articles that tell a story, in order."""
    where, values = conditions("articles", selection, only=[Where("story", (story,))])
    with source.reading() as connection:
        found = connection.execute(f"SELECT article FROM articles t {where} ORDER BY 1", values).fetchall()
    return [str(key) for (key,) in found]


def left_out(counts: pd.DataFrame, outlets: list[str], most: int = 30) -> pd.DataFrame:
    """Every source of a story for every outlet, with its number of statements there: 0 where the outlet lacks it.

    ``counts`` are counts of statements by entity, category and outlet. The sources that most outlets bring come first,
    at most ``most``. Columns: entity, category, outlet, rows, told (number of outlets that bring the source).
    """
    named = counts[counts["entity"] != NOBODY.entity]
    cells = named.groupby(["entity", "outlet"], as_index=False)["rows"].sum()
    order = cells.groupby("entity")["rows"].agg(told="count", total="sum")
    order = order.sort_values(["told", "total"], ascending=False, kind="stable").head(most)
    grid = pd.MultiIndex.from_product([order.index, outlets], names=["entity", "outlet"])
    full: pd.DataFrame = cells.set_index(["entity", "outlet"])["rows"].reindex(grid, fill_value=0).reset_index()
    category = named.sort_values("rows", ascending=False).drop_duplicates("entity").set_index("entity")["category"]
    return full.assign(category=full["entity"].map(category), told=full["entity"].map(order["told"]))
