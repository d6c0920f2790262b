"""Every format with good, broken and hostile content."""

import io
import json
import os
import socket
from pathlib import Path

import pytest

from analysis.model import Article
from analysis.reading.files import Unreadable, read_bytes, read_paths
from analysis.reading.formats import read_stream
from analysis.reading.page.layout import lay_out

TEXT = "Die Behörde in Zürich erklärte, die Brücke müsse über Nacht gesperrt werden."
PAGE = f"""<!DOCTYPE html><html lang="de"><head><title>Brücke gesperrt | Seeblatt</title>
<meta property="og:site_name" content="Seeblatt"><meta property="og:title" content="Brücke gesperrt">
<meta property="article:published_time" content="2026-11-24T08:30:00+01:00">
<meta name="author" content="Erika Muster"><link rel="canonical" href="https://seeblatt.example/bruecke">
<script>fetch("https://seeblatt.example/zaehler")</script></head>
<body><nav><a href="/">Startseite</a></nav><article><h1>Brücke gesperrt</h1><p>{TEXT}</p>
<p>„Wir prüfen das“, sagte eine Sprecherin. Der Verkehr wird umgeleitet, die Busse fahren weiter.</p>
</article><footer>Impressum</footer></body></html>"""


def articles(name: str, data: bytes | str) -> list[Article]:
    found = list(read_bytes(name, data.encode() if isinstance(data, str) else data))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def problem(name: str, data: bytes | str) -> Unreadable:
    (found,) = read_bytes(name, data.encode() if isinstance(data, str) else data)
    assert isinstance(found, Unreadable)
    return found


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT", "a", "a.unbekannt", "C:\\ordner\\a.txt", "../../a.txt"])
def test_plain_text(name: str) -> None:
    (article,) = articles(name, TEXT)
    assert article.text == TEXT
    assert article.id == name.replace("\\", "/").rsplit("/")[-1]
    assert article.title is None


def test_line_ends_stay_as_they_are() -> None:
    (article,) = articles("a.txt", f"{TEXT}\r\n\r\n{TEXT}\r".encode("utf-8-sig"))
    assert article.text == f"{TEXT}\r\n\r\n{TEXT}\r"


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("leer.txt", b"", "empty"),
        ("weiss.txt", b" \n\t\r\n" * 2000, "empty"),
        ("nbsp.txt", "\ufeff\u00a0\u200b\n".encode(), "empty"),
        ("bild.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        ("brief.txt", b"PK\x03\x04\x14\x00\x06\x00", "ZIP"),
        ("brief.docx", b"PK\x03\x04\x14\x00\x06\x00", "ZIP"),
        ("seite.html", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "PDF"),
        ("null.txt", b"Der Text\x00\x01\x02\x00hat Nullen", "binary"),
        ("steuer.csv", bytes(range(1, 32)) * 20, "binary"),
        ("leer.jsonl", b"", "empty"),
        ("leer.csv", b"\n\n", "empty"),
        ("kopf.csv", b"id,text\n", "empty"),
        ("leer.html", b"<html><head><title>Leer</title></head><body></body></html>", "No article text"),
    ],
)
def test_unreadable(name: str, data: bytes, word: str) -> None:
    found = problem(name, data)
    assert found.file == name
    assert word in found.reason
    assert found.reason.endswith(".")


