"""Brings dates of publication into ISO 8601."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = {
    "jan": 1, "jän": 1, "feb": 2, "mär": 3, "mae": 3, "mrz": 3, "apr": 4, "mai": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_DAY = r"(?:[^\W\d_]+\.?,? )?(?:den )?"
_TIME = r"(?:[\s,|–-]*(?:um )?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?(?: ?uhr)?)?"
_SHAPES = (
    re.compile(rf"{_DAY}(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\. ?(?P<year>\d{{4}}|\d\d){_TIME}", re.I),
    re.compile(rf"{_DAY}(?P<day>\d{{1,2}})\.? (?P<name>[^\W\d_]{{3,9}})\.? (?P<year>\d{{4}}){_TIME}", re.I),
    re.compile(rf"(?P<year>\d{{4}})[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}}){_TIME}"),
)
_LONGEST = 80


def iso_date(raw: str) -> str | None:
    """The ISO 8601 form of a date or date and time as German and technical sources write it; None if unknown.

    Reads ISO itself, ``24.11.2026``, ``Dienstag, 24. November 2026, 18:23 Uhr``, ``2026/11/24`` and RFC 2822.
    A time of day is kept, with its offset where one is given. Two-digit years lie in 1970 … 2069.
    """
    text = " ".join(raw.split())
    if not text or len(text) > _LONGEST:
        return None
    for shape in _SHAPES:
        if match := shape.fullmatch(text):
            return _compose(match.groupdict())
    return _technical(text)


def _technical(text: str) -> str | None:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return date.fromisoformat(text).isoformat()
        if re.match(r"\d{4}-\d\d-\d\d[T ]", text):
            return datetime.fromisoformat(text).isoformat()
        return parsedate_to_datetime(text).isoformat() if re.search(r"\d{4} \d{1,2}:\d\d", text) else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _compose(parts: dict[str, str | None]) -> str | None:
    year = int(parts["year"] or 0)
    if year < 100:
        year += 2000 if year < 70 else 1900
    name = (parts.get("name") or "").lower()[:3]
    month = _MONTHS.get(name, 0) if name else int(parts["month"] or 0)
    try:
        day = date(year, month, int(parts["day"] or 0))
        if parts["hour"] is None:
            return day.isoformat()
        clock = (int(parts["hour"]), int(parts["minute"] or 0), int(parts["second"] or 0))
        return datetime(day.year, day.month, day.day, *clock).isoformat()
    except ValueError:
        return None
