"""Reads articles from web addresses: single pages, and the pages that an RSS or Atom feed lists."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from analysis.model import Article
from analysis.reading.apart.messages import VALUE, reading_of
from analysis.reading.apart.readers import Request, ask
from analysis.reading.raw.dates import iso_date
from analysis.reading.raw.records import Unreadable
from analysis.reading.web.fetch import Fetched, Fetcher, FetchError
from analysis.reading.web.pages import PAGES

_FEED_KINDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
_XML_KINDS = ("application/xml", "text/xml")
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
    if found.kind not in (*PAGES, "text/plain"):
        return Unreadable(url, f"This is no web page but {found.kind}; save it and read the file.")
    article = _taken_apart(url, found.kind, found.data)
    return replace(article, url=article.url or found.url) if isinstance(article, Article) else article


def _taken_apart(url: str, kind: str, data: bytes) -> Article | Unreadable:
    """The article of a page; the page is read in a process apart."""
    for answer in ask([Request("page", url, data, {"type": kind})]):
        return answer if isinstance(answer, Unreadable) else reading_of(answer)
    return Unreadable(url, "No article text was found in the page; copy the article into a .txt file.")


def _is_feed(found: Fetched) -> bool:
    head = found.data[:1_000].lower()
    return found.kind in _FEED_KINDS or (
        found.kind in (*_XML_KINDS, "text/plain") and (b"<rss" in head or b"<feed" in head or b"<rdf" in head)
    )


def _read_feed(url: str, found: Fetched, fetcher: Fetcher) -> Iterator[Article | Unreadable]:
    answers = list(ask([Request("feed", url, found.data)]))
    if not answers:
        yield Unreadable(url, "The feed lists no articles.")
    for answer in answers:
        if isinstance(answer, Unreadable):
            yield answer
            continue
        if answer[0] != VALUE:
            yield reading_of(answer)
            continue
        yield _entry(url, answer[1], fetcher)


def _entry(url: str, entry: Mapping[str, str], fetcher: Fetcher) -> Article | Unreadable:
    """The article of an entry; what its page does not tell is as the feed says."""
    article = _article(url, entry, fetcher)
    if isinstance(article, Unreadable):
        return article
    return replace(
        article,
        outlet=article.outlet or entry["outlet"] or None,
        title=article.title or entry["title"] or None,
        published=article.published or iso_date(entry["published"]),
        author=article.author or entry["author"] or None,
    )


def _article(url: str, entry: Mapping[str, str], fetcher: Fetcher) -> Article | Unreadable:
    """What a feed carries of an article where that is the whole, else the page that it leads to."""
    link, carried = entry["link"], entry["carried"]
    if len(carried) >= _WHOLE:
        page = f"<html><body><article>{carried}</article></body></html>"
        article = _taken_apart(link or url, PAGES[0], page.encode())
        if isinstance(article, Article):
            return replace(article, url=link or None)
    if not is_address(link):
        return Unreadable(url, f"The entry “{entry['title']}” leads to no page.")
    try:
        return _page(link, fetcher.fetch(link))
    except FetchError as error:
        return Unreadable(link, str(error))
