"""Texts in many dresses beside the one dress that the analysis reads: German marks, a line per paragraph."""

import textwrap

import pytest

from analysis.language.plain import plain

QUOTED = "Die Halle bleibt geschlossen. {}Wir haben das Geld nicht mehr{}, sagte Karla Voss. Die Sanierung dauert."
MARKS = [
    ("„", "“"), ("»", "«"), ("«", "»"), ("›", "‹"), ("‹", "›"), ("‚", "‘"), ("”", "”"), ("”", "“"), ("“", "”"),
    ('"', '"'), ("''", "''"), ("``", "''"), (",,", "''"), (",,", "“"), ("<<", ">>"), ("„", '"'), ("„", "”"),
    ("«\u00a0", "\u00a0»"), ("»", "»"), ("'", "'"), ("&quot;", "&quot;"), ("„", "´´"), ("„ ", " “"), ("″", "″"),
    ("„", "„"), ("＂", "＂"), ('"', "“"),
]  # fmt: skip
PARAGRAPH = (
    "Die Bürgermeisterin teilte am Dienstag mit, dass die Halle am Kanal geschlossen bleibt, weil das Geld für die "
    "Sanierung fehlt und der Rat sich nicht auf einen neuen Plan einigen konnte, der alle zufrieden macht."
)


@pytest.mark.parametrize(("opening", "closing"), MARKS)
def test_every_pair_of_marks_is_read_as_german_ones(opening: str, closing: str) -> None:
    text = QUOTED.format(opening, closing)
    read = plain(text)
    assert len(read) == len(text)
    assert "".join(read.split()) == "".join(QUOTED.format("„", "“").split())


@pytest.mark.parametrize(
    "text",
    [
        'Der Bildschirm misst 27" und das Rohr 3" dick.',
        "Hans' Plan, Andreas' Auto und Rock ’n’ Roll",
        "„Das Wort ‚Pleite‘ benutze ich nicht“, sagte sie.",
        "» Weitere Artikel\n\nDer Rat tagt am Montag.",
        "",
    ],
)
def test_what_quotes_nothing_stays(text: str) -> None:
    assert plain(text) == text


def test_a_quotation_opened_anew_with_every_paragraph_keeps_its_paragraphs() -> None:
    text = 'Voss sagte: "Wir haben gerungen.\n\n"Es war nicht leicht."\n\n"Der Abriss ist falsch", sagte Kuhl.'
    assert (
        plain(text)
        == "Voss sagte: „Wir haben gerungen.\n\n„Es war nicht leicht.“\n\n„Der Abriss ist falsch“, sagte Kuhl."
    )


@pytest.mark.parametrize("width", [60, 72, 78, 90])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_of_a_fixed_width_are_one_paragraph(width: int, newline: str) -> None:
    paragraphs = [PARAGRAPH, PARAGRAPH.replace("Dienstag", "Mittwoch")]
    text = (newline * 2).join(newline.join(textwrap.wrap(paragraph, width)) for paragraph in paragraphs)
    read = plain(text)
    assert len(read) == len(text)
    assert [" ".join(part.split()) for part in read.split(newline * 2)] == paragraphs


@pytest.mark.parametrize(
    "text",
    [
        "Überschrift\nEin kurzer Absatz.\nEin zweiter kurzer Absatz.\nUnd noch einer.",
        "- eins\n- zwei\n- drei\n- vier, das längste von allen",
        f"{PARAGRAPH}\n{PARAGRAPH}\n{PARAGRAPH}",
    ],
)
def test_lines_that_end_by_themselves_stay_apart(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Die Baudezernentin Pe-\ntra Lindner sprach.", "Die Baudezernentin Petra Lindner sprach."),
        ("Die Brücke bleibt ge-\r\n  sperrt.", "Die Brücke bleibt gesperrt."),
        ("Vom Nord-\nSüd-Gefälle war die Rede.", "Vom Nord-Süd-Gefälle war die Rede."),
        ("Die US-\namerikanische Seite schwieg.", "Die US-amerikanische Seite schwieg."),
        ("Die Vor-\nund Nachteile stehen fest.", "Die Vor-\nund Nachteile stehen fest."),
        ("Sie kam -\nspät.", "Sie kam -\nspät."),
        ("- Brot\n- Milch-\n\nund mehr", "- Brot\n- Milch-\n\nund mehr"),
    ],
)
def test_a_word_broken_by_the_end_of_a_line_is_whole(broken: str, whole: str) -> None:
    read = plain(broken)
    assert len(read) == len(broken)
    assert read.replace("\xad", "") == whole


def test_lines_full_of_broken_words_are_one_paragraph() -> None:
    text = (
        "Die Brücke bleibt von Montag an für Lastwagen und Busse ge-\n"
        "sperrt, sagte die Baudezernentin Petra Lindner am Montag vor\n"
        "der Presse. Der Gutachter Ralf Osterkamp warnte, die Pfei-\n"
        "ler könnten bei Frost reißen, was niemand hoffen wolle."
    )
    read = plain(text)
    assert len(read) == len(text)
    assert "\n" not in read
