"""Web addresses: pages and feeds from a server of our own, and what is not fetched."""

import gzip
import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from analysis.model import Article
from analysis.reading.raw.records import Unreadable
from analysis.reading.web import fetch
from analysis.reading.web.addresses import is_address, read_address
from analysis.reading.web.fetch import AGENT, Fetcher, FetchError, is_public

BODY = "<p>Die Ministerin sagte, der Tunnel werde im Mai gesperrt. Das ist ein erfundener Demotext.</p>" * 12
PAGE = f"""<html lang="de"><head><title>Tunnel gesperrt</title>
<meta property="og:site_name" content="Nordlicht"><meta property="article:section" content="Politik">
<meta property="article:published_time" content="2026-03-05T08:00:00+01:00">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "author": {{"name": "dpa"}}}}]}}</script>
</head><body><article><h1>Tunnel gesperrt</h1>{BODY}</article></body></html>"""
FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Kurier</title>
<item><title>Tunnel gesperrt</title><link>BASE/page</link><pubDate>Thu, 05 Mar 2026 09:00:00 +0100</pubDate></item>
<item><title>Ganz im Feed</title><link>BASE/nowhere</link><content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Weg</title><link>BASE/missing</link></item><item><title>Ohne Adresse</title></item>
</channel></rss>"""


class Site(BaseHTTPRequestHandler):
    """What our own server has under its paths."""

    robots = "User-agent: *\nDisallow: /secret"
    path = ""
    seen: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        Site.seen.append(self.headers["User-Agent"])
        base = f"http://127.0.0.1:{self.server.server_address[1]}"
        answers: dict[str, tuple[int, str, bytes]] = {
            "/robots.txt": (200, "text/plain", Site.robots.encode()),
            "/page": (200, "text/html; charset=utf-8", PAGE.encode()),
            "/plain": (200, "text/plain", "Überschrift\n\nEin Satz.".encode()),
            "/feed": (200, "application/rss+xml", FEED.replace("BASE", base).encode()),
            "/empty": (200, "application/rss+xml", b"<rss><channel></channel></rss>"),
            "/secret": (200, "text/html", b"<html>"),
            "/stra%C3%9Fe%20neu": (200, "text/html; charset=utf-8", PAGE.encode()),
            "/path": (200, "application/rss+xml", Site.path.encode()),
            "/picture": (200, "image/png", b"\x89PNG"),
            "/huge": (200, "text/html", b"x" * 5000),
            "/moved": (302, "/page", b""),
            "/round": (302, "/round", b""),
            "/inside": (302, "http://127.0.0.2:1/", b""),
            "/file": (302, "file:///etc/passwd", b""),
        }
        status, kind, data = answers.get(self.path, (404, "text/plain", b""))
        self.send_response(status)
        if status == 302:
            self.send_header("Location", kind)
        else:
            self.send_header("Content-Type", kind)
            if "gzip" in self.headers.get("Accept-Encoding", "") and self.path in ("/page", "/huge"):
                data = gzip.compress(data)
                self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Keeps the tests' output clean."""


@pytest.fixture
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Site.robots, Site.seen = "User-agent: *\nDisallow: /secret", []
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def trusting() -> Fetcher:
    """A fetcher that lets our own server pass, and nobody else in this machine."""
    return Fetcher(admits=lambda address: address == "127.0.0.1", pause=0.0)


def test_a_page_with_its_metadata(base: str) -> None:
    (article,) = read_address(f"{base}/moved", trusting())
    assert isinstance(article, Article)
    assert (article.title, article.outlet) == ("Tunnel gesperrt", "Nordlicht")
    assert article.published is not None
    assert article.published.startswith("2026-03-05")
    assert article.url == f"{base}/page"
    assert article.extra == {"section": "Politik", "agency": "dpa"}
    assert article.text.startswith("Tunnel gesperrt\n\nDie Ministerin sagte")
    assert set(Site.seen) == {AGENT}


def test_a_feed_gives_its_articles_and_the_rest_goes_on(base: str) -> None:
    found = list(read_address(f"{base}/feed", trusting()))
    articles = [item for item in found if isinstance(item, Article)]
    assert [(a.title, a.outlet) for a in articles] == [("Tunnel gesperrt", "Nordlicht"), ("Ganz im Feed", "Kurier")]
    problems = [item for item in found if isinstance(item, Unreadable)]
    assert [(item.file, item.reason) for item in problems] == [
        (f"{base}/missing", "The site answered with status 404."),
        (f"{base}/feed", "The entry “Ohne Adresse” leads to no page."),
    ]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "status 404"),
        ("/secret", "robots.txt does not allow"),
        ("/picture", "no web page but image/png"),
        ("/round", "leads on more than 5 times"),
        ("/inside", "private network|could not be fetched"),
        ("/file", "no web address that begins with http"),
        ("/empty", "lists no articles"),
    ],
)
def test_what_gives_no_article_is_told(base: str, path: str, reason: str) -> None:
    (problem,) = read_address(base + path, trusting())
    assert isinstance(problem, Unreadable)
    assert problem.file == base + path
    assert re.search(reason, problem.reason)


