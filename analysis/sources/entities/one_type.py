"""Gives a person one type throughout an article, whatever the words beside each of their statements say."""

from collections import Counter, defaultdict

from analysis.model import Source
from analysis.sources.entities.index import ArticleEntities

_TELLS_LITTLE = {"citizen", "unknown"}


def one_type(entities: ArticleEntities, sources: list[Source]) -> dict[Source, Source]:
    """For every source of a person whom the article shows as two types, the source with the better one.

    A type that tells more than "citizen" wins over it, then the more frequent one, then the first.
    """
    types: dict[str, Counter[Source]] = defaultdict(Counter)
    for source in sources:
        if source.naming == "named" and source.entity != "-":
            types[source.entity][source] += 1
    better: dict[Source, Source] = {}
    for entity, counted in types.items():
        if len(counted) > 1 and entities.find_person(entity) is not None:
            best = max(counted, key=lambda source: (source.institution not in _TELLS_LITTLE, counted[source]))
            better.update(dict.fromkeys(counted, best))
    return better
