"""Brings dates of publication into ISO 8601, as a careful German reader understands them."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import NamedTuple

from analysis.reading.raw.clock import TIME, ZONE, clock_of, in_germany

_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "januar jänner jaenner jan jän jaen january janvier janv gennaio",
            "februar feber feb febr february février fevrier févr fev febbraio",
            "märz maerz mär mrz mar march mars marzo", "april apr avril avr aprile", "mai may maggio",
            "juni juno jun june juin giugno", "juli julei jul july juillet juil luglio", "august aug août aout agosto",
            "september sept sep septembre settembre", "oktober okt october oct octobre ottobre",
            "november nov novembre", "dezember dez december dec décembre decembre déc dicembre",
        ),
        start=1,
    )
    for word in words.split()
}  # fmt: skip
_NAME = r"(?P<name>[^\W\d_]{3,9})\.?"
_YEAR = r"(?P<year>\d{4})"
_SHORT = r"(?P<year>\d{4}|\d\d)"
_DAY = r"(?:(?P<first>\d{1,2})\.?\s?[/–-]\s?)?(?P<day>\d{1,2})"
"""A day, or the first and the last day that an issue holds for."""
_END = r"(?![\d])"
_SHAPES = tuple(
    re.compile(rf"(?<![\w.,/-]){shape}{_END}", re.IGNORECASE)
    for shape in (
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?:{TIME})?",
        rf"{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?:[T_ -]?(?P<hour>\d\d):?(?P<minute>\d\d)"
        rf"(?::?(?P<second>\d\d)(?:\.\d{{1,9}})?)?{ZONE})?",
        rf"{_YEAR}-(?P<nth>\d{{3}})(?:{TIME})?",
        rf"{_YEAR}-?W(?P<week>\d\d)-?(?P<weekday>[1-7])",
        rf"{_DAY}\.\s?(?P<month>\d{{1,2}})\.\s?{_SHORT}(?:{TIME})?",
        rf"(?P<day>\d{{1,2}})(?P<slash>[/-])(?P<month>\d{{1,2}})(?P=slash){_YEAR}(?:{TIME})?",
        rf"(?P<day>\d{{1,2}})/(?P<slash>)(?P<month>\d{{1,2}})/(?P<year>\d\d)(?:{TIME})?",
        rf"(?P<short>\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:{TIME})?",
        rf"{_DAY}(?:st|nd|rd|th|er)?\.?[ -]?{_NAME}"
        rf"(?:\s?[-,]?\s?{_YEAR}|\s?[-’'‘ ]\s?(?P<of>\d\d)(?!\s?uhr|[:.]\d))(?:{TIME})?",
        rf"{_NAME}\s?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{_YEAR}(?:{TIME})?",
        rf"{_NAME}\s?(?P<day>\d{{1,2}})\s(?P<hour>\d{{1,2}}):(?P<minute>\d\d):(?P<second>\d\d){ZONE}\s{_YEAR}",
    )
)  # fmt: skip
_LATER = re.compile(r"aktualisier|update|geändert|änderung|modified|überarbeitet|stand\b|bearbeitet|abgerufen", re.I)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/\d{2}(?:\d{2})?(?![\d/])", re.ASCII)
_HYPHENS = re.compile(r"(?:0[1-9]|[12]\d|3[01])-\d\d-(?:0[1-9]|[12]\d|3[01])", re.ASCII)
_PLAIN = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SERIAL = re.compile(r"(\d{5})(?:[.,](\d{1,12}))?", re.ASCII)
_EPOCH = re.compile(r"(\d{9,10}|\d{13}|\d{16})(?:\.\d{1,9})?", re.ASCII)
_LONGEST = 120
_EARLIEST, _LATEST = 1600, 2100
"""Years in which something is published; programs write others for a date that is missing."""
_SERIALS = range(20_000, 60_000)
"""Days in the count of spreadsheets: 1954 to 2064."""
_FIRST_DAY = datetime(1899, 12, 30)
_YEARS_1904 = 1462
"""Days by which the second date system of Excel counts later."""


class _Found(NamedTuple):
    """A date in a string: what stands before it, and its ISO form, None where there is no such day."""

    before: str
    iso: str | None


def iso_date(raw: str, *, from_1904: bool = False) -> str | None:
    """The ISO 8601 form of a date or date and time as German and technical sources write it; None if unknown.

    Reads ISO itself, ``24.11.2026``, ``Dienstag, 24. November 2026, 18:23 Uhr``, ``Nov 24, 2026``, RFC 2822 with German
    or English names, days counted by a spreadsheet (``from_1904`` by its second system), and seconds or milliseconds
    since 1970. Words around a date do not matter; of several, the first counts that is not one of an update. A time
    with an offset is told in German time, so that the day is the day in Germany; one without is taken as it is.
    ``03/04/2026`` is the 3rd of April. Two-digit years lie in 1970 … 2069. A month or a year alone is no date.
    """
    text = " ".join(raw.split())
    if not text or len(text) > _LONGEST:
        return None
    if _PLAIN.fullmatch(text):
        return _of_plain(text)
    if match := _SERIAL.fullmatch(text):
        return _of_serial(match, _YEARS_1904 if from_1904 else 0)
    if match := _EPOCH.fullmatch(text):
        return _of_epoch(match.group(1))
    found = list(_dates(text))
    own = [one for one in found if not _LATER.search(one.before)]
    return (own or found or [_Found("", None)])[0].iso


def is_ambiguous(raw: str) -> bool:
    """Whether a date can be read with another order of day, month and year, as ``03/04/2026`` and ``24-03-05`` can."""
    if match := _SLASHED.search(raw[:_LONGEST]):
        return match[1] != match[2] and int(match[1]) <= 12 and int(match[2]) <= 12
    return _HYPHENS.fullmatch(raw.strip()) is not None


def _dates(text: str) -> Iterator[_Found]:
    """The dates in a string from left to right, none of them inside another."""
    position = 0
    while matches := [match for shape in _SHAPES if (match := _first(shape, text, position))]:
        best = min(matches, key=lambda match: (match.start(), -match.end()))
        yield _Found(text[position : best.start()], _compose(best.groupdict()))
        position = best.end()


def _first(shape: re.Pattern[str], text: str, position: int) -> re.Match[str] | None:
    """The first match of a shape whose name of a month, where it has one, is one."""
    for match in shape.finditer(text, position):
        if "name" not in shape.groupindex or match["name"].lower() in _MONTHS:
            return match
    return None


def _compose(parts: dict[str, str | None]) -> str | None:
    try:
        day = _day(parts)
        if day is None or not _EARLIEST <= day.year <= _LATEST:
            return None
        return clock_of(day, parts)
    except (ValueError, OverflowError):
        return None


def _day(parts: dict[str, str | None]) -> date | None:
    def number(name: str) -> int:
        return int(parts.get(name) or 0)

    if parts.get("nth"):
        found = date(number("year"), 1, 1) + timedelta(number("nth") - 1)
        return found if found.year == number("year") else None
    if parts.get("week"):
        return date.fromisocalendar(number("year"), number("week"), number("weekday"))
    if parts.get("short"):
        return _of_short(number("short"), number("month"), number("day"))
    year = _century(number("of")) if parts.get("of") else number("year")
    if len(parts.get("year") or "") == 2:
        year = _century(year)
    month = _MONTHS[(parts["name"] or "").lower()] if parts.get("name") else number("month")
    day = number("first") if 0 < number("first") < number("day") else number("day")
    if parts.get("slash") is not None and month > 12:
        day, month = month, day
    return date(year, month, day)


def _of_plain(text: str) -> str | None:
    try:
        return text if _EARLIEST <= date.fromisoformat(text).year <= _LATEST else None
    except ValueError:
        return None


def _of_short(first: int, month: int, last: int) -> date:
    """``26-11-24``, which is written year first and day first: the later of the two days that is not to come."""
    days = []
    for year, day in ((first, last), (last, first)):
        with suppress(ValueError):
            days.append(date(_century(year), month, day))
    past = [day for day in days if day <= date.today()]
    if not days:
        raise ValueError("no such day")
    return max(past, default=min(days))


def _century(year: int) -> int:
    return year + (2000 if year < 70 else 1900)


def _of_serial(match: re.Match[str], shift: int) -> str | None:
    days = int(match[1])
    if days not in _SERIALS:
        return None
    seconds = round(float(f"0.{match[2] or 0}") * 86_400)
    found = _FIRST_DAY + timedelta(days + shift, seconds)
    return found.isoformat() if seconds else found.date().isoformat()


def _of_epoch(digits: str) -> str:
    seconds = int(digits) / {13: 1e3, 16: 1e6}.get(len(digits), 1)
    return in_germany(datetime(1970, 1, 1) + timedelta(seconds=int(seconds)), timedelta(0))
