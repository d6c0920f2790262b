"""Several corpora in one folder: only plain names, never a path, and nothing of another corpus is ever touched."""

from functools import partial
from pathlib import Path

import duckdb
import pytest

from analysis.storage import corpora
from analysis.storage.store import Store, StoreBusyError
from tests.factories import KREMLIN, simple

UNSAFE = (
    "../x",
    "a/b",
    "a\\b",
    "..",
    ".x",
    "a.b",
    "-a",
    "a\x00b",
    "a:b",
    "a*",
    "C:",
    "~",
    "a\nb/..",
    "",
    "   ",
    "x" * 61,
)
TAKEN = ("Demo", "demo", "own", "Eigener Korpus", "quellenlage", "CON", "lpt1", "Demo-9")


@pytest.mark.parametrize("name", UNSAFE)
def test_what_is_no_plain_name_is_refused(tmp_path: Path, name: str) -> None:
    before = {*tmp_path.parent.rglob("*.duckdb")}
    assert corpora.fault(name, tmp_path) in ("signs", "empty", "long")
    for make in (corpora.path_of, corpora.create):
        with pytest.raises(corpora.CorpusNameError):
            make(name, tmp_path)
    assert {*tmp_path.parent.rglob("*.duckdb")} == before


@pytest.mark.parametrize("name", TAKEN)
def test_names_that_mean_something_else_are_taken(tmp_path: Path, name: str) -> None:
    assert corpora.fault(name, tmp_path) == "taken"


def test_corpora_lie_side_by_side_and_are_made_renamed_and_deleted(tmp_path: Path) -> None:
    one = Store(corpora.create("  Wahl   2025 ", tmp_path))
    assert one.path == tmp_path / "Wahl 2025.duckdb"
    other = Store(corpora.create("Ärzte_Streik", tmp_path))
    one.add([simple(1, [KREMLIN])])
    assert corpora.names(tmp_path) == ["Wahl 2025", "Ärzte_Streik"]
    assert corpora.fault("wahl 2025", tmp_path) == "taken"
    with pytest.raises(corpora.CorpusNameError):
        corpora.rename(other, "WAHL 2025", tmp_path)
    renamed = Store(corpora.rename(one, "Wahl", tmp_path))
    assert renamed.count("articles") == 1
    assert not one.exists()
    corpora.delete(renamed)
    assert corpora.names(tmp_path) == ["Ärzte_Streik"]
    assert other.count("articles") == 0
    assert not [*tmp_path.glob("Wahl*")]


def test_what_another_process_holds_is_neither_renamed_nor_deleted(tmp_path: Path) -> None:
    store = Store(corpora.create("Wahl", tmp_path), wait=0.2)
    with duckdb.connect(str(store.path)) as connection:
        connection.execute("BEGIN")
        for change in (partial(corpora.delete, store), partial(corpora.rename, store, "Neu", tmp_path)):
            with pytest.raises(StoreBusyError):
                change()
    assert corpora.names(tmp_path) == ["Wahl"]


def test_files_of_other_kinds_and_names_are_no_corpora(tmp_path: Path) -> None:
    for name in ("quellenlage.duckdb", "demo.duckdb", "demo-10.duckdb", "a.b.duckdb", "Notiz.txt", "x.duckdb.lock"):
        (tmp_path / name).touch()
    (tmp_path / "Ordner.duckdb").mkdir()
    (tmp_path / "Echt.duckdb").touch()
    assert corpora.names(tmp_path) == ["Echt"]
    assert corpora.names(tmp_path / "gibt es nicht") == []
