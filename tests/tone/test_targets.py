import pytest

from analysis.language.engine import load_engine
from analysis.model import Section
from analysis.sources.entities.index import ArticleEntities
from analysis.tone.targets import named_in

TEXT = (
    "Bundeskanzlerin Angela Merkel traf den russischen Präsidenten Wladimir Putin. "
    "Merkel lobte die Gespräche mit Russland. Die Behörde schwieg."
)


def test_names_are_canonical_and_once_per_sentence() -> None:
    document = load_engine().tag(TEXT, [Section("body", 0, len(TEXT))])
    first, second, third = named_in(document, ArticleEntities(document))
    assert {"Angela Merkel", "Wladimir Putin"} <= set(first)
    assert "Angela Merkel" in second
    assert "Russland" in second
    assert third == ()


@pytest.mark.parametrize("text", ["", "   ", "Kurz."])
def test_texts_without_names(text: str) -> None:
    document = load_engine().tag(text, [Section("body", 0, len(text))])
    assert all(names == () for names in named_in(document, ArticleEntities(document)))
