"""Reads articles from web addresses: single pages, and the pages that an RSS or Atom feed lists."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from analysis.model import Article
from analysis.reading.parsers.html import read_html
from analysis.reading.raw.dates import iso_date
from analysis.reading.raw.encoding import decode, detect_encoding
from analysis.reading.raw.records import Unreadable
from analysis.reading.web.fetch import Fetched, Fetcher, FetchError

_FEED_KINDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_XML_KINDS = ("application/xml", "text/xml")
_PAGE_KINDS = ("text/html", "application/xhtml+xml")
_MOST_ENTRIES = 200
_WHOLE = 1_000
"""Characters from which what a feed carries of an article is taken for the whole of it."""


def is_address(path: str) -> bool:
    """Whether an input is a web address rather than a file."""
    return path.lower().startswith(("http://", "https://"))


def read_address(url: str, fetcher: Fetcher | None = None) -> Iterator[Article | Unreadable]:
    """The article of a page, or those of a feed; what cannot be fetched is reported and the rest goes on."""
    fetcher = fetcher or Fetcher()
    try:
        found = fetcher.fetch(url)
    except FetchError as error:
        yield Unreadable(url, str(error))
        return
    if _is_feed(found):
        yield from _read_feed(url, found, fetcher)
    else:
        yield _page(url, found)


def _page(url: str, found: Fetched) -> Article | Unreadable:
    if found.kind not in (*_PAGE_KINDS, "text/plain"):
        return Unreadable(url, f"This is no web page but {found.kind}; save it and read the file.")
    text = decode(found.data, detect_encoding(io.BytesIO(found.data)))
    if found.kind == "text/plain":
        return Article(id=url, text=text, url=url) if text.strip() else Unreadable(url, "The page is empty.")
    article = read_html(url, text)
    return replace(article, url=article.url or found.url) if isinstance(article, Article) else article


def _is_feed(found: Fetched) -> bool:
    head = found.data[:1_000].lower()
    return found.kind in _FEED_KINDS or (
        found.kind in (*_XML_KINDS, "text/plain") and (b"<rss" in head or b"<feed" in head or b"<rdf" in head)
    )


def _read_feed(url: str, found: Fetched, fetcher: Fetcher) -> Iterator[Article | Unreadable]:
    import feedparser

    # As a stream: bytes that spell the path of a file would have that file opened.
    feed = feedparser.parse(io.BytesIO(found.data), sanitize_html=False)
    if not feed.entries:
        yield Unreadable(url, "The feed lists no articles.")
    for entry in feed.entries[:_MOST_ENTRIES]:
        article = _entry(url, entry, fetcher)
        if isinstance(article, Article):
            article = replace(
                article,
                outlet=article.outlet or feed.feed.get("title") or None,
                title=article.title or entry.get("title") or None,
                published=article.published or iso_date(entry.get("published") or entry.get("updated") or ""),
                author=article.author or entry.get("author") or None,
            )
        yield article


def _entry(url: str, entry: Any, fetcher: Fetcher) -> Article | Unreadable:
    """What a feed carries of an article where that is the whole, else the page that it leads to."""
    link = entry.get("link") or ""
    carried = max((part.get("value") or "" for part in entry.get("content", ())), key=len, default="")
    if len(carried) >= _WHOLE:
        article = read_html(link or url, f"<html><body><article>{carried}</article></body></html>")
        if isinstance(article, Article):
            return replace(article, url=link or None)
    if not is_address(link):
        return Unreadable(url, f"The entry “{entry.get('title', '')}” leads to no page.")
    try:
        return _page(link, fetcher.fetch(link))
    except FetchError as error:
        return Unreadable(link, str(error))
