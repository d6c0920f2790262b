"""A text as long as an archive costs no more per word than a short one: no station may look at everything twice."""

import time
from itertools import product

from analysis.certainty.hedges import find_hedges
from analysis.language.engine import load_engine
from analysis.model import Article, ArticleResult
from analysis.reading.page.layout import lay_out
from analysis.sources.attribute import attribute
from analysis.sources.entities.index import ArticleEntities
from analysis.statements.extract import find_statements
from analysis.tables.frames import frames
from analysis.tone.rate import rate_tone

ROUNDS = 6
FIRST = "Anna Bruno Clara David Elena Frank Greta Henri Ida Jonas Klara Lars".split()
PARTS = ("Bal Dor Fen Gor Hal Kem Lum Mar", "a e i o u", "beck dorf hoff lind mann tal")
LAST = ["".join(parts) for parts in product(*map(str.split, PARTS))]


def archive(size: int) -> str:
    """So many short articles in one text, each with a person and a firm of its own."""
    return "\n\n".join(
        f"Ministerin {FIRST[n % len(FIRST)]} {LAST[n % len(LAST)]}{n // len(LAST) * 'er'} sagte am Montag, das Werk "
        f"könnte bald schließen. Sie habe mit der Firma {LAST[-n % len(LAST)]} AG gesprochen. Ein Sprecher des "
        f"Konzerns wies das zurück: „Wir bleiben.“ {LAST[n % len(LAST)]} forderte, die Behörde solle offenbar prüfen."
        for n in range(size)
    )


def seconds(size: int) -> float:
    """Processor seconds from the tagged text to tables; tagging goes sentence by sentence and would hide the rest."""
    text = archive(size)
    document = load_engine().tag(text, lay_out(text).sections)
    begin = time.process_time()
    entities = ArticleEntities(document)
    statements = attribute(document, find_statements(document), entities)
    hedges = find_hedges(document, statements)
    sentences, tone = rate_tone(document, statements, entities)
    result = ArticleResult(Article("archive", text), document, statements, hedges, (), sentences, tone)
    tables = frames([result])
    spent = time.process_time() - begin
    assert len(tables["statements"]) > 2 * size
    assert tables["statements"]["hedges"].sum() == tables["hedges"]["statement"].notna().sum() > 0
    return spent


def test_time_grows_no_faster_than_the_text() -> None:
    seconds(20)  # lexicons and models are loaded now
    # A busy machine makes one of two times longer, now this one and now that; what grows too fast does so every time.
    assert any(seconds(480) < 1.25 * 8 * seconds(60) for _ in range(ROUNDS))
