"""Reads the time of day beside a date, and tells it in German time where its offset is known."""

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_HOURS = {
    "z": 0.0, "ut": 0.0, "utc": 0.0, "gmt": 0.0, "wet": 0.0, "cet": 1.0, "mez": 1.0, "met": 1.0, "bst": 1.0,
    "west": 1.0, "cest": 2.0, "mesz": 2.0, "mest": 2.0, "eet": 2.0, "eest": 3.0, "msk": 3.0, "est": -5.0,
    "edt": -4.0, "cst": -6.0, "cdt": -5.0, "mst": -7.0, "mdt": -6.0, "pst": -8.0, "pdt": -7.0,
}  # fmt: skip
ZONE = (
    r"(?:\s?(?P<zone>z|utc?|gmt|[cmw]es?t|mes?z|bst|ees?t|msk|[ecmp][sd]t)?\b\s?"
    r"(?P<offset>[+−-]\d{1,2}(?::?\d\d)?(?![\d.:-]))?)"
)
"""The zone of a time, by its name, its offset or both."""
TIME = (
    r"(?:t|[\s,;|•·–-]*(?:um|ab|at|gegen)?\s?)(?P<hour>\d{1,2})"
    r"(?:(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?(?!\.?\d))"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?(?:\s?uhr)?"
    rf"{ZONE}|\s?uhr|\s?(?P<alone>[ap])\.?m\b\.?)"
)
"""A time of day after a date; an hour alone only with the word for it."""
_GERMANY = ZoneInfo("Europe/Berlin")


def clock_of(day: date, parts: dict[str, str | None]) -> str:
    """The ISO form of a day with the time that ``TIME`` found, if any; raises ``ValueError`` where there is none such.

    24 o'clock belongs to the day that it ends, and the day alone is told.
    """
    if parts.get("hour") is None:
        return day.isoformat()
    hour = int(parts["hour"] or 0)
    minute, second = int(parts.get("minute") or 0), int(parts.get("second") or 0)
    if hour == 24 and not minute and not second:
        return day.isoformat()
    half = (parts.get("half") or parts.get("alone") or "").lower()
    if half:
        if not 1 <= hour <= 12:
            raise ValueError("no such hour")
        hour = hour % 12 + (12 if half == "p" else 0)
    # A leap second is told as the one before it.
    time = datetime(day.year, day.month, day.day, hour, minute, min(second, 59) if second == 60 else second)
    offset = _offset(parts.get("zone"), parts.get("offset"))
    return time.isoformat() if offset is None else in_germany(time, offset)


def in_germany(time: datetime, offset: timedelta) -> str:
    """The ISO form, in German time, of a time that is ``offset`` ahead of UTC."""
    return (time - offset).replace(tzinfo=UTC).astimezone(_GERMANY).isoformat()


def _offset(zone: str | None, offset: str | None) -> timedelta | None:
    if offset:
        sign, digits = (-1 if offset[0] in "-−" else 1), re.sub(r"\D", "", offset)
        hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
        if hours > 15 or minutes > 59:
            raise ValueError("no such offset")
        return sign * timedelta(hours=hours, minutes=minutes)
    return timedelta(hours=_HOURS[zone.lower()]) if zone else None
