"""Whom a sentence is about: the persons, listed bodies and states that it names, by their canonical names."""

from collections.abc import Sequence

from analysis.model import Document
from analysis.sources.entities.index import ArticleEntities

_KINDS = ("person", "known", "country")
"""Figures with a name of their own; a role or a group ("die Behörde") may be anybody's."""


def named_in(document: Document, entities: ArticleEntities) -> Sequence[tuple[str, ...]]:
    """For each sentence the names in it, each once, in the order of the text; ``entities`` is the document's."""
    found: list[dict[str, None]] = [{} for _ in document.sentences]
    for mention in entities.mentions:
        entity = entities.entities[mention.number]
        source = entities.source(entity)
        if entity.reading.kind in _KINDS and source.naming == "named":
            found[mention.sentence][source.entity] = None
    return [tuple(names) for names in found]
