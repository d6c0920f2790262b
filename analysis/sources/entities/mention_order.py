"""The mentions before and around a place of an article, and whom they name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from analysis.sources.entities.entity import Entity, EntityMention
from analysis.sources.entities.index import ArticleEntities

REACH = 4
"""Sentences back in which somebody still counts as named just before."""
_MEMORY = 1000
"""Mentions before and after a place that count; no article has as many, but many articles in one text do."""


class MentionOrder:
    """Looks up the mentions of an article by their place in it; places are characters of the text."""

    def __init__(self, article: ArticleEntities) -> None:
        self._article = article

    def _before(self, at: int) -> Iterator[Entity]:
        """The figures that appear before a character, the nearest first."""
        return self._entities_of(self._back(at))

    def _back(self, at: int) -> Iterator[EntityMention]:
        end = bisect_left(self._article.mentions, at, key=_place)
        return (self._article.mentions[i] for i in range(end - 1, max(end - 1 - _MEMORY, -1), -1))

    def _around(self, at: int) -> list[EntityMention]:
        """What appears before and after a character, in the order of the cast."""
        middle = bisect_left(self._article.mentions, at, key=_place)
        near = self._article.mentions[max(middle - _MEMORY, 0) : middle + _MEMORY]
        return sorted(near, key=lambda mention: mention.number)

    def _entities_of(self, mentions: Iterable[EntityMention]) -> Iterator[Entity]:
        seen: set[int] = set()
        for mention in mentions:
            if mention.number not in seen:
                seen.add(mention.number)
                yield self._article.entities[mention.number]

    def _near(self, index: int, at: int) -> bool:
        """Whether an entity is named in the sentence of a character or shortly before it."""
        here = self._sentence_of(at)
        for mention in self._back(at):
            if mention.sentence < here - REACH:
                return False
            if mention.number == index:
                return True
        return False

    def _sentence_of(self, at: int) -> int:
        before = bisect_right(self._article.mentions, at, key=_place)
        return self._article.mentions[before - 1].sentence if before else 0


def _place(mention: EntityMention) -> int:
    return mention.at
