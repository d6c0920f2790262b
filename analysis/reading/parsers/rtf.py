"""Reads RTF files: their paragraphs, and the downloads that databases give out in this form."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from analysis.model import Article
from analysis.reading.downloads.detect import doubts, read_download
from analysis.reading.raw.encoding import decode, without_surrogates
from analysis.reading.raw.records import RefusedError, Unreadable, whole

_FIELD = re.compile(r"\{(\\field)\{", re.IGNORECASE)
_PAGE = re.compile(r"\\page(?![a-zA-Z])")
_CELL = re.compile(r"\\(?:nest)?cell(?![a-zA-Z])")
_ODD = re.compile("[\x00-\x08\x0e-\x1f\xad]")


def read_rtf(name: str, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """The articles of an RTF file: of a download each, else the whole file as one."""
    text = rtf_text(whole(stream))
    if not text.strip():
        raise RefusedError("The document holds no text.")
    yield from read_download(name, text) or [_article(name, text)]


def rtf_text(data: bytes) -> str:
    """The text of an RTF file, a line for each paragraph and row of a table, its cells divided by tabs."""
    from striprtf.striprtf import rtf_to_text

    source = decode(data, "utf-8" if _is_utf8(data) else "cp1252")
    # Without the links' addresses, for which the library has a pattern that takes too long on hostile files.
    source = _PAGE.sub(r"\\'0c\\par", source)
    source = _CELL.sub(r"\\tab", _FIELD.sub(r"{\1 {", source))
    found: str = rtf_to_text(source, errors="replace")
    # Signs beyond the first plane are written as two halves.
    found = found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return without_surrogates(_ODD.sub("", found.replace("\u2011", "-")))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _article(name: str, text: str) -> Article:
    lines = (line.strip() for line in text.split("\n"))
    return Article(id=name, text="\n\n".join(line for line in lines if line), warnings=doubts(text))
