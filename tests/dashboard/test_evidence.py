"""Behind every mark of every chart stand as many rows as it says."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd
import pytest

from dashboard.charts.render import Spec
from dashboard.components import drilldown
from dashboard.review.evidence import Rows
from tests import apps

COUNTS = (("n",), ("rows",), ("left_n", "right_n"), ("left", "right"))
"""What a chart's figures call the number of rows; charts of two sides have two."""


@pytest.mark.parametrize("page", ["overview", "sources", "certainty", "tone", "stories", "compare"])
def test_behind_every_mark_stand_as_many_rows_as_it_counts(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    wrong: list[tuple[object, ...]] = []
    checked: list[str] = []

    def compared(
        chart: Spec, key: str, alt_text: str, behind: Callable[[Mapping[str, object]], Mapping[str, Rows]], *_: object
    ) -> None:
        checked.append(key)
        for mark in drilldown.marks(chart):
            row = only_row(chart.frame, mark)
            counts = next(names for names in COUNTS if names[0] in row)
            told = [int(row[name]) for name in counts]
            found = [rows.corpus.number(rows.table, rows.only) for rows in behind(mark).values()]
            if told != found:
                wrong.append((key, mark, told, found))

    monkeypatch.setattr(drilldown, "show_of", compared)
    app = apps.opened(page=page)
    assert not app.exception
    assert len(checked) >= 2
    assert not wrong


def only_row(frame: pd.DataFrame, mark: Mapping[str, object]) -> "pd.Series[float]":
    """The one row of a chart's figures that a mark is drawn from."""
    rows = frame
    for name, value in mark.items():
        rows = rows[rows[name] == value]
    assert len(rows) == 1, mark
    return rows.iloc[0]
