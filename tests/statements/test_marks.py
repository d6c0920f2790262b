"""Texts beside the stretches their quotation marks hold."""

import pytest

from analysis.language.token_columns import TokenColumns
from analysis.statements.syntax.quotation_marks import pair_marks
from tests.factories import tagged

PAIRED = [
    ("Er rief „Halt“ und lief.", [("„Halt“", True)]),
    ("Er rief »Halt« und lief.", [("»Halt«", True)]),
    ("Er rief «Halt» und lief.", [("«Halt»", True)]),
    ('Er rief "Halt" und lief.', [('"Halt"', True)]),
    ("Er rief “Halt” und lief.", [("“Halt”", True)]),
    ("Er rief “Halt“ und lief.", [("“Halt“", True)]),
    ("Er rief „Halt” und lief.", [("„Halt”", True)]),
    ("„Eins“ und „zwei“ sind Zahlen.", [("„Eins“", True), ("„zwei“", True)]),
    ("Er rief: „Halt, stehen bleiben!\nDann lief er.", [("„Halt, stehen bleiben!", False)]),
    (
        "„Das ist Zeile eins.\nUnd das Zeile zwei.“ Ende.",
        [("„Das ist Zeile eins.\nUnd das Zeile zwei.“", True)],
    ),
    ("Das Rohr misst 5 Zoll und kostet 3 Euro.", []),
    ("Er sagte “ nichts “ dazu.", []),
]


@pytest.mark.parametrize(("text", "expected"), PAIRED)
def test_pairs(text: str, expected: list[tuple[str, bool]]) -> None:
    view = TokenColumns(tagged(text))
    assert [(view.text(q.first, q.last), q.closed) for q in pair_marks(view)] == expected
