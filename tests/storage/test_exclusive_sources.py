"""Sources that one selection has and another lacks."""

from analysis.storage.counts import Memory
from analysis.storage.exclusive_sources import exclusive_sources
from analysis.tables.frames import frames
from analysis.tables.selection import Selection
from tests.factories import INSIDERS, KREMLIN, TASS, WHITE_HOUSE, simple

KURIER, BOTE = Selection(outlets=("Kurier",)), Selection(outlets=("Bote",))


def test_the_most_frequent_sources_of_one_side_only_come_first_and_nobody_is_none() -> None:
    source = Memory(frames([
        simple(1, [KREMLIN, TASS, WHITE_HOUSE, INSIDERS], "Kurier"), simple(2, [WHITE_HOUSE], "Kurier"),
        simple(3, [KREMLIN], "Bote"),
    ]))  # fmt: skip
    assert exclusive_sources(source, BOTE, KURIER) == (2, ("Weißes Haus", "TASS"))
    assert exclusive_sources(source, BOTE, KURIER, limit=1) == (2, ("Weißes Haus",))
    assert exclusive_sources(source, KURIER, BOTE) == (0, ())
