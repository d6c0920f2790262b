"""A store opened for reading: many readers share one opening, the last one lets go, and nothing else is reached."""

import os
from pathlib import Path

import duckdb
import pytest

from analysis.storage import attached
from analysis.storage.attached import Opened


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a table, and a view that looks at another file of the user."""
    (tmp_path / "private.csv").write_text("name\nAda\n")
    with duckdb.connect(str(tmp_path / "it's.duckdb")) as connection:
        connection.execute("CREATE TABLE t AS SELECT 1 AS n")
        connection.execute(f"CREATE VIEW v AS SELECT * FROM read_csv('{tmp_path / 'private.csv'}')")
    return tmp_path / "it's.duckdb"


def number(opened: Opened) -> int:
    return opened.connection.execute("SELECT max(n) FROM t").fetchall()[0][0]


def test_the_last_reader_lets_go_of_the_file(path: Path) -> None:
    one, two = attached.attached(path), attached.attached(path)
    one.close()
    assert number(two) == 1
    with pytest.raises(duckdb.Error, match="already attached"):
        duckdb.connect(str(path))
    with pytest.raises(duckdb.Error, match="already attached"):
        duckdb.connect(os.path.relpath(path))
    two.close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE t SET n = 2")
    again = attached.attached(path)
    assert number(again) == 2
    again.close()


def test_nothing_is_written_and_no_other_file_is_reached(path: Path) -> None:
    opened = attached.attached(path)
    for query in (
        "SELECT * FROM v",
        f"SELECT * FROM read_csv('{path.parent / 'private.csv'}')",
        f"ATTACH '{path.parent / 'other.duckdb'}'",
        f"COPY t TO '{path.parent / 't.csv'}'",
        "SET enable_external_access = true",
        "INSERT INTO t VALUES (3)",
        "CREATE TABLE u (n INTEGER)",
    ):
        with pytest.raises(duckdb.Error):
            opened.connection.execute(query)
    opened.close()
    assert sorted(file.name for file in path.parent.iterdir()) == ["it's.duckdb", "private.csv"]


def test_what_one_reader_lays_over_the_tables_is_its_own(path: Path) -> None:
    one, two = attached.attached(path), attached.attached(path)
    one.connection.execute("CREATE TEMP VIEW t AS SELECT 7 AS n")
    assert (number(one), number(two)) == (7, 1)
    one.close()
    two.close()
    again = attached.attached(path)
    assert number(again) == 1
    again.close()


def test_few_are_kept_once_nobody_reads(path: Path, tmp_path: Path) -> None:
    opened = []
    for copy in range(5):
        file = tmp_path / f"{copy}.duckdb"
        file.write_bytes(path.read_bytes())
        opened.append(attached.attached(file))
    assert [number(one) for one in opened] == [1] * 5
    for one in opened:
        one.close()
    assert len(attached._HOSTS) <= attached._KEPT


def test_a_file_that_cannot_be_opened_spoils_nothing(path: Path) -> None:
    kept = path.read_bytes()
    path.write_bytes(b"no database" * 1000)
    for _ in range(2):
        with pytest.raises(duckdb.Error):
            attached.attached(path)
    path.write_bytes(kept)
    opened = attached.attached(path)
    assert number(opened) == 1
    opened.close()


def test_after_a_fatal_error_the_next_reader_starts_anew(path: Path) -> None:
    first = attached.attached(path)
    host = attached._HOSTS[str(path)]
    first.connection.close()
    host._database.close()  # as good as lost
    first.close()
    assert str(path) not in attached._HOSTS
    second = attached.attached(path)
    assert number(second) == 1
    second.close()
