"""The whole way from one text to its results, and the same for a stream of inputs."""

import logging
from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.certainty.hedges import find_hedges
from analysis.certainty.own_cues import apply_own
from analysis.certainty.stance.rate import rate_stance
from analysis.language.engine import Engine, load_engine
from analysis.language.mood import find_subjunctives
from analysis.language.plain import plain
from analysis.model import Article, ArticleResult, Document, Page, Statement
from analysis.reading.files import Unreadable
from analysis.reading.page.layout import lay_out, title_of
from analysis.sources.attribute import attribute
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.lexicons.terms_of_office import day_of
from analysis.statements.extract import find_statements
from analysis.tone.rate import rate_tone

log = logging.getLogger(__name__)


def analyse(article: Article, engine: Engine | None = None) -> ArticleResult:
    """Who says what, how certain and in which tone, in one article; by the own list of words that is followed now."""
    engine = engine or load_engine()
    text = plain(article.text)
    page = lay_out(text, article.title)
    article = complete(article, page)
    document = engine.tag(text, page.sections)
    statements = find_statements(document)
    document = replace(document, text=article.text)  # what people read keeps its own marks and lines
    entities = entities_of(article, document)
    statements = attribute(document, statements, entities, outlet=article.outlet)
    return result_of(article, document, rate_stance(document, statements), entities)


def entities_of(article: Article, document: Document) -> ArticleEntities:
    """Who and what the article names; offices are those held on its day."""
    return ArticleEntities(document, day_of(article.published, article.title), article.outlet, article.title)


def result_of(
    article: Article, document: Document, statements: tuple[Statement, ...], entities: ArticleEntities
) -> ArticleResult:
    """Everything that follows from an article's statements: whose the hedges are, and in whose voice the tone is."""
    sentences, tone = rate_tone(document, statements, entities)
    found = find_hedges(document, statements)
    hedges = apply_own(document, statements, found)
    return ArticleResult(
        article=article,
        document=document,
        statements=statements,
        hedges=hedges,
        subjunctives=find_subjunctives(document),
        sentences=sentences,
        tone=tone,
        dropped_rules=tuple(sorted({hedge.rule for hedge in found} - {hedge.rule for hedge in hedges})),
    )


def complete(article: Article, page: Page | None = None) -> Article:
    """The article with outlet and title filled in from its text where the input gave none."""
    if article.outlet and article.title:
        return article
    page = page or lay_out(article.text, article.title)
    return replace(article, outlet=article.outlet or page.outlet, title=article.title or title_of(article.text, page))


def analyse_all(
    inputs: Iterable[Article | Unreadable], engine: Engine | None = None
) -> Iterator[ArticleResult | Unreadable]:
    """The result of every article, in order; what could not be read or analysed passes through as such."""
    for item in inputs:
        if isinstance(item, Unreadable):
            yield item
            continue
        engine = engine or load_engine()  # without it no article can be analysed, which is not one article's failure
        try:
            yield analyse(item, engine)
        except Exception as error:  # one article must never cost the batch
            log.exception("analysis of %r failed", item.id)
            yield Unreadable(item.id, f"analysis failed: {type(error).__name__}: {error}", None)
