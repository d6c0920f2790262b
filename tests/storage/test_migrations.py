"""A store of any version that was handed out opens with all its rows; what cannot be used is told."""

from pathlib import Path

import duckdb
import pytest

from analysis.storage.connection import StoreBrokenError
from analysis.storage.migrations import FIRST, SCHEMA, STEPS, version
from analysis.storage.store import Store
from analysis.tables.columns import RESULTS, TABLES
from analysis.tables.selection import Selection
from tests.factories import example

TYPES = {"str": "VARCHAR", "int": "BIGINT", "float": "DOUBLE", "bool": "BOOLEAN"}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file as version 4 left it: two articles, a statement, a hedge and a sentence."""
    path = tmp_path / "old.duckdb"
    with duckdb.connect(str(path)) as connection:
        for statement in STEPS[4]:
            connection.execute(statement)
        connection.execute("CREATE TABLE schema_version (version INTEGER)")
        connection.execute("INSERT INTO schema_version VALUES (4)")
        connection.execute(
            "INSERT INTO articles SELECT 'a', 'x', NULL, 'Kurier', NULL, NULL, NULL, NULL, 'de', 0, 0, 0, 0, 0, 0, 0, "
            "0, 0, 'neutral', NULL, 'Der Rat tagte.', 'old', 'then'"
        )
        connection.execute("INSERT INTO articles SELECT * REPLACE ('b' AS article) FROM articles")
        for table in ("statements", "hedges", "sentences"):
            connection.execute(f"INSERT INTO {table} (article, sentence) VALUES ('a', 'Der Rat tagte.')")
    return path


def counts(path: Path) -> list[int]:
    return [Store(path, wait=1).count(table) for table in RESULTS]


def test_a_file_of_version_4_is_read_with_all_its_rows(old: Path) -> None:
    assert counts(old) == [2, 1, 1, 1]
    assert Store(old).text("a") == "Der Rat tagte."
    assert Store(old).read("articles", columns=["article", "outlet"])["outlet"].tolist() == ["Kurier"] * 2
    with duckdb.connect(str(old), read_only=True) as connection:
        assert version(connection) == SCHEMA


def test_what_had_a_via_before_there_were_kinds_was_relayed(old: Path) -> None:
    with duckdb.connect(str(old)) as connection:
        connection.execute("INSERT INTO statements (article, via) VALUES ('a', 'TASS')")
    assert Store(old).read("statements", columns=["via_kind"])["via_kind"].fillna("").tolist() == ["", "relay"]
    assert Store(old).count("statements", Selection(relayed=True)) == 1


def test_a_file_of_version_4_is_written_to(old: Path) -> None:
    Store(old).add([example()])
    assert counts(old) == [3, 4, 3, 6]


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(STEPS, SCHEMA, (*STEPS[SCHEMA], "CREATE TABLE oops (a NO_SUCH_TYPE)"))
    with pytest.raises(duckdb.Error):
        counts(old)
    monkeypatch.undo()
    with duckdb.connect(str(old), read_only=True) as connection:
        assert version(connection) == FIRST
    assert counts(old) == [2, 1, 1, 1]


def test_a_file_that_cannot_be_brought_up_to_date_is_told(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, *, read_only: bool, config: object) -> duckdb.DuckDBPyConnection:
        if path == str(old) and not read_only:
            raise duckdb.IOException("Cannot open file: Permission denied")
        return real(path, read_only=read_only, config=config)

    real = duckdb.connect
    monkeypatch.setattr("analysis.storage.connection.duckdb.connect", refuse)
    with pytest.raises(StoreBrokenError, match=r"made by an older version.*copy it"):
        Store(old).read("articles")


@pytest.mark.parametrize("write", [False, True])
def test_a_newer_file_is_refused_with_a_clear_word(old: Path, write: bool) -> None:
    with duckdb.connect(str(old)) as connection:
        connection.execute("UPDATE schema_version SET version = 1000")
    with pytest.raises(StoreBrokenError, match=r"made by a newer version.*1000"):
        Store(old).add([example()]) if write else Store(old).read("articles")


def test_the_steps_end_at_the_contract(tmp_path: Path) -> None:
    """Whoever changes a result table must append a step."""
    path = tmp_path / "new.duckdb"
    Store(path).add([])
    with duckdb.connect(str(path), read_only=True) as connection:
        for table in RESULTS:
            found = {str(row[0]): str(row[1]) for row in connection.execute(f"DESCRIBE {table}").fetchall()}
            needed = {column.name: TYPES[column.dtype] for column in TABLES[table]}
            assert needed.items() <= found.items()


def test_the_numbers_have_no_gap() -> None:
    assert sorted(STEPS) == list(range(FIRST, SCHEMA + 1))
