"""Fetches a page from the open web: public addresses only, within limits, and as robots.txt allows."""

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from importlib.metadata import version
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

AGENT = f"quellenlage/{version('quellenlage')}"
"""The name by which robots.txt may address us."""
MOST_BYTES = 10_000_000
_HOPS = 5
_PATIENCE = 20.0
"""Seconds for one step of the connection."""
_DEADLINE = 60.0
"""Seconds for the whole of one page."""
_LONGEST_PAUSE = 10.0
_CHUNK = 1 << 16
_MOVED = {301, 302, 303, 307, 308}
_SPELLED = "".join(map(chr, range(0x21, 0x7F)))
"""What stands in addresses as it is; umlauts and blanks are spelt out."""
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")

Admits = Callable[[str], bool]


class FetchError(Exception):
    """Why an address gives no page, as an English sentence."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: where it was found in the end, its media type, its bytes."""

    url: str
    kind: str
    data: bytes


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the open internet, whatever it is wrapped in."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if ip in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if ip.is_site_local or ip.is_reserved:
            return False
    return ip.is_global and not ip.is_multicast


@dataclass(slots=True)
class Fetcher:
    """Fetches pages one after the other and remembers what every site's robots.txt says.

    ``admits`` tells to which IP addresses connections may go. It is asked once the connection stands and before
    anything is sent, so that no name can lead elsewhere between question and answer.
    """

    admits: Admits = is_public
    pause: float = 1.0
    """Seconds between two pages of one site, where its robots.txt asks for no more."""
    _last: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def fetch(self, url: str) -> Fetched:
        """The page at a web address; raises ``FetchError`` with the reason where there is none."""
        for _ in range(_HOPS + 1):
            parts = _checked(url)
            rules = self._rules(parts.scheme, parts.netloc)
            if not rules.can_fetch(AGENT, url):
                raise FetchError("The site's robots.txt does not allow to read this page.")
            self._wait(parts.netloc, float(rules.crawl_delay(AGENT) or 0))
            status, headers, data = self._get(url)
            if status not in _MOVED:
                if status != 200:
                    raise FetchError(f"The site answered with status {status}.")
                return Fetched(url, headers.get_content_type(), data)
            url = urljoin(url, headers.get("Location") or "")
        raise FetchError(f"The address leads on more than {_HOPS} times.")

    def _rules(self, scheme: str, site: str) -> RobotFileParser:
        key = f"{scheme}://{site}"
        if key not in self._robots:
            rules = RobotFileParser()
            status, data = self._robots_txt(f"{key}/robots.txt")
            # RFC 9309: without a file everything is allowed; where the site fails, nothing is.
            closed = status >= 500 or status in (401, 403)
            lines = data.decode("utf-8", "replace").splitlines() if status == 200 else []
            rules.parse(["User-agent: *", "Disallow: /"] if closed else lines)
            self._robots[key] = rules
        return self._robots[key]

    def _wait(self, site: str, asked: float) -> None:
        """Let the pause go by since the last page of a site."""
        pause = max(self.pause, min(asked, _LONGEST_PAUSE))
        time.sleep(max(0.0, self._last.get(site, -pause) + pause - time.monotonic()))
        self._last[site] = time.monotonic()

    def _robots_txt(self, url: str) -> tuple[int, bytes]:
        for _ in range(_HOPS + 1):
            status, headers, data = self._get(url)
            if status not in _MOVED:
                return status, data
            url = urljoin(url, headers.get("Location") or "")
            _checked(url)
        return 404, b""

    def _get(self, url: str) -> tuple[int, http.client.HTTPMessage, bytes]:
        parts = _checked(url)
        deadline = time.monotonic() + _DEADLINE
        kind = _Secure if parts.scheme == "https" else _Plain
        connection = kind(parts.hostname or "", parts.port, self.admits)
        try:
            target = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_SPELLED)
            headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept-Language": "de"}
            connection.request("GET", target, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, _unpacked(answer, deadline)
        except FetchError:
            raise
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise FetchError(f"The page could not be fetched ({error or type(error).__name__}).") from error
        finally:
            connection.close()


def _checked(url: str) -> SplitResult:
    """The parts of a web address; ``FetchError`` where it is none."""
    try:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https") and parts.hostname and (parts.port or 1) > 0:
            return parts
    except ValueError:
        pass
    raise FetchError("This is no web address that begins with http:// or https://.")


def _admit(sock: socket.socket, admits: Admits) -> None:
    if not admits(sock.getpeername()[0]):
        raise FetchError("The address leads into a private network; only public ones are read.")


class _Plain(HTTPConnection):
    """A connection that looks whom it reached before it says anything."""

    def __init__(self, host: str, port: int | None, admits: Admits) -> None:
        super().__init__(host, port, timeout=_PATIENCE)
        self._admits = admits

    def connect(self) -> None:
        super().connect()
        _admit(self.sock, self._admits)


class _Secure(HTTPSConnection):
    """The same with TLS; the look comes before the handshake."""

    def __init__(self, host: str, port: int | None, admits: Admits) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, port, timeout=_PATIENCE, context=self._tls)
        self._admits = admits

    def connect(self) -> None:
        HTTPConnection.connect(self)
        _admit(self.sock, self._admits)
        self.sock = self._tls.wrap_socket(self.sock, server_hostname=self.host)


def _unpacked(answer: HTTPResponse, deadline: float) -> bytes:
    """The body, unpacked, within limits of size and time."""
    packed = answer.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip")
    unpacker = zlib.decompressobj(wbits=31) if packed else None
    data = bytearray()
    for chunk in _chunks(answer):
        data += unpacker.decompress(chunk, MOST_BYTES + 1 - len(data)) if unpacker else chunk
        if len(data) > MOST_BYTES:
            raise FetchError(f"The page is larger than {MOST_BYTES // 1_000_000} MB.")
        if time.monotonic() > deadline:
            raise FetchError(f"The page did not arrive within {_DEADLINE:.0f} seconds.")
    return bytes(data)


def _chunks(answer: HTTPResponse) -> Iterable[bytes]:
    return iter(lambda: answer.read1(_CHUNK), b"")
