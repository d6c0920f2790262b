"""The store keeps results whole, says what is wrong with a file, and lets readers and a writer take turns."""

import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import duckdb
import pandas as pd
import pytest

import analysis.storage.batches
import analysis.storage.store
from analysis.storage.connection import StoreBrokenError, StoreBusyError, StoreError, StoreMissingError
from analysis.storage.store import Store, default_path
from analysis.tables.columns import RESULTS
from analysis.tables.frames import frames
from analysis.tables.result_view import article_key
from tests.factories import KREMLIN, TEXT, WHITE_HOUSE, example, simple


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "new folder" / "s.duckdb", wait=0.2)


def by_article(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    return {name: frame.sort_values("article", kind="stable", ignore_index=True) for name, frame in tables.items()}


def test_what_is_added_is_read_with_the_same_types(store: Store) -> None:
    results = [example(), simple(1, [KREMLIN, WHITE_HOUSE], None, {0})]
    assert store.add(results) == 2
    expected = by_article(frames(results))
    for table, frame in store.read_all().items():
        pd.testing.assert_frame_equal(frame, expected[table])


def test_text_comes_back_as_the_spans_count_it(store: Store) -> None:
    store.add([example()])
    key = article_key(example().article)
    assert store.text(key) == TEXT
    row = store.read("statements").iloc[0]
    assert store.text(key)[row["start"] : row["end"]] == "die Gespräche könnten\nbald beginnen"
    assert store.text("no such article") is None


def test_adding_again_replaces(store: Store) -> None:
    store.add([example()])
    store.add([replace(example(), statements=(), hedges=())])
    assert [store.count(table) for table in RESULTS] == [1, 0, 0, 5]


def test_deleting_removes_everything_found_in_the_article(store: Store) -> None:
    store.add([example(), simple(1, [KREMLIN])])
    store.delete([article_key(example().article)])
    assert [store.count(table) for table in RESULTS] == [1, 1, 0, 1]


def test_a_batch_that_fails_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add([simple(1, [KREMLIN])])

    def broken(results: object) -> dict[str, pd.DataFrame]:
        tables = frames(results)
        return {**tables, "sentences": tables["sentences"].assign(no_such_column=1)}

    monkeypatch.setattr(analysis.storage.batches, "frames", broken)
    with pytest.raises(duckdb.Error):
        store.add([example()])
    assert [store.count(table) for table in RESULTS] == [1, 1, 0, 1]


def test_current_is_what_this_version_made(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    key = article_key(example().article)
    assert key not in store.current()
    assert store.current() == frozenset()
    store.add([example()])
    assert key in store.current()
    assert store.articles()[["article", "fingerprint"]].to_numpy().tolist() == [
        [key, analysis.storage.store.current_fingerprint()]
    ]
    monkeypatch.setattr(analysis.storage.store, "current_fingerprint", lambda: "other lexicons")
    assert key not in store.current()


def test_hostile_text_is_only_text(store: Store) -> None:
    title = "Robert'); DROP TABLE articles;-- \x00 \ud800"
    store.add([example(title=title, outlet="=1+1")])
    assert store.read("articles")["title"].tolist() == [title.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")]
    assert store.values("articles", "outlet").to_dict() == {"=1+1": 1}


def test_values_count_the_most_frequent_first(store: Store) -> None:
    store.add([example(), simple(1, [WHITE_HOUSE, WHITE_HOUSE], None)])
    assert list(store.values("statements", "category").items()) == [("us_officials", 3), ("kremlin", 2)]
    assert store.values("statements", "via").to_dict() == {"TASS": 1}


def test_some_columns_only(store: Store) -> None:
    store.add([example()])
    assert list(store.read("statements", columns=["category", "end"]).columns) == ["category", "end"]


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("statements", ["text"]),
        ("schema_version", None),
        ("articles", ['a" FROM x; --']),
        ("articles; --", None),
    ],
)
def test_names_outside_the_contract_are_refused(store: Store, table: str, columns: list[str] | None) -> None:
    store.add([example()])
    with pytest.raises(KeyError):
        store.read(table, columns=columns)


def test_a_missing_file_is_told(store: Store) -> None:
    with pytest.raises(StoreMissingError, match="no such store"):
        store.read("articles")
    assert not store.exists()


@pytest.mark.parametrize("content", [b"Das ist kein DuckDB. " * 300, b"PK\x03\x04", b"\x00" * 20000])
@pytest.mark.parametrize("write", [False, True])
def test_another_kind_of_file_is_refused_and_kept(tmp_path: Path, content: bytes, write: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(StoreBrokenError, match=r"notes\.txt.*choose another"):
        Store(path, wait=0).add([example()]) if write else Store(path, wait=0).read("articles")
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "s.duckdb").touch()
    assert Store(tmp_path / "s.duckdb").add([example()]) == 1


@pytest.mark.parametrize(
    "setup", ["CREATE TABLE mine (a INTEGER)", "CREATE TABLE schema_version AS SELECT 0 AS version"]
)
def test_a_foreign_or_older_database_is_refused(tmp_path: Path, setup: str) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(setup)
    with pytest.raises(StoreBrokenError, match="not a store of this version"):
        Store(path).add([example()])


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="choose another"):
        Store(tmp_path / "file" / "s.duckdb").add([example()])


