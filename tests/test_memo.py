import pytest

from analysis import memo
from analysis.memo import Memo


def test_works_each_value_out_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Memo(length)
    assert [*map(lengths.__getitem__, ("a", "bcd", "a"))] == [1, 3, 1]
    assert asked == ["a", "bcd"]


def test_starts_anew_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "_MOST", 3)

    def square(number: int) -> int:
        return number * number

    squares = Memo(square)
    for number in range(100):
        assert squares[number] == number * number
        assert len(squares) <= 3


def test_keeps_the_keys_in_use_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memo, "_MOST", 3)
    asked: list[int] = []

    def square(number: int) -> int:
        asked.append(number)
        return number * number

    squares = Memo(square)
    for number in range(1, 100):
        assert squares[0] == 0
        assert squares[number] == number * number
    assert asked.count(0) == 1
