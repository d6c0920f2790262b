"""Reads web archives (WARC), such as Common Crawl's news: every page that was delivered is an article."""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any, BinaryIO

from analysis.model import Article
from analysis.reading.apart.items import guarded
from analysis.reading.parsers.html import read_html
from analysis.reading.raw.encoding import decode, detect_encoding, eight_bit
from analysis.reading.raw.records import RefusedError, Unreadable

_KINDS = ("text/html", "application/xhtml+xml")
_LARGEST = 8 << 20
"""Bytes of the largest page."""


def read_warc(name: str, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """The article of every HTML page answered with status 200; its address is its id.

    The day on which a page was fetched is not taken for its date, but kept as ``fetched``.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    told = False
    try:
        # The answer of the server is looked at in the guard: what stands in it must not end the whole file.
        archive = ArchiveIterator(stream, no_record_parse=True)
        for number, record in enumerate(archive):
            for reading in guarded(number, _where(name, record), partial(_readings, name, record, archive.loader)):
                told = True
                yield reading
            _check_end(record)
    except (ArchiveLoadFailed, EOFError) as error:
        raise RefusedError("The WARC file is damaged or cut off; the records before were read.") from error
    if not told:
        raise RefusedError("The WARC file holds no HTML page that was delivered (status 200).")


def _where(name: str, record: Any) -> str:
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    return f"{name}/{url[:300]}"


def _readings(name: str, record: Any, loader: Any) -> Iterator[Article | Unreadable]:
    """The article of a record; nothing where it holds no page that was delivered."""
    if record.rec_type != "response":
        return
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    record.http_headers = loader.load_http_headers(record.rec_type, url, record.raw_stream, record.length)
    if _is_page(record):
        yield _article(_where(name, record), url, record)


def _is_page(record: Any) -> bool:
    if record.http_headers is None:
        return False
    kind = (record.http_headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
    return kind in _KINDS and record.http_headers.get_statuscode() == "200"


def _check_end(record: Any) -> None:
    """Refuse a record that is shorter than it says."""
    while record.raw_stream.read(1 << 16):
        pass
    if record.raw_stream.limit > 0:
        raise EOFError


def _article(where: str, url: str, record: Any) -> Article | Unreadable:
    try:
        data = record.content_stream().read(_LARGEST + 1)
    except Exception as error:  # What servers send is packed wrongly in ways no list covers.
        return Unreadable(where, f"The page cannot be unpacked ({type(error).__name__}).")
    if len(data) > _LARGEST:
        return Unreadable(where, f"The page is larger than {_LARGEST >> 20} MB.")
    charset = (record.http_headers.get_header("Content-Type") or "").lower()
    article = read_html(where, decode(data, _encoding(data, charset)))
    if isinstance(article, Unreadable):
        return article
    fetched = (record.rec_headers.get_header("WARC-Date") or "")[:10]
    extra = {**article.extra, "fetched": fetched} if fetched else article.extra
    return replace(article, id=url or article.id, url=url or article.url, extra=extra)


def _encoding(data: bytes, header: str) -> str:
    """What the bytes tell; the header of the answer decides only where they declare nothing themselves."""
    found = detect_encoding(io.BytesIO(data))
    declared = header.partition("charset=")[2].split(";")[0].strip("\"' ")
    if found == "utf-8" or b"charset" in data[:4096].lower():
        return found
    return eight_bit(declared) or found
