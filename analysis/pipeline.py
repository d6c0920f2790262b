"""The whole way from one text to its results."""

from dataclasses import replace

from analysis.certainty.hedges import find_hedges
from analysis.certainty.mood import find_subjunctives
from analysis.certainty.stance import rate_stance
from analysis.language.engine import Engine, load_engine
from analysis.model import Article, ArticleResult
from analysis.reading.page import lay_out
from analysis.sources.attribute import attribute
from analysis.statements.extract import find_statements
from analysis.tone.rate import rate_tone


def analyse(article: Article, engine: Engine | None = None) -> ArticleResult:
    """Who says what, how certain and in which tone, in one article."""
    engine = engine or load_engine()
    page = lay_out(article.text)
    document = engine.tag(article.text, page.sections)
    statements = find_statements(document)
    statements = attribute(document, statements, outlet=article.outlet or page.outlet)
    statements = rate_stance(document, statements)
    hedges = find_hedges(document, statements)
    sentences, tone = rate_tone(document, statements)
    return ArticleResult(
        article=article if article.outlet else replace(article, outlet=page.outlet),
        document=document,
        statements=statements,
        hedges=hedges,
        subjunctives=find_subjunctives(document),
        sentences=sentences,
        tone=tone,
    )
