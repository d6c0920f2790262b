"""Shares, proportions and their differences, with intervals over articles."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import bootstrap as boot
from analysis.measures import difference, proportion, share_of_voice
from analysis.measures.few import LEAST_ARTICLES, LEAST_CARRYING
from analysis.storage.counts import UNITS
from tests.factories import counted

FLAGS = {
    "anonymous": lambda statements: statements["naming"] == "unnamed",
    "direct": lambda statements: statements["type"] == "direct",
    "hedged": lambda statements: statements["hedges"] > 0,
    "relayed": lambda statements: statements["via_kind"] == "relay",
    "subjunctive": lambda statements: statements["subjunctive"],
    "withheld": lambda statements: statements["withheld"],
}


def statements(rows: list[tuple[int, str, int]], outlet: str | None = "A") -> pd.DataFrame:
    """Statements as (article, category, words), every second one anonymous and hedged."""
    number = np.arange(len(rows))
    frame = pd.DataFrame({
        "article": [f"{article:04d}" for article, _, _ in rows], "outlet": outlet,
        "category": [category for _, category, _ in rows], "words": [words for _, _, words in rows],
        "naming": np.where(number % 2, "unnamed", "named"),
        "type": np.where(number % 3, "direct", "indirect"),
        "hedges": number % 2, "subjunctive": number % 5 == 0, "withheld": number % 7 == 0,
        "via": pd.Series([None] * len(rows), dtype="str"), "via_category": None,
        "via_kind": pd.Series(number % 4).map({1: "relay", 2: "told"}), "stance": "neutral",
    })  # fmt: skip
    texts = ["article", "outlet", "category", "naming", "type", "via", "via_category", "via_kind", "stance"]
    return frame.astype(dict.fromkeys(texts, "str") | {"words": "int64"})


def voice(frame: pd.DataFrame, by: str = "category", within: str | None = None, **options: object) -> pd.DataFrame:
    """The share of voice of these statements."""
    columns = [within, by] if within else [by]
    top = options.pop("top", None)
    found = counted(frame, *columns, sums=["words"], top={by: top} if top else None)
    return share_of_voice(found, by, within=within, **options)


def gap(left: pd.DataFrame, right: pd.DataFrame) -> pd.DataFrame:
    """The difference of the shares of both."""
    return difference(counted(left, "category"), counted(right, "category"))


def share_of(frame: pd.DataFrame, flag: str, by: str | None = None) -> pd.DataFrame:
    """The proportion of these statements for which a flag holds."""
    return proportion(counted(frame, *([by] if by else []), sums=[flag]), flag, by)


rows = st.lists(st.tuples(st.integers(0, 12), st.sampled_from("abc"), st.integers(1, 30)), min_size=1, max_size=60)
SETTINGS = settings(max_examples=25, deadline=None)


@SETTINGS
@given(rows, st.sampled_from(["statements", "words"]))
def test_shares_sum_to_one_and_lie_in_their_intervals(values: list[tuple[int, str, int]], weight: str) -> None:
    frame = voice(statements(values), weight=weight)
    assert frame["share"].sum() == pytest.approx(1)
    assert frame["n"].sum() == frame["base"].iloc[0]
    known = frame.dropna(subset=["low", "high"])
    assert ((known["low"] < known["share"]) & (known["share"] < known["high"])).all()
    assert known[["low", "high"]].stack().between(0, 1).all()
    assert (known["articles"] >= LEAST_CARRYING).all()
    assert len(known) == 0 or len({article for article, _, _ in values}) >= LEAST_ARTICLES
    assert (frame["small"] == (frame["few"] != "")).all()


@SETTINGS
@given(rows, rows)
def test_differences_are_of_the_shares_and_lie_in_their_intervals(
    one: list[tuple[int, str, int]], other: list[tuple[int, str, int]]
) -> None:
    left, right = statements(one), statements(other)
    frame = gap(left, right).set_index("category")
    for side, given_rows in (("left", left), ("right", right)):
        alone = voice(given_rows).set_index("category")["share"]
        pd.testing.assert_series_equal(frame[side], alone.reindex(frame.index, fill_value=0.0), check_names=False)
    assert np.allclose(frame["difference"], frame["left"] - frame["right"])
    known = frame.dropna()
    assert ((known["low"] <= known["difference"]) & (known["difference"] <= known["high"])).all()


@SETTINGS
@given(rows)
def test_a_selection_does_not_differ_from_itself(values: list[tuple[int, str, int]]) -> None:
    same = gap(statements(values), statements(values))
    assert (same["difference"] == 0).all()
    assert (same[["low", "high"]].fillna(0) == 0).all(axis=None)


def test_counts_by_hand() -> None:
    frame = voice(statements([(1, "a", 10), (1, "a", 10), (2, "b", 20), (3, "a", 40)]))
    assert frame[["category", "n", "base", "articles"]].to_numpy().tolist() == [
        ["a", 3, 4, 2],
        ["b", 1, 4, 1],
    ]
    assert frame["share"].tolist() == [0.75, 0.25]
    words = voice(statements([(1, "a", 10), (2, "b", 30)]), weight="words")
    assert words[["category", "n", "base"]].to_numpy().tolist() == [["b", 30, 40], ["a", 10, 40]]


def test_shares_within_groups_have_every_combination() -> None:
    both = pd.concat([statements([(1, "a", 1), (2, "b", 1)], None), statements([(3, "a", 1)], "B")])
    frame = voice(both, within="outlet")
    assert frame[["outlet", "category", "n", "base"]].to_numpy().tolist() == [
        ["", "a", 1, 2], ["", "b", 1, 2], ["B", "a", 1, 1], ["B", "b", 0, 1],
    ]  # fmt: skip


def test_top_keeps_the_most_frequent_with_shares_of_everything() -> None:
    frame = voice(statements([(1, "a", 1), (2, "b", 1), (3, "b", 1), (4, "c", 1)]), top=1)
    assert frame[["category", "n", "share"]].to_numpy().tolist() == [["b", 2, 0.5]]


def test_shares_by_via_leave_the_rest_out() -> None:
    frame = statements([(1, "a", 1), (2, "a", 1), (3, "a", 1)])
    frame.loc[0, ["via", "via_category"]] = ["TASS", "state_media"]
    assert voice(frame, "via_category")[["via_category", "share"]].to_numpy().tolist() == [["state_media", 1]]


@pytest.mark.parametrize("flag", FLAGS)
def test_proportions_are_means_of_their_flag(flag: str) -> None:
    frame = statements([(i % 9, "abc"[i % 3], 1) for i in range(40)])
    found = share_of(frame, flag)
    assert found["share"].tolist() == [pytest.approx(FLAGS[flag](frame).mean())]
    assert found[["base", "articles"]].to_numpy().tolist() == [[40, 9]]
    grouped = share_of(frame, flag, "category")
    assert grouped["n"].sum() == found["n"].iloc[0]


def test_few_statements_are_marked_small() -> None:
    assert voice(statements([(i, "a", 99) for i in range(19)]), weight="words")["small"].all()
    assert not voice(statements([(i, "a", 1) for i in range(20)]))["small"].any()


def test_the_same_data_give_the_same_interval_in_any_order() -> None:
    frame = statements([(i % 17, "ab"[i % 5 == 0], 1) for i in range(90)])
    again = frame.sample(frac=1, random_state=3)
    pd.testing.assert_frame_equal(voice(frame), voice(again))


def test_the_interval_covers_as_often_as_it_says() -> None:
    """Articles vary in size and lean; of 200 samples of 60 articles about 95 % must cover the true share."""
    random, covered = np.random.default_rng(5), 0
    for _ in range(200):
        lean, size = random.beta(2, 3, 60), random.integers(1, 9, 60)
        hits = random.binomial(size, lean).astype(float)
        interval = boot.ratio(hits[:, None], size[:, None].astype(float))
        covered += bool(interval.low[0] <= 0.4 <= interval.high[0])
    assert 0.89 <= covered / 200 <= 0.99


def test_whole_articles_are_drawn_not_statements() -> None:
    """Forty statements in eight one-sided articles say less than forty in forty articles."""
    clustered = voice(statements([(i // 5, "ab"[i // 5 % 2], 1) for i in range(40)])).iloc[0]
    spread = voice(statements([(i, "ab"[i % 2], 1) for i in range(40)])).iloc[0]
    assert clustered["high"] - clustered["low"] > 2 * (spread["high"] - spread["low"])


def test_blocks_give_nearly_the_same_interval() -> None:
    random = np.random.default_rng(8)
    values = [(int(article), "ab"[int(random.random() < 0.3)], 1) for article in range(3000) for _ in range(2)]
    frame = statements(values)
    found = counted(frame, "category")
    assert len(found["unit"].unique()) == pytest.approx(UNITS, abs=80)
    assert found["articles"].sum() == len(frame.drop_duplicates(["article", "category"]))
    row = voice(frame).set_index("category").loc["b"]
    expected = 2 * 1.96 * np.sqrt(0.3 * 0.7 / len(values))
    assert row["high"] - row["low"] == pytest.approx(expected, rel=0.15)


def test_many_sources_are_worked_off_in_chunks() -> None:
    frame = statements([(i % 30, f"s{i % 600}", 1) for i in range(1200)])
    found = voice(frame)
    assert len(found) == 600
    assert found["share"].sum() == pytest.approx(1)
    one = share_of(frame.assign(withheld=frame["category"] == "s599"), "withheld").iloc[0]
    row = found.set_index("category").loc["s599"]
    assert (row["n"], row["share"], row["few"]) == (one["n"], one["share"], one["few"])
    assert one["few"] == "articles"


@pytest.mark.parametrize("measure", [
    voice, lambda s: voice(s, "category", within="outlet", top=2),
    lambda s: gap(s, s),
    lambda s: share_of(s, "direct", "outlet"),
])  # fmt: skip
def test_nothing_selected_gives_an_empty_frame(measure) -> None:
    assert len(measure(statements([]))) == 0


def test_a_proportion_of_nothing_is_missing() -> None:
    row = share_of(statements([]), "direct").iloc[0]
    assert row["base"] == 0
    assert np.isnan(row["share"])
    assert row["small"]
