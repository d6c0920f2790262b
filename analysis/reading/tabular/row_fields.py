"""Makes an article of the named cells of one row: which cell is what, and what is kept beside."""

import json
import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from analysis.model import Article
from analysis.reading.raw.cells import is_nothing, is_wordless
from analysis.reading.raw.columns import ALIASES, Candidates, columns_of, is_abstract
from analysis.reading.raw.dates import is_ambiguous, iso_date
from analysis.reading.raw.encoding import without_surrogates
from analysis.reading.raw.records import AUTHORS, Unreadable
from analysis.reading.tabular.cell_text import clean_line, clean_text

_LONGEST_NESTED = 1000
_TELLING = 20
"""Letters in a row that cannot stand in a text by chance."""
_BESIDE = ("section", "page")
"""Fields that are kept beside the article."""
_CUT = re.compile(r"\s?(?:…|\.\.\.|\[…\]|\[\.\.\.\])$")
_ISSUE = re.compile(r"(\S.{0,100}?),? (?:vom|v\.) (.{6,40})")
_QUOTED = re.compile(r"'([^']{1,200})'|\"([^\"]{1,200})\"")


def article_of(
    cells: Mapping[str, object], file: str, line: int, asked: Mapping[str, str], *, from_1904: bool = False,
    warnings: tuple[str, ...] = (),
) -> Article | Unreadable:  # fmt: skip
    """The article in one row: its known fields, and every other one kept in ``extra`` as a string.

    Without an id it is ``<file>:<line>``. A date not understood stays in ``extra`` under ``published``. A lead in a
    column of its own is put before the text, with the headline before both. Lists and objects are kept as JSON up to
    1,000 characters. What was changed or is doubtful stands in ``warnings``, after those given.
    """
    row = _Row(cells, columns_of(list(cells), asked), [*warnings])
    raw = row.text(told_by_hand="text" in asked)
    if raw is None:
        return _no_text(cells, asked, row.columns, file, line)
    text, told = clean_text(raw)
    row.told += told
    if is_wordless(text):
        return _wordless(text, file, line)
    title = row.line("title")
    if lead := row.lead(text, title):
        text = _composed(title, lead, text)
    return Article(
        id=row.plain("id") or f"{file}:{line}",
        text=text,
        title=title or None,
        outlet=row.outlet() or None,
        published=row.published(from_1904),
        url=row.url() or None,
        author=row.author() or None,
        extra=row.beside(raw, asked),
        warnings=tuple(row.told),
    )


class _Row:
    """The cells of a row with what is known about their columns; notes which are used, and what is doubtful."""

    def __init__(self, cells: Mapping[str, object], columns: Candidates, told: list[str]) -> None:
        self.cells, self.columns, self.told = cells, columns, told
        self.used: set[str] = set()
        self.kept: dict[str, str] = {}

    def text(self, *, told_by_hand: bool) -> str | None:
        """The first cell that may be the article's text and says anything; the longest of columns of one name."""
        names = self.columns.get("text", ())
        written = {name: text for name in names if (text := _joined(self.cells[name])) and not is_nothing(text)}
        if not written:
            return None
        name = next(iter(written))
        if len(written) > 1:
            twins = [twin for twin in written if _base(twin) == _base(name)]
            name = max(twins, key=lambda twin: len(written[twin]))
            if len(twins) > 1:
                self.told.append(f"{len(twins)} columns are called “{_base(name)[:80]}”; the longest text was read.")
        if is_abstract(name) and not told_by_hand:
            self.told.append(f"“{name[:80]}” was read as the text, which may hold less than the article.")
        self.used.add(name)
        return written[name]

    def plain(self, field: str) -> str:
        """The first cell of a field that says anything, as it stands."""
        for name in self.columns.get(field, ()):
            cell = self.cells[name]
            value = _names(cell) if isinstance(cell, list) else _plain(cell)
            if not is_nothing(value) and name not in self.used:
                self.used.add(name)
                return value
        return ""

    def line(self, field: str) -> str:
        """The same without HTML and traces of programs."""
        return clean_line(self.plain(field))

    def outlet(self) -> str:
        """A name rather than a web address; of an address, the site."""
        for name in self.columns.get("outlet", ()):
            value = _joined(self.cells[name])
            if value and not is_nothing(value) and not _is_address(value):
                self.used.add(name)
                return _without_day(clean_line(value))
        addresses = (self.cells[name] for name in self.columns.get("outlet", ()))
        return next((host for one in addresses if isinstance(one, str) and (host := _host(one))), "")

    def url(self) -> str:
        for name in self.columns.get("url", ()):
            value = _plain(self.cells[name])
            if not is_nothing(value) and name not in self.used and (name.casefold() != "source" or _is_address(value)):
                self.used.add(name)
                return value
        return ""

    def author(self) -> str:
        """The names of a list are joined."""
        for name in self.columns.get("author", ()):
            names = _names(self.cells[name])
            if not is_nothing(names):
                self.used.add(name)
                return clean_line(names)
        return ""

    def published(self, from_1904: bool) -> str | None:
        """The first date that is understood; if none is, the first is kept beside the article."""
        unread = ""
        for name in self.columns.get("published", ()):
            value = _plain(self.cells[name])
            if is_nothing(value) or name in self.used:
                continue
            day = iso_date(value, from_1904=from_1904)
            if day is None:
                unread = unread or value
                continue
            self.used.add(name)
            if is_ambiguous(value):
                self.told.append(f"The date “{value[:80]}” can be read in two ways; it was read as {day[:10]}.")
            if unread:
                self.told.append(f"The date “{unread[:80]}” was not understood; “{value[:80]}” was read instead.")
            return day
        if unread:
            self.told.append(f"The date “{unread[:80]}” was not understood; it is kept beside the article.")
            self.used.update(name for name in self.columns["published"] if _plain(self.cells[name]) == unread)
            self.kept["published"] = unread
        return None

    def lead(self, text: str, title: str) -> str:
        """What stands in columns for a lead and not in the text; a lead cut short is kept beside."""
        parts: list[str] = []
        order = list(self.cells)
        for name in sorted(self.columns.get("lead", ()), key=order.index):
            raw = _joined(self.cells[name])
            part = clean_text(raw)[0].strip() if raw else ""
            if name in self.used or is_wordless(part):
                continue
            if any(_holds(whole, _CUT.sub("", part)) for whole in (text, title, *parts)):
                self.used.add(name)
            elif _CUT.search(part):
                self.told.append(f"“{name[:80]}” is cut short; it is kept beside the article.")
            else:
                self.used.add(name)
                self.told.append(f"“{name[:80]}” was put before the text as its lead; spans count in both together.")
                parts.append(part)
        return "\n\n".join(parts)

    def beside(self, text: str, asked: Mapping[str, str]) -> dict[str, str]:
        """Every cell that is no field of the article, as a string."""
        for field in (*_BESIDE, *(field for field in asked if field not in ALIASES)):
            if value := self.plain(field):
                self.kept[field] = value
        for name, cell in self.cells.items():
            if name in self.used or not name.strip() or cell == text:
                continue
            if plain := _plain(cell):
                self.kept.setdefault(name, plain)
            elif isinstance(cell, list | dict) and cell:
                self.told.append(f"“{name[:80]}” is too long to be kept beside the article.")
        return self.kept


