"""The rule of few cases: what counts as few, and that the intervals it lets stand hold what they promise."""

import numpy as np
import pandas as pd
import pytest

from analysis.measures import SMALL_N, share_of_voice
from analysis.measures.bootstrap import interval_of, ratio
from analysis.measures.few import LEAST_ARTICLES, few
from tests.factories import counted


def voice(*rows: tuple[int, str]) -> pd.DataFrame:
    """The share of voice of statements as (article, category)."""
    frame = pd.DataFrame(rows, columns=["article", "category"]).astype("str")
    return share_of_voice(counted(frame, "category"), "category").set_index("category")


@pytest.mark.parametrize(("base", "articles", "carrying", "told"), [
    (SMALL_N - 1, 1, 1, "cases"), (SMALL_N - 1, 9, 9, "cases"), (SMALL_N, LEAST_ARTICLES - 1, 3, "articles"),
    (SMALL_N, LEAST_ARTICLES, 1, "articles"), (SMALL_N, LEAST_ARTICLES, 2, ""), (SMALL_N, LEAST_ARTICLES, 0, ""),
])  # fmt: skip
def test_cases_come_before_articles(base: int, articles: int, carrying: int, told: str) -> None:
    assert few(*(np.array([number]) for number in (base, articles, carrying))) == [told]


def test_two_articles_have_no_interval_however_many_statements() -> None:
    found = voice(*((number % 2, "ab"[number % 3 == 0]) for number in range(200)))
    assert set(found["few"]) == {"articles"}
    assert found[["low", "high"]].isna().all(axis=None)


def test_what_one_article_alone_says_has_no_interval_beside_what_many_say() -> None:
    found = voice(*((number % 8, "ab"[number % 3 == 0]) for number in range(80)), (3, "c"), (3, "c"))
    assert found["few"].to_dict() == {"a": "", "b": "", "c": "articles"}
    assert found["low"].isna().to_dict() == {"a": False, "b": False, "c": True}


def test_what_everybody_says_has_no_interval_of_no_width() -> None:
    found = voice(*((number % 8, "a") for number in range(80)))
    assert found[["share", "few"]].to_numpy().tolist() == [[1.0, ""]]
    assert found["low"].isna().all()


@pytest.mark.parametrize("articles", [LEAST_ARTICLES, 8, 20])
def test_intervals_of_few_articles_hold_the_share_as_often_as_they_say(articles: int) -> None:
    """Articles vary in size and lean; 95 % is promised, and 88 % is the least that is let stand."""
    random, held, shown = np.random.default_rng(articles), 0, 0
    for _ in range(400):
        lean, size = random.beta(2, 3, articles), random.integers(1, 9, articles)
        hits = random.binomial(size, lean).astype(float)
        found = ratio(hits[:, None], size[:, None].astype(float))
        shown += not np.isnan(found.low[0])
        held += bool(found.low[0] <= 0.4 <= found.high[0])
    assert shown > 380
    assert held / shown >= 0.88


def test_of_two_articles_an_interval_would_hold_it_far_too_seldom() -> None:
    random, held = np.random.default_rng(2), 0
    for _ in range(400):
        hits = random.binomial(5, random.beta(2, 3, 2)).astype(float)
        low, high = interval_of(hits[:, None], np.full((2, 1), 5.0))
        held += bool(low[0] <= 0.4 <= high[0])
    assert held / 400 < 0.75