def test_jsonl() -> None:
    rows = [
        {"id": 7, "text": TEXT, "title": "Brücke", "outlet": "Seeblatt", "published": "24.11.2026",
         "url": "https://seeblatt.example", "author": "E. Muster", "ressort": "Lokales", "seite": 3,
         "tags": ["Brücke", "Verkehr"], "tokens": list(range(2000)), "nichts": None},
        {"text": TEXT, "published": "neulich", "title": None},
    ]  # fmt: skip
    first, second = articles("a.jsonl", "\ufeff" + "\n\n".join(json.dumps(row) for row in rows))
    assert (first.id, first.title, first.outlet, first.published) == ("7", "Brücke", "Seeblatt", "2026-11-24")
    assert (first.url, first.author) == ("https://seeblatt.example", "E. Muster")
    assert first.extra == {"section": "Lokales", "page": "3", "tags": '["Brücke", "Verkehr"]'}
    assert (second.id, second.title, second.published) == ("a.jsonl:3", None, None)
    assert second.extra == {"published": "neulich"}


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('{"id": "1", "text": ', "not valid JSON"),
        ("[" * 200_000, "not valid JSON"),
        ('{"text": ' + "9" * 5000 + "}", "not valid JSON"),
        ('["text"]', "no object"),
        ('{"id": "1"}', "no text"),
        ('{"id": "1", "text": 5}', "no string"),
        ('{"id": "1", "text": "  "}', "empty"),
    ],
)
def test_jsonl_goes_on_after_a_broken_line(line: str, word: str) -> None:
    good = json.dumps({"id": "gut", "text": TEXT})
    before, broken, after = read_bytes("a.jsonl", f"{good}\n{line}\n{good}\n".encode())
    assert isinstance(before, Article)
    assert isinstance(after, Article)
    assert isinstance(broken, Unreadable)
    assert (broken.line, broken.file) == (2, "a.jsonl")
    assert word in broken.reason


def test_jsonl_with_one_damaged_line_keeps_the_umlauts_of_the_others() -> None:
    good = json.dumps({"text": TEXT}, ensure_ascii=False)
    first, second = articles("a.jsonl", good.encode("cp1252") + b"\n" + good.encode())
    assert first.text == second.text == TEXT


def test_lone_surrogates_become_replacement_characters() -> None:
    (article,) = articles("a.jsonl", '{"id": "a\\ud800", "text": "Er sagte \\udfff nichts.", "x": "\\ud801"}')
    assert (article.id, article.text, article.extra["x"]) == ("a\ufffd", "Er sagte \ufffd nichts.", "\ufffd")


@pytest.mark.parametrize(("ending", "delimiter"), [("csv", ","), ("csv", ";"), ("csv", "\t"), ("tsv", "\t")])
def test_tables(delimiter: str, ending: str) -> None:
    header = delimiter.join(["Nr", "TITEL", "Medium", "Datum", "Autor", "Adresse", "Text", "Ressort"])
    row = delimiter.join(
        ["1", "Brücke", "Seeblatt", "24. November 2026", "E. Muster", "https://seeblatt.example",
         f'"{TEXT}\n\nSie sagte: ""Ja, gut; {chr(9)}sehr gut."""', "Lokales"]
    )  # fmt: skip
    (article,) = articles(f"a.{ending}", f"\ufeff{header}\r\n{row}\r\n\r\n")
    assert article.text == f'{TEXT}\n\nSie sagte: "Ja, gut; \tsehr gut."'
    assert (article.id, article.title, article.outlet) == ("1", "Brücke", "Seeblatt")
    assert (article.published, article.author) == ("2026-11-24", "E. Muster")
    assert (article.url, article.extra) == ("https://seeblatt.example", {"section": "Lokales"})


def test_table_without_ids_counts_lines() -> None:
    first, second = articles("a.csv", f'text\n"{TEXT}\nund mehr"\n{TEXT.replace(",", "")}\n')
    assert (first.id, second.id) == ("a.csv:2", "a.csv:4")


def test_table_without_a_text_column_names_the_columns() -> None:
    found = problem("a.csv", "kennung;notiz\n1;Hallo\n")
    assert "kennung, notiz" in found.reason
    assert found.line == 1


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ("2,Ja, sagte sie", "3 cells"),
        ('2,"Sie sagte "nein" dazu', "broken"),
        ("2,", "empty"),
        ("2", "no text"),
    ],
)
def test_table_goes_on_after_a_broken_row(row: str, word: str) -> None:
    before, broken, after = read_bytes("a.csv", f"id,text\n1,Gut.\n{row}\n3,Gut.\n".encode())
    assert isinstance(before, Article)
    assert isinstance(after, Article)
    assert isinstance(broken, Unreadable)
    assert broken.line == 3
    assert word in broken.reason


