"""Reads the running text of PDF files; pages that are only pictures are reported, not guessed at."""

import logging
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from io import SEEK_END
from typing import Any, BinaryIO

from analysis.model import Article
from analysis.reading.downloads.detect import read_download
from analysis.reading.parsers.pdf_text_flow import Printed, printed_text, running_text
from analysis.reading.raw.dates import iso_date
from analysis.reading.raw.encoding import without_surrogates
from analysis.reading.raw.records import RefusedError, Unreadable

_MOST_PAGES = 2_000
_RATIO, _HARMLESS = 200, 8 << 20
"""Bytes that draw the pages to one of the file from which it is a bomb, and those that no file is suspected for."""
_NO_TITLE = re.compile(
    r"microsoft word\b.*|untitled.*|unbenannt.*|(?:dokument|document|layout|seite|page)\W*\d*|print(?:ing)?|about:.*"
    r"|https?:.*|.*\.(?:docx?|odt|pdf|indd|qxp|rtf|txt|html?|tmp)",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(r"user|admin(?:istrator)?|benutzer|anwender|unknown|unbekannt|python-docx|\W*", re.IGNORECASE)
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_SAVED = re.compile(r"skia|chrom|mozilla|firefox|safari|quartz|wkhtml|scan", re.IGNORECASE)
"""Programs whose files tell the day on which a page was saved, not when it was published."""


def read_pdf(name: str, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """The articles of a download, else one: the text of all pages, with what the file's own information tells."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = PdfReader(stream)
    if reader.is_encrypted:
        raise RefusedError("The PDF file is encrypted; save it without a password.")
    if len(reader.pages) > _MOST_PAGES:
        raise RefusedError(f"The PDF file has more than {_MOST_PAGES:,} pages; split it into articles.")
    _check_contents(reader, stream.seek(0, SEEK_END))
    pages = [_lines(page) for page in reader.pages]
    if found := read_download(name, without_surrogates(printed_text(pages)), plain=False):
        yield from found
        return
    text = without_surrogates(running_text(pages))
    if not re.search(r"[^\W\d_]{2}", text):
        raise RefusedError("The PDF file holds no text, only pictures of it; let a text recognition run over it first.")
    properties = {key.removeprefix("/"): str(value).strip() for key, value in (reader.metadata or {}).items()}
    made_by = f"{properties.get('Creator', '')} {properties.get('Producer', '')}"
    yield Article(
        id=name,
        text=text,
        title=sensible_title(properties.get("Title", "")),
        author=sensible_author(properties.get("Author", "")),
        published=None if _SAVED.search(made_by) else _day(properties.get("CreationDate", "")),
    )


def _check_contents(reader: Any, size: int) -> None:
    """Refuse a file of ``size`` bytes whose pages unpack to what only a bomb does: they may share one content."""
    left = max(_HARMLESS, _RATIO * size)
    for page in reader.pages:
        content = page.get_contents()
        left -= 0 if content is None else len(content.get_data())
        if left < 0:
            raise RefusedError(f"It unpacks to more than {_RATIO} times its size, as only a bomb does.")


def _lines(page: Any) -> list[Printed]:
    """The lines of a page in the order of its file, with their places."""
    lines: list[Printed] = []

    def take(text: str, outer: list[float], inner: list[float], font: Any, size: float) -> None:
        left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        size = abs(size * (inner[3] or inner[1]) * (outer[3] or outer[1])) or 1.0
        face = str((font or {}).get("/BaseFont", ""))
        for number, piece in enumerate(text.strip("\n").split("\n") if text.strip() else ()):
            last = lines[-1] if lines and not number else None
            if last and abs(last.height - height) < 0.4 * max(size, last.size):
                face = face if face == last.font else ""
                lines[-1] = replace(last, text=last.text + piece, size=max(size, last.size), font=face)
            else:
                lines.append(Printed(piece, left, height - number * size, size, face))

    page.extract_text(visitor_text=take)
    return [replace(line, text=_LIGATURE.sub(_apart, line.text)) for line in lines]


def _apart(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature.group())


def sensible_title(title: str) -> str | None:
    """A title from a file's own information; None for the file names and defaults that programs leave there."""
    title = without_surrogates(" ".join(title.split()))
    return title[:300] if title and not _NO_TITLE.fullmatch(title) else None


def sensible_author(author: str) -> str | None:
    """An author from a file's own information; None for the defaults that programs leave there."""
    author = without_surrogates(" ".join(author.split()))
    return author[:200] if author and not _NO_AUTHOR.fullmatch(author) else None


def _day(date: str) -> str | None:
    """The day of a PDF date such as ``D:20261124083000+01'00'``."""
    match = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", date)
    return iso_date("-".join(match.groups())) if match else None
