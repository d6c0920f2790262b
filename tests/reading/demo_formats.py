"""Writes small files of every format that is read, all with the same few invented sentences (CC0)."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping

import pyarrow as pa
import pyarrow.parquet as pq
from pypdf import PdfReader, PdfWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

LEAD = "Erfundener Demotext: Die Behörde in Neustadt erklärte am Dienstag, die Brücke müsse über Nacht gesperrt werden."
MORE = "„Wir prüfen das“, sagte eine Sprecherin der Stadtverwaltung. Der Verkehr wird umgeleitet, die Busse fahren."
LAST = "Die Opposition kritisierte den Beschluss. Möglicherweise dauerten die Arbeiten länger, hieß es im Rathaus."
TEXT = f"{LEAD}\n\n{MORE}\n\n{LAST}"
ROW = {"id": "b-1", "text": TEXT, "title": "Brücke gesperrt", "outlet": "Seeblatt", "published": "24.11.2026",
       "url": "https://seeblatt.example/bruecke", "author": "Erika Muster"}  # fmt: skip
OTHER = {"id": "b-2", "text": f"{MORE}\n\n{LAST}", "title": "Busse fahren weiter", "outlet": "Seeblatt",
         "published": "2026-11-25"}  # fmt: skip
_ISSUED = (2026, 11, 24, 8, 0, 0)


def packed(members: Mapping[str, bytes], *, encrypted: str = "") -> bytes:
    """A ZIP file; the member ``encrypted`` is marked as such."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, _ISSUED), data, zipfile.ZIP_DEFLATED)
    data = bytearray(target.getvalue())
    for mark, flags, at in ((b"PK\x03\x04", 6, 30), (b"PK\x01\x02", 8, 46)):
        start = data.find(mark)
        while encrypted and start >= 0:
            if data[start + at :].startswith(encrypted.encode()):
                data[start + flags] |= 1
            start = data.find(mark, start + 4)
    return bytes(data)


def tarred(members: Mapping[str, bytes | str]) -> bytes:
    """A TAR file; a member given as a string is a link to that place."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            if isinstance(data, str):
                info.type, info.linkname = tarfile.SYMTYPE, data
                archive.addfile(info)
            else:
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
    return target.getvalue()


def zipped(data: bytes) -> bytes:
    return gzip.compress(data, mtime=0)


def lines(*rows: Mapping[str, object]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def page(title: str = "Brücke gesperrt", body: str = TEXT, name: str = "bruecke") -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    return f"""<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>{title} | Seeblatt</title>
<meta property="og:site_name" content="Seeblatt"><meta property="og:title" content="{title}">
<meta property="article:published_time" content="2026-11-24T08:30:00+01:00"><meta name="author" content="Erika Muster">
<link rel="canonical" href="https://seeblatt.example/{name}"></head><body><nav><a href="/">Startseite</a></nav>
<article><h1>{title}</h1>{paragraphs}</article><footer>Impressum</footer></body></html>"""


def pdf(pages: list[list[tuple[int, str]]], told: str = "") -> bytes:
    """A PDF file of lines, each ``(height of its letters, text)``; an empty text leaves room."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]  # fmt: skip
    for number, page_lines in enumerate(pages):
        height, content = 780, b""
        for size, text in page_lines:
            height -= round(size * 1.4)
            escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
            content += f"BT /F1 {size} Tf 60 {height} Td (".encode() + escaped + b") Tj ET\n" if text else b""
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {5 + 2 * number} 0 R"
                       f"/Resources<</Font<</F1 3 0 R>>>>>>".encode())  # fmt: skip
        objects.append(f"<</Length {len(content)}>>stream\n".encode() + content + b"endstream")
    objects.append(f"<<{told}>>".encode("cp1252"))
    data, places = b"%PDF-1.4\n", []
    for number, written in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + written + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def printed(number: int, *body: tuple[int, str]) -> list[tuple[int, str]]:
    return [(9, "Seeblatt vom 24. November 2026"), (9, ""), *body, (9, ""), (9, f"Seite {number}")]


