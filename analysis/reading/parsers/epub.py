"""Reads EPUB books and electronic papers: every chapter that holds text is an article."""

import io
import posixpath
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any, BinaryIO
from urllib.parse import unquote

from analysis.model import Article
from analysis.reading.apart.items import guarded
from analysis.reading.parsers.markup import text_of
from analysis.reading.parsers.office import xml_of
from analysis.reading.raw.archives import check_sizes, open_zip
from analysis.reading.raw.dates import iso_date
from analysis.reading.raw.encoding import decode, detect_encoding
from analysis.reading.raw.records import RefusedError, Unreadable

_LEAST = 200
"""Characters from which a chapter is an article, and no cover, imprint or table of contents."""


def read_epub(name: str, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """An article for each chapter with enough text; the publisher or the book's title is its outlet."""
    archive = open_zip(stream)
    check_sizes(archive)
    names = set(archive.namelist())
    if "META-INF/encryption.xml" in names and "META-INF/rights.xml" in names:
        raise RefusedError("The book is protected against copying; its text cannot be read.")
    package = _package(archive)
    book = xml_of(archive.read(package))
    tell = {tag: " ".join((book.findtext(f".//{{*}}{tag}") or "").split()) for tag in
            ("title", "creator", "publisher", "date")}  # fmt: skip
    about = Article(
        id=name,
        text="",
        outlet=tell["publisher"] or tell["title"] or None,
        published=iso_date(tell["date"][:10]),
        author=tell["creator"] or None,
    )
    told = False
    for number, href in enumerate(_spine(book)):
        part = posixpath.normpath(posixpath.join(posixpath.dirname(package), unquote(href)))
        where = f"{name}/{part[-200:]}"
        if part not in names:
            yield Unreadable(where, "The book names this chapter but does not hold it.")
            continue
        for reading in guarded(number, where, partial(_readings, archive, part, about)):
            told = True
            yield reading
    if not told:
        raise RefusedError(f"No chapter of the book holds as many as {_LEAST} characters of text.")


def _readings(archive: Any, part: str, about: Article) -> Iterator[Article]:
    """The article of a chapter, if it is one."""
    text, title = _chapter(archive.read(part))
    if len(text) >= _LEAST:
        yield replace(about, id=f"{about.id}/{part}", text=text, title=title)


def _package(archive: Any) -> str:
    try:
        root = xml_of(archive.read("META-INF/container.xml")).find(".//{*}rootfile")
        path = "" if root is None else root.get("full-path", "")
        archive.getinfo(path)
    except KeyError as error:
        raise RefusedError("The book does not tell where its chapters are (META-INF/container.xml).") from error
    return str(path)


def _spine(book: Any) -> Iterator[str]:
    """The files of the chapters in reading order, without the table of contents."""
    items = {item.get("id"): item for item in book.iterfind(".//{*}manifest/{*}item")}
    for entry in book.iterfind(".//{*}spine/{*}itemref"):
        item = items.get(entry.get("idref"))
        if item is not None and "nav" not in (item.get("properties") or "").split() and item.get("href"):
            yield item.get("href")


def _chapter(data: bytes) -> tuple[str, str | None]:
    """The text of a chapter, and the heading with which it begins."""
    page = decode(data, detect_encoding(io.BytesIO(data)))
    text = text_of(page)
    first, _, rest = text.partition("\n")
    return text, first if rest and len(first) <= 200 and not first.endswith(".") else None
