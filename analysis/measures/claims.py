"""Claims: near-identical statements of different outlets, and how certain each of them makes the claim sound.

A claim is put in two ways: as somebody's statement, or as a sentence of the author's own. Every wording stands
on a rung of one ladder, from a denial or rumour to a flat assertion.
"""

from collections.abc import Iterator

import pandas as pd

from analysis.measures.certainty_ladder import RUNGS
from analysis.stories.tfidf import Similarity, stems

DAYS = 4
"""Articles further apart do not tell the same story."""
ALIKE = 0.33
"""Least similarity of two wordings of one claim."""
_STORY, _UNDATED = 0.05, 0.2
"""Least similarity of two articles that tell the same story: of the same days, and where a date is missing."""
_SHARED = 2
"""Least number of different words that two wordings of one claim share."""


def claims(wordings: pd.DataFrame, least: float = ALIKE) -> pd.DataFrame:
    """The wordings (rows of ``wordings``) that say the same in at least two outlets, a few days apart at most.

    Columns: claim (number, the most widely told first), outlets (how many tell it), and those of ``wordings``; within
    a claim from the least certain wording to the most certain.
    """
    groups = sorted(_groups(wordings, least), key=lambda rows: (-wordings["outlet"].iloc[rows].nunique(), rows))
    pieces = [
        wordings.iloc[rows].assign(claim=number, outlets=wordings["outlet"].iloc[rows].nunique())
        for number, rows in enumerate(groups)
    ]
    ordered = pd.concat(pieces) if pieces else wordings.head(0).assign(claim=0, outlets=0)
    rank = {rung: place for place, rung in enumerate(RUNGS)}
    return ordered.sort_values(
        ["claim", "rung", "published"], key=lambda c: c.map(rank) if c.name == "rung" else c, ignore_index=True
    )


def _groups(wordings: pd.DataFrame, least: float) -> Iterator[list[int]]:
    """Rows that say the same: around the wording with most neighbours first, each row once."""
    neighbours = list(_neighbours(wordings, least))
    outlets = list(wordings["outlet"])
    taken: set[int] = set()
    for row in sorted(range(len(neighbours)), key=lambda row: -len(neighbours[row])):
        if row in taken:
            continue
        group = [row, *(other for other in neighbours[row] if other not in taken)]
        if len({outlets[other] for other in group}) > 1:
            taken.update(group)
            yield sorted(group)


def _neighbours(wordings: pd.DataFrame, least: float) -> Iterator[list[int]]:
    """For every wording those of other articles of its story that say the same."""
    alike = Similarity(list(wordings["core"]))
    words = [frozenset(stems(core)) for core in wordings["core"]]
    articles = list(wordings["article"])
    rows: dict[str, list[int]] = {}
    for row, article in enumerate(articles):
        rows.setdefault(article, []).append(row)
    related = _related(wordings)
    for row, own in enumerate(words):
        candidates = (other for article in related[articles[row]] for other in rows[article])
        shared = (other for other in candidates if len(words[other] & own) >= _SHARED)
        yield [other for other in shared if alike.between(row, other) >= least]


def _related(wordings: pd.DataFrame) -> dict[str, list[str]]:
    """Article key to the other articles that may tell its story: near in time, with rare words in common."""
    texts = wordings.groupby("article", sort=True)["sentence"].agg(" ".join)
    published = wordings.groupby("article", sort=True)["published"].first()
    days = list(pd.to_datetime(published.str[:10], errors="coerce"))
    keys, alike = [str(key) for key in texts.index], Similarity(list(texts))
    return {
        key: [
            keys[other]
            for other, limit in enumerate(_least(days[row], day) for day in days)
            if other != row and limit is not None and alike.between(row, other) >= limit
        ]
        for row, key in enumerate(keys)
    }


def _least(left: pd.Timestamp, right: pd.Timestamp) -> float | None:
    """How much alike articles of these days (NaT where unknown) must be to tell one story; None: too far apart."""
    if pd.isna(left) or pd.isna(right):
        return _UNDATED
    return _STORY if abs((left - right).days) <= DAYS else None
