"""Stories: articles about the same event, a few days apart at most.

Articles come in the order of their days. Each joins the story that it is most like, if one of the last days is like
enough, or opens a new one. Only the stories of the last days are held, so time and memory grow with the number of
articles, not with its square.
"""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from math import sqrt
from typing import NamedTuple

from analysis.stories.tfidf import Vector

DAYS = 4
"""A story without a new article for longer is over."""
ALIKE = 0.36
"""Least cosine of an article and the story it joins."""
SHARED = 3
"""Least number of terms that they share."""
_LEADING = 30
"""Only the heaviest terms of an article lead it to stories."""
_CROWDED = 400
"""A term of more open stories than this does not lead to any: too general."""


class DatedArticle(NamedTuple):
    """An article to be grouped: its key, its day (None where unknown), and its weighted terms."""

    key: str
    day: date | None
    vector: Vector


@dataclass
class _Story:
    key: str
    last: date | None
    sums: dict[str, float] = field(default_factory=dict)
    square: float = 0.0
    """The length of ``sums``, squared; kept up to date, as it is asked for much more often than it changes."""

    def add(self, vector: Vector) -> None:
        for term, weight in vector.items():
            before = self.sums.get(term, 0.0)
            self.sums[term] = before + weight
            self.square += weight * (2 * before + weight)


def stories(articles: Iterable[DatedArticle]) -> Iterator[tuple[str, str]]:
    """Every article with its story, named after the story's first article; in order of days, undated ones last.

    An article without a date joins only undated ones.
    """
    open_stories: dict[str, _Story] = {}
    index: dict[str, set[str]] = defaultdict(set)
    today: date | None = None
    for article in articles:
        if article.day != today:
            today = article.day
            _close(open_stories, index, today)
        story = _nearest(article, open_stories, index) or _Story(article.key, article.day)
        open_stories[story.key] = story
        story.last = article.day
        story.add(article.vector)
        for term in article.vector:
            index[term].add(story.key)
        yield article.key, story.key


def _nearest(article: DatedArticle, open_stories: dict[str, _Story], index: dict[str, set[str]]) -> _Story | None:
    leading = heapq.nlargest(_LEADING, article.vector, key=lambda term: article.vector[term])
    shared = Counter(key for term in leading if len(index[term]) <= _CROWDED for key in index[term])
    near = [(_likeness(article.vector, open_stories[key]), key) for key, number in shared.items() if number >= SHARED]
    likeness, key = max(near, default=(0.0, ""))
    return open_stories[key] if likeness >= ALIKE else None


def _likeness(vector: Vector, story: _Story) -> float:
    """The cosine of an article and the sum of a story's articles."""
    dot = sum(weight * story.sums.get(term, 0.0) for term, weight in vector.items())
    return dot / sqrt(story.square or 1.0)


def _close(open_stories: dict[str, _Story], index: dict[str, set[str]], today: date | None) -> None:
    """Forget the stories that are over on this day."""
    over = [s for s in open_stories.values() if s.last != today and (not s.last or not today or _apart(s.last, today))]
    for story in over:
        del open_stories[story.key]
        for term in story.sums:
            index[term].discard(story.key)


def _apart(last: date, today: date) -> bool:
    return (today - last).days > DAYS
