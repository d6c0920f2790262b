"""Hedge rates, certainty profile, subjunctive, tone and diversity on articles counted by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from analysis import measures
from analysis.storage.counts import Memory
from analysis.storage.rows import page
from analysis.tables.frames import frames
from tests.factories import INSIDERS, KREMLIN, WHITE_HOUSE, counted, example, simple

TABLES = frames([
    example(),
    simple(1, [KREMLIN, WHITE_HOUSE, WHITE_HOUSE], "Anzeiger", {1}),
    simple(2, [INSIDERS], None, {0}),
    simple(3, [], "Anzeiger"),
])  # fmt: skip
SENTENCES = TABLES["sentences"]
Tables = dict[str, pd.DataFrame]


def hedge_rate(tables: Tables, by: str | None = None) -> pd.DataFrame:
    """Hedges per 100 words."""
    names = [by] if by else []
    words = counted(tables, *[n for n in names if n == "outlet"], table="articles", sums=["words"])
    return measures.hedge_rate(words, counted(tables, *names, table="hedges"), by)


def certainty_profile(tables: Tables) -> pd.DataFrame:
    """How each category is presented."""
    return measures.certainty_profile(counted(tables, "category", "stance", sums=["hedged"]))


def sentences(rows: pd.DataFrame, *by: str, sums: tuple[str, ...] = ()) -> pd.DataFrame:
    """Sentences counted."""
    return counted(rows, *by, table="sentences", sums=sums)


def balance(rows: pd.DataFrame, *by: str) -> pd.DataFrame:
    """Positive less negative."""
    return measures.tone_balance(sentences(rows, *by, sums=measures.balance_sums("tone")), by)


def diversity(tables: Tables, *by: str) -> pd.DataFrame:
    """Entropy of the sources."""
    return measures.diversity(counted(tables, *by, "entity", unit="none"), *by)


def test_hedges_per_100_words() -> None:
    row = hedge_rate(TABLES).iloc[0]
    assert (row["n"], row["base"], row["articles"]) == (4, 43, 4)
    assert row["rate"] == pytest.approx(100 * 4 / 43)
    assert np.isnan(row["low"])
    assert (row["small"], row["few"]) == (True, "cases")


@pytest.mark.parametrize(("by", "counts"), [
    ("class", {"evidential": (1, 43), "modal": (3, 43)}),
    ("holder", {"author": (1, 43), "source": (3, 43)}),
    ("category", {"": (1, 43), "kremlin": (1, 43), "us_officials": (2, 43)}),
    ("outlet", {"": (1, 3), "Anzeiger": (1, 11), "Kurier": (2, 29)}),
])  # fmt: skip
def test_hedges_by_group_have_the_right_words(by: str, counts: dict[str, tuple[int, int]]) -> None:
    frame = hedge_rate(TABLES, by)
    assert {row[by]: (row["n"], row["base"]) for _, row in frame.iterrows()} == counts


def test_certainty_profile_shows_how_each_category_is_presented() -> None:
    frame = certainty_profile(TABLES)
    assert frame.groupby("category")["share"].sum().tolist() == pytest.approx([1, 1])
    cell = frame[(frame["category"] == "us_officials") & (frame["stance"] == "denying")].iloc[0]
    assert (cell["n"], cell["base"], cell["articles"]) == (1, 4, 1)
    neutral = frame[(frame["category"] == "us_officials") & (frame["stance"] == "neutral")].iloc[0]
    assert (neutral["n"], neutral["hedged_share"]) == (3, pytest.approx(2 / 3))


def test_mean_tone_by_voice_and_category() -> None:
    frame = measures.mean_tone(sentences(SENTENCES, "voice", "category", sums=("tone",)), ("voice", "category"))
    values = {(row["voice"], row["category"]): (row["n"], round(row["mean"], 4)) for _, row in frame.iterrows()}
    assert values == {
        ("author", ""): (5, -0.0947), ("quoted", "kremlin"): (2, 0.2), ("quoted", "us_officials"): (3, 0.0),
    }  # fmt: skip
    base = measures.mean_tone(sentences(SENTENCES, sums=("textblob",)), (), scale="textblob")
    assert base["mean"].tolist() == [pytest.approx(0.05)]
    assert list(frame.columns) == ["voice", "category", "n", "mean", "low", "high", "articles", "small", "few"]


def test_tone_shares_sum_to_one_in_each_voice() -> None:
    frame = measures.tone_shares(sentences(SENTENCES, "voice", "tone_label"))
    assert frame.groupby("voice")["share"].sum().tolist() == pytest.approx([1, 1])
    author = frame[frame["voice"] == "author"].set_index("tone_label")["n"].to_dict()
    assert author == {"negative": 1, "neutral": 4, "positive": 0}
    assert frame["small"].all()
    flat = measures.tone_shares(sentences(SENTENCES.assign(tone=0.1), "tone_label"), None)
    assert flat[["tone_label", "share"]].to_numpy().tolist() == [["neutral", 1.0]]


def test_balance_is_positive_less_negative() -> None:
    frame = balance(SENTENCES, "voice").set_index("voice")
    assert frame.loc["author", ["n", "negative", "neutral", "positive", "balance"]].tolist() == [5, 0.2, 0.8, 0, -0.2]
    assert frame["low"].isna().all()
    copies = [SENTENCES.assign(article=SENTENCES["article"] + str(number)) for number in range(60)]
    many = balance(pd.concat(copies, ignore_index=True), "voice").set_index("voice")
    assert many["few"].to_dict() == {"author": "", "quoted": ""}
    assert ((many["low"] < many["balance"]) & (many["balance"] < many["high"])).all()
    one = balance(pd.concat([SENTENCES] * 100, ignore_index=True), "voice")
    assert set(one["few"]) == {"articles"}
    assert set(balance(SENTENCES, "voice")["few"]) == {"cases"}


def test_who_speaks_how_about_whom() -> None:
    named = SENTENCES.assign(names=pd.Series("Dmitri Peskow; Berlin", index=SENTENCES.index, dtype="str"))
    pairs = counted(TABLES | {"sentences": named}, "target", "speaker", table="mentions")
    assert set(pairs["target"]) == {"Dmitri Peskow", "Berlin"}
    assert set(pairs["speaker"]) == {"author", "kremlin", "us_officials"}
    own = pairs[pairs["speaker"] == "kremlin"]
    assert set(own["target"]) == {"Berlin"}
    assert pairs[pairs["speaker"] == "author"]["rows"].sum() == 2 * (SENTENCES["voice"] == "author").sum()
    assert len(counted(TABLES, "target", table="mentions")) == 0


def test_sentences_on_which_the_scales_differ_most() -> None:
    found = page(Memory(TABLES), "sentences", order=["-gap"], limit=4)
    gap = (SENTENCES["tone"] - SENTENCES["textblob"]).abs().sort_values(ascending=False)
    assert (found["tone"] - found["textblob"]).abs().tolist() == pytest.approx(gap.head(4).tolist())


def test_labels_of_articles_are_shares_too() -> None:
    frame = measures.shares(counted(TABLES, "tone_label", table="articles"), "tone_label")
    assert frame[["tone_label", "n"]].to_numpy().tolist() == [["neutral", 3], ["negative", 1]]


def test_diversity_is_the_entropy_of_named_sources() -> None:
    row = diversity(TABLES).iloc[0]
    part = np.array([3, 3]) / 6
    assert row["diversity"] == pytest.approx(-(part * np.log2(part)).sum())
    assert (row["sources"], row["effective"], row["n"]) == (2, pytest.approx(2), 6)
    grouped = diversity(TABLES, "outlet").set_index("outlet")
    assert grouped["sources"].to_dict() == {"": 0, "Anzeiger": 2, "Kurier": 2}
    assert np.isnan(grouped.loc["", "diversity"])


def test_one_source_alone_has_no_diversity() -> None:
    row = diversity(frames([simple(1, [KREMLIN, KREMLIN])])).iloc[0]
    assert (row["diversity"], row["effective"]) == (0, 1)


def test_measures_do_not_change_their_input() -> None:
    said = counted(TABLES, "category", "stance", sums=["hedged"])
    voiced = sentences(SENTENCES, "voice", "tone_label")
    before = [said.copy(), voiced.copy()]
    measures.certainty_profile(said)
    measures.tone_shares(voiced)
    for frame, old in zip((said, voiced), before, strict=True):
        pd.testing.assert_frame_equal(frame, old)


def test_empty_tables_give_empty_frames() -> None:
    empty = frames([])
    assert len(certainty_profile(empty)) == 0
    assert len(hedge_rate(empty, "class")) == 0
    assert len(measures.mean_tone(counted(empty, "voice", table="sentences", sums=["tone"]))) == 0
    assert len(measures.tone_shares(counted(empty, "voice", "tone_label", table="sentences"))) == 0
    assert len(balance(empty["sentences"], "voice")) == 0
    assert len(counted(empty, "target", table="mentions")) == 0
    assert np.isnan(hedge_rate(empty)["rate"].iloc[0])
    assert hedge_rate(frames([replace(example(), statements=(), hedges=())]))["rate"].tolist() == [0]
