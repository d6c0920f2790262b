"""RTF, RIS and Word files by themselves, pages that are no downloads, and files made to harm."""

import io
import time
from pathlib import Path

import docx
import pytest

from analysis.model import Article
from analysis.reading.files import read_bytes, read_paths
from analysis.reading.parsers.rtf import rtf_text
from analysis.reading.raw.records import Unreadable
from tests.reading.downloads.variant import FOUR, ONE, THREE, TWO
from tests.reading.downloads.variants_nexis import nexis

FIXTURES = Path(__file__).parents[1] / "fixtures"


def texts(name: str, data: bytes) -> list[str]:
    found = list(read_bytes(name, data))
    assert all(isinstance(item, Article) for item in found), found
    return [item.text for item in found if isinstance(item, Article)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Die Br\'fccke ist zu.", "Die Brücke ist zu."),
        (r"Die Br\u252?cke \u8222?ist\u8220? zu.", "Die Brücke „ist“ zu."),
        (r"Ein \u-10179?\u-8704? lacht.", "Ein \U0001f600 lacht."),
        (r"{\info{\title Titel der Datei}}{\header Kopf}{\footer Fu\'df}Der Text.", "Der Text."),
        (r'Siehe {\field{\*\fldinst{HYPERLINK "http://x.example"}}{\fldrslt hier}} nach.', "Siehe hier nach."),
        (r"Die Nord\_Ost\-see\~Linie.", "Die Nord-Ostsee\xa0Linie."),
        (r"\trowd\cellx100 Quelle:\cell K\'fcstenbote\cell\row", "Quelle:\tKüstenbote"),
        (r"Eins\par Zwei\line Drei", "Eins\nZwei\nDrei"),
    ],
)  # fmt: skip
def test_the_text_of_an_rtf_file(source: str, text: str) -> None:
    assert rtf_text(rb"{\rtf1\ansi\ansicpg1252 " + source.encode("ascii") + b"}").strip() == text


def test_an_rtf_file_that_is_no_download_is_one_article() -> None:
    assert texts("brief.rtf", rb"{\rtf1\ansi Eine Zeile.\par\par Noch eine.\par}") == ["Eine Zeile.\n\nNoch eine."]


def test_an_rtf_file_without_text_is_told() -> None:
    (found,) = read_bytes("leer.rtf", rb"{\rtf1\ansi\par}")
    assert isinstance(found, Unreadable)
    assert found.reason == "The document holds no text."


def test_moved_text_is_read_once_and_hidden_text_not_at_all() -> None:
    (article,) = read_paths([FIXTURES / "verschoben.docx"])
    assert isinstance(article, Article)
    assert "am Dienstag Montag" not in article.text
    assert article.published is None
    document = docx.Document()
    paragraph = document.add_paragraph("Zu sehen. ")
    paragraph.add_run("Verborgen. ").font.hidden = True
    paragraph.add_run("Auch zu sehen.").font.hidden = False
    target = io.BytesIO()
    document.save(target)
    assert texts("a.docx", target.getvalue()) == ["Zu sehen. Auch zu sehen."]


def test_a_page_of_the_web_is_no_download() -> None:
    page = (
        f'<html><body><article><h1 class="headline">Brücke gesperrt</h1><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>'
        f"<p>{FOUR}</p><p>Quelle: Küstenbote, 03.03.2024</p><p>URL: https://x.example</p></article>"
        "<footer>© 2024 Küstenbote. Alle Rechte vorbehalten.</footer></body></html>"
    )
    (text,) = texts("seite.html", page.encode())
    assert text.startswith("Brücke gesperrt\n")


def test_nothing_but_labels_is_told() -> None:
    (found,) = read_bytes("a.txt", b"Quelle: Hafenblatt vom 03.03.2024\nDokumentnummer: 3\n" * 5)
    assert isinstance(found, Unreadable)
    assert found.reason == "It has the layout of a news database, and no article in it."


def test_text_behind_the_last_document_is_told() -> None:
    (case, *_) = (case for case in nexis() if case.name == "ausgabe.txt")
    *read, last = read_bytes("a.txt", case.data + b"Diese Zeilen hat jemand unten angef\xc3\xbcgt.\n")
    assert len(read) == 2
    assert isinstance(last, Unreadable)
    assert last.reason.startswith("Text that belongs to no document was left out: Diese Zeilen")


HOSTILE = {
    "rules.txt": "Titel eins zwei drei\nx\n---------\nHafenblatt, 03.03.2024\n" * 4000,
    "numbers.txt": "".join(f"Dokument {number % 100 + 1} von 100\nEin Satz.\n" for number in range(8000)),
    "ends.txt": "Length: 12 words\n" + "End of Document\nLoad-Date: March 3, 2024\n" * 8000,
    "labels.txt": "Length: 12 words\nBody\n" + "Section: A; S. 4\nByline: Von X Y\nGraphic\n" * 6000,
    "captions.txt": "LENGTH: 12 words\nLOAD-DATE: March 3, 2024\nAUTOR: x\n" + "Graphic\nx\n" * 12000,
    "codes.txt": "HD  x\nPD  3 April 2024\nLP  x\n" + "TD  y\n" * 20000,
    "long.txt": "\n\n\n\n\n" + "(c) " * 100_000 + "\n" + "3. April 2024 " * 40_000 + "\n" + "- " * 100_000,
    "fields.rtf": r"{\rtf1 " + r"{\field{\*\fldinst{" * 20_000,
    "braces.rtf": r"{\rtf1 " + "{" * 100_000,
    "cells.html": "End of Document<table>" + "<tr><td>HD<td>x" * 5000,
    "spaces.html": "End of Document >" + " " * 400_000,
    "lines.ris": "TY  - NEWS\nAB  - x\n" + "noch eine Zeile\n" * 30_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_harm_is_read_in_little_time(name: str) -> None:
    start = time.process_time()
    assert all(isinstance(item, Article | Unreadable) for item in read_bytes(name, HOSTILE[name].encode()))
    assert time.process_time() - start < 10
