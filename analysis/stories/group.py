"""The columns ``copy_of`` and ``story`` of a store's articles, worked out from all its texts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from analysis.storage.store import Store
from analysis.stories.clusters import DatedArticle, stories
from analysis.stories.near_duplicates import Text, copies
from analysis.stories.tfidf import Rarity, terms

_CHUNK = 2000
SHARE = 0.01
"""A batch that adds less than this to a large store is not worth grouping it all anew."""
LARGE = 2_000


class Grouped(NamedTuple):
    """How many articles are copies of others, and how many stories there are of more than one article."""

    copies: int
    stories: int


def is_due(store: Store, added: int) -> bool:
    """Whether a run over so many articles is reason enough to group the whole store again."""
    return added > 0 and (store.count("articles") <= LARGE or added >= SHARE * store.count("articles"))


def group(store: Store) -> Grouped:
    """Find the copies and stories among all articles of the store, and keep them in it."""
    keys = _in_order(store)
    frequency: Counter[str] = Counter()
    copied = copies(_counting(store, keys, frequency))
    rarity = Rarity(frequency, len(keys))
    dated = (
        DatedArticle(key, _day(day), rarity.vector(terms(title, text))) for key, day, title, text in _read(store, keys)
    )
    story = dict(stories(dated))
    size_of = Counter(story.values())
    several = {key: name for key, name in story.items() if size_of[name] > 1}
    store.mark(
        pd.DataFrame(
            {"article": keys, "copy_of": [copied.get(k) for k in keys], "story": [several.get(k) for k in keys]},
            dtype="str",
        )
    )
    return Grouped(len(copied), len(set(several.values())))


def _in_order(store: Store) -> list[str]:
    """The keys of all articles by day, undated ones last."""
    with store.reading() as connection:
        found = connection.execute(
            "SELECT article FROM articles ORDER BY left(published, 10) NULLS LAST, published, article"
        ).fetchall()
    return [str(key) for (key,) in found]


def _read(store: Store, keys: Sequence[str]) -> Iterator[tuple[str, str | None, str | None, str]]:
    """Key, day, title and text of the articles, so many at a time, so that a writer gets its turn between."""
    for first in range(0, len(keys), _CHUNK):
        chunk = keys[first : first + _CHUNK]
        with store.reading() as connection:
            rows = connection.execute(
                "SELECT article, left(published, 10), title, text FROM articles WHERE article = ANY(?)", [chunk]
            ).fetchall()
        found = {row[0]: row for row in rows}
        yield from (found[key] for key in chunk if key in found)


def _counting(store: Store, keys: Sequence[str], frequency: Counter[str]) -> Iterator[Text]:
    """The texts of the articles; their terms are counted on the way."""
    for key, day, title, text in _read(store, keys):
        frequency.update(terms(title, text).keys())
        yield Text(key, _day(day), text)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
