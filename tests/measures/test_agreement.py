"""Agreement as published examples have it, and shares corrected back to what is true."""

import math

import numpy as np
import pandas as pd
import pytest

from analysis.measures.agreement import MIN_SAMPLE, agreement, alpha, corrected_shares, precision, wilson

# Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability, examples A (binary, two observers, no missing),
# B (nominal, two observers, no missing) and C (nominal, four observers, missing values).
MEG, OWEN = "0100000010", "1110010000"
BEN, GERRY = "aabbdcccedda", "babbbccceddd"
FOUR = ("123321412   ", "1233224125 3", " 3332342251 ", "12332441251 ")


def pairs(one: str, other: str) -> list[tuple[str, str]]:
    return list(zip(one, other, strict=True))


def test_alpha_of_the_published_binary_example() -> None:
    assert alpha(pairs(MEG, OWEN)) == pytest.approx(0.095, abs=5e-4)


def test_alpha_of_the_published_nominal_example() -> None:
    assert alpha(pairs(BEN, GERRY)) == pytest.approx(0.692, abs=5e-4)


def test_alpha_of_the_published_example_with_missing_values() -> None:
    units = ["".join(values).replace(" ", "") for values in zip(*FOUR, strict=True)]
    assert alpha(units) == pytest.approx(0.743, abs=5e-4)


def test_alpha_knows_its_ends() -> None:
    assert alpha([("a", "a"), ("b", "b")]) == 1
    assert alpha([("a", "b"), ("b", "a")]) < 0
    assert np.isnan(alpha([("a", "a"), ("a", "a")]))
    assert np.isnan(alpha([]))
    assert np.isnan(alpha([("a",), ("b",)]))


def judged(*rows: tuple[str, str, str, str, str]) -> pd.DataFrame:
    """Rows of article, target, who, what the person says, what was found; "" is nothing."""
    frame = pd.DataFrame(rows, columns=["article", "target", "who", "category", "category_found"]).astype("str")
    return frame.assign(number=range(len(rows)), kept=frame["category"] != "", found=frame["category_found"] != "")


def test_alpha_has_an_interval_from_five_articles_on() -> None:
    def low(articles: int) -> float:
        places = [(str(n % articles), str(n), "AL", "igo" if n % 7 else "media", "igo" if n % 5 else "media")
                  for n in range(60)]  # fmt: skip
        row = agreement(judged(*places), ["category"]).iloc[0]
        assert row["few"] == ("" if articles >= 5 else "articles")
        assert math.isnan(row["low"]) or row["low"] < row["alpha"] < row["high"]
        return float(row["low"])

    assert math.isnan(low(4))
    assert not math.isnan(low(5))


def test_agreement_with_the_machine_uses_the_last_word_and_among_people_each() -> None:
    table = judged(
        ("1", "a", "AL", "kremlin", "kremlin"),
        ("1", "b", "AL", "igo", "kremlin"),
        ("2", "a", "AL", "igo", "igo"),
        ("2", "a", "BM", "kremlin", "igo"),
        ("2", "b", "AL", "igo", "igo"),
        ("2", "b", "BM", "igo", "igo"),
        ("2", "c", "AL", "", "igo"),
        ("2", "d", "AL", "igo", ""),
    )
    machine, people = agreement(table, ["category"]).to_dict("records")
    assert (machine["raters"], machine["n"], machine["share"]) == ("machine", 4, 0.5)
    assert machine["alpha"] == pytest.approx(
        alpha([("kremlin", "kremlin"), ("igo", "kremlin"), ("kremlin", "igo"), ("igo", "igo")])
    )
    assert math.isnan(machine["low"])
    assert (machine["small"], machine["few"]) == (True, "cases")
    assert (people["raters"], people["n"], people["share"]) == ("people", 2, 0.5)
    assert people["alpha"] == pytest.approx(alpha([("igo", "kremlin"), ("igo", "igo")]))
    assert np.isnan(people["low"])


def test_agreement_of_nothing_is_an_empty_table() -> None:
    empty = agreement(judged(), ["category"])
    assert len(empty) == 0
    assert {"variable", "raters", "alpha"} <= set(empty)


