"""Expressions that set two selections apart, against values worked out by hand."""

from math import log, sqrt

import pandas as pd
import pytest

from analysis.measures import LIKELY, distinctive, strongest
from analysis.measures.distinctive import Base
from analysis.storage.conditions import ContainsWords, Where
from analysis.storage.counts import Memory
from analysis.storage.ngrams import expressions, sample
from analysis.storage.rows import number
from analysis.tables.frames import frames
from analysis.tables.selection import Selection
from tests.factories import KREMLIN, TASS, simple

MANY = (Base(200, 20), Base(200, 20))
KURIER, BOTE = Selection(outlets=("Kurier",)), Selection(outlets=("Bote",))


def counts(*rows: tuple[str, int, int], articles: int = 2, whole: int = 100) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["expression", "left", "right"])
    return frame.assign(form=frame["expression"], left_articles=articles, right_articles=articles, left_all=whole,
                        right_all=whole)  # fmt: skip


def corpus() -> Memory:
    """Statements "Satz 0 x0", "Satz 0 x1" … of twelve articles, every second one in either outlet."""
    results = [simple(n, [KREMLIN, TASS][: 1 + n % 3 // 2], "Kurier" if n % 2 else "Bote") for n in range(12)]
    return Memory(frames(results))


def test_odds_and_z_are_those_of_the_formula() -> None:
    row = distinctive(counts(("krieg", 10, 2)), *MANY).iloc[0]
    # The prior is a tenth of both: 1.2 of the expression, 20 of all.
    odds = log(11.2 / (120 - 11.2)) - log(3.2 / (120 - 3.2))
    variance = 1 / 11.2 + 1 / 3.2
    assert row["odds"] == pytest.approx(odds)
    assert row["z"] == pytest.approx(odds / sqrt(variance))
    assert (row["low"], row["high"]) == pytest.approx((odds - 1.96 * sqrt(variance), odds + 1.96 * sqrt(variance)))
    assert not row["small"]


def test_equal_use_and_use_in_a_single_article_set_nothing_apart() -> None:
    found = distinctive(counts(("krieg", 5, 5), ("frieden", 3, 2)), *MANY).set_index("expression")
    assert found.loc["krieg", "z"] == pytest.approx(0)
    assert found["small"].all()
    alone = distinctive(counts(("krieg", 30, 2), articles=1), *MANY).iloc[0]
    assert alone["z"] > LIKELY
    assert (alone["small"], alone["few"]) == (True, "articles")


@pytest.mark.parametrize(("base", "few"), [(Base(19, 9), "cases"), (Base(40, 4), "articles"), (Base(40, 5), "")])
def test_a_selection_of_little_has_nothing_that_sets_it_apart(base: Base, few: str) -> None:
    row = distinctive(counts(("krieg", 30, 2)), MANY[0], base).iloc[0]
    assert (row["small"], row["few"]) == (few != "", few)


def test_sides_change_only_the_sign() -> None:
    there, back = (distinctive(counts(("krieg", *pair)), *MANY).iloc[0] for pair in ((9, 1), (1, 9)))
    assert there["z"] == pytest.approx(-back["z"])


def test_longer_expressions_stand_for_their_parts_and_no_word_is_listed_twice() -> None:
    rows = [("rotes", 20, 1), ("rotes kreuz", 19, 1), ("kreuz", 40, 3), ("waffen", 2, 20), ("der waffen", 1, 9)]
    found = strongest(distinctive(counts(*rows), *MANY), 5)
    assert list(found["expression"]) == ["kreuz", "waffen"]
    found = strongest(distinctive(counts(*rows[:2], rows[3]), *MANY), 5)
    assert list(found["expression"]) == ["rotes kreuz", "waffen"]


def test_expressions_are_counted_once_per_statement_and_apart_for_either_side() -> None:
    found = expressions(corpus(), BOTE, KURIER)
    row = found.counts.set_index("expression").loc["satz"]
    # Of twelve articles the 3rd, 6th, 9th and 12th have two statements, two of them in either outlet.
    assert (row["left"], row["right"], row["left_articles"], row["right_articles"]) == (8, 8, 6, 6)
    assert row["form"] == "Satz"
    # Three single words in each statement.
    assert (row["left_all"], row["right_all"]) == (24, 24)
    assert found.left[1:] == (1000, 8, 8)


def test_a_sample_is_counted_and_found_again_by_the_same_condition(monkeypatch: pytest.MonkeyPatch) -> None:
    source = corpus()
    whole = number(source, "statements", only=[ContainsWords("satz")])
    assert whole == number(source, "statements") == 16
    assert number(source, "statements", only=[ContainsWords("at")]) == 0
    monkeypatch.setattr("analysis.storage.ngrams.SAMPLE", 8)
    drawn = sample(source)
    assert drawn.of == 16
    assert drawn.portions == 500
    assert 0 < drawn.read < 16
    both = expressions(source, KURIER).counts.set_index("expression")
    read = number(source, "statements", only=[Where("withheld", (False,)), ContainsWords("satz", drawn.portions)])
    assert both.loc["satz", "left"] == drawn.read == read


def test_selections_without_a_statement_have_no_expressions() -> None:
    nobody = Selection(outlets=("Niemand",))
    found = expressions(corpus(), nobody, nobody)
    assert not len(found.counts)
    assert not len(strongest(distinctive(found.counts, *MANY), 5))
