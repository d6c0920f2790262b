"""Dates as sources write them beside their ISO form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.raw.dates import iso_date


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
        ("neulich", None),
        ("1700000000", "2023-11-14T23:13:20+01:00"),
        ("", None),
    ],
)
def test_iso_date(raw: str, iso: str | None) -> None:
    assert iso_date(raw) == iso


@given(st.text(alphabet="0123456789.-/: TZ+,NovDezUhr", max_size=40))
def test_no_string_raises(raw: str) -> None:
    assert iso_date(raw) is None or iso_date(raw)