HOLD = """
import sys, duckdb
connection = duckdb.connect(sys.argv[1], read_only=sys.argv[2] == "read")
connection.execute("SELECT count(*) FROM articles").fetchall()
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(store: Store, request: pytest.FixtureRequest):
    store.add([example()])
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(store.path), request.param],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"held\n"
    yield process
    process.stdin.close()
    process.wait()
    process.stdout.close()


@pytest.mark.parametrize("holder", ["write"], indirect=True)
def test_a_writer_keeps_others_out_with_a_clear_word(store: Store, holder: subprocess.Popen) -> None:
    with pytest.raises(StoreBusyError, match=r"s\.duckdb: in use by another process"):
        store.read("articles")


@pytest.mark.parametrize("holder", ["read"], indirect=True)
def test_readers_share_but_no_one_writes(store: Store, holder: subprocess.Popen) -> None:
    assert store.count("articles") == 1
    with pytest.raises(StoreBusyError):
        store.add([simple(1, [KREMLIN])])


@pytest.mark.parametrize("holder", ["write"], indirect=True)
def test_a_busy_file_is_tried_again(store: Store, holder: subprocess.Popen) -> None:
    patient = Store(store.path, wait=30)
    release = threading.Timer(0.3, holder.stdin.close)
    release.start()
    assert patient.count("articles") == 1
    release.join()


def test_readers_and_writers_of_one_process_take_turns(store: Store) -> None:
    store.add([simple(0, [KREMLIN])])
    shared, failures = Store(store.path, wait=30), []

    def work(number: int) -> None:
        try:
            if number % 2:
                shared.add([simple(number, [KREMLIN])])
            else:
                shared.read_all()
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert shared.count("articles") == 5


KILLED = """
import os, sys, duckdb
sys.path[:0] = [sys.argv[2]]
import analysis.storage.batches
import analysis.storage.store
from tests.factories import example, simple, KREMLIN
store = analysis.storage.store.Store(sys.argv[1])
store.add([simple(1, [KREMLIN])])
real = analysis.storage.store.RESULTS
class Deadly(tuple):
    def __iter__(self):
        for table in real:
            if table == "hedges":
                os.kill(os.getpid(), 9)
            yield table
analysis.storage.store.RESULTS = Deadly(real)
analysis.storage.store._delete = lambda connection, articles: None
store.add([example()])
"""


def test_a_killed_process_leaves_no_half_article(store: Store) -> None:
    folder = str(Path(__file__).parents[2])
    done = subprocess.run([sys.executable, "-c", KILLED, str(store.path), folder], check=False)
    assert done.returncode == -9
    assert [store.count(table) for table in RESULTS] == [1, 1, 0, 1]
    store.add([example()])
    assert store.count("statements") == 4


def test_the_default_lies_in_the_users_data_folder() -> None:
    assert default_path().name == "quellenlage.duckdb"
    assert default_path().is_absolute()
