"""The history of corrections as a table, in every export and in the JSON lines."""

import json
import shutil
from pathlib import Path

import pytest

from analysis.batch.run import analyse_into
from analysis.corrections.record import add, corrector, record, undo
from analysis.corrections.table import corrections_table
from analysis.export.json_result import to_json
from analysis.export.writers import all_tables, csv_file, table
from analysis.model import Article
from analysis.pipeline import analyse
from analysis.storage.correction import spans_from
from analysis.storage.counts import Memory
from analysis.storage.store import Store
from analysis.tables.columns import names
from analysis.tables.frames import frames
from analysis.tables.result_view import article_key
from analysis.tables.selection import Selection
from tests.csv_files import from_csv

TEXT = "Die Brücke könnte bald gesperrt werden, sagte Bürgermeisterin Anna Lorenz am Montag. Das ist so."
ARTICLE = Article("b", TEXT, "Brücke", "Kurier", "2026-03-02")
OTHER = Article("c", "Der Kreml erklärte, er könne das nicht bestätigen.", "Kreml", "Blatt", "2026-03-03")
KEY, OTHER_KEY = article_key(ARTICLE), article_key(OTHER)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = Store(tmp_path_factory.mktemp("made") / "s.duckdb")
    analyse_into(store, [ARTICLE, OTHER])
    place = spans_from(store.read("statements", Selection(articles=(KEY,)))["spans"].iloc[0])
    record(store, KEY, "statement", place, {}, "AL")
    record(store, KEY, "statement", place, {"type": "reported", "entity": "=Rat"}, "BM", "@siehe")
    hedge = spans_from(store.read("hedges", Selection(articles=(KEY,)))["spans"].iloc[0])
    undo(store, record(store, KEY, "hedge", hedge, None, "AL"))
    add(store, OTHER_KEY, "hedge", ((0, 3),), {"class": "belief"}, "AL")
    return store.path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Store:
    return Store(shutil.copy(made, tmp_path / "s.duckdb"), own_list=tmp_path / "own.csv")


def test_every_correction_has_its_row_and_what_became_of_it(store: Store) -> None:
    found = corrections_table(store)
    assert list(found) == names("corrections")
    assert found[["correction", "kind", "verdict", "state", "who"]].to_numpy().tolist() == [
        [1, "statement", "confirmed", "replaced", "AL"],
        [2, "statement", "corrected", "standing", "BM"],
        [3, "hedge", "rejected", "undone", "AL"],
        [4, "hedge", "added", "standing", "AL"],
    ]
    assert found["changes"].iloc[1] == "type: indirect → reported; entity: Anna Lorenz → =Rat"
    assert found["quote"].tolist()[3] == "Der"
    assert found["undone"].notna().tolist() == [False, False, True, False]
    assert json.loads(found["label"].iloc[1])["source"]["entity"] == "=Rat"


def test_the_table_follows_the_articles_selected_and_outlives_them(store: Store) -> None:
    assert corrections_table(store, Selection(outlets=("Blatt",)))["correction"].tolist() == [4]
    assert corrections_table(store, Selection(start="2026-03-03"))["correction"].tolist() == [4]
    store.delete([OTHER_KEY])
    assert corrections_table(store)["correction"].tolist() == [1, 2, 3, 4]
    assert corrections_table(store)["outlet"].isna().tolist() == [False, False, False, True]
    assert corrections_table(store, Selection(outlets=("Blatt",)))["correction"].tolist() == []


def test_a_rejection_of_what_is_no_longer_found_is_told(store: Store) -> None:
    number = record(store, OTHER_KEY, "hedge", ((0, 3),), None, "AL")
    undo(store, 4)
    assert corrections_table(store).set_index("correction")["state"][number] == "gone"


def test_results_without_corrections_have_an_empty_table() -> None:
    empty = corrections_table(Memory(frames([analyse(OTHER)])))
    assert (len(empty), list(empty)) == (0, names("corrections"))


def test_exports_have_the_corrections_and_tell_results_apart(store: Store) -> None:
    assert "corrections" in all_tables(store)
    back = from_csv(csv_file(table(store, "corrections")), "corrections")
    assert back["note"].tolist() == ["", "@siehe", "", ""]
    statements = from_csv(csv_file(table(store, "statements")), "statements")
    assert sorted(statements["origin"]) == ["corrected", "machine"]


def test_json_lines_are_corrected_and_tell_so(store: Store) -> None:
    lay = corrector(store)
    first, other = (to_json(lay(analyse(article))) for article in (ARTICLE, OTHER))
    assert (first["statements"][0]["source"]["entity"], first["statements"][0]["origin"]) == ("=Rat", "corrected")
    assert "origin" not in other["statements"][0]
    assert other["hedges"][0]["origin"] == "added"
    result = analyse(ARTICLE)
    assert corrector(None)(result) is result
