"""Rows a page at a time, chunks that make up the whole, values and articles to choose from."""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
import pytest

import analysis.storage.rows
from analysis.source_overrides import OwnSource, write_own_list
from analysis.storage.conditions import Where
from analysis.storage.counts import Memory, Source
from analysis.storage.rows import articles, chunks, distinct, keys, number, page, size, values
from analysis.storage.store import Store
from analysis.tables.columns import RESULTS
from analysis.tables.frames import frames
from analysis.tables.selection import Selection
from tests.factories import INSIDERS, KREMLIN, WHITE_HOUSE, example, simple

RESULT = [
    example(),
    simple(1, [KREMLIN, WHITE_HOUSE, INSIDERS], "Anzeiger", {1}, "2024-01-01T08:30:00+01:00"),
    simple(2, [INSIDERS], None, {0}, "2024-01-02"),
    simple(3, [], "Kurier", published=None),
]


@pytest.fixture(scope="module", params=["store", "store with an own list", "memory"])
def source(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Source]:
    if request.param == "memory":
        yield Memory(frames(RESULT))
        return
    folder = tmp_path_factory.mktemp("rows")
    store = Store(folder / "s.duckdb", own_list=folder / "own.csv")
    store.add(RESULT)
    if "list" in request.param:
        write_own_list([OwnSource("x", "y"), OwnSource(country="CN", category="Peking")], store.own_list)
    with store.reading():  # held open: to open the file for each question costs more than to answer
        yield store


@pytest.mark.parametrize("table", RESULTS)
@pytest.mark.parametrize("selection", [Selection(), Selection(outlets=("Kurier",)), Selection(namings=("unnamed",))])
def test_pages_and_chunks_make_up_the_whole(
    source: Source, table: str, selection: Selection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis.storage.rows, "CHUNK", 3)
    total = number(source, table, selection)
    whole = page(source, table, selection)
    assert len(whole) == total
    pages = [page(source, table, selection, limit=2, offset=at) for at in range(0, max(total, 1), 2)]
    for parts in (pages, list(chunks(source, table, selection))):
        joined = pd.concat(parts, ignore_index=True)
        pd.testing.assert_frame_equal(joined, whole)
    assert all(len(part) <= 3 for part in chunks(source, table, selection))


def test_size_counts_what_is_selected(source: Source) -> None:
    assert size(source) == (4, 2, 29 + 9 + 3 + 2, 7, 2, 0, "2024-01-01", "2024-03-05")
    assert size(source, Selection(outlets=("Anzeiger",))) == (1, 1, 9, 3, 2, 0, "2024-01-01", "2024-01-01")
    assert size(source, Selection(outlets=("nobody",))) == (0, 0, 0, 0, 0, 0, "", "")


def test_rows_are_narrowed_by_values_or_by_all_others(source: Source) -> None:
    named = Where("entity", ("-",), negated=True)
    assert number(source, "statements", only=[named]) == 5
    assert number(source, "statements", only=[Where("entity", ("-",))]) == 2
    assert number(source, "statements", only=[named, Where("via", ("",))]) == 4
    assert number(source, "statements", only=[Where("entity", ())]) == 0
    assert number(source, "statements", only=[Where("entity", ("' OR 1=1 --",))]) == 0
    assert number(source, "statements", only=[Where("hedged", (True,))]) == 3
    assert number(source, "statements", only=[Where("hedged", (False,))]) == 4
    assert number(source, "statements", only=[Where("hedged", (True,), negated=True)]) == 4


def test_rows_stand_in_the_order_asked_for(source: Source) -> None:
    words = page(source, "articles", order=["-words"])["words"]
    assert list(words) == sorted(words, reverse=True)
    days = page(source, "articles", order=["published"])["published"]
    assert days.iloc[0] == "2024-01-01T08:30:00+01:00"
    assert pd.isna(days.iloc[-1])


def test_values_to_choose_from(source: Source) -> None:
    assert values(source, "statements", "entity").to_dict() == {"Dmitri Peskow": 3, "-": 2, "Weißes Haus": 2}
    assert list(values(source, "statements", "entity", search="WEISSES").index) == []
    assert list(values(source, "statements", "entity", search="haus").index) == ["Weißes Haus"]
    assert list(values(source, "articles", "outlet", limit=1).index) == ["Kurier"]


def test_a_source_is_anonymous_where_no_statement_names_it() -> None:
    aides = replace(KREMLIN, entity="Berater", naming="unnamed")
    hidden = replace(KREMLIN, naming="unnamed")
    found = size(Memory(frames([simple(1, [KREMLIN, hidden, aides, aides])])))
    assert (found.sources, found.anonymous) == (2, 1)


def test_articles_to_choose_from(source: Source) -> None:
    assert list(articles(source)["id"]) == ["n1", "n2", "a1", "n3"]
    assert list(articles(source, search="KREML")["id"]) == ["a1"]
    assert len(articles(source, limit=2)) == 2


def test_keys_and_distinct_values(source: Source) -> None:
    assert keys(source) == sorted(frames(RESULT)["articles"]["article"])
    assert distinct(source, "statements", ["entity", "naming"]) == 3
