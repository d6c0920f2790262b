"""Dates as sources write them beside their ISO form."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.raw.dates import is_ambiguous, iso_date


@pytest.mark.parametrize(
    ("raw", "iso"),
    [
        ("2026-11-24", "2026-11-24"),
        ("2026-11-24T08:30:00Z", "2026-11-24T09:30:00+01:00"),
        ("2026-11-24 08:30", "2026-11-24T08:30:00"),
        ("24.11.2026", "2026-11-24"),
        ("4.1.26", "2026-01-04"),
        ("4. 1. 1998", "1998-01-04"),
        ("24. November 2026", "2026-11-24"),
        ("Dienstag, 24. November 2026", "2026-11-24"),
        ("Di., 24. Nov. 2026, 18:23 Uhr", "2026-11-24T18:23:00"),
        ("Dienstag, den 3. März 2026", "2026-03-03"),
        ("1. Jänner 2026", "2026-01-01"),
        ("24.11.2026 um 18.23 Uhr", "2026-11-24T18:23:00"),
        ("2026/11/24", "2026-11-24"),
        ("Tue, 24 Nov 2026 08:30:00 +0100", "2026-11-24T08:30:00+01:00"),
        ("  24.11.2026\n", "2026-11-24"),
        ("31.2.2026", None),
        ("24.13.2026", None),
        ("2026-13-01", None),
        ("24. Nebelung 2026", None),
        ("24.11.2026, 25:00", None),
        ("Sun, 03 Mar 24 08:00:00 +0100", "2024-03-03T08:00:00+01:00"),
        ("Sun Mar 03 08:00:00 +0000 2024", "2024-03-03T09:00:00+01:00"),
        ("Sun Mar 03 2024 08:00:00 GMT+0100 (Mitteleuropäische Normalzeit)", "2024-03-03T08:00:00+01:00"),
        ("Sonntag, 3. März 2024 08.15 Uhr MEZ", "2024-03-03T08:15:00+01:00"),
        ("2024-07-03T23:30:00Z", "2024-07-04T01:30:00+02:00"),
        ("2024-03-03 08:00:00.000000+00", "2024-03-03T09:00:00+01:00"),
        ("2024-03-03T08:00:00.000Z[Europe/Berlin]", "2024-03-03T09:00:00+01:00"),
        ("D:20240303080000+01'00'", "2024-03-03T08:00:00+01:00"),
        ("20240303-0815", "2024-03-03T08:15:00"),
        ("3-Mar-2024 8:00am", "2024-03-03T08:00:00"),
        ("Mar 3, 2024, 12:30 AM", "2024-03-03T00:30:00"),
        ("9/21/2020 17:49", "2020-09-21T17:49:00"),
        ("03-03-24", "2024-03-03"),
        ("31-12-24", "2024-12-31"),
        ("99-12-24", "1999-12-24"),
        ("Sa./So., 2./3. März 2024", "2024-03-02"),
        ("3.3.24, S. 12", "2024-03-03"),
        ("Aktualisiert: 04.03.2024, 10:00 Uhr, veröffentlicht: 03.03.2024", "2024-03-03"),
        ("03.03.2024, 18 Uhr", "2024-03-03T18:00:00"),
        ("45354.75", "2024-03-03T18:00:00"),
        ("1709451000.123", "2024-03-03T08:30:00+01:00"),
        ("Freitag, 1. März 2024, 6:05 Uhr (aktualisiert: 9:12 Uhr)", "2024-03-01T06:05:00"),
        ("2024-03-01T06:05:00,123+0100", "2024-03-01T06:05:00+01:00"),
        ("1 Mar 2024 06:05:00 EST", "2024-03-01T12:05:00+01:00"),
        ("Fri Mar  1 06:05:00 CET 2024", "2024-03-01T06:05:00+01:00"),
        ("1er mars 2024", "2024-03-01"),
        ("March 1st, 2024 at 6:05 pm", "2024-03-01T18:05:00"),
        ("KW 9/2024", None),
        ("1. März", None),
        ("Wed, 30 Nov -0001 00:00:00 +0000", None),
        ("0000-00-00 00:00:00", None),
        ("0001-01-01T00:00:00", None),
        ("2023-366", None),
        ("10.000 Menschen", None),
        ("Ausgabe 12/2024", None),
        ("1.4.", None),
        ("2024年3月3日", None),
        ("neulich", None),
        ("1700000000", "2023-11-14T23:13:20+01:00"),
        ("", None),
    ],
)
def test_iso_date(raw: str, iso: str | None) -> None:
    assert iso_date(raw) == iso


def test_days_of_the_second_system_of_excel() -> None:
    assert iso_date("43892", from_1904=True) == "2024-03-03"


@pytest.mark.parametrize(("raw", "ambiguous"), [
    ("03/04/2024", True), ("3/4/24", True), ("24-03-05", True), ("03/03/2024", False), ("13/03/2024", False),
    ("3.4.2024", False), ("2024-03-04", False), ("99-12-24", False),
])  # fmt: skip
def test_dates_that_can_be_read_in_two_ways(raw: str, ambiguous: bool) -> None:
    assert is_ambiguous(raw) == ambiguous


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)))
def test_every_day_in_every_form(day: date) -> None:
    month = ("Januar Februar März April Mai Juni Juli August September Oktober November Dezember").split()[
        day.month - 1
    ]
    for form in (
        "{0:%Y-%m-%d}", "{0:%d.%m.%Y}", "{0.day}.{0.month}.{0.year}", "{0.day}. {1} {0.year}", "{0:%d.%m.%y}",
        "{0:%Y%m%d}", "{0:%Y/%m/%d}", "{0:%d-%b-%Y}", "{0:%a, %d %b %Y} 12:00:00 +0100", "{0:%B} {0.day}, {0.year}",
        "Seeblatt vom {0:%d.%m.%Y}, Seite 3", "{0:%Y-%m-%dT12:00:00Z}", "{0.day}.{1} {0.year}, 18.30 Uhr",
    ):  # fmt: skip
        written = form.format(day, month)
        assert (iso_date(written) or "")[:10] == day.isoformat(), written


@given(st.text(alphabet="0123456789.-/: TZ+,NovDezUhr", max_size=40))
def test_no_string_raises(raw: str) -> None:
    assert iso_date(raw) is None or iso_date(raw)
