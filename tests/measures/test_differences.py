"""Differences of rates and means against values worked out by hand."""

import pandas as pd
import pytest

from analysis.measures import Part, difference, hedge_rate_difference, mean_tone_difference
from tests.factories import counted


def hedges(*rows: tuple[str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["unit", "class", "rows"]).astype({"unit": "str", "class": "str"})


def words(*rows: tuple[str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["unit", "words"]).astype({"unit": "str"})


def tones(*rows: tuple[str, str, float, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["unit", "voice", "tone", "rows"]).astype({"unit": "str", "voice": "str"})


def test_rates_are_of_all_words_of_their_side() -> None:
    left = Part(hedges(("a", "modal", 3), ("b", "modal", 1), ("b", "adverb", 2)), words(("a", 300), ("b", 100)))
    right = Part(hedges(("c", "modal", 1)), words(("c", 200), ("d", 300)))
    found = hedge_rate_difference(left, right).set_index("class")
    assert found.loc["modal", ["left", "right", "difference"]].tolist() == pytest.approx([1.0, 0.2, 0.8])
    assert found.loc["adverb", ["left", "right", "difference"]].tolist() == pytest.approx([0.5, 0.0, 0.5])
    assert found.loc["adverb", ["left_n", "right_n", "left_base", "right_base"]].tolist() == [2, 0, 400, 500]
    # 400 words are too few.
    assert set(found["few"]) == {"cases"}
    assert found[["low", "high"]].isna().all(axis=None)
    assert list(found.index) == ["modal", "adverb"]


def spread(letter: str, articles: int, hedged: int, each: int = 1000) -> Part:
    """So many articles of 1000 words, each hedged so often."""
    names = [f"{letter}{number}" for number in range(articles)]
    return Part(hedges(*((name, "modal", hedged) for name in names)), words(*((name, each) for name in names)))


@pytest.mark.parametrize(("articles", "few"), [(1, "articles"), (4, "articles"), (5, "")])
def test_a_side_of_few_articles_has_no_interval(articles: int, few: str) -> None:
    row = hedge_rate_difference(spread("a", articles, 90), spread("c", 9, 40)).iloc[0]
    assert row["difference"] == pytest.approx(5)
    assert (row["few"], row["small"]) == (few, few != "")
    assert pd.isna(row["low"]) == (few != "")


def test_four_to_nothing_is_no_difference_and_forty_to_nothing_is_one() -> None:
    def of(cases: int) -> pd.Series:
        left = [(f"a{number % 9}", "x" if number < cases else "y") for number in range(80)]
        right = [(f"b{number % 9}", "y") for number in range(80)]
        sides = [pd.DataFrame(rows, columns=["article", "category"]).astype("str") for rows in (left, right)]
        found = difference(*(counted(side, "category") for side in sides)).set_index("category")
        return found.loc["x"]

    thin, clear = of(4), of(40)
    assert (thin["left_n"], thin["right_n"], thin["few"]) == (4, 0, "cases")
    assert pd.isna(thin["low"])
    assert clear["few"] == ""
    assert 0 < clear["low"] < clear["difference"] < clear["high"]


def test_tone_is_compared_within_the_voices_that_both_have() -> None:
    left = tones(("a", "author", -2.0, 10), ("b", "author", 0.0, 10), ("a", "quoted", 1.0, 2))
    right = tones(("c", "author", 1.0, 5), ("d", "author", 1.0, 15))
    (row,) = mean_tone_difference(left, right).to_dict("records")
    assert row["voice"] == "author"
    assert (row["left"], row["right"], row["difference"]) == pytest.approx((-0.1, 0.1, -0.2))
    assert (row["left_n"], row["right_n"]) == (20, 20)
    assert row["small"]


def test_a_side_without_anything_gives_no_rows() -> None:
    nothing = tones()
    assert not len(mean_tone_difference(nothing, tones(("c", "author", 1.0, 5))))
    assert not len(hedge_rate_difference(Part(hedges(), words()), Part(hedges(), words())))
