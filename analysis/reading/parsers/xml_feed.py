"""Reads XML entry by entry in constant memory: feeds (RSS, Atom), what WordPress exports, TEI, NITF and NewsML."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO

from lxml import etree

from analysis.model import Article
from analysis.reading.apart.items import guarded
from analysis.reading.parsers.markup import text_of
from analysis.reading.parsers.xml_article import ROOTS, articles_in
from analysis.reading.raw.dates import iso_date
from analysis.reading.raw.encoding import without_surrogates
from analysis.reading.raw.records import RefusedError, Unreadable

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_ENTRY = ("item", "entry")
_ROOTS = ("rss", "RDF", "feed", *ROOTS)
_NO_POST = re.compile(r"(?:page|attachment|revision|nav_menu_item|custom_css|customize_changeset|oembed_cache"
                      r"|user_request|wp_\w+|acf-[\w-]+)$")  # fmt: skip
"""Types under which WordPress keeps what is no article; types of a site's own are."""
_MOST_NODES = 1_000_000
_LEAST = 200
"""Characters below which a summary is a teaser and no article."""


def read_xml(name: str, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """The posts of a WordPress export (published ones), the entries of a feed, or the articles of TEI, NITF and NewsML.

    Nothing outside is loaded. The outlet of an entry is the title of the feed or site; without a link it is numbered.
    """
    outlet, number, told = None, 0, False
    try:
        for node in _nodes(stream):
            tag = etree.QName(node).localname
            if tag == "title":
                outlet = " ".join((node.text or "").split()) or None
                continue
            number += 1
            for reading in guarded(number, f"{name}:{number}", partial(_readings, node, name, number, outlet)):
                told = True
                yield reading
            _forget(node)
    except etree.XMLSyntaxError as error:
        reason = (error.msg or "").split("\n", 1)[0][:200]
        raise RefusedError(f"The XML is broken; what stands before was read: {reason}.") from error
    if not told:
        raise RefusedError("The XML file lists no articles: it is no feed, no export and no corpus, or an empty one.")


def _readings(node: Any, name: str, number: int, outlet: str | None) -> Iterator[Article | Unreadable]:
    if etree.QName(node).localname not in _ENTRY:
        yield from articles_in(node, name, number)
    elif (reading := _article(node, name, number, outlet)) is not None:
        yield reading


def _nodes(stream: BinaryIO) -> Iterator[Any]:
    """Every entry, and the title of the whole."""
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    events = etree.iterparse(stream, events=("start", "end"), remove_comments=True, remove_pis=True, **safe)
    number, wanted = 0, frozenset(_ENTRY)
    for event, node in events:
        number += 1
        if number == 1 and node.getparent() is None and event == "start":
            wanted = _check(node)
        if number > _MOST_NODES:
            raise RefusedError(f"One entry of the XML file, or what stands around it, has over {_MOST_NODES:,} parts.")
        tag = etree.QName(node).localname
        if event == "end" and (tag in wanted or (tag == "title" and _above(node) in ("channel", "feed"))):
            yield node
            number = 1


def _above(node: Any) -> str:
    above = node.getparent()
    return "" if above is None else str(etree.QName(above).localname)


def _check(root: Any) -> frozenset[str]:
    """The names of the elements that are entries below this root; refused where the root is of no known kind."""
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise RefusedError("The XML file declares entities of its own, which no feed needs; it is not read.")
    if etree.QName(root).localname not in _ROOTS:
        kind = etree.QName(root).localname[:60]
        raise RefusedError(f"The XML file is no feed, no export and no known corpus; its root is called {kind}.")
    entry = ROOTS.get(etree.QName(root).localname)
    return frozenset([entry] if entry else _ENTRY)


def _article(node: Any, name: str, number: int, outlet: str | None) -> Article | Unreadable | None:
    """The article of an entry; None for what was not published, and for pages, pictures, menus and settings."""
    if _NO_POST.match(_text_of(node, "post_type")) or _text_of(node, "status") not in ("", "publish"):
        return None
    title, link = _title(node), _link(node)
    full = node.findtext(_CONTENT) or _inner(node, "content")
    text = text_of(full or _inner(node, "description") or _inner(node, "summary"))
    where = f"{name}/{link or number}"
    if not text:
        return Unreadable(where, "The entry holds no text.")
    if not full and len(text) < _LEAST:
        return Unreadable(where, "The entry carries no article but a teaser; give the feed's web address instead.")
    if title and text.split("\n", 1)[0].casefold() != title.casefold():
        text = f"{title}\n\n{text}"
    dates = (_text_of(node, tag) for tag in ("pubDate", "post_date", "published", "date", "updated"))
    sections = (kind for kind in node.iterfind("{*}category") if kind.get("domain", "category") == "category")
    section = next((_flat(kind.text or kind.get("term")) for kind in sections), "")
    return Article(
        id=link or f"{name}:{number}",
        text=text,
        title=title or None,
        outlet=outlet,
        published=next((day for day in map(iso_date, dates) if day), None),
        url=link or None,
        author=_text_of(node, "creator") or _text_of(node, "author/{*}name") or _text_of(node, "author") or None,
        extra={"section": section} if section else {},
    )


def _title(node: Any) -> str:
    """The title of an entry, which Atom may give as HTML."""
    title = _text_of(node, "title")
    marked = next((part.get("type") for part in node.iterfind("{*}title")), None) in ("html", "xhtml")
    return _flat(text_of(_inner(node, "title"))) if marked else title


def _text_of(node: Any, tag: str) -> str:
    return _flat(node.findtext(f"{{*}}{tag}"))


def _flat(text: str | None) -> str:
    return without_surrogates(" ".join((text or "").split()))[:1000]


def _inner(node: Any, tag: str) -> str:
    """The content of an element, whether its markup is escaped or stands in it."""
    found = node.find(f"{{*}}{tag}")
    if found is None:
        return ""
    inside = "".join(etree.tostring(part, encoding="unicode") for part in found)
    return (found.text or "") + inside


def _link(node: Any) -> str:
    """The web address of an entry."""
    links = (link for link in node.iterfind("{*}link") if link.get("rel", "alternate") == "alternate")
    found = next((_flat(link.get("href") or link.text) for link in links), "")
    return found if found.lower().startswith(("http://", "https://")) else ""


def _forget(node: Any) -> None:
    """Free an entry that was read, and the one before it, which iterating no longer needs."""
    node.clear()
    before = node.getprevious()
    if before is not None and etree.QName(before).localname in (*_ENTRY, *ROOTS.values()):
        node.getparent().remove(before)
