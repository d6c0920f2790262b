"""Turns bytes into text: finds the encoding of German pages, and tells binary files apart."""

import codecs
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from typing import BinaryIO

from analysis.reading.raw.records import RefusedError

_BOMS = (
    # UTF-32 first: its little-endian mark begins with the one of UTF-16.
    (BOM_UTF32_LE, "utf-32"), (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_MAGIC = (
    (b"%PDF-", "a PDF file; let its name end in .pdf"),
    (b"PK\x03\x04", "a ZIP or Office file; let its name end in .zip, .docx, .odt, .xlsx, .ods or .epub"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; let its name end in .xls, or save its text as .txt"),
    (b"{\\rtf", "an RTF file; let its name end in .rtf"),
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip file; let its name end in .gz"), (b"7z\xbc\xaf", "a 7-Zip file; unpack it first"),
    (b"PAR1", "a Parquet file; let its name end in .parquet"),
    (b"SQLite format 3", "an SQLite database"), (b"\x7fELF", "a program"),
)  # fmt: skip
_LEGACY = ("cp1252", "mac_roman", "cp850")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_EIGHT_BIT = re.compile(r"windows-125\d|cp\d{3,4}|iso-?8859-\d+|latin-?\d|mac\w*|us-ascii|koi8-[ru]", re.IGNORECASE)
_HEAD = 4096
_CHUNK = 1 << 20
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UMLAUT = re.compile("[a-zäöüß][äöüß]|[äöüß][a-zäöü]|[ÄÖÜ][a-zäöü]|\\bü|„\\w|[\\w.!?,]“|»\\w|[\\w.!?,]«|\\w’\\w| – ")
_ODD = re.compile("[^\x00-\x7fäöüÄÖÜß„“”‚‘’»«›‹–—…éèêëàâáåãçñíìîïóòôõúùûøØÉÈÀÁÇÅ§°²³€£·•©®™\xa0\xad½¼¾´µ×šžŠŽ]")


def binary_reason(head: bytes) -> str | None:
    """Why a file that begins with ``head`` is no text, as the end of a sentence; None if it may be text."""
    for magic, reason in _MAGIC:
        if head.startswith(magic):
            return reason
    if _bom(head) or _wide(head):
        return None
    controls = len(_CONTROL.findall(head.decode("latin-1")))
    if b"\x00" in head or controls * 50 > len(head):
        return "a binary file, not text"
    return None


def detect_encoding(stream: BinaryIO) -> str:
    """The encoding of a seekable stream, which is left at its start.

    In this order: byte order mark, UTF-16 seen by its zero bytes, strict UTF-8, what HTML or XML declares,
    and the 8-bit encoding in which most umlauts and quotation marks stand where German has them. Memory
    stays flat.
    """
    stream.seek(0)
    head = stream.read(_HEAD)
    stream.seek(0)
    found = _bom(head) or _wide(head)
    if found:
        return found
    sample = _not_utf8(stream)
    stream.seek(0)
    if sample is None:
        return "utf-8"
    return _declared(head) or _guess(sample)


def decode(data: bytes, encoding: str) -> str:
    """``data`` as text in an encoding that ``detect_encoding`` named; undecodable bytes become U+FFFD."""
    return without_surrogates(data.decode(encoding, errors="replace"))


def without_surrogates(text: str) -> str:
    """``text`` with lone surrogates replaced one for one by U+FFFD: no file or database can hold them."""
    return text if text.isascii() else re.sub("[\ud800-\udfff]", "\ufffd", text)


def _bom(head: bytes) -> str | None:
    return next((name for mark, name in _BOMS if head.startswith(mark)), None)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: one byte of nearly every pair is zero in European text."""
    pairs = len(head) // 2
    if pairs < 2:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0) / pairs, head[1 : 2 * pairs : 2].count(0) / pairs
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else None


def _not_utf8(stream: BinaryIO) -> bytes | None:
    """None if the stream is UTF-8, a few damaged bytes forgiven; else bytes around the first that is not."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    sample, damaged, sound = b"", 0, 0
    while chunk := _next(stream):
        if chunk.isascii():
            decoder.decode(chunk)
            continue
        text = decoder.decode(chunk)
        bad = text.count("\ufffd") - chunk.count(b"\xef\xbf\xbd")
        if bad > 0 and not sample:
            sample = _around(chunk)
        damaged += max(bad, 0)
        sound += len(text) - len(text.encode("ascii", "ignore")) - max(bad, 0)
    if decoder.decode(b"", final=True):
        damaged += 1
    return None if damaged * 20 <= sound else (sample or b"")


def _next(stream: BinaryIO) -> bytes:
    """The next piece; where the stream refuses to go on, it ends here, and its reader will tell why."""
    try:
        return stream.read(_CHUNK)
    except RefusedError:
        return b""


def _around(chunk: bytes) -> bytes:
    match = re.search(rb"[\x80-\xff]", chunk)
    first = match.start() if match else 0
    return chunk[max(0, first - 1000) : first + 64_000]


def _declared(head: bytes) -> str | None:
    match = _DECLARED.search(head)
    return eight_bit(match.group(1).decode("ascii") if match else "")


def eight_bit(declared: str) -> str | None:
    """The 8-bit encoding that a page or its server names; None for others, and for names that mean nothing."""
    name = declared.lower()
    if not _EIGHT_BIT.fullmatch(name):
        return None
    if name.replace("-", "") in {"iso88591", "latin1", "usascii"}:
        # Browsers read these as Windows-1252, and pages count on it.
        return "cp1252"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _guess(sample: bytes) -> str:
    """The 8-bit encoding under which the sample looks most like German; Windows-1252 when in doubt."""

    def score(encoding: str) -> int:
        text = sample.decode(encoding, errors="replace")
        return len(_UMLAUT.findall(text)) - 2 * len(_ODD.findall(text))

    return max(_LEGACY, key=score)
