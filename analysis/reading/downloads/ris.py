"""Reads RIS files, as Zotero and databases write them: an article for each entry that has a text."""

import re
from collections.abc import Iterator

from analysis.model import Article
from analysis.reading.raw.dates import iso_date
from analysis.reading.raw.encoding import without_surrogates
from analysis.reading.raw.records import Unreadable

_START = re.compile(r"[ \t\ufeff]*TY {1,2}- ?")
_TAG = re.compile(r"[ \t\ufeff]*([A-Z][A-Z0-9]) {1,3}-(?: |$)")
_LONGEST = 1000
_TITLES = ("title", "primary_title", "short_title")
_OUTLETS = (
    "secondary_title", "journal_name", "alternate_title3", "alternate_title2", "alternate_title1", "tertiary_title",
    "publisher", "name_of_database",
)  # fmt: skip
_DATES = ("date", "publication_year", "year")
_TEXTS = ("abstract", "notes_abstract")
_EXTRA = {"section": "section", "edition": "edition", "issn": "issn", "language": "language", "volume": "volume",
          "number": "issue", "type_of_reference": "kind"}  # fmt: skip


def read_ris(name: str, text: str) -> Iterator[Article | Unreadable]:
    """The articles of a RIS file; an entry without a text is told."""
    entries = list(_entries(text))
    if not entries:
        yield Unreadable(name, "The file holds no RIS entry; each begins with TY.")
    for number, (line, lines) in enumerate(entries, start=1):
        yield _read(name, f"{name}:{number}" if len(entries) > 1 else name, line, lines)


def _entries(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines of each entry, with the number of its first line."""
    start, lines = 0, list[str]()
    for number, line in enumerate(re.split("\r\n|\n|\r", text), start=1):
        if _START.match(line):
            if lines:
                yield start, lines
            start, lines = number, []
        if start:
            lines.append(_uniform(line))
    if lines:
        yield start, lines


def _uniform(line: str) -> str:
    """A line with the white space around its tag that the standard asks for."""
    match = _TAG.match(line)
    return f"{match.group(1)}  - {line[match.end() :]}" if match else line


def _folded(lines: list[str]) -> list[str]:
    """The lines of an entry, each field on one; the library takes too long over fields of many lines."""
    fields: list[list[str]] = []
    for line in lines:
        if fields and not _TAG.match(line):
            fields[-1].append(line.strip())
        else:
            fields.append([line])
    return [" ".join(field) for field in fields]


def _read(name: str, key: str, line: int, lines: list[str]) -> Article | Unreadable:
    # Loading takes time that runs without such files need not spend.
    import rispy

    lines = _folded(lines)
    closed = any(one.startswith("ER  -") for one in lines)
    found = rispy.loads("\n".join(lines if closed else [*lines, "ER  - "]), skip_unknown_tags=True)
    entry = {field: _plain(value) for field, value in (found[0] if found else {}).items()}
    text = next((entry[field] for field in _TEXTS if entry.get(field)), "")
    if not text:
        return Unreadable(name, "The entry holds no text, not even an abstract.", line)
    title = _first(entry, _TITLES)
    dates = [entry[field] for field in _DATES if entry.get(field)]
    published = next((day for raw in dates if (day := _day(raw))), None)
    extra = {kept: entry[field] for field, kept in _EXTRA.items() if entry.get(field)}
    if page := "–".join(entry[field] for field in ("start_page", "end_page") if entry.get(field)):
        extra["page"] = page
    if dates and not published:
        extra["published"] = dates[0].strip("/")
    address = next((word for word in entry.get("urls", "").split() if word.startswith(("http://", "https://"))), None)
    return Article(
        id=key,
        text=f"{title}\n\n{text}" if title and text.split("\n", 1)[0].casefold() != title.casefold() else text,
        title=title,
        outlet=_first(entry, _OUTLETS),
        published=published,
        url=address,
        author=_first(entry, ("authors", "first_authors")),
        extra={field: value[:_LONGEST] for field, value in extra.items()},
        warnings=("The text is what the entry gives as its abstract; it need not be the whole article.",),
    )


def _first(entry: dict[str, str], fields: tuple[str, ...]) -> str | None:
    return next((entry[field] for field in fields if entry.get(field)), None)


def _plain(value: object) -> str:
    """A field as text; the names of several authors stand behind each other."""
    parts = value if isinstance(value, list) else [value]
    words = [" ".join(str(part).split()) for part in parts]
    return without_surrogates("; ".join(word for word in words if word))


def _day(raw: str) -> str | None:
    """The day of a date such as ``2024/03/03/`` or ``2024/03/03/08:00``."""
    parts = [part for part in raw.split("/") if part.strip()]
    if len(parts) >= 3 and all(part.strip().isdigit() for part in parts[:3]):
        return iso_date("-".join(f"{int(part):02}" for part in parts[:3]))
    return iso_date(raw.strip("/ "))
