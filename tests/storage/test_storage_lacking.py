"""Sources that one selection has and another lacks."""

from factories import INSIDERS, KREMLIN, TASS, WHITE_HOUSE, simple

from analysis.storage.counting import Memory
from analysis.storage.lacking import lacking
from analysis.tables.frames import frames
from analysis.tables.selection import Selection

KURIER, BOTE = Selection(outlets=("Kurier",)), Selection(outlets=("Bote",))


def test_the_most_frequent_sources_of_one_side_only_come_first_and_nobody_is_none() -> None:
    source = Memory(frames([
        simple(1, [KREMLIN, TASS, WHITE_HOUSE, INSIDERS], "Kurier"), simple(2, [WHITE_HOUSE], "Kurier"),
        simple(3, [KREMLIN], "Bote"),
    ]))  # fmt: skip
    assert lacking(source, BOTE, KURIER) == (2, ("Weißes Haus", "TASS"))
    assert lacking(source, BOTE, KURIER, limit=1) == (2, ("Weißes Haus",))
    assert lacking(source, KURIER, BOTE) == (0, ())