def test_html() -> None:
    (article,) = articles("seite.htm", PAGE)
    assert (article.id, article.title, article.outlet) == ("seite.htm", "Brücke gesperrt", "Seeblatt")
    assert (article.author, article.url) == ("Erika Muster", "https://seeblatt.example/bruecke")
    assert (article.published or "")[:10] == "2026-11-24"
    assert article.text.startswith("Brücke gesperrt\n")
    assert TEXT in article.text
    assert "fetch" not in article.text
    assert "Impressum" not in article.text
    assert lay_out(article.text, article.title).sections[0].name == "headline"


def test_html_takes_no_date_from_the_running_text() -> None:
    page = f"<html><body><article><p>{TEXT}</p><p>Am 3. Mai 2019 war sie schon zu.</p></article></body></html>"
    (article,) = articles("seite.html", page)
    assert article.published is None


def test_html_stays_off_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("network access")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    # In this process, where the network is refused.
    (article,) = read_stream("seite.html", "seite.html", io.BytesIO(PAGE.encode()))
    assert isinstance(article, Article)


@pytest.mark.parametrize(
    "page",
    [
        "<" * 5000,
        "<div>" * 20_000,
        "<html><a href='http://[x'>" + TEXT,
        "&#0;&#xD800;" * 50,
        "<![CDATA[" * 500,
    ],
)
def test_hostile_markup_yields_something(page: str) -> None:
    (found,) = read_bytes("seite.html", page.encode())
    assert isinstance(found, Article | Unreadable)


HOSTILE = ["<script>alert(1)</script>", "=cmd|'/c calc'!A1", "../../etc/passwd", "'; DROP TABLE articles; --"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_content_is_data(hostile: str) -> None:
    (article,) = articles("a.jsonl", json.dumps({"id": hostile, "text": hostile, "title": hostile}))
    assert article.id == article.text == article.title == hostile
    (plain,) = articles("a.txt", hostile)
    assert plain.text == hostile


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_a_line_of_five_megabytes(name: str) -> None:
    long = "Wort " * 1_000_000 + "Ende."
    data = {"a.txt": long, "a.jsonl": json.dumps({"text": long}), "a.csv": f"text\n{long}\n"}[name]
    (article,) = articles(name, data)
    assert article.text == long
    assert [(s.start, s.end) for s in lay_out(article.text).sections] == [(0, len(long))]


def test_folder(tmp_path: Path) -> None:
    for name in ["b.txt", "a/z.txt", "a/.versteckt.txt", ".git/x.txt", "bild.png", "a.jsonl", "B.MD"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"text": "Ja."}' if name.endswith("jsonl") else TEXT, encoding="utf-8")
    found = list(read_paths([tmp_path]))
    assert [item.id for item in found if isinstance(item, Article)] == [
        "B.MD", "a.jsonl:1", "b.txt", "z.txt",
    ]  # fmt: skip
    assert len(found) == 4


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    os.mkfifo(tmp_path / "rohr")
    (tmp_path / "kaputt.jsonl").write_text("{", encoding="utf-8")
    paths = [tmp_path / name for name in ("fehlt.txt", "leer", "rohr", "kaputt.jsonl")]
    found = list(read_paths([*paths, Path("null\0.txt")]))
    assert all(isinstance(item, Unreadable) for item in found)
    assert [item.file for item in found if isinstance(item, Unreadable)] == [
        *map(str, paths), "null\0.txt",
    ]  # fmt: skip
    reasons = [item.reason for item in found if isinstance(item, Unreadable)]
    for reason, word in zip(reasons, ["no such file", "holds no file", "neither", "JSON", "n"], strict=True):
        assert word in reason


def test_named_file_with_unknown_ending_is_text(tmp_path: Path) -> None:
    path = tmp_path / "artikel.asc"
    path.write_text(TEXT, encoding="utf-8")
    (article,) = read_paths([path])
    assert isinstance(article, Article)
    assert (article.id, article.text) == ("artikel.asc", TEXT)
