"""Gives every statement its source: what its speaker's words and the article mean by rules, then by learned weights."""

from dataclasses import replace

from analysis.model import NOBODY, Document, Source, Spans, Statement, Via
from analysis.sources.article_sources import ArticleSources
from analysis.sources.confidence import confidence
from analysis.sources.entities.coreference import Resolver
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.entities.one_type import one_type
from analysis.sources.entities.relays import names_of
from analysis.sources.institution.evidence import Evidence
from analysis.sources.institution.model import Case
from analysis.sources.institution.typing import listed, typed


def attribute(
    document: Document,
    statements: tuple[Statement, ...],
    entities: ArticleEntities,
    *,
    outlet: str | None = None,
    resolver: type[Resolver] = Resolver,
) -> tuple[Statement, ...]:
    """The statements with ``source`` set, and ``via`` where a medium relays them or was told.

    ``entities`` is made of the same document. ``outlet`` is who publishes: it is no via of its own. A statement whose
    speaker nobody names gets the source of nobody (entity "-", naming "none"). ``resolver`` tells whom pronouns mean;
    training puts one in its place that notes what it was asked.
    """
    found = by_rules(document, statements, entities, outlet=outlet, resolver=resolver)
    return typed(found)


def by_rules(
    document: Document,
    statements: tuple[Statement, ...],
    entities: ArticleEntities,
    *,
    outlet: str | None = None,
    resolver: type[Resolver] = Resolver,
) -> list[tuple[Statement, Case]]:
    """The statements with the sources that rules alone give them, and what the learned weights read of each."""
    if not statements:
        return []
    article = ArticleSources(document, statements, entities, resolver)
    own = names_of(outlet)
    found: dict[int, tuple[Source, Via | None]] = {}
    known: dict[Spans, Source] = {}
    for place in sorted(range(len(statements)), key=lambda i: _position(statements[i])):
        statement = statements[place]
        source = known.get(statement.speaker) if statement.speaker else None
        if source is None:
            source = article.source(statement)
            known[statement.speaker] = source
        article.resolver.heard(source)
        found[place] = article.relayed(statement, source, own)
    better = one_type(entities, [source for source, _ in found.values()])
    words = Evidence(document, entities.title)
    told = []
    for place, statement in enumerate(statements):
        source, via = found[place]
        source = better.get(source, source)
        known_by = article.evidence(statement, source)
        source = replace(source, confidence=confidence(known_by))
        read = () if listed(known_by) else words.of(statement, source)
        case = Case(read, source.institution, source.naming, known_by, source.country == entities.country)
        told.append((replace(statement, source=source, via=via), case))
    return told


def evidence_of(document: Document, statements: tuple[Statement, ...], entities: ArticleEntities) -> list[str]:
    """The kind of evidence behind the source of each attributed statement."""
    article = ArticleSources(document, statements, entities)
    return [article.evidence(statement, statement.source or NOBODY) for statement in statements]


def _position(statement: Statement) -> int:
    """Where the statement stands for the order in which sources speak."""
    return (statement.frame or statement.quote or statement.speaker or ((0, 0),))[0][0]
