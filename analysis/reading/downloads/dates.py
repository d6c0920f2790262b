"""Finds the day of publication in the lines that databases and collections print above an article."""

import re
from typing import NamedTuple

from analysis.reading.raw.dates import iso_date

_NAMES = (
    "januar january jänner jan", "februar february feber feb", "märz march maerz mär mrz mar", "april apr", "mai may",
    "juni june jun", "juli july jul", "august aug", "september sept sep", "oktober october okt oct",
    "november nov", "dezember december dez dec",
)  # fmt: skip
_MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
_MONTH = "(?P<name>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")"
_CORES = tuple(
    re.compile(rf"(?<![\w.]){shape}(?!\w)", re.IGNORECASE)
    for shape in (
        rf"(?P<day>\d{{1,2}})(?:\. ?| ){_MONTH}\.?,? (?P<year>\d{{4}})",
        rf"{_MONTH}\.? (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})",
        r"\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d\d)",
        r"\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}|\d{1,2}/\d{1,2}/\d{4}",
        rf"{_MONTH}(?:[ /-]{_MONTH.replace('name', 'until')})? (?P<year>\d{{4}})",
    )
)
_WEEKDAY = (
    r"(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|monday|tuesday|wednesday|thursday"
    r"|friday|saturday|sunday|(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)\b\.?)"
)
TIME = re.compile(
    r"\b\d{1,2} uhr\b|\b\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\b\.?)?(?: ?uhr\b)?"
    r"(?: ?(?:gmt|utc|cet|cest|mez|mesz|est|edt|pst|pdt)(?: ?[+-]\d{1,2}(?::?\d\d)?)?\b| ?[+-]\d{4}\b| ?z\b)?",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"{_WEEKDAY}|\b(?:vom|den|der|am|um|on|at|datum:|date:)(?!\w)|[\s,;|()/–-]+", re.IGNORECASE)
_ZONE = re.compile(r"(?:\b[A-ZÄÖÜ][^\W\d_]{2,20} ){0,2}\b(?:[A-ZÄÖÜ][^\W\d_]{0,20}zeit|Zeit|Time)\b")
_LONGEST = 90


class Day(NamedTuple):
    """A date in a line: its ISO form (None where only a month is told), its words, and their place."""

    iso: str | None
    words: str
    start: int
    end: int


def day_in(line: str) -> Day | None:
    """The first date in a line; a month with its year counts where no whole date stands."""
    if len(line) > _LONGEST * 3:
        return None
    for core in _CORES:
        if match := core.search(line):
            iso = _iso(match)
            if iso or match.groupdict().get("name"):
                return Day(iso, match.group(), match.start(), match.end())
    return None


def _iso(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if not parts.get("name"):
        found = iso_date(match.group())
        return found[:10] if found else None
    if not parts.get("day"):
        return None
    return iso_date(f"{parts['year']}-{_MONTHS[parts['name'].lower()]:02}-{int(parts['day']):02}")


def date_line(line: str) -> Day | None:
    """The date of a line that holds nothing else but a day of the week, a time and its zone."""
    if len(line) > _LONGEST or not any(sign.isdigit() for sign in line):
        return None
    day = day_in(line)
    if day is None:
        return None
    rest = TIME.sub(" ", line[: day.start] + " " + line[day.end :])
    return None if _BESIDE.sub("", _ZONE.sub(" ", rest)) else day


def time_in(line: str) -> str | None:
    """The time of day in a date line, as it is written there."""
    day = day_in(line)
    rest = line[: day.start] + " " + line[day.end :] if day else line
    match = TIME.search(rest)
    return match.group().strip() if match else None


class Source(NamedTuple):
    """Where an article appeared, as one line tells it: "Küstenbote vom 03.03.2024, Nr. 53, Seite 4"."""

    outlet: str | None
    day: Day
    page: str | None
    issue: str | None
    edition: str | None
    section: str | None


_VOM = re.compile(r"(?:[\s,;:|–(-]+|\b(?:vom|v\.|am|den|on|of|dated)|" + _WEEKDAY + r")+$", re.IGNORECASE)
_NUMBER = r"[a-z]{0,3}-?\d{1,4}[a-z]?"
_PAGE = re.compile(
    rf"\b(?:seiten?|s\.|pg\.?|page|pages|p\.|blz\.?)(?!\w):? ?({_NUMBER}(?: ?[-–/,] ?{_NUMBER}){{0,3}})(?!\w)",
    re.IGNORECASE,
)
_ISSUE = re.compile(r"\b(?:nr\.?|nummer|no\.?|heft|issue)(?!\w):? ?(\d{1,6}(?:[-/]\w{1,6})?)", re.IGNORECASE)
_EDITIONS = (
    re.compile(r"\b(?:ausgabe|ausg\.|edition)(?!\w):? ?([^,;|]{1,40})", re.IGNORECASE),
    re.compile(r"([^,;|]{0,30}(?:ausgabe|edition))\b", re.IGNORECASE),
)
_SECTION = re.compile(r"(?:ressort|rubrik|teil|section):? ", re.IGNORECASE)
_NO_OUTLET = re.compile(
    r"(?:stand|datum|date|veröffentlicht|erschienen|aktualisiert|update|publiziert|published|abgerufen|gesendet"
    r"|ausgestrahlt|erstellt|geändert|seit|bis|ab|am|vom|im|in|und|der|die|das)\W*(?:am|vom|on|in)?",
    re.IGNORECASE,
)


def source_line(line: str) -> Source | None:
    """What a line tells that names outlet and date, and perhaps issue, page, edition and section."""
    day = day_in(line)
    if day is None or len(line) > _LONGEST * 2:
        return None
    before, number = _take(_ISSUE, line[: day.start])
    outlet = _outlet(before)
    rest, page = _take(_PAGE, line[day.end :])
    rest, issue = _take(_ISSUE, rest)
    rest, edition = edition_in(rest)
    rest = TIME.sub(" ", rest)
    parts = [part.strip(" ().–-*_") for part in re.split(r"[,;|/]", rest)]
    section = next((part for part in parts if part and not re.fullmatch(_WEEKDAY, part, re.IGNORECASE)), None)
    if outlet is None and not line[: day.start].strip():
        # "3. März 2024, Küstenbote"
        outlet, section = section, None
    section = _SECTION.sub("", section, count=1) if section else None
    return Source(outlet, day, page, issue or number, edition, section)


def _outlet(before: str) -> str | None:
    words = _VOM.sub("", TIME.sub(" ", before)).strip(" \"„“”»«'’,;:|(–-*_")
    return words if words and not _NO_OUTLET.fullmatch(words) else None


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str | None]:
    """The text without what the pattern finds, and its value."""
    match = pattern.search(text)
    if not match:
        return text, None
    value = next((group for group in match.groups() if group), "").strip()
    return text[: match.start()] + "," + text[match.end() :], value or None


def page_in(text: str) -> tuple[str, str | None]:
    """A text without the page it names, and the page."""
    return _take(_PAGE, text)


def edition_in(text: str) -> tuple[str, str | None]:
    """A text without the edition it names, and the edition."""
    for pattern in _EDITIONS:
        rest, edition = _take(pattern, text)
        if edition:
            return rest, edition
    return text, None
