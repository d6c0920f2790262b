"""Running text out of printed lines: broken words, paragraphs, and what stands on every page."""

import pytest

from analysis.reading.parsers.pdf_text_flow import Printed, join, running_text

FULL = "Die Behörde in Neustadt erklärte am Dienstag, dass die Brücke"


def lines(*texts: str, size: float = 10, left: float = 0, top: float = 700) -> list[Printed]:
    return [Printed(text, left, top - 12 * number, size, "Serif") for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("die Stadtver-", "waltung prüft", "die Stadtverwaltung prüft"),
        ("die Nord-", "Süd-Verbindung", "die Nord-Süd-Verbindung"),
        ("die EU-", "weite Ausschreibung", "die EU-weite Ausschreibung"),
        ("Vor-", "und Nachteile", "Vor- und Nachteile"),
        ("Haupt-", "oder Nebensache", "Haupt- oder Nebensache"),
        ("das war –", "so hieß es", "das war – so hieß es"),
        ("2020-", "2021", "2020-2021"),
        ("der 20-", "jährige Plan", "der 20-jährige Plan"),
        ("weich\u00ad", "getrennt", "weichgetrennt"),
        ("ein Satz.", "Noch einer.", "ein Satz. Noch einer."),
    ],
)
def test_two_lines_become_one(line: str, following: str, joined: str) -> None:
    assert join(line, following) == joined


def test_a_line_end_within_a_paragraph_is_a_space() -> None:
    assert running_text([lines(FULL, "über Nacht gesperrt bleibt.")]) == f"{FULL} über Nacht gesperrt bleibt."


def test_a_full_stop_with_room_left_ends_a_paragraph() -> None:
    assert running_text([lines(FULL, "gesperrt bleibt.", FULL, "offen ist.")]).count("\n\n") == 1


def test_an_indent_after_a_full_stop_begins_a_paragraph() -> None:
    full = "Die Brücke in Neustadt bleibt nach Angaben der Stadt gesperrt."
    page = [*lines(full), *lines(full, left=10, top=688), *lines(full, top=676)]
    assert running_text([page]) == f"{full}\n\n{full} {full}"


@pytest.mark.parametrize(
    "heading",
    [Printed("Kritik der Opposition", 0, 724, 14, "Serif"), Printed("Kritik der Opposition", 0, 712, 10, "Serif-Bold"),
     Printed("Kritik der Opposition", 0, 730, 10, "Serif")],
    ids=["larger", "another font", "apart"],
)  # fmt: skip
def test_a_heading_stands_alone(heading: Printed) -> None:
    assert running_text([[heading, *lines(FULL, "bleibt.")]]) == f"Kritik der Opposition\n\n{FULL} bleibt."


def test_one_line_in_italics_breaks_no_sentence() -> None:
    page = [*lines(FULL), Printed("wie es heißt, gesperrt", 0, 688, 10, "Serif-Italic"), *lines("bleibt.", top=676)]
    assert running_text([page]) == f"{FULL} wie es heißt, gesperrt bleibt."


def test_what_stands_on_every_page_goes_and_paragraphs_go_on() -> None:
    pages = [
        [Printed("Seeblatt Nr. 7", 0, 800, 8), *lines(FULL, "über Nacht ge-"), Printed("Seite 1 von 2", 0, 20, 8)],
        [Printed("Seeblatt Nr. 7", 0, 800, 8), *lines("sperrt bleibt, sagte sie."), Printed("Seite 2 von 2", 0, 20, 8)],
    ]
    assert running_text(pages) == f"{FULL} über Nacht gesperrt bleibt, sagte sie."


def test_what_a_browser_prints_at_the_edges_goes() -> None:
    edges = [Printed("24.11.26, 08:30 Brücke", 0, 800, 8), Printed("https://a.example 1/1", 0, 9, 8)]
    assert running_text([[*lines(FULL, "bleibt."), *edges]]) == f"{FULL} bleibt."


@pytest.mark.parametrize("pages", [[], [[]], [[Printed("  ", 0, 0, 1)]]])
def test_nothing_yields_nothing(pages: list[list[Printed]]) -> None:
    assert running_text(pages) == ""
