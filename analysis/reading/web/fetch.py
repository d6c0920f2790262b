"""Fetches a page from the open web: public addresses only, within limits, and as robots.txt allows."""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
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
_CUT = "The page arrived only in part: the connection ended too early."
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
        kind = _Secure if parts.scheme == "https" else _Plain
        clock = _Clock(_DEADLINE)
        connection = kind(parts.hostname or "", parts.port, self.admits, clock)
        try:
            target = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_SPELLED)
            headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Accept-Language": "de"}
            connection.request("GET", target, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, _unpacked(answer, clock)
        except FetchError:
            raise
        except http.client.IncompleteRead as error:
            raise FetchError(clock.reason or _CUT) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            reason = f"The page could not be fetched ({error or type(error).__name__})."
            raise FetchError(clock.reason or reason) from error
        finally:
            clock.stop()
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


class _Clock:
    """Cuts a connection when its time is up, whatever it is doing then: its handshake, headers or lines of chunks.

    A server that sends a byte now and then keeps every single step within its time.
    """

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self._timer: threading.Timer | None = None

    def watch(self, connected: socket.socket) -> None:
        """Cut this connection at the end."""
        # A handle of its own: TLS takes the first one over.
        handle = connected.dup()
        self._timer = threading.Timer(max(0.0, self._end - time.monotonic()), _cut, [handle])
        self._timer.daemon = True
        self._timer.start()
        self._handle = handle

    def stop(self) -> None:
        """Cut nothing any more."""
        if self._timer is not None:
            self._timer.cancel()
            self._handle.close()

    @property
    def reason(self) -> str:
        """That the time is up, as a sentence; empty before."""
        up = time.monotonic() >= self._end
        return f"The page did not arrive within {_DEADLINE:.0f} seconds." if up else ""


def _cut(handle: socket.socket) -> None:
    with suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)


class _Plain(HTTPConnection):
    """A connection that looks whom it reached before it says anything."""

    def __init__(self, host: str, port: int | None, admits: Admits, clock: _Clock) -> None:
        super().__init__(host, port, timeout=_PATIENCE)
        self._admits, self._clock = admits, clock

    def connect(self) -> None:
        super().connect()
        self._clock.watch(self.sock)
        _admit(self.sock, self._admits)


class _Secure(HTTPSConnection):
    """The same with TLS; the look comes before the handshake."""

    def __init__(self, host: str, port: int | None, admits: Admits, clock: _Clock) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, port, timeout=_PATIENCE, context=self._tls)
        self._admits, self._clock = admits, clock

    def connect(self) -> None:
        HTTPConnection.connect(self)
        self._clock.watch(self.sock)
        _admit(self.sock, self._admits)
        self.sock = self._tls.wrap_socket(self.sock, server_hostname=self.host)


def _unpacked(answer: HTTPResponse, clock: _Clock) -> bytes:
    """The body, unpacked, within limits of size and time; ``FetchError`` where it is not whole."""
    packed = answer.headers.get("Content-Encoding", "").lower() in ("gzip", "x-gzip")
    unpacker = zlib.decompressobj(wbits=31) if packed else None
    data, arrived = bytearray(), 0
    for chunk in _chunks(answer):
        arrived += len(chunk)
        if clock.reason:
            raise FetchError(clock.reason)
        try:
            data += unpacker.decompress(chunk, MOST_BYTES + 1 - len(data)) if unpacker else chunk
        except zlib.error as error:
            raise FetchError("The page cannot be unpacked.") from error
        if max(len(data), arrived) > MOST_BYTES:
            raise FetchError(f"The page is larger than {MOST_BYTES // 1_000_000} MB.")
    if answer.length or (unpacker is not None and arrived and not unpacker.eof):
        raise FetchError(clock.reason or _CUT)
    if clock.reason:  # a connection that was cut looks like one that came to its end
        raise FetchError(clock.reason)
    return bytes(data)


def _chunks(answer: HTTPResponse) -> Iterable[bytes]:
    return iter(lambda: answer.read1(_CHUNK), b"")