def test_precision_counts_what_is_there_and_right() -> None:
    table = judged(
        ("1", "a", "AL", "kremlin", "kremlin"), ("1", "b", "AL", "igo", "kremlin"), ("1", "c", "AL", "", "kremlin"),
        ("1", "d", "AL", "kremlin", "kremlin"), ("2", "a", "AL", "igo", "igo"), ("2", "b", "AL", "igo", ""),
    )  # fmt: skip
    kremlin, igo = precision(table, "category").to_dict("records")
    assert (kremlin["category"], kremlin["base"], kremlin["n"], kremlin["share"], kremlin["kept"]) == (
        "kremlin", 4, 2, 0.5, 0.75,
    )  # fmt: skip
    assert (igo["base"], igo["share"], igo["high"]) == (1, 1.0, 1.0)
    assert 0.2 < igo["low"] < 0.21
    (whole,) = precision(table, "category", whole=True).to_dict("records")
    assert (whole["category"], whole["base"], whole["n"]) == ("", 5, 3)


def test_wilson_is_as_published() -> None:
    # Newcombe 1998, Statistics in Medicine 17:857-872, table I: 81/263, 15/148, 0/20, 1/29.
    low, high = wilson(np.array([81.0, 15, 0, 1]), np.array([263.0, 148, 20, 29]))
    assert low == pytest.approx([0.2553, 0.0624, 0.0, 0.0061], abs=5e-5)
    assert high == pytest.approx([0.3662, 0.1605, 0.1611, 0.1718], abs=5e-5)


def world(size: int, seed: int) -> pd.DataFrame:
    """A corpus in which every third find of the Kreml is really the UN's, and one in ten is nothing."""
    random = np.random.default_rng(seed)
    found = random.choice(["kremlin", "igo"], size, p=[0.6, 0.4])
    true = np.where((found == "kremlin") & (random.random(size) < 1 / 3), "igo", found)
    true = np.where(random.random(size) < 0.1, "", true)
    rows = [(str(at // 5), str(at), "AL", str(t), str(f)) for at, (t, f) in enumerate(zip(true, found, strict=True))]
    return judged(*rows)


def test_corrected_shares_find_back_to_the_truth() -> None:
    covered, errors = 0, []
    for seed in range(40):
        whole = world(3000, seed)
        sample = whole.sample(200, random_state=seed)
        table = corrected_shares(sample, whole["category_found"].value_counts(), "category").set_index("category")
        really = whole[whole["kept"]]["category"].value_counts(normalize=True)
        row = table.loc["kremlin"]
        errors.append(row["share"] - really["kremlin"])
        covered += row["low"] <= really["kremlin"] <= row["high"]
        assert row["found"] - really["kremlin"] > 0.15
        assert table["share"].sum() == pytest.approx(1)
    assert abs(np.mean(errors)) < 0.01
    assert covered >= 35


def test_a_small_sample_corrects_nothing() -> None:
    whole = world(500, 1)
    totals = whole["category_found"].value_counts()
    few = corrected_shares(whole.head(MIN_SAMPLE - 1), totals, "category")
    assert few["small"].all()
    assert few[["share", "low", "high"]].isna().all(axis=None)
    assert few["found"].sum() == pytest.approx(1)
    enough = corrected_shares(whole.head(MIN_SAMPLE), totals, "category")
    assert not enough["small"].any()
    assert enough["sampled"].sum() == MIN_SAMPLE


def test_values_without_a_sample_are_uncertain() -> None:
    whole = world(60, 2)
    totals = whole["category_found"].value_counts()
    totals["ngo"] = 60
    table = corrected_shares(whole, totals, "category").set_index("category")
    assert table.loc["ngo", "sampled"] == 0
    assert table.loc["ngo", "high"] - table.loc["ngo", "low"] > 0.3


def test_a_sample_without_an_error_proves_no_perfection() -> None:
    whole = judged(*((str(n), str(n), "AL", value, value) for n, value in enumerate(["kremlin", "igo"] * 30)))
    table = corrected_shares(whole, whole["category_found"].value_counts(), "category")
    assert table["share"].tolist() == pytest.approx([0.5, 0.5], abs=0.001)
    assert (table["high"] - table["low"]).min() > 0.01


def test_shares_of_nothing_are_an_empty_table() -> None:
    assert len(corrected_shares(judged(), pd.Series(dtype="int64"), "category")) == 0
