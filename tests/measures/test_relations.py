"""Who cites whom: shares within each column, the small values summed, clicks that find their rows."""

import pandas as pd
import pytest

from analysis.measures import relations
from analysis.model import REST
from analysis.storage.counts import Memory
from analysis.storage.rows import number
from dashboard.views.sources.relations import named, statements_of
from tests.factories import counted

ROWS = pd.DataFrame({
    "article": ["a", "a", "b", "b", "c", "c", "d"],
    "outlet": ["K", "K", "K", "M", "M", None, "Z"],
    "entity": ["Kreml", "Kreml", "Polizei", "Kreml", "X", "Y", "Polizei"],
    "via": [None, "TASS", None, None, "dpa", None, "TASS"],
}).astype({"outlet": "str", "via": "str"})  # fmt: skip


def matrix(row: str, column: str, top: tuple[int, int] = (8, 15)) -> pd.DataFrame:
    """Who cites whom in these statements."""
    rows = ROWS[ROWS["via"].notna()] if row == "via" else ROWS
    return relations(counted(rows, row, column, top={row: top[0], column: top[1]}), row, column)


def cell(frame: pd.DataFrame, who: str, whom: str) -> pd.Series:
    return frame[(frame["who"] == who) & (frame["whom"] == whom)].iloc[0]


def test_shares_are_within_who_cites() -> None:
    found = matrix("outlet", "entity")
    assert cell(found, "K", "Kreml")["share"] == pytest.approx(2 / 3)
    assert cell(found, "K", "Kreml")["base"] == 3
    assert found.groupby("who")["share"].sum().round(6).eq(1).all()


def test_small_values_are_summed_and_stand_last() -> None:
    found = matrix("outlet", "entity", (2, 1))
    assert list(dict.fromkeys(found["whom"])) == ["Kreml", REST]
    assert list(dict.fromkeys(found["who"]))[-1] == REST
    assert found["n"].sum() == len(ROWS)


def test_every_cell_finds_its_rows_again() -> None:
    found = matrix("outlet", "entity", (1, 1))
    source = Memory({"articles": ROWS, "statements": ROWS})
    for row in named(found, "outlet", "entity").to_dict("records"):
        assert number(source, "statements", only=statements_of(found, "outlet", "entity", row)) == row["n"]


def test_only_what_is_relayed_counts_for_relays() -> None:
    found = matrix("via", "entity")
    assert set(found["who"]) == {"TASS", "dpa"}
    assert found["n"].sum() == 3


def test_an_outlet_that_is_missing_stands_under_the_empty_name() -> None:
    assert "" in set(matrix("outlet", "entity")["who"])
