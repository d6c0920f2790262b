"""From probabilities to quotes and roles."""

import numpy as np
import pytest

from analysis.statements.model.decoding import Settings, guess, role_tokens

NOTHING = np.eye(11, dtype=np.float32)[[0] * 8]


def labels(*numbers: int) -> np.ndarray:
    """Certain labels, one per token."""
    return np.eye(11, dtype=np.float32)[list(numbers)]


@pytest.mark.parametrize(
    ("outer", "quotes"),
    [
        ((0, 0, 0, 0), []),
        ((0, 3, 4, 0), [([1, 2], 1)]),
        ((3, 4, 3, 4), [([0, 1], 1), ([2, 3], 1)]),
        ((3, 4, 0, 4), [([0, 1, 3], 1)]),  # goes on behind a gap
        ((3, 4, 0, 1), [([0, 1], 1), ([3], 0)]),
        ((9, 10, 10, 10), [([0, 1, 2, 3], 4)]),
        ((0, 4, 4, 0), [([1, 2], 1)]),  # a quote without a beginning is one all the same
    ],
)
def test_quotes(outer: tuple[int, ...], quotes: list[tuple[list[int], int]]) -> None:
    found = guess((labels(*outer), labels(*(0 for _ in outer))), Settings())
    assert [(one.quote, one.type) for one in found] == quotes


def test_nested_quotes_come_from_the_second_level() -> None:
    found = guess((labels(3, 4, 4, 4), labels(0, 1, 2, 0)), Settings())
    assert [(one.quote, one.type) for one in found] == [([0, 1, 2, 3], 1), ([1, 2], 0)]


def test_a_favoured_type_needs_less() -> None:
    unsure = np.zeros((3, 11), np.float32)
    unsure[:, 0], unsure[:, 6] = 0.6, 0.4
    plain, favoured = Settings(), Settings(favour=(1, 1, 2, 1, 1))
    assert guess((unsure, NOTHING[:3]), plain) == []
    assert [one.type for one in guess((unsure, NOTHING[:3]), favoured)] == [2]


@pytest.mark.parametrize(
    ("probabilities", "tokens"),
    [
        ([0.1, 0.2, 0.3], []),
        ([0.0, 0.9, 0.8], [1, 2]),
        ([0.0, 0.4, 0.3, 0.1], [1, 2]),  # low, but the best there is
        ([0.9, 0.4, 0.9], [0, 1, 2]),  # a gap is closed
        ([0.9, 0.0, 0.9], [0, 2]),  # not where nothing speaks for it
        ([], []),
    ],
)
def test_role_tokens(probabilities: list[float], tokens: list[int]) -> None:
    assert role_tokens(np.array(probabilities), Settings()) == tokens
