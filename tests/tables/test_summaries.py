"""Summaries add up to what the result tables hold."""

from dataclasses import replace

import pandas as pd
import pytest

from analysis.export.summaries import SUMMARIES, by_source
from analysis.storage.counts import Memory
from analysis.tables.columns import TABLES, names
from analysis.tables.frames import frames
from analysis.tables.selection import EVERYTHING, Selection
from tests.factories import INSIDERS, KREMLIN, WHITE_HOUSE, example, simple
from tests.selected import select

DTYPES = {"str": "str", "int": "int64", "float": "float64", "bool": "bool"}
RESULT = [
    example(),
    simple(1, [KREMLIN, WHITE_HOUSE, WHITE_HOUSE], "Anzeiger", {1}),
    simple(2, [INSIDERS], None, {0}),
    simple(3, [], "Anzeiger"),
]


@pytest.mark.parametrize("results", [RESULT, RESULT[:1], []])
@pytest.mark.parametrize("table", ["by_article", "by_outlet", "by_category", "by_source"])
def test_columns_and_types_follow_the_contract(table: str, results: list) -> None:
    frame = SUMMARIES[table](Memory(frames(results)), EVERYTHING)
    assert list(frame.columns) == names(table)
    assert [str(dtype) for dtype in frame.dtypes] == [DTYPES[column.dtype] for column in TABLES[table]]
    missing = {name for name in frame.columns if frame[name].isna().any()}
    assert missing <= {column.name for column in TABLES[table] if column.nullable}


def test_by_article_keeps_order_and_articles_without_statements() -> None:
    tables = frames(RESULT)
    frame = SUMMARIES["by_article"](Memory(tables), EVERYTHING)
    assert frame["article"].tolist() == tables["articles"]["article"].tolist()
    assert frame["statements"].tolist() == [3, 3, 1, 0]
    assert frame["withheld"].tolist() == [1, 0, 0, 0]
    assert frame["sources"].tolist() == [2, 2, 0, 0]
    assert frame["anonymous_share"].fillna(-1).tolist() == [0, 0, 1, -1]
    assert frame["hedges_per_100"].round(3).tolist() == [6.897, 11.111, 33.333, 0]
    assert frame["subjunctive_share"].round(3).iloc[0] == 0.333
    assert frame["diversity"].round(3).fillna(-1).tolist() == [0.918, 0.918, -1, -1]


def test_by_outlet_puts_articles_without_one_last() -> None:
    frame = SUMMARIES["by_outlet"](Memory(frames(RESULT)), EVERYTHING)
    assert frame["outlet"].fillna("-").tolist() == ["Anzeiger", "Kurier", "-"]
    assert frame["articles"].tolist() == [2, 1, 1]
    assert frame["statements"].tolist() == [3, 3, 1]
    assert frame["tone_author"].round(4).iloc[1] == -0.0934


def test_by_category_counts_and_presents() -> None:
    frame = SUMMARIES["by_category"](Memory(frames(RESULT)), EVERYTHING).set_index("category")
    assert frame["statements"].to_dict() == {"us_officials": 4, "kremlin": 3}
    assert frame["share"].sum() == pytest.approx(1)
    assert frame["denying"].to_dict() == {"us_officials": 1, "kremlin": 0}
    assert frame["hedged_share"].round(3).to_dict() == {"us_officials": 0.5, "kremlin": 0.333}
    assert frame["articles"].to_dict() == {"us_officials": 3, "kremlin": 2}
    stances = frame[["neutral", "endorsing", "distancing", "denying", "directive", "announcing", "judging"]]
    assert stances.sum(axis=1).tolist() == frame["statements"].tolist()


def test_by_source_has_one_row_per_source() -> None:
    frame = SUMMARIES["by_source"](Memory(frames(RESULT)), EVERYTHING)
    assert frame[["entity", "naming", "statements"]].to_numpy().tolist() == [
        ["Dmitri Peskow", "named", 3], ["Weißes Haus", "named", 3], ["-", "unnamed", 1],
    ]  # fmt: skip


def test_a_source_of_two_types_is_one_row_with_the_more_frequent_type() -> None:
    expert = replace(KREMLIN, country="DE", institution="expert", category="expert", naming="role")
    results = [simple(1, [KREMLIN, KREMLIN, expert]), simple(2, [expert, expert, WHITE_HOUSE])]
    frame = SUMMARIES["by_source"](Memory(frames(results)), EVERYTHING)
    (row,) = frame[frame["entity"] == KREMLIN.entity].to_dict("records")
    assert [row[name] for name in ("country", "institution", "category", "naming", "statements")] == [
        "DE", "expert", "expert", "role", 5,
    ]  # fmt: skip
    assert row["other_types"] == "RU government: 2"
    assert frame["other_types"].isna().tolist() == [False, True]
    assert frame["share"].sum() == pytest.approx(1)
    top = by_source(Memory(frames(results)), top=1)
    assert top.drop(columns=["low", "high"]).to_dict("records") == frame.head(1).drop(columns=["low", "high"]).to_dict(
        "records"
    )


def test_hedges_per_100_words_are_of_the_statements_where_these_are_selected() -> None:
    chosen = Selection(categories=("kremlin",))
    tables = frames(RESULT)
    part = select(tables, chosen)
    frame = SUMMARIES["by_outlet"](Memory(tables), chosen).set_index("outlet")
    words = part["statements"].groupby("outlet")["words"].sum()
    assert frame["hedges_per_100"].dropna().to_dict() == pytest.approx(
        (100 * frame["hedges"] / words).dropna().to_dict()
    )


def test_counts_follow_the_selection() -> None:
    chosen = select(frames(RESULT), Selection(categories=("kremlin",)))
    source = Memory(frames(RESULT))
    tables = {name: made(source, Selection(categories=("kremlin",))) for name, made in SUMMARIES.items()}
    assert tables["by_article"]["statements"].sum() == len(chosen["statements"]) == 3
    assert tables["by_outlet"]["hedges"].sum() == len(chosen["hedges"]) == 1
    assert isinstance(tables["by_category"], pd.DataFrame)
