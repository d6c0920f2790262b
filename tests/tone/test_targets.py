import pytest

from analysis.sources.entities.index import ArticleEntities
from analysis.tone.targets import named_in
from tests.factories import tagged

TEXT = (
    "Bundeskanzlerin Angela Merkel traf den russischen Präsidenten Wladimir Putin. "
    "Merkel lobte die Gespräche mit Russland. Die Behörde schwieg."
)


def test_names_are_canonical_and_once_per_sentence() -> None:
    document = tagged(TEXT)
    first, second, third = named_in(document, ArticleEntities(document))
    assert {"Angela Merkel", "Wladimir Putin"} <= set(first)
    assert "Angela Merkel" in second
    assert "Russland" in second
    assert third == ()


@pytest.mark.parametrize("text", ["", "   ", "Kurz."])
def test_texts_without_names(text: str) -> None:
    document = tagged(text)
    assert all(names == () for names in named_in(document, ArticleEntities(document)))
