"""Quotations that a page marks by its elements are read as what somebody said."""

import pytest

from analysis import pipeline
from analysis.model import Article
from analysis.reading.parsers.html import read_html
from analysis.reading.parsers.markup import text_of

NEWS = "<p>Der Rat der Stadt hat am Montag mehrere Stunden lang über die Kosten des alten Hafens beraten.</p>"


def who_said(text: str) -> list[tuple[str, str | None]]:
    result = pipeline.analyse(Article("x", text))
    return [("".join(text[start:end] for start, end in s.quote), s.source.entity) for s in result.statements]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<blockquote><p>„Wir schließen die Halle.“</p><footer>Karla Voss, Bürgermeisterin</footer></blockquote>",
         [("Wir schließen die Halle.", "Karla Voss")]),
        ("<blockquote><p>Wir bauen im Sommer weiter.</p><cite>– Inga Holm</cite></blockquote>",
         [("Wir bauen im Sommer weiter.", "Inga Holm")]),
        ('<div class="zitat"><p>„Ein Neubau kommt nicht.“</p><p class="zitat-autor">Karla Voss</p></div>',
         [("Ein Neubau kommt nicht.", "Karla Voss")]),
        ("<p><q>Das ist ein Fehler</q>, sagte Sprecher Jan Kuhl.</p>", [("Das ist ein Fehler", "Jan Kuhl")]),
    ],
)  # fmt: skip
def test_quote_elements_are_statements(markup: str, said: list[tuple[str, str]]) -> None:
    other = NEWS.replace("Montag", "Dienstag")
    article = read_html("x", f"<html><body><article><h1>Hafen</h1>{NEWS}{markup}{other}</article></body></html>")
    assert isinstance(article, Article)
    assert who_said(article.text) == said
    assert who_said(text_of(NEWS + markup)) == said


@pytest.mark.parametrize(
    "markup",
    [
        "<blockquote><p>Nur ein eingerückter Absatz.</p></blockquote>",
        '<blockquote class="twitter-tweet"><p>Ein Tweet</p><cite>Ida (@ida)</cite></blockquote>',
        '<figure class="bild"><figcaption>Foto: Ida Kern</figcaption></figure>',
        f"<blockquote><p>Worte.</p><footer>{'lang ' * 40}</footer></blockquote>",
    ],
)
def test_what_names_nobody_stays_without_marks(markup: str) -> None:
    assert "„" not in text_of(NEWS + markup)


def test_hostile_quote_elements_are_survived() -> None:
    deep = "<blockquote class=zitat>" * 80 + "<q>" * 80 + "Wort" + "<cite>X</cite>"
    assert "Wort" in text_of(deep)
