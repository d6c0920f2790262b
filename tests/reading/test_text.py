"""Encodings in which German pages come."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.reading.files import Unreadable, read_bytes
from analysis.reading.raw.encoding import decode, detect_encoding

PLAIN = "Der Präsident erklärte am Dienstag, er könne die Gespräche über Öl nicht bestätigen. Größe: süß."
QUOTED = "„Wir müssen prüfen“, sagte die Ministerin – und fügte hinzu: ‚Natürlich für alle …‘ 50 €."
SHORT = "Schöne Grüße"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "cp1252", "mac_roman")


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *[(text, name) for text in (PLAIN, QUOTED, SHORT)
          for name in ENCODINGS],
        (PLAIN, "latin-1"), (PLAIN, "cp850"), (SHORT, "cp850"), ("Nur ASCII, sagte er.", "ascii"),
        ("x" * 3_000_000 + " " + PLAIN, "cp1252"), ("Wort " * 300_000 + PLAIN, "utf-8"),
    ],
)  # fmt: skip
def test_encoding_is_found(text: str, encoding: str) -> None:
    (article,) = read_bytes("a.txt", text.encode(encoding))
    assert not isinstance(article, Unreadable)
    assert article.text == text


@pytest.mark.parametrize("mark", ["\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_byte_order_marks(mark: str, encoding: str) -> None:
    (article,) = read_bytes("a.txt", (mark + QUOTED).encode(encoding))
    assert not isinstance(article, Unreadable)
    assert article.text == QUOTED


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.html"])
def test_other_formats_in_other_encodings(name: str, encoding: str) -> None:
    data = {
        "a.csv": f"id;text\n1;{PLAIN}\n",
        "a.jsonl": f'{{"text": "{PLAIN}"}}\n',
        "a.html": f"<html><body><article><p>{PLAIN}</p><p>{QUOTED}</p></article></body></html>",
    }[name]
    (article,) = read_bytes(name, data.encode(encoding))
    assert not isinstance(article, Unreadable)
    assert PLAIN in article.text


@pytest.mark.parametrize(
    ("head", "encoding", "found"),
    [
        ('<meta charset="windows-1252">', "cp1252", "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">', "cp1252", "cp1252"),
        ("<meta charset='iso-8859-15'>", "iso-8859-15", "iso8859-15"),
        ('<?xml version="1.0" encoding="ISO-8859-2"?>', "iso-8859-2", "iso8859-2"),
        ('<meta charset="iso-8859-1">', "utf-8", "utf-8"),
        ('<meta charset="utf-8">', "cp1252", "cp1252"),
        ('<meta charset="zip">', "cp1252", "cp1252"),
        ('<meta charset="utf-16">', "cp1252", "cp1252"),
        ('<meta charset="cp99999">', "cp1252", "cp1252"),
    ],
)
def test_declared_encoding(head: str, encoding: str, found: str) -> None:
    assert detect_encoding(io.BytesIO((head + PLAIN).encode(encoding))) == found


def test_utf8_with_one_damaged_byte_stays_utf8() -> None:
    data = (PLAIN * 20).encode() + b"\xff" + QUOTED.encode()
    assert detect_encoding(io.BytesIO(data)) == "utf-8"
    assert decode(data, "utf-8") == PLAIN * 20 + "\ufffd" + QUOTED


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.tsv", "a.html"])
@settings(deadline=None)
@given(data=st.binary())
def test_no_bytes_raise(name: str, data: bytes) -> None:
    for found in read_bytes(name, data):
        assert isinstance(found, Unreadable) or found.text.encode() is not None
