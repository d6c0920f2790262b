"""Takes apart what an address gave: a page, or the entries of a feed."""

import io
from collections.abc import Iterator
from typing import Any

from analysis.model import Article
from analysis.reading.parsers.html import read_html
from analysis.reading.raw.encoding import decode, detect_encoding, without_surrogates
from analysis.reading.raw.records import Unreadable

PAGES = ("text/html", "application/xhtml+xml")
_MOST_ENTRIES = 200


def read_page(url: str, kind: str, data: bytes) -> Article | Unreadable:
    """The article of a page of the media type ``kind``: HTML or plain text."""
    text = decode(data, detect_encoding(io.BytesIO(data)))
    if kind == "text/plain":
        return Article(id=url, text=text, url=url) if text.strip() else Unreadable(url, "The page is empty.")
    return read_html(url, text)


def feed_entries(data: bytes) -> Iterator[dict[str, str]]:
    """The first 200 entries of a feed, each with link, title, date, author, what it carries, and the feed's title."""
    import feedparser

    # As a stream: bytes that spell the path of a file would have that file opened.
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False)
    outlet = _text(feed.feed.get("title"))
    for entry in feed.entries[:_MOST_ENTRIES]:
        carried = (_text(part.get("value")) for part in entry.get("content", ()))
        yield {
            "link": _text(entry.get("link")),
            "title": _text(entry.get("title")),
            "published": _text(entry.get("published") or entry.get("updated")),
            "author": _text(entry.get("author")),
            "carried": max(carried, key=len, default=""),
            "outlet": outlet,
        }


def _text(value: Any) -> str:
    return without_surrogates(value) if isinstance(value, str) else ""
