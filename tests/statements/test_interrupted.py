"""What a frame interrupts stays one statement, what paragraphs divide becomes several."""

import pytest

from analysis import pipeline
from analysis.model import Article, Statement


def statements(text: str) -> list[Statement]:
    return list(pipeline.analyse(Article("x", text)).statements)


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("Die Lage sei, sagte Kuhl, ernst.", "Die Lage sei … ernst", "Kuhl"),
        ("Der Preis, sagte Kuhl, sei zu hoch.", "Der Preis … sei zu hoch", "Kuhl"),
        ("Man habe, erklärte der Sprecher, alle Hinweise geprüft.", "Man habe … alle Hinweise geprüft", "der Sprecher"),
        ("Das Geld werde, so versicherte die Ministerin, im Herbst ausgezahlt.",
         "Das Geld werde … im Herbst ausgezahlt", "die Ministerin"),
        ("Vor zwei Jahren, sagte die Försterin Ida Kern, habe der Wald noch gestanden.",
         "Vor zwei Jahren … habe der Wald noch gestanden", "die Försterin Ida Kern"),
        ("Das sei, betonte Mahn, „kein Grund zur Panik“.", "Das sei … „kein Grund zur Panik“", "Mahn"),
        ("„Die Lage“, sagte Kuhl, „ist ernst.“", "Die Lage … ist ernst.", "Kuhl"),
        ("„Wenn wir nichts tun“, warnte der Forscher, „verlieren wir den Wald.“",
         "Wenn wir nichts tun … verlieren wir den Wald.", "der Forscher"),
        ("„Ja“, sagte Kuhl am Montag, wie die Agentur Interfax meldete.", "Ja", "Kuhl"),
        ("„Nein“, sagte Moor.", "Nein", "Moor"),
        ("„Die Lage ist ernst“, sagte Kuhl, der auch Landrat ist, am Montag.", "Die Lage ist ernst", "Kuhl"),
        ("Auf die Frage, ob die Leitungen halten, antwortete Mahn, das sei unsicher.", "das sei unsicher", "Mahn"),
    ],
)  # fmt: skip
def test_a_frame_inside_what_was_said(text: str, quote: str, speaker: str) -> None:
    assert [(words(text, s.quote), words(text, s.speaker)) for s in statements(text)] == [(quote, speaker)]


@pytest.mark.parametrize("marks", ["„“", "»«", '""'])
def test_a_quotation_that_every_paragraph_opens_anew(marks: str) -> None:
    opened, closed = marks
    said = [
        "Wir haben lange gerungen. Das war nicht leicht.",
        "Am Ende stand die Einsicht.",
        "Darum schließen wir sie.",
    ]
    text = f"Bürgermeisterin Karla Voss sagte: {opened}{said[0]}\n\n{opened}{said[1]}\n\n{opened}{said[2]}{closed}"
    found = [s for s in statements(f"{text}\n\nDer Förderverein sieht das anders.") if s.type == "direct"]
    assert [words(text, s.quote) for s in found] == said
    assert {s.source.entity for s in found} == {"Karla Voss"}


def test_an_apposition_of_the_speaker_is_not_said() -> None:
    text = "Die Lage ist ernst, sagte Jens Kuhl, Chef der Behörde."
    (statement,) = statements(text)
    assert words(text, statement.quote) == "Die Lage ist ernst"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Eine Studie der Uni Seestadt zeigt, dass feste Ziele wirken.", ["dass feste Ziele wirken"]),
        ("Die Erfahrung zeigt, dass feste Ziele wirken.", []),
        ("Der Blick aus dem Fenster zeigt, dass es regnet.", []),
    ],
)
def test_a_paper_shows_what_experience_does_not(text: str, quotes: list[str]) -> None:
    assert [words(text, s.quote) for s in statements(text)] == quotes
