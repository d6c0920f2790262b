"""One rule of selection, the same on frames and in the store."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from analysis.storage.store import Store
from analysis.tables.columns import RESULTS
from analysis.tables.frames import frames
from analysis.tables.result_view import article_key
from analysis.tables.selection import Selection
from tests.factories import INSIDERS, KREMLIN, TASS, WHITE_HOUSE, example, simple
from tests.selected import select

BOTH = simple(1, [KREMLIN, WHITE_HOUSE], "Anzeiger", {1}, "2024-01-01T08:30:00+01:00")
SPOKEN = replace(BOTH.statements[0], via=replace(TASS, kind="told"))
RESULT = [
    example(),
    replace(BOTH, statements=(SPOKEN, *BOTH.statements[1:])),
    simple(2, [INSIDERS], None, {0}, "2024-01-02"),
    simple(3, [KREMLIN], "Kurier", published=None),
    simple(4, [], "Anzeiger", published="2024-02-01"),
]
KEYS = tuple(frames(RESULT)["articles"]["article"])
WORDS = {
    article_key(result.article): {
        word.lower()
        for token in result.document.tokens
        for word in (token.text, token.lemma, *str(result.article.title).split())
    }
    for result in RESULT
}

SELECTIONS = {
    "everything": (Selection(), [5, 7, 4, 10]),
    "an outlet": (Selection(outlets=("Anzeiger",)), [2, 2, 1, 3]),
    "no outlet": (Selection(outlets=("",)), [1, 1, 1, 1]),
    "articles": (Selection(articles=KEYS[2:4]), [2, 2, 1, 2]),
    "from a day": (Selection(start="2024-01-02"), [3, 4, 3, 7]),
    "one day, time of day aside": (Selection(start="2024-01-01", end="2024-01-01"), [1, 2, 1, 2]),
    "a category reaches hedges and sentences": (Selection(categories=("us_officials",)), [5, 3, 2, 2]),
    "a type": (Selection(types=("direct",)), [5, 4, 2, 4]),
    "a section": (Selection(sections=("headline",)), [5, 0, 0, 1]),
    "an entity in one outlet": (Selection(outlets=("Kurier",), entities=("Dmitri Peskow",)), [2, 3, 1, 2]),
    "withheld": (Selection(withheld=True), [5, 1, 0, 0]),
    "not relayed": (Selection(relayed=False), [5, 6, 2, 5]),
    "relayed": (Selection(relayed=True), [5, 1, 1, 0]),
    "told a medium": (Selection(via_kinds=("told",)), [5, 1, 0, 1]),
    "without a via": (Selection(via_kinds=("",)), [5, 5, 2, 4]),
    "hedged and anonymous": (Selection(hedged=True, namings=("unnamed",)), [5, 1, 1, 1]),
    "country, institution, stance": (
        Selection(countries=("US",), institutions=("government",), stances=("denying",)),
        [5, 1, 0, 0],
    ),
    "a topic, words of the text": (Selection(topic=("GESPRÄCHE", "schwierig")), [1, 3, 2, 5]),
    "a topic, words of the title": (Selection(topic=("Titel",)), [4, 4, 2, 5]),
    "a topic is whole words": (Selection(topic=("Gespräch",)), 4 * [0]),
    "a topic in one outlet": (Selection(outlets=("Anzeiger",), topic=("satz",)), [1, 2, 1, 2]),
    "a topic and a category": (Selection(categories=("us_officials",), topic=("weiße",)), [1, 1, 0, 0]),
    "hostile values are values": (
        Selection(outlets=("x' OR '1'='1",), entities=("'); DROP TABLE x",)),
        4 * [0],
    ),
}


@pytest.mark.parametrize("name", SELECTIONS)
def test_selection_of_frames(name: str) -> None:
    selection, sizes = SELECTIONS[name]
    chosen = select(frames(RESULT), selection, WORDS)
    assert [len(chosen[table]) for table in RESULTS] == sizes


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(tmp_path_factory.mktemp("store") / "s.duckdb")
    store.add(RESULT)
    with store.reading():  # held open: to open the file for each question costs more than to answer
        yield store


@pytest.mark.parametrize("name", SELECTIONS)
@pytest.mark.parametrize("table", RESULTS)
def test_the_store_selects_the_same_rows(store: Store, table: str, name: str) -> None:
    selection, _ = SELECTIONS[name]
    expected = select(frames(RESULT), selection, WORDS)[table]
    expected = expected.sort_values("article", kind="stable", ignore_index=True)
    pd.testing.assert_frame_equal(store.read(table, selection), expected)
    assert store.count(table, selection) == len(expected)


def test_only_set_filters_are_told() -> None:
    assert Selection().as_dict() == {}
    assert Selection(outlets=("A",), withheld=False).as_dict() == {"outlets": ["A"], "withheld": False}


def test_selecting_leaves_the_given_frames_alone(tmp_path: Path) -> None:
    given = frames(RESULT)
    select(given, Selection(outlets=("Anzeiger",), types=("direct",)))
    assert [len(given[table]) for table in RESULTS] == [5, 7, 4, 10]


def test_what_several_articles_carry_can_count_once(store: Store, tmp_path: Path) -> None:
    marked = Store(tmp_path / "s.duckdb")
    marked.add(RESULT)
    marked.mark(pd.DataFrame({"article": KEYS[:2], "copy_of": [None, KEYS[0]], "story": [None, None]}, dtype="str"))
    once = Selection(originals=True)
    assert [marked.count(table, once) for table in RESULTS] == [4, 5, 3, 8]
    expected = select(marked.read_all(), once)
    for table, frame in marked.read_all(once).items():
        pd.testing.assert_frame_equal(frame, expected[table])
    assert once.as_dict() == {"originals": True}
