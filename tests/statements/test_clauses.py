"""Sentences beside their pieces: kind and text."""

import pytest

from analysis.language.token_columns import TokenColumns
from analysis.statements.syntax.clauses import cut
from tests.factories import tagged

CUT = [
    (
        "Der Sprecher, ein erfahrener Mann, sagte, dass die Straße gesperrt bleibt.",
        [
            ("frag", "Der Sprecher"),
            ("frag", "ein erfahrener Mann"),
            ("main", "sagte"),
            ("sub", "dass die Straße gesperrt bleibt"),
        ],
    ),
    (
        "Er versprach, den Schaden zu bezahlen, und ging nach Hause.",
        [("main", "Er versprach"), ("inf", "den Schaden zu bezahlen"), ("main", "und ging nach Hause")],
    ),
    (
        "Die Lage sei ernst, sagte die Ministerin.",
        [("main", "Die Lage sei ernst"), ("main", "sagte die Ministerin")],
    ),
    (
        "Der Abgeordnete Kurt Klein (SPD) lobte den Plan.",
        [("main", "Der Abgeordnete Kurt Klein (SPD) lobte den Plan")],
    ),
    ("Äpfel und Birnen waren billig.", [("main", "Äpfel und Birnen waren billig")]),
    (
        "Der Zug hielt und die Türen öffneten sich.",
        [("main", "Der Zug hielt"), ("main", "und die Türen öffneten sich")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_pieces(text: str, expected: list[tuple[str, str]]) -> None:
    view = TokenColumns(tagged(text))
    assert [(s.kind, view.text(s.first, s.last)) for s in cut(view, 0, view.size)] == expected
