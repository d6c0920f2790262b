"""What the statement model sees: nesting, labels, marks, places, and how tokens stand to a quote."""

import numpy as np
import pytest

from analysis.language.token_columns import Ranges, TokenColumns
from analysis.statements.apply_rules import find_drafts
from analysis.statements.model.features import (
    COLUMNS,
    OPEN,
    Encoder,
    labels_of,
    levels_of,
    marks_of,
    places_of,
    roles_of,
    spell_out,
    words_of,
)
from analysis.statements.model.relations import RuleHint, overlap, relations
from analysis.statements.syntax.quotation_marks import pair_marks
from tests.factories import tagged

TEXT = "Die Ministerin sagte, der Plan sei fertig.\n\n„Wir beginnen morgen“, rief Anna Weber."


def view_of(text: str) -> TokenColumns:
    return TokenColumns(tagged(text))


@pytest.mark.parametrize(
    ("quotes", "levels"),
    [
        ([], []),
        ([((0, 5),)], [0]),
        ([((0, 5),), ((5, 9),)], [0, 0]),
        ([((2, 4),), ((0, 9),)], [1, 0]),
        ([((0, 9),), ((1, 6),), ((2, 4),)], [0, 1, 2]),
        ([((0, 9),), ((1, 3),), ((4, 6),)], [0, 1, 1]),
        ([((0, 3), (6, 9)), ((3, 6),)], [0, 0]),
    ],
)
def test_levels(quotes: list[Ranges], levels: list[int]) -> None:
    assert levels_of(quotes) == levels


def test_labels_mark_only_the_first_piece_of_a_quote_as_its_beginning() -> None:
    outer, inner = labels_of(8, [("indirect", ((0, 2), (4, 6))), ("direct", ((5, 6),))])
    assert outer.tolist() == [3, 4, 0, 0, 4, 4, 0, 0]
    assert inner.tolist() == [0, 0, 0, 0, 0, 1, 0, 0]


def test_columns_of_a_text() -> None:
    view = view_of(TEXT)
    drafts = find_drafts(view, pair_marks(view))
    vocabulary = {name: {} for name in (*OPEN, "rule")}
    vocabulary["tag"] = {"VVFIN": 1}
    vocabulary["form"] = {"sagte": 7}
    numbers = Encoder(vocabulary).encode(view, pair_marks(view), drafts)
    assert numbers.shape == (view.size, len(COLUMNS))
    said = view.low.index("sagte")
    assert numbers[said, COLUMNS.index("form")] == 7
    assert numbers[said, COLUMNS.index("tag")] == 1
    assert numbers[said, COLUMNS.index("roles")] & 2  # the rules take it for a cue
    assert numbers[view.low.index("plan"), COLUMNS.index("outer")] == 4  # inside an indirect statement


def test_marks_and_places() -> None:
    view = view_of(TEXT)
    marks, places = marks_of(view.size, pair_marks(view)).tolist(), places_of(view).tolist()
    opening, closing = view.form.index("„"), view.form.index("“")
    assert marks[opening] == 1
    assert marks[closing] == 3
    assert set(marks[opening + 1 : closing]) == {2}
    assert marks[0] == 0
    assert places[0] == places[opening] == 3  # both begin a paragraph
    assert places[1] == 0


def test_words_have_one_value_per_open_column() -> None:
    view = view_of(TEXT)
    for word in words_of(view):
        assert len(spell_out(word)) == len(OPEN)


def test_numbers_of_digits_are_alike() -> None:
    assert spell_out(("1984", "1984", "CARD", "", ""))[0] == spell_out(("2026", "2026", "CARD", "", ""))[0]


def test_roles_add_up() -> None:
    view = view_of(TEXT)
    drafts = find_drafts(view, pair_marks(view))
    roles = roles_of(view.size, drafts)
    assert roles[view.low.index("ministerin")] == 1 + 4  # speaker within the frame


def test_relations() -> None:
    sentence_of = np.array([0, 0, 0, 0, 1, 1, 1])
    hint = RuleHint([1, 2, 3], [[5], [4], [4, 5], []])
    distance, sentences, rules = relations([[1, 2, 3]], sentence_of, [hint])
    assert distance[0, 1] == distance[0, 2] == 0
    assert distance[0, 0] != distance[0, 4]  # before and behind differ
    assert sentences[0].tolist() == [4, 4, 4, 4, 5, 5, 5]
    assert rules[0].tolist() == [1, 1, 1, 1, 1 + 2 + 4, 1 + 1 + 4, 1]


def test_relations_without_a_hint_close_by() -> None:
    *_, rules = relations([[0, 1]], np.zeros(6, np.int64), [RuleHint([4, 5], [[3], [], [], []])])
    assert not rules.any()


def test_overlap() -> None:
    assert overlap({1, 2}, {2, 3}) == 0.5
    assert overlap(set(), {1}) == 0