def article_pdf() -> bytes:
    first = printed(
        1, (20, "Brücke gesperrt"), (11, ""),
        (11, "Erfundener Demotext: Die Behörde in Neustadt erklärte am Dienstag, die"),
        (11, "Brücke müsse über Nacht gesperrt werden. Das teilte die Stadtver-"),
        (11, "waltung mit. Betroffen sei auch die Verbindung Nord-"), (11, "Süd."), (11, ""),
        (11, "„Wir prüfen das“, sagte eine Sprecherin. Der Verkehr wird umge-"),
    )  # fmt: skip
    second = printed(2, (11, "leitet, die Busse fahren weiter. Zu Vor-"), (11, "und Nachteilen sagte sie nichts."))
    told = "/Title(Br\xfccke gesperrt)/Author(Erika Muster)/Creator(Satzprogramm)/CreationDate(D:20261124080000+01'00')"
    return pdf([first, second], told)


def encrypted_pdf() -> bytes:
    writer, target = PdfWriter(PdfReader(io.BytesIO(article_pdf()))), io.BytesIO()
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(target)
    return target.getvalue()


def docx() -> bytes:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    core = "http://schemas.openxmlformats.org/package/2006"

    def paragraph(text: str) -> str:
        return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"

    tracked = (f'<w:p><w:r><w:t xml:space="preserve">{MORE} </w:t></w:r><w:del w:id="1"><w:r>'
               '<w:delText>Gestrichen.</w:delText></w:r></w:del>'
               '<w:ins w:id="2"><w:r><w:t>Das ist neu.</w:t></w:r></w:ins></w:p>')  # fmt: skip
    table = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in ("Linie 4", "fährt alle zehn Minuten."))
    table = f"<w:tbl><w:tr>{table}</w:tr></w:tbl>"
    body = f"{paragraph('Brücke gesperrt')}{paragraph(LEAD)}{tracked}{table}{paragraph(LAST)}"
    part = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return packed({name: f'<?xml version="1.0" encoding="UTF-8"?>{text}'.encode() for name, text in {
        "[Content_Types].xml": f'<Types xmlns="{core}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType='
        f'"application/xml"/><Override PartName="/word/document.xml" ContentType="{part}"/><Override PartName='
        '"/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{core}/relationships"><Relationship Id="a" Type='
        f'"{kinds}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{core}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{core}/metadata/core-properties" xmlns:dc='
        '"http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi='
        '"http://www.w3.org/2001/XMLSchema-instance"><dc:title>Brücke gesperrt</dc:title><dc:creator>Erika Muster'
        '</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-11-24T08:00:00Z</dcterms:created>'
        "</cp:coreProperties>",
        "word/document.xml": f"<w:document {w}><w:body>{body}</w:body></w:document>",
    }.items()})  # fmt: skip


def odt() -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = f'xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" xmlns:meta="{names}:meta:1.0"'
    body = (f"<text:h>Brücke gesperrt</text:h><text:p>{LEAD}<text:note><text:note-body><text:p>Fußnote.</text:p>"
            "</text:note-body></text:note></text:p><text:p>„Wir <text:span>prüfen</text:span> das.“</text:p>"
            )  # fmt: skip
    content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
    meta = f"""<office:document-meta {spaces} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>
<dc:title>Brücke gesperrt</dc:title><meta:initial-creator>Erika Muster</meta:initial-creator>
<meta:creation-date>2026-11-24T08:00:00</meta:creation-date></office:meta></office:document-meta>"""
    kind = b"application/vnd.oasis.opendocument.text"
    content += "</office:document-content>"
    return packed({"mimetype": kind, "content.xml": content.encode(), "meta.xml": meta.encode()})


def epub(extra: Mapping[str, bytes] | None = None) -> bytes:
    def chapter(title: str, *paragraphs: str) -> bytes:
        text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
        return f"""<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>
</head><body><h1>{title}</h1>{text}</body></html>""".encode()

    items = {"cover": "titel.xhtml", "one": "text/eins.xhtml", "two": "text/zwei.xhtml"}
    kind = "application/xhtml+xml"
    manifest = "".join(f'<item id="{key}" href="{href}" media-type="{kind}"/>' for key, href in items.items())
    package = f"""<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Seeblatt, Ausgabe Nord</dc:title>
<dc:publisher>Seeblatt</dc:publisher>
<dc:date>2026-11-24</dc:date><dc:creator>Redaktion</dc:creator></metadata><manifest>{manifest}</manifest><spine>
{"".join(f'<itemref idref="{key}"/>' for key in items)}</spine></package>"""
    return packed({
        "META-INF/container.xml": b"""<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="buch/paket.opf"/></rootfiles></container>""",
        "buch/paket.opf": package.encode(), "buch/titel.xhtml": chapter("Seeblatt"),
        "buch/text/eins.xhtml": chapter("Brücke gesperrt", LEAD, MORE, LAST),
        "buch/text/zwei.xhtml": chapter("Busse fahren weiter", MORE, LAST), **(extra or {}),
    })  # fmt: skip


