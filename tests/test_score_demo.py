"""The scorer of the demo gold: all right, all missing, optional rows, fragments, and each part by itself."""

import json
from copy import deepcopy
from typing import Any

import pytest

from tests.gold.compile_gold import GOLD
from tests.gold.score_demo import pair, score

ARTICLES: list[dict[str, Any]] = json.loads((GOLD / "demo.json").read_text("utf-8"))["articles"]


def stretch(start: int, end: int, **more: object) -> dict[str, Any]:
    return {"quote": [[start, end]], "optional": False, **more}


def test_the_gold_itself_is_all_right() -> None:
    assert set(score(ARTICLES).values()) == {100.0}


def test_nothing_found_is_nothing_right() -> None:
    empty = [{"id": article["id"], "statements": [], "hedges": []} for article in ARTICLES]
    assert set(score(empty).values()) == {0.0}


def test_optional_rows_neither_help_nor_hurt() -> None:
    without = deepcopy(ARTICLES)
    for article in without:
        for part in ("statements", "hedges"):
            article[part] = [row for row in article[part] if not row["optional"]]
    assert score(without) == score(ARTICLES)


@pytest.mark.parametrize("part", ["category", "country", "institution", "entity", "naming"])
def test_a_wrong_part_of_the_source_lowers_only_its_figure(part: str) -> None:
    changed = deepcopy(ARTICLES)
    for row in changed[0]["statements"]:
        row["source"][part] = "?"
    low = {name for name, value in score(changed).items() if value < 100}
    assert low == {f"demo.statements.{part}_of_found"}


def test_quotes_pair_by_overlap() -> None:
    gold = [stretch(0, 40), stretch(50, 90)]
    pairs, missed, wrong = pair(gold, [stretch(10, 40), stretch(85, 140), stretch(200, 210)], "quote", 0.5)
    assert [(one["quote"], two["quote"]) for one, two in pairs] == [([[0, 40]], [[10, 40]])]
    assert missed == gold[1:]
    assert [two["quote"] for two in wrong] == [[[85, 140]], [[200, 210]]]


def test_a_fragment_inside_a_statement_that_was_found_is_no_false_alarm() -> None:
    pairs, missed, wrong = pair([stretch(0, 40)], [stretch(0, 40), stretch(10, 20)], "quote", 0.5)
    assert (len(pairs), missed, wrong) == (1, [], [])


def test_what_is_optional_is_neither_missed_nor_wrong() -> None:
    gold = [stretch(0, 40, optional=True)]
    assert pair(gold, [], "quote", 0.5) == ([], [], [])
    assert pair(gold, [stretch(0, 40)], "quote", 0.5) == ([], [], [])
