"""Labels: German numbers and dates, and text from outside that stays text."""

import pytest

from dashboard.i18n import labels


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Nordlicht-Agentur", "Nordlicht-Agentur"),
        ("![](https://example.org/x.png)", r"!\[\](https://example.org/x.png)"),
        (":red[Kurier] $x$", r":red\[Kurier\] \$x\$"),
        ("<b>*Bote*</b>", r"\<b\>\*Bote\*\</b\>"),
    ],
)
def test_text_from_outside_is_no_markdown(given: str, shown: str) -> None:
    assert labels.plain(given) == shown


def test_numbers_and_dates_are_german() -> None:
    assert (labels.number(1234.5, 1), labels.percent(0.256), labels.points(-0.1)) == ("1.234,5", "26 %", "−10,0 Punkte")
    assert labels.day("2026-04-09T18:00:00") == "9.4.2026"
