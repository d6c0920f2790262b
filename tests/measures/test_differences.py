"""Differences of rates and means against values worked out by hand."""

import pandas as pd
import pytest

from analysis.measures import Part, hedge_rate_difference, mean_tone_difference


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
    assert (found["low"] <= found["difference"]).all()
    assert (found["difference"] <= found["high"]).all()
    # 400 words are too few, 500 are enough.
    assert found["small"].all()
    assert list(found.index) == ["modal", "adverb"]


def test_one_article_on_a_side_has_no_interval() -> None:
    left = Part(hedges(("a", "modal", 3)), words(("a", 1000)))
    right = Part(hedges(("c", "modal", 1)), words(("c", 500), ("d", 500)))
    row = hedge_rate_difference(left, right).iloc[0]
    assert row["difference"] == pytest.approx(0.2)
    assert pd.isna(row["low"])
    assert not row["small"]


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
