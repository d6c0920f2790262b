"""Opening the store's DuckDB file: who may, for how long it is tried, and what is wrong when it fails.

DuckDB lets one process write or several read, never both at once. A file that is busy is tried again for a
while before ``StoreBusyError`` is raised.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from analysis.tables.columns import RESULTS, TABLES

SCHEMA = 4
"""Version of the tables in the file; raised whenever the contract's result tables change."""
_SQL_TYPES = {"str": "VARCHAR", "int": "BIGINT", "float": "DOUBLE", "bool": "BOOLEAN"}
_KEPT = {"text": "VARCHAR", "fingerprint": "VARCHAR", "created": "VARCHAR"}
# The file may come from anywhere: it must not load extensions or reach other files.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
}
_PAUSE = 0.05


class StoreError(Exception):
    """The store cannot be used; the message names the file and what to do."""


class StoreMissingError(StoreError):
    """There is no such file yet."""


class StoreBusyError(StoreError):
    """Another process holds the file."""


class StoreBrokenError(StoreError):
    """The file is not a store, cannot be opened, or comes from another version."""


@contextmanager
def connect(path: Path, wait: float, *, write: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection to the store at ``path``, closed at the end; writing makes the file where there is none.

    A busy file is tried again for ``wait`` seconds. Raises a ``StoreError`` of the kind that applies.
    """
    if write:
        _prepare(path)
    elif not path.exists():
        raise StoreMissingError(f"{path}: no such store; analyse articles with --store to make it")
    connection = _open(path, wait, read_only=not write)
    try:
        _check_schema(connection, path, create=write)
        yield connection
    finally:
        connection.close()


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of the block's changes or, where it raises, none."""
    connection.begin()
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


def _prepare(path: Path) -> None:
    """Make the folder; remove an empty file, as ``mktemp`` leaves it, which DuckDB would refuse."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size == 0:
            path.unlink()
    except OSError as error:
        raise StoreBrokenError(f"{path}: cannot be made ({error}); choose another --store") from error


def _open(path: Path, wait: float, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    deadline = time.monotonic() + wait
    while True:
        try:
            return duckdb.connect(str(path), read_only=read_only, config=_CONFIG)
        except duckdb.Error as error:
            reason = str(error).splitlines()[0]
            if not _is_busy(error):
                raise StoreBrokenError(
                    f"{path}: not a DuckDB file or not accessible; choose another --store or move this file "
                    f"away ({reason})"
                ) from error
            if time.monotonic() >= deadline:
                raise StoreBusyError(
                    f"{path}: in use by another process; wait until that has finished, or stop it ({reason})"
                ) from error
        time.sleep(_PAUSE)


def _is_busy(error: duckdb.Error) -> bool:
    """Held by another process, or open in this one the other way (reading against writing)."""
    busy = ("Could not set lock", "different configuration", "Resource In Use")
    return any(sign in str(error) for sign in busy)


def _check_schema(connection: duckdb.DuckDBPyConnection, path: Path, *, create: bool) -> None:
    listed = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
    tables = {str(name) for (name,) in listed}
    if not tables and create:
        _create(connection)
        return
    found = None
    if "schema_version" in tables:
        found = connection.execute("SELECT version FROM schema_version").fetchone()
    if found != (SCHEMA,):
        raise StoreBrokenError(
            f"{path}: not a store of this version (schema {found[0] if found else 'none'}, needed {SCHEMA}); "
            "choose another --store and analyse again"
        )


def _create(connection: duckdb.DuckDBPyConnection) -> None:
    with transaction(connection):
        for table in RESULTS:
            columns = {column.name: _SQL_TYPES[column.dtype] for column in TABLES[table]}
            columns |= _KEPT if table == "articles" else {}
            listed = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
            connection.execute(f"CREATE TABLE {table} ({listed})")
        connection.execute("CREATE TABLE schema_version (version INTEGER)")
        connection.execute("INSERT INTO schema_version VALUES (?)", [SCHEMA])
