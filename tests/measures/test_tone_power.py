"""What it takes to tell two groups apart by their tone: the formulas against simulated sentences."""

import numpy as np
import pytest

from analysis.measures.tone_power import (
    DIFFERENCES,
    ToneError,
    detectable,
    likeness,
    needed_table,
    power_table,
    sentences_needed,
)

CONFUSION = ((60, 30, 10), (30, 140, 30), (10, 40, 50))
PERFECT = ToneError(((10, 0, 0), (0, 10, 0), (0, 0, 10)), (1 / 3, 1 / 3, 1 / 3), 0.3, 0.0)
ROUGH = ToneError(CONFUSION, (0.25, 0.525, 0.225), 0.3, 0.08)


def test_without_errors_a_difference_shows_in_full() -> None:
    assert PERFECT.shown("negative") == PERFECT.shown("balance") == pytest.approx(1)
    assert 0 < ROUGH.shown("balance") < 1
    guessing = ToneError(((10, 20, 30),) * 3, ROUGH.labels, 0.3, 0.0)
    assert guessing.shown("negative") == pytest.approx(0)


def test_the_share_of_negative_shows_by_hits_less_false_alarms() -> None:
    hits, false_alarms = 60 / 100, 40 / 300
    assert ROUGH.shown("negative") == pytest.approx(hits - false_alarms)


@pytest.mark.parametrize("measure", list(DIFFERENCES))
def test_needed_and_detectable_are_each_others_inverse(measure: str) -> None:
    for difference in DIFFERENCES[measure]:
        needed = sentences_needed(ROUGH, difference, 10, measure)
        assert detectable(ROUGH, needed, 10, measure) <= difference < detectable(ROUGH, needed - 1, 10, measure)


def test_sentences_of_one_article_say_less() -> None:
    assert sentences_needed(ROUGH, 0.1, 20, "negative") > 2 * sentences_needed(ROUGH, 0.1, 1, "negative")
    assert sentences_needed(ROUGH, 0.1, 0.2, "negative") == sentences_needed(ROUGH, 0.1, 1, "negative")


def test_tables_have_sentences_and_articles() -> None:
    sizes = power_table(ROUGH, 8, (80, 800))
    assert sizes["articles"].tolist() == [10, 100]
    assert (sizes[list(DIFFERENCES)].iloc[0] > sizes[list(DIFFERENCES)].iloc[1]).all()
    needed = needed_table(ROUGH, 8)
    assert (needed["articles"] == np.ceil(needed["sentences"] / 8)).all()
    assert needed.groupby("measure")["sentences"].is_monotonic_decreasing.all()


def simulated(random: np.random.Generator, articles: int, size: int, negative: float) -> np.ndarray:
    """Found negative labels, articles by sentences: articles differ in their share, and labels err."""
    confusion = np.array(CONFUSION) / np.array(CONFUSION).sum(1, keepdims=True)
    strength = 4.0
    shares = random.beta(negative * strength, (1 - negative) * strength, articles)
    is_negative = random.random((articles, size)) < shares[:, None]
    neutral = np.array(CONFUSION)[1:].sum(1) / np.array(CONFUSION)[1:].sum()
    false_alarms = float(neutral @ confusion[1:, 0])
    return random.random((articles, size)) < np.where(is_negative, confusion[0, 0], false_alarms)


def test_needed_sentences_give_four_of_five_in_simulation() -> None:
    random = np.random.default_rng(5)
    size, difference = 8, 0.2
    pilot = simulated(random, 4000, size, 0.35)
    articles = np.repeat(np.arange(4000), size)
    icc = likeness(pilot.ravel().astype(float), articles)
    found = float(pilot.mean())
    error = ToneError(CONFUSION, (found, 0.775 - found, 0.225), 0.3, icc)
    groups = round(sentences_needed(error, difference, size, "negative") / size)
    told, rounds = 0, 1000
    for _ in range(rounds):
        means = [simulated(random, groups, size, 0.35 + half).mean(1) for half in (-difference / 2, difference / 2)]
        error_of_difference = np.sqrt(sum(part.var(ddof=1) / groups for part in means))
        told += abs(means[0].mean() - means[1].mean()) > 1.959964 * error_of_difference
    assert 0.75 < told / rounds < 0.86


@pytest.mark.parametrize("between", [0.0, 0.5, 1.0])
def test_likeness_is_the_share_of_variance_between_articles(between: float) -> None:
    random = np.random.default_rng(1)
    sizes = random.integers(2, 12, 3000)
    articles = np.repeat(np.arange(3000), sizes)
    values = random.normal(0, between, 3000)[articles] + random.normal(0, 1, len(articles))
    assert likeness(values, articles) == pytest.approx(between**2 / (between**2 + 1), abs=0.03)