def test_an_address_with_umlauts_and_blanks(base: str) -> None:
    (article,) = read_address(f"{base}/straße neu", trusting())
    assert isinstance(article, Article)
    assert article.title == "Tunnel gesperrt"


def test_a_feed_that_is_the_path_of_a_file_opens_no_file(base: str, tmp_path: Path) -> None:
    file = tmp_path / "privat.xml"
    file.write_text(FEED, encoding="utf-8")
    Site.path = str(file)
    (problem,) = read_address(f"{base}/path", trusting())
    assert isinstance(problem, Unreadable)
    assert problem.reason == "The feed lists no articles."


def test_pages_of_one_site_are_asked_for_with_a_pause(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Site.robots = "User-agent: *\nCrawl-delay: 3"
    waits: list[float] = []
    monkeypatch.setattr(fetch.time, "sleep", waits.append)
    fetcher = trusting()
    fetcher.fetch(f"{base}/page")
    fetcher.fetch(f"{base}/plain")
    assert waits[0] == 0.0
    assert 2.0 < waits[1] <= 3.0


def test_a_page_too_large_is_left(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "MOST_BYTES", 1000)
    with pytest.raises(FetchError, match="larger than"):
        trusting().fetch(f"{base}/huge")


def test_a_page_that_dawdles_is_left(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_DEADLINE", 0.0)
    with pytest.raises(FetchError, match="within 0 seconds"):
        trusting().fetch(f"{base}/page")


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@contextmanager
def answering(*pieces: bytes, again: bytes = b"") -> Iterator[str]:
    """A server that sends these pieces whatever it is asked, and then ``again`` every now and then for good."""
    listening = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def answer() -> None:
        with suppress(OSError):
            while not ended.is_set():
                asked, _ = listening.accept()
                with asked, suppress(OSError):
                    asked.recv(1 << 16)
                    for piece in pieces:
                        asked.sendall(piece)
                    while again and not ended.wait(0.02):
                        asked.sendall(again)

    threading.Thread(target=answer, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        ended.set()
        listening.close()


@pytest.mark.parametrize(
    ("pieces", "again"),
    [
        ([b"HTTP/1.1 200 OK\r\nX-Slow: "], b"x"),
        ([], b"HTTP/1.1 100 Continue\r\n\r\n"),
        ([HEAD, b"Transfer-Encoding: chunked\r\n\r\n5;"], b"x"),
        ([HEAD, b"Content-Length: 5000\r\n\r\n"], b"x"),
    ],
    ids=["headers", "continue", "chunks", "body"],
)
def test_no_page_takes_longer_than_its_time(pieces: list[bytes], again: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_DEADLINE", 0.4)
    monkeypatch.setattr(Fetcher, "_robots_txt", lambda self, url: (404, b""))
    with answering(*pieces, again=again) as url:
        before = time.monotonic()
        with pytest.raises(FetchError, match="did not arrive within"):
            trusting().fetch(url)
        assert time.monotonic() - before < 5


@pytest.mark.parametrize(
    "pieces",
    [
        [HEAD, b"Content-Length: 5000\r\n\r\n", b"<p>Der Anfang"],
        [HEAD, b"Transfer-Encoding: chunked\r\n\r\n", b"20\r\n<p>Der Anfang"],
        [HEAD, b"Transfer-Encoding: chunked\r\n\r\n", b"3\r\n<p>\r\n"],
        [HEAD, b"Content-Encoding: gzip\r\n\r\n", gzip.compress(PAGE.encode())[:100]],
    ],
    ids=["length", "inside a chunk", "between chunks", "gzip"],
)
def test_a_page_that_arrives_in_part_is_no_page(pieces: list[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Fetcher, "_robots_txt", lambda self, url: (404, b""))
    with answering(*pieces) as url, pytest.raises(FetchError, match="only in part"):
        trusting().fetch(url)


def test_a_private_address_is_told_nothing(base: str) -> None:
    (problem,) = read_address(f"{base}/page")
    assert isinstance(problem, Unreadable)
    assert "private network" in problem.reason
    assert Site.seen == []


def test_a_site_whose_robots_fail_is_left_alone(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Fetcher, "_robots_txt", lambda self, url: (503, b""))
    with pytest.raises(FetchError, match=r"robots\.txt"):
        trusting().fetch(f"{base}/page")


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.0.0.0", "224.0.0.1", "100.64.0.1", "::1",
     "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::",
     "::127.0.0.1", "64:ff9b:1::a00:1", "fec0::1"],
)  # fmt: skip
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["9.9.9.9", "2620:fe::fe", "::ffff:9.9.9.9"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("url", ["ftp://x.de/a", "http://", "http://[", "http://x.de:99999/", "javascript:1"])
def test_no_web_address(url: str) -> None:
    with pytest.raises(FetchError, match="no web address"):
        Fetcher().fetch(url)


def test_addresses_and_files_are_told_apart() -> None:
    assert is_address("HTTPS://example.org/a")
    assert not is_address("https.txt")
