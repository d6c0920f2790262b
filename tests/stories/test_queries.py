"""The list of stories and the grid of who brings which source."""

from pathlib import Path

import pandas as pd

from analysis.storage.counts import counts
from analysis.storage.store import Store
from analysis.stories.queries import articles_of, left_out, listed
from analysis.tables.result_view import article_key
from analysis.tables.selection import Selection
from tests.factories import KREMLIN, WHITE_HOUSE, example, simple


def test_stories_that_several_outlets_tell_are_listed(tmp_path: Path) -> None:
    store = Store(tmp_path / "s.duckdb")
    results = [
        example(),
        example(outlet="Bote", published="2024-03-06"),
        simple(1, [KREMLIN, KREMLIN], "Bote"),
        simple(2, [WHITE_HOUSE], "Bote"),
    ]
    store.add(results)
    first, second, third, fourth = keys = [article_key(result.article) for result in results]
    story = [first, first, third, third]
    store.mark(pd.DataFrame({"article": keys, "copy_of": [None] * 4, "story": story}, dtype="str"))
    found = listed(store)
    assert found.to_dict("records") == [
        {"story": first, "title": "Kreml weist Bericht zurück", "first": "2024-03-05", "last": "2024-03-06",
         "outlets": 2, "articles": 2}
    ]  # fmt: skip
    assert listed(store, search="WEIST")["story"].tolist() == [first]
    assert listed(store, search="no such word").empty
    assert listed(store, Selection(outlets=("Bote",))).empty
    assert articles_of(store, first) == sorted([first, second])
    assert articles_of(store, third) == sorted([third, fourth])
    grid = left_out(counts(store, "statements", ["entity", "category", "outlet"], unit="none"), ["Kurier", "Bote"])
    cells = grid.set_index(["entity", "outlet"])["rows"].to_dict()
    assert cells[("Dmitri Peskow", "Kurier")] == 2
    assert cells[("Dmitri Peskow", "Bote")] == 4
    assert grid["entity"].drop_duplicates().tolist() == ["Dmitri Peskow", "Weißes Haus"]


def test_a_source_that_an_outlet_lacks_has_a_zero() -> None:
    counted = pd.DataFrame(
        {"entity": ["A", "B", "B", "-"], "category": "media", "outlet": ["x", "x", "y", "y"], "rows": [9, 1, 1, 5]}
    )
    grid = left_out(counted, ["x", "y"])
    assert grid[["entity", "outlet", "rows", "told"]].to_numpy().tolist() == [
        ["B", "x", 1, 2], ["B", "y", 1, 2], ["A", "x", 9, 1], ["A", "y", 0, 1],
    ]  # fmt: skip
    assert left_out(counted.head(0), ["x"]).empty
