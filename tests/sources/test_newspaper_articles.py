"""Who speaks in short articles of all desks: country and institution of each speaker by the rules (articles.tsv)."""

from pathlib import Path

import pytest

from analysis.language.engine import load_engine
from analysis.model import Source, Statement
from analysis.reading.page.layout import lay_out
from analysis.sources.attribute import by_rules
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.institution.typing import typed

LINES = (Path(__file__).parent / "articles.tsv").read_text(encoding="utf-8").splitlines()
ARTICLES = [line.split("\t") for line in LINES if line and not line.startswith("#")][1:]


def sources(outlet: str, marked: str) -> tuple[Source, Source]:
    """Of the speaker in brackets the source that the rules tell, and the one that the learned weights make of it."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    document = load_engine().tag(text, lay_out(text, None).sections)
    said = (end, len(text)) if end < len(text) - 3 else (0, start)
    statement = Statement("0", "indirect", "body", quote=(said,), speaker=((start, end),))
    found = by_rules(document, (statement,), ArticleEntities(document, "", outlet or None), outlet=outlet or None)
    rules, learned = found[0][0].source, typed(found)[0].source
    assert rules is not None
    assert learned is not None
    return rules, learned


@pytest.mark.parametrize("institution", sorted({row[2] for row in ARTICLES}))
def test_every_speaker_speaks_for_their_country_and_institution(institution: str) -> None:
    wrong = {}
    for outlet, country, own, text in ARTICLES:
        if own == institution:
            told, _ = sources(outlet, text)
            if (told.country, told.institution) != (country, own):
                wrong[text] = (told.country, told.institution)
    assert not wrong


def test_the_learned_weights_leave_right_what_the_rules_tell_right() -> None:
    told = [(sources(outlet, text)[1].institution, own) for outlet, _, own, text in ARTICLES]
    assert sum(found == own for found, own in told) > 0.97 * len(told)
