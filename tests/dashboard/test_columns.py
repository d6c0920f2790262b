"""Tables write numbers and days as the reader does; days that are none are left as they are."""

import pandas as pd

from dashboard.i18n import language
from dashboard.i18n.column_formats import localized, with_days


def test_numbers_and_days_follow_the_language() -> None:
    shown = with_days(pd.DataFrame({"title": ["a"], "published": ["2026-02-10T08:00"], "words": [2224]}))
    assert shown["published"].tolist() == [pd.Timestamp("2026-02-10")]
    how = localized(shown)
    assert set(how) == {"published", "words"}
    assert how["words"]["type_config"]["format"] == "localized"
    assert how["published"]["type_config"]["format"] == "D.M.YYYY"
    with language.speaking("en"):
        assert localized(shown)["published"]["type_config"]["format"] == "D MMM YYYY"


def test_what_is_no_day_is_left_alone() -> None:
    for published in (["2026-02-10", "gestern"], [None, None]):
        frame = pd.DataFrame({"published": pd.Series(published, dtype="str")})
        assert with_days(frame).equals(frame)
