"""Writes the files of ``fixtures/``, one or more for every format, whole and broken: invented demo texts, CC0.

Run ``python tests/reading/make_fixtures.py``; what must be read from each stands in ``fixtures.tsv``.
"""

import json
from datetime import date
from pathlib import Path

from tests.reading.demo_formats import (
    MORE,
    OTHER,
    ROW,
    TEXT,
    article_pdf,
    atom,
    csv,
    docx,
    encrypted_pdf,
    epub,
    lines,
    nested,
    odt,
    packed,
    page,
    pdf,
    rss,
    table,
    tarred,
    warc,
    wordpress,
    zipped,
)
from tests.reading.demo_tables import ods, ole, xls, xlsx

FOLDER = Path(__file__).parent / "fixtures"


KEPT = (
    "agentur-nitf.xml", "factiva.html", "korpus-tei.xml", "lexisnexis.txt", "mehrere.txt", "nexis-uni.docx",
    "nexis.rtf", "rede-tei.xml", "verschoben.docx", "zotero.ris",
)  # fmt: skip
"""Downloads, corpora and a Word file with moved text, as they were put together once; they are not written anew."""


def whole_files() -> dict[str, bytes]:
    wide = {"kennung": "p-1", "text": TEXT, "titel": "Brücke gesperrt", "medium": "Seeblatt",
            "datum": date(2026, 11, 24)}  # fmt: skip
    folder = {"2026/bruecke.txt": TEXT.encode(), "2026/seite.html": page().encode(), "artikel.pdf": article_pdf(),
              "tief/innen.zip": packed({"noch/busse.txt": OTHER["text"].encode()}), "bild.png": b"\x89PNG",
              "__MACOSX/._bruecke.txt": b"\x00\x05", "../../etc/ausbruch.txt": MORE.encode()}  # fmt: skip
    cells = [ROW[field] for field in ("id", "title", "outlet", "text")]
    grid = [["Nr", "Titel", "Medium", "Datum", "Volltext", "Ressort"],
            [*cells[:3], date(2026, 11, 24), cells[3], "Lokales"]]  # fmt: skip
    titled = [["Pressespiegel der Woche"], [], *([None, *row] for row in grid)]
    numbers = [["Jahr", "Zahl"], [2026, 4], [2027, 5]]
    serial = [grid[0], [*cells[:3], 46350, cells[3], "Lokales"]]
    later = [grid[0], [*cells[:3], 46350 - 1462, cells[3], "Lokales"]]
    return {
        "mappe.xlsx": xlsx({"Artikel": titled, "Zahlen": numbers, "Leer": []}),
        "makros.xlsm": xlsx({"Tabelle1": serial}), "zaehlung-1904.xlsx": xlsx({"Tabelle1": later}, from_1904=True),
        "mappe.ods": ods({"Artikel": titled, "Zahlen": numbers}), "alt.xls": xls(serial),
        "export.xls": csv(delimiter="\t"), "zeilen.ndjson": lines(ROW, OTHER), "notiz.markdown": TEXT.encode(),
        "seite.xhtml": page().encode(),
        "einfach.txt": TEXT.encode(), "alt.txt": TEXT.encode("cp1252"), "notiz.md": TEXT.encode("utf-16"),
        "seite.html": page().encode(), "artikel.pdf": article_pdf(), "artikel.docx": docx(), "artikel.odt": odt(),
        "zeitung.epub": epub(), "archiv.jsonl": lines(ROW, OTHER), "archiv.jsonl.gz": zipped(lines(ROW, OTHER)),
        "export.json": json.dumps({"stand": 1, "artikel": [ROW, OTHER]}, indent=1).encode(),
        "tabelle.csv": csv(), "tabelle.tsv": csv(delimiter="\t"), "tabelle.csv.gz": zipped(csv()),
        "tabelle.parquet": table([wide]), "einfach.txt.gz": zipped(TEXT.encode()), "sammlung.zip": packed(folder),
        "sammlung.tar.gz": zipped(tarred({"/etc/absolut.txt": TEXT.encode(), "link.txt": "/etc/passwd",
                                          "a/busse.jsonl": lines(OTHER)})),
        "netz.warc": warc(compressed=False), "netz.warc.gz": warc(compressed=True), "wordpress.xml": wordpress(),
        "feed.rss": rss(), "feed.atom": atom(),
    }  # fmt: skip


def broken_files() -> dict[str, bytes]:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = b"Demotext " * 4_000_000
    book = xlsx({"Artikel": [["Text"], [TEXT]]})
    return {
        "leer.txt": b"", "bild.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "leer.html": b"<html><body></body></html>",
        "geschuetzt.pdf": encrypted_pdf(), "nur-bilder.pdf": pdf([[(9, "")]]), "kaputt.pdf": b"%PDF-1.7\nkaputt",
        "kein.pdf": TEXT.encode(), "kaputt.docx": docx()[:900], "tabelle.docx": packed({"xl/workbook.xml": b"<x/>"}),
        "geschuetzt.epub": epub({"META-INF/encryption.xml": b"<x/>", "META-INF/rights.xml": b"<x/>"}),
        "eine-zeile.jsonl": lines(ROW) + b'{"text": \n' + lines(OTHER), "kaputt.json": b'[{"text": "Ja."}, ',
        "ohne-text.csv": b"kennung;notiz\n1;Hallo\n", "ohne-text.parquet": table([{"notiz": "Hallo"}]),
        "kaputt.parquet": table([ROW])[:400], "abgeschnitten.jsonl.gz": zipped(lines(ROW))[:-60],
        "abgeschnitten.tar": tarred({"a.txt": TEXT.encode(), "b.txt": TEXT.encode() * 9})[:2500],
        "bombe.txt.gz": zipped(bomb), "bombe.zip": packed({"a.txt": TEXT.encode(), "bombe.txt": bomb}),
        "tief.zip": nested(6),
        "geschuetzt.zip": packed({"offen.txt": TEXT.encode(), "zu.txt": b"x"}, encrypted="zu.txt"),
        "kaputt.xlsx": book[:-200], "bombe.xlsx": packed({"[Content_Types].xml": b"<x/>", "xl/sheet1.xml": bomb}),
        "geschuetzt.xlsx": ole("EncryptedPackage", b"\x17" * 5000),
        "leer.ods": ods({"Tabelle1": []}), "ohne-text.xlsx": xlsx({"Zahlen": [["Jahr", "Zahl"], [2026, 4]]}),
        "fremd.zip": packed({"bild.png": b"\x89PNG"}), "abgeschnitten.zip": packed({"a.txt": TEXT.encode()})[:-30],
        "entitaeten.xml": f'<!DOCTYPE rss [<!ENTITY l0 "ha">{entities}]><rss><channel><item><title>&l9;</title>'
                          "</item></channel></rss>".encode(),
        "kein-feed.xml": b"<rechnung><text>Hallo</text></rechnung>",
        "abgeschnitten.xml": wordpress()[:1400], "abgeschnitten.warc": warc(compressed=False)[:2200],
        "kein.warc.gz": zipped(b"HTTP/1.1 200 OK\r\n\r\n"),
    }  # fmt: skip


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, data in (whole_files() | broken_files()).items():
        (FOLDER / name).write_bytes(data)
