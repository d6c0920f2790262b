"""Who speaks in short articles of all desks: country and institution of each speaker (articles.tsv)."""

from pathlib import Path

import pytest

from analysis.language.engine import load_engine
from analysis.model import Source, Statement
from analysis.reading.page.layout import lay_out
from analysis.sources.attribute import attribute
from analysis.sources.entities.index import ArticleEntities

LINES = (Path(__file__).parent / "articles.tsv").read_text(encoding="utf-8").splitlines()
ARTICLES = [line.split("\t") for line in LINES if line and not line.startswith("#")][1:]


def source(outlet: str, marked: str) -> Source:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    document = load_engine().tag(text, lay_out(text, None).sections)
    said = (end, len(text)) if end < len(text) - 3 else (0, start)
    statement = Statement("0", "indirect", "body", quote=(said,), speaker=((start, end),))
    told = attribute(document, (statement,), ArticleEntities(document, "", outlet or None), outlet=outlet or None)
    assert told[0].source is not None
    return told[0].source


@pytest.mark.parametrize("institution", sorted({row[2] for row in ARTICLES}))
def test_every_speaker_speaks_for_their_country_and_institution(institution: str) -> None:
    wrong = {}
    for outlet, country, own, text in ARTICLES:
        if own == institution:
            told = source(outlet, text)
            if (told.country, told.institution) != (country, own):
                wrong[text] = (told.country, told.institution)
    assert not wrong
