"""Hedge rates, certainty profile, subjunctive, tone and diversity on articles counted by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from factories import INSIDERS, KREMLIN, WHITE_HOUSE, example, simple

from analysis.measures import (
    about,
    certainty_profile,
    differing,
    diversity,
    hedge_rate,
    hedge_rate_in_statements,
    mean_tone,
    shares,
    subjunctive_share,
    tone_balance,
    tone_shares,
)
from analysis.tables.frames import frames

TABLES = frames([
    example(),
    simple(1, [KREMLIN, WHITE_HOUSE, WHITE_HOUSE], "Anzeiger", {1}),
    simple(2, [INSIDERS], None, {0}),
    simple(3, [], "Anzeiger"),
])  # fmt: skip
ARTICLES, STATEMENTS = TABLES["articles"], TABLES["statements"]
HEDGES, SENTENCES = TABLES["hedges"], TABLES["sentences"]


def test_hedges_per_100_words() -> None:
    row = hedge_rate(ARTICLES, HEDGES).iloc[0]
    assert (row["n"], row["base"], row["articles"]) == (4, 43, 4)
    assert row["rate"] == pytest.approx(100 * 4 / 43)
    assert row["low"] <= row["rate"] <= row["high"]
    assert row["small"]


@pytest.mark.parametrize(("by", "counts"), [
    ("class", {"evidential": (1, 43), "modal": (3, 43)}),
    ("holder", {"author": (1, 43), "source": (3, 43)}),
    ("category", {"": (1, 43), "kremlin": (1, 43), "us_officials": (2, 43)}),
    ("outlet", {"": (1, 3), "Anzeiger": (1, 11), "Kurier": (2, 29)}),
])  # fmt: skip
def test_hedges_by_group_have_the_right_words(by: str, counts: dict[str, tuple[int, int]]) -> None:
    frame = hedge_rate(ARTICLES, HEDGES, by)
    assert {row[by]: (row["n"], row["base"]) for _, row in frame.iterrows()} == counts


def test_hedges_in_statements_are_set_against_their_words() -> None:
    frame = hedge_rate_in_statements(STATEMENTS).set_index("category")
    assert frame[["n", "base"]].T.to_dict("list") == {"kremlin": [1, 11], "us_officials": [2, 13]}


def test_certainty_profile_shows_how_each_category_is_presented() -> None:
    frame = certainty_profile(STATEMENTS)
    assert frame.groupby("category")["share"].sum().tolist() == pytest.approx([1, 1])
    cell = frame[
        (frame["category"] == "us_officials") & (frame["stance"] == "denying") & ~frame["hedged"]
    ].iloc[0]
    assert (cell["n"], cell["base"], cell["articles"]) == (1, 4, 1)
    neutral = frame[(frame["category"] == "us_officials") & (frame["stance"] == "neutral")]
    assert dict(zip(neutral["hedged"], neutral["n"], strict=True)) == {False: 1, True: 2}


def test_subjunctive_share_is_of_finite_verbs() -> None:
    row = subjunctive_share(ARTICLES).iloc[0]
    assert (row["n"], row["base"], row["articles"]) == (2, 6, 1)
    assert np.isnan(row["low"])


def test_mean_tone_by_voice_and_category() -> None:
    frame = mean_tone(SENTENCES, ("voice", "category"))
    values = {
        (row["voice"], row["category"]): (row["n"], round(row["mean"], 4)) for _, row in frame.iterrows()
    }
    assert values == {
        ("author", ""): (5, -0.0947), ("quoted", "kremlin"): (2, 0.2), ("quoted", "us_officials"): (3, 0.0),
    }  # fmt: skip
    assert mean_tone(SENTENCES, (), scale="textblob")["mean"].tolist() == [pytest.approx(0.05)]
    assert list(frame.columns) == ["voice", "category", "n", "mean", "low", "high", "articles", "small"]


def test_tone_shares_sum_to_one_in_each_voice() -> None:
    frame = tone_shares(SENTENCES)
    assert frame.groupby("voice")["share"].sum().tolist() == pytest.approx([1, 1])
    author = frame[frame["voice"] == "author"].set_index("label")["n"].to_dict()
    assert author == {"negative": 1, "neutral": 4, "positive": 0}
    narrow = tone_shares(SENTENCES, "voice", band=0.05).set_index(["voice", "label"])["n"]
    assert narrow["author"].to_dict() == {"negative": 3, "neutral": 2, "positive": 0}
    assert frame["small"].all()
    wide = tone_shares(SENTENCES, None, band=2.0)
    assert wide[["label", "share"]].to_numpy().tolist() == [["neutral", 1.0]]


def test_balance_is_positive_less_negative() -> None:
    frame = tone_balance(SENTENCES, ["voice"]).set_index("voice")
    assert frame.loc["author", ["n", "negative", "neutral", "positive", "balance"]].tolist() == [5, 0.2, 0.8, 0, -0.2]
    assert (frame["low"] <= frame["balance"]).all()
    assert (frame["balance"] <= frame["high"]).all()
    many = pd.concat([SENTENCES] * 60, ignore_index=True)
    assert tone_balance(many, ["voice"]).set_index("voice")["small"].to_dict() == {"author": False, "quoted": False}
    assert tone_balance(SENTENCES, ["voice"])["small"].all()


def test_who_speaks_how_about_whom() -> None:
    named = SENTENCES.assign(names=pd.Series("Dmitri Peskow; Berlin", index=SENTENCES.index, dtype="str"))
    pairs = about(named, STATEMENTS)
    assert set(pairs["target"]) == {"Dmitri Peskow", "Berlin"}
    assert set(pairs["speaker"]) == {"author", "kremlin", "us_officials"}
    own = pairs[pairs["speaker"] == "kremlin"]
    assert set(own["target"]) == {"Berlin"}
    assert len(pairs[pairs["speaker"] == "author"]) == 2 * (SENTENCES["voice"] == "author").sum()
    assert len(about(SENTENCES, STATEMENTS)) == 0


def test_sentences_on_which_the_scales_differ_most() -> None:
    found = differing(SENTENCES)
    assert found["gap"].abs().is_monotonic_decreasing
    assert found["gap"].iloc[0] == pytest.approx(found["tone"].iloc[0] - found["textblob"].iloc[0])


def test_labels_of_articles_are_shares_too() -> None:
    frame = shares(ARTICLES, "tone_label")
    assert frame[["tone_label", "n"]].to_numpy().tolist() == [["neutral", 3], ["negative", 1]]


def test_diversity_is_the_entropy_of_named_sources() -> None:
    row = diversity(STATEMENTS).iloc[0]
    part = np.array([3, 3]) / 6
    assert row["diversity"] == pytest.approx(-(part * np.log2(part)).sum())
    assert (row["sources"], row["effective"], row["n"]) == (2, pytest.approx(2), 6)
    grouped = diversity(STATEMENTS, "outlet").set_index("outlet")
    assert grouped["sources"].to_dict() == {"": 0, "Anzeiger": 2, "Kurier": 2}
    assert np.isnan(grouped.loc["", "diversity"])


def test_one_source_alone_has_no_diversity() -> None:
    row = diversity(frames([simple(1, [KREMLIN, KREMLIN])])["statements"]).iloc[0]
    assert (row["diversity"], row["effective"]) == (0, 1)


def test_measures_do_not_change_their_input() -> None:
    before = {name: frame.copy() for name, frame in TABLES.items()}
    certainty_profile(STATEMENTS)
    hedge_rate(ARTICLES, HEDGES, "category")
    tone_shares(SENTENCES)
    diversity(STATEMENTS, "outlet")
    for name, frame in TABLES.items():
        pd.testing.assert_frame_equal(frame, before[name])


def test_empty_tables_give_empty_frames() -> None:
    empty = frames([])
    assert len(certainty_profile(empty["statements"])) == 0
    assert len(hedge_rate(empty["articles"], empty["hedges"], "class")) == 0
    assert len(mean_tone(empty["sentences"])) == 0
    assert len(tone_shares(empty["sentences"])) == 0
    assert len(tone_balance(empty["sentences"], ["voice"])) == 0
    assert len(about(empty["sentences"], empty["statements"])) == 0
    assert np.isnan(hedge_rate(empty["articles"], empty["hedges"])["rate"].iloc[0])
    only_article = frames([replace(example(), statements=(), hedges=())])
    assert hedge_rate(only_article["articles"], only_article["hedges"])["rate"].tolist() == [0]
