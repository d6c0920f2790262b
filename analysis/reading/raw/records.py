"""Makes an article of the named fields of one row or object, whatever its format."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from analysis.model import Article
from analysis.reading.raw.dates import iso_date
from analysis.reading.raw.encoding import without_surrogates

ALIASES = {
    "id": ("id", "nr", "kennung", "artikel-id"),
    "text": ("text", "volltext", "inhalt", "artikeltext", "wortlaut"),
    "title": ("title", "titel", "überschrift", "schlagzeile", "headline"),
    "outlet": ("outlet", "medium", "zeitung", "quelle", "publikation"),
    "published": ("published", "datum", "date", "erschienen", "veröffentlicht", "erscheinungsdatum"),
    "url": ("url", "adresse", "link", "internetadresse"),
    "author": ("author", "autor", "autorin", "autor:in", "verfasser", "verfasserin"),
}
"""Names under which inputs carry the fields of an article, in lower case, the best first."""

_LONGEST_NESTED = 1000
LARGEST = 64 << 20
"""Bytes of the largest file that is read in one piece."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why ``file``, or its ``line`` or row (from 1), yields no article, as an English sentence."""

    file: str
    reason: str
    line: int | None = None


class RefusedError(Exception):
    """Why a file, or the rest of it, yields no article, as an English sentence."""


def whole(stream: BinaryIO, largest: int = LARGEST) -> bytes:
    """All bytes of a stream that is read in one piece; refused beyond ``largest``, so that memory stays bounded."""
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise RefusedError(f"It is larger than {largest >> 20} MB, which no article is.")
    return data


def fields_of(names: list[str]) -> dict[str, str]:
    """Which of ``names`` carries which field of an article, as ``field -> name``; case does not matter."""
    lowered = {name.strip().lower(): name for name in reversed(names)}
    found = {
        field: next((lowered[alias] for alias in aliases if alias in lowered), None)
        for field, aliases in ALIASES.items()
    }
    return {field: name for field, name in found.items() if name is not None}


def article_of(row: Mapping[str, object], file: str, line: int) -> Article | Unreadable:
    """The article in one row: its known fields, and every other one kept in ``extra`` as a string.

    Without an id it is ``<file>:<line>``. A date not understood stays in ``extra`` under ``published``.
    Lists and objects are kept as JSON up to 1,000 characters, and left out beyond.
    """
    names = fields_of(list(row))
    text = row.get(names.get("text", "text"))
    if not isinstance(text, str):
        kind = "no text" if text is None else "a text that is no string"
        return Unreadable(file, f"The row has {kind}; every article needs a field called text.", line)
    if not text.strip():
        return Unreadable(file, "The text is empty.", line)
    known = {field: _plain(row[name]) for field, name in names.items() if field != "text"}
    extra = {name: _plain(value) for name, value in row.items() if name not in names.values()}
    published = iso_date(known.get("published", ""))
    if known.get("published") and not published:
        extra["published"] = known["published"]
    return Article(
        id=known.get("id") or f"{file}:{line}",
        text=without_surrogates(text),
        title=known.get("title") or None,
        outlet=known.get("outlet") or None,
        published=published,
        url=known.get("url") or None,
        author=known.get("author") or None,
        extra={name: value for name, value in extra.items() if name.strip() and value},
    )


def _plain(value: object) -> str:
    """A field as a string without white space around it; empty for nothing and for big nested values."""
    if value is None:
        return ""
    if isinstance(value, str):
        return without_surrogates(value.strip())
    plain = without_surrogates(json.dumps(value, ensure_ascii=False))
    return "" if isinstance(value, list | dict) and len(plain) > _LONGEST_NESTED else plain
