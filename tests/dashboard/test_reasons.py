"""Every sentence of the readers has its German."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import analysis
from analysis.reading.raw.encoding import binary_reason
from dashboard.i18n import reasons
from dashboard.i18n.language import speaking

READERS = Path(analysis.__file__).parent / "reading"


def sentences(source: str) -> Iterator[str]:
    """The English sentences that a module can say, "{}" for what they are filled with."""
    tree = ast.parse(source)
    statements = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if node in statements or node in parts:
            continue
        if isinstance(node, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if " " in text and (text[0].isupper() or text[0] in "“{") and text.endswith((".", "…")):
            yield text


def all_sentences() -> set[str]:
    return {text for path in READERS.rglob("*.py") for text in sentences(path.read_text(encoding="utf-8"))}


def test_every_sentence_is_translated() -> None:
    assert all_sentences() - reasons.table().keys() == set()


def test_no_sentence_is_translated_that_nobody_says() -> None:
    full = {english for english in reasons.table() if english.endswith((".", "…"))}
    assert full - all_sentences() == set()


def test_every_translation_has_the_same_holes() -> None:
    assert [english for english, german in reasons.table().items() if english.count("{}") != german.count("{}")] == []


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("The file is empty.", "Die Datei ist leer."),
        (
            "The row has 3 cells for 2 columns; put quotation marks around the text.",
            "Die Zeile hat 3 Zellen bei 2 Spalten; setzen Sie den Text in Anführungszeichen.",
        ),
        (
            "The row has no text; every article needs a field called text.",
            "Die Zeile hat keinen Text; jeder Artikel braucht ein Feld namens text.",
        ),
        (f"This is {binary_reason(b'%PDF-1')}.", "Das ist eine PDF-Datei; lassen Sie den Namen auf .pdf enden."),
        ("The text is not German: it reads as Dutch.", "Der Text ist nicht deutsch, sondern wohl niederländisch."),
        ("Nobody has ever said this.", "Nobody has ever said this."),
    ],
)
def test_sentences_in_german_and_as_they_are_in_english(english: str, german: str) -> None:
    with speaking("de"):
        assert reasons.said(english) == german
    with speaking("en"):
        assert reasons.said(english) == english


def test_marks_of_a_format_in_what_fills_a_hole_do_no_harm() -> None:
    with speaking("de"):
        assert reasons.said("The page could not be fetched ({0} {x}).") == "Die Seite ließ sich nicht holen ({0} {x})."
