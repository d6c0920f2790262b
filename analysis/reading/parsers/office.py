"""Reads Word and OpenDocument files: headings, paragraphs and the cells of tables, in their order."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from analysis.model import Article
from analysis.reading.downloads.detect import doubts, read_download
from analysis.reading.parsers.pdf import sensible_author, sensible_title
from analysis.reading.raw.archives import check_sizes, open_zip
from analysis.reading.raw.dates import iso_date
from analysis.reading.raw.encoding import without_surrogates
from analysis.reading.raw.records import RefusedError, Unreadable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEMPLATE = "2013-12-23 23:15"
"""The day of the template from which python-docx makes its files."""
_MOST_BLANKS = 1000
"""Blanks in a row that are written out."""
_NO_TEXT = "The document holds no text."


def read_docx(name: str, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """The articles of a Word file: of a download each, else one; changes that are tracked count as accepted."""
    import docx

    _check(stream, "word/")
    document = docx.Document(stream)
    lines = [_word_text(paragraph) for paragraph in document.element.body.iter(f"{_W}p")]
    if found := read_download(name, without_surrogates("\n".join(lines))):
        yield from found
        return
    properties = document.core_properties
    own = properties.author != "python-docx" and str(properties.created)[:16] != _TEMPLATE
    created = properties.created if own else None
    text = _joined(line.replace("\f", "\n") for line in lines)
    yield Article(
        id=name,
        text=text,
        title=sensible_title(properties.title),
        author=sensible_author(properties.author),
        published=created.date().isoformat() if created else None,
        warnings=doubts(text),
    )


def _word_text(paragraph: Any) -> str:
    """What is written in a paragraph itself; not in boxes that hang on it, which have paragraphs of their own."""
    signs = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
    parts = []
    for node in paragraph.iter(f"{_W}t", *signs):
        if node.getparent().tag == f"{_W}r" and _is_shown(node, paragraph):
            page = node.get(f"{_W}type") == "page"
            parts.append(node.text or "" if node.tag == f"{_W}t" else "\f" if page else signs[node.tag])
    return "".join(parts)


def _is_shown(node: Any, paragraph: Any) -> bool:
    """Whether a reader sees a piece of text in this paragraph: not what is hidden, and not where it was moved from."""
    hidden = node.getparent().find(f"{_W}rPr/{_W}vanish")
    if hidden is not None and hidden.get(f"{_W}val") not in ("0", "false", "off"):
        return False
    if next(node.iterancestors(f"{_W}p")) is not paragraph:
        return False
    # Word writes a text box twice, the second time for old programs; tabs also stand in the settings.
    return not any(True for _ in node.iterancestors(f"{_MC}Fallback", f"{_W}moveFrom"))


def read_odt(name: str, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """The articles of an OpenDocument text: of a download each, else one; tracked changes count as accepted."""
    archive = _check(stream, "content.xml")
    body = xml_of(archive.read("content.xml")).find(f"{_OFFICE}body")
    properties = xml_of(archive.read("meta.xml")) if "meta.xml" in archive.namelist() else etree.Element("none")
    tell = {
        field: (properties.findtext(f".//{{*}}{field}") or "").strip()
        for field in ("title", "creator", "creation-date")
    }
    paragraphs = () if body is None else body.iter(f"{_TEXT}p", f"{_TEXT}h")
    lines = [open_text(one) for one in paragraphs if not any(one.iterancestors(f"{_TEXT}tracked-changes"))]
    if found := read_download(name, without_surrogates("\n".join(lines))):
        yield from found
        return
    text = _joined(iter(lines))
    yield Article(
        id=name,
        text=text,
        title=sensible_title(tell["title"]),
        author=sensible_author(properties.findtext(".//{*}initial-creator") or tell["creator"]),
        published=iso_date(tell["creation-date"][:10]),
        warnings=doubts(text),
    )


def open_text(paragraph: Any, *, exact: bool = False) -> str:
    """What is written in a paragraph of OpenDocument itself, without the notes and comments that hang on it.

    Tabs and runs of blanks are one blank, but ``exact`` where a cell must stay as it is.
    """
    parts = [paragraph.text or ""]
    for node in paragraph:
        if node.tag == f"{_TEXT}s":
            parts.append(" " * (min(int(node.get(f"{_TEXT}c") or 1), _MOST_BLANKS) if exact else 1))
        elif node.tag == f"{_TEXT}tab":
            parts.append("\t" if exact else " ")
        elif node.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif node.tag in (f"{_TEXT}span", f"{_TEXT}a"):
            parts.append(open_text(node, exact=exact))
        parts.append(node.tail or "")
    return "".join(parts)


def xml_of(data: bytes) -> Any:
    """The root of an XML document from which nothing outside is loaded and no entity is put in."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)


def _check(stream: BinaryIO, needed: str) -> Any:
    archive = open_zip(stream)
    check_sizes(archive)
    if any(info.flag_bits & 0x1 for info in archive.infolist()):
        raise RefusedError("The document is encrypted; save it without a password.")
    if not any(name.startswith(needed) for name in archive.namelist()):
        raise RefusedError("The document has not the parts that its ending promises; it is another kind of ZIP file.")
    stream.seek(0)
    return archive


def _joined(paragraphs: Iterator[str]) -> str:
    text = without_surrogates("\n\n".join(line for line in map(str.strip, paragraphs) if line))
    if not text:
        raise RefusedError(_NO_TEXT)
    return text