def warc(*, compressed: bool) -> bytes:
    target = io.BytesIO()
    writer = WARCWriter(target, gzip=compressed)

    def add(name: str, status: str, kind: str, data: bytes) -> None:
        told = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(
            f"https://seeblatt.example/{name}", "response", payload=io.BytesIO(data), http_headers=told,
            warc_headers_dict={"WARC-Date": "2026-11-26T10:00:00Z", "WARC-Record-ID": f"<urn:demo:{name}>"},
        ))  # fmt: skip

    add("bruecke", "200 OK", "text/html; charset=utf-8", page().encode())
    add("fort", "404 Not Found", "text/html", page("Nicht gefunden").encode())
    add("bild.png", "200 OK", "image/png", b"\x89PNG\r\n\x1a\n")
    add("leer", "200 OK", "text/html", b"<html><body></body></html>")
    plain = page("Busse fahren weiter", name="busse").replace('<meta charset="utf-8">', "")
    add("busse", "200 OK", "text/html; charset=windows-1252", plain.encode("cp1252"))
    return target.getvalue()


def wordpress() -> bytes:
    def post(number: int, title: str, content: str, kind: str = "post", status: str = "publish") -> str:
        return f"""<item><title>{title}</title><link>https://seeblog.example/{number}</link>
<pubDate>Tue, 24 Nov 2026 08:30:00 +0100</pubDate><dc:creator><![CDATA[erika]]></dc:creator>
<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:status>{status}</wp:status><wp:post_type>{kind}</wp:post_type>
<category domain="category" nicename="lokales"><![CDATA[Lokales]]></category></item>"""

    picture = "<figure><figcaption>Foto</figcaption></figure>"
    blocks = f"<!-- wp:paragraph --><p>{LEAD}</p><!-- /wp:paragraph -->{picture}<p>{MORE}</p>"
    plain = f'[caption id="1"]<img src="x.png"> Ein Bild[/caption]\n{MORE}\n\n<strong>Kritik:</strong> {LAST}'
    return f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Seeblog</title><link>https://seeblog.example</link>
{post(1, "Brücke gesperrt", blocks)}{post(2, "Busse", plain)}{post(3, "Bild", "", "attachment", "inherit")}
{post(4, "Entwurf", plain, status="draft")}{post(5, "Impressum", plain, "page")}{post(6, "Leer", "")}</channel></rss>
""".encode()


def rss() -> bytes:
    feed = f"""<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Seeblatt</title>
<item><title>Brücke gesperrt</title><link>https://seeblatt.example/bruecke</link><description>Anriss</description>
<pubDate>Tue, 24 Nov 2026 08:30:00 +0100</pubDate><category>Lokales</category>
<content:encoded>&lt;p&gt;{LEAD}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</content:encoded></item>
<item><title>Nur ein Anriss</title><link>https://seeblatt.example/anriss</link>
<description>Mehr auf der Seite.</description></item></channel></rss>"""
    return feed.replace("„", "«").replace("“", "»").encode("latin-1")


def atom() -> bytes:
    return f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Seeblatt</title>
<entry><title>Brücke gesperrt</title><link rel="self" href="https://seeblatt.example/x"/>
<link href="https://seeblatt.example/bruecke"/><published>2026-11-24T08:30:00+01:00</published>
<author><name>Erika Muster</name></author><category term="Lokales"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{LEAD}</p><p>{MORE}</p></div></content></entry></feed>
""".encode()


def table(rows: list[Mapping[str, object]]) -> bytes:
    target = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows), target)
    return target.getvalue()


def csv(*, delimiter: str = ";") -> bytes:
    cells = (ROW["id"], ROW["title"], ROW["outlet"], ROW["published"], f'"{TEXT}"', "Lokales")
    return f"Nr;Titel;Medium;Datum;Volltext;Ressort\n{';'.join(cells)}\n".replace(";", delimiter).encode("utf-8-sig")


def nested(depth: int) -> bytes:
    data, name = TEXT.encode(), "innen.txt"
    for _ in range(depth):
        data, name = packed({name: data}), "archiv.zip"
    return data
