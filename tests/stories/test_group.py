"""The store keeps which article is a copy and which story it tells."""

from pathlib import Path

from analysis.storage.store import Store
from analysis.stories.group import LARGE, Grouped, group, is_due
from analysis.tables.result_view import article_key
from tests.factories import example


def test_copies_and_stories_are_kept_and_made_anew(tmp_path: Path) -> None:
    store = Store(tmp_path / "s.duckdb")
    first = example(published="2024-03-05")
    again = example(outlet="Bote", published="2024-03-06")
    later = example(outlet="Bote", published="2024-05-06")
    store.add([later, again, first])
    keys = [article_key(result.article) for result in (first, again, later)]
    assert group(store) == Grouped(copies=2, stories=1)
    rows = store.read("articles").set_index("article").loc[keys]
    assert rows["copy_of"].fillna("").tolist() == ["", keys[0], keys[0]]
    assert rows["story"].fillna("").tolist() == [keys[0], keys[0], ""]
    store.delete([keys[0]])
    assert group(store) == Grouped(copies=1, stories=0)
    rows = store.read("articles").set_index("article").loc[keys[1:]]
    assert rows["copy_of"].fillna("").tolist() == ["", keys[1]]
    assert rows["story"].isna().all()


def test_no_date_and_a_strange_date_do_no_harm(tmp_path: Path) -> None:
    store = Store(tmp_path / "s.duckdb")
    store.add([example(published=None), example(published="2024-13-77", outlet="Bote")])
    assert group(store) == Grouped(copies=1, stories=1)


def test_a_few_new_articles_do_not_group_a_large_store(tmp_path: Path, monkeypatch) -> None:
    store = Store(tmp_path / "s.duckdb")
    assert not is_due(store, 0)
    for size, added, due in ((LARGE, 1, True), (LARGE + 1, 1, False), (10 * LARGE, 2 * LARGE, True)):
        monkeypatch.setattr(Store, "count", lambda self, table, size=size: size)
        assert is_due(store, added) is due