def _without_day(outlet: str) -> str:
    """An outlet without the day of its issue, as in “Seeblatt vom 24.11.2026”."""
    match = _ISSUE.fullmatch(outlet)
    return match[1] if match and iso_date(match[2]) else outlet


def _composed(title: str, lead: str, text: str) -> str:
    """The headline, which may begin the text, then the lead, then the text."""
    first, _, rest = text.partition("\n")
    if title and _letters(first[: 2 * len(title) + 40]) == _letters(title):
        title, text = first.strip(), rest.strip()
    return "\n\n".join(part for part in (title, lead, text) if part)


def _holds(whole: str, part: str) -> bool:
    """Whether all letters of ``part`` stand in ``whole`` in a row, whatever white space and marks lie between."""
    letters = _letters(part)
    return part in whole or (len(letters) >= _TELLING and letters in _letters(whole))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _base(name: str) -> str:
    return re.sub(r" \(\d{1,3}\)$", "", name)


def _no_text(
    cells: Mapping[str, object], asked: Mapping[str, str], columns: Candidates, file: str, line: int
) -> Unreadable:
    """Why a row has no text."""
    values = [cells[name] for name in columns.get("text", ())]
    if written := [value for value in values if isinstance(value, str) and value.strip()]:
        return _wordless(written[0], file, line)
    if any(isinstance(value, str) for value in values):
        return Unreadable(file, "The text is empty.", line)
    if any(value is not None for value in values):
        return Unreadable(file, "The row has a text that is no string; every article needs a field called text.", line)
    if wanted := asked.get("text"):
        return Unreadable(file, f"The row has no text; it has no field called “{wanted[:80]}”.", line)
    return Unreadable(file, "The row has no text; every article needs a field called text.", line)


def _wordless(text: str, file: str, line: int) -> Unreadable:
    return Unreadable(file, f"The text is empty: it says only “{text.strip()[:40]}”.", line)


def _joined(value: object) -> str | None:
    """A text, the paragraphs of a list put together."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return "\n\n".join(one for one in value if one.strip())
    return None


def _names(value: object) -> str:
    """A name, or the names of a list, also of one that was written into a cell."""
    if isinstance(value, list):
        found = [one.get("name") if isinstance(one, dict) else one for one in value]
        return AUTHORS.join(one.strip() for one in found if isinstance(one, str) and not is_nothing(one))
    plain = _plain(value)
    if plain.startswith("[") and plain.endswith("]"):
        return AUTHORS.join(one or other for one, other in _QUOTED.findall(plain[:_LONGEST_NESTED]))
    return plain


def _is_address(value: str) -> bool:
    return value.strip().lower().startswith(("http://", "https://"))


def _host(value: str) -> str:
    try:
        return (urlsplit(value.strip()).hostname or "") if _is_address(value) else ""
    except ValueError:
        return ""


def _plain(value: object) -> str:
    """A field as a string without white space around it; empty for nothing and for big nested values."""
    if value is None:
        return ""
    if isinstance(value, str):
        return without_surrogates(value.strip())
    try:
        plain = without_surrogates(json.dumps(value, ensure_ascii=False))
    except RecursionError:
        return ""
    return "" if isinstance(value, list | dict) and len(plain) > _LONGEST_NESTED else plain
