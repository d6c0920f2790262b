"""Opening the store's DuckDB file: who may, for how long it is tried, and what is wrong when it fails.

DuckDB lets one process write or several read, never both at once. A file that is busy is tried again for a
while before ``StoreBusyError`` is raised.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from analysis.migrations import SCHEMA, is_upgradable, upgrade, version

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

    A busy file is tried again for ``wait`` seconds, and an older one is brought up to date first. Raises a
    ``StoreError`` of the kind that applies.
    """
    if write:
        _prepare(path)
    elif not path.exists():
        raise StoreMissingError(f"{path}: no such store; analyse articles with --store to make it")
    with _opened(path, wait, read_only=not write) as connection:
        found = _checked_version(connection, path)
        if write and found != SCHEMA:
            with transaction(connection):
                upgrade(connection, found)
        if write or found == SCHEMA:
            yield connection
            return
    _upgrade_file(path, wait, found)
    with _opened(path, wait, read_only=True) as connection:
        yield connection


@contextmanager
def _opened(path: Path, wait: float, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = _open(path, wait, read_only=read_only)
    try:
        yield connection
    finally:
        connection.close()


def _upgrade_file(path: Path, wait: float, found: int) -> None:
    try:
        with connect(path, wait, write=True):
            pass
    except StoreBrokenError as error:
        raise StoreBrokenError(
            f"{path}: made by an older version (schema {found}, needed {SCHEMA}) and cannot be written to be "
            "brought up to date; copy it to where you may write"
        ) from error


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


def _checked_version(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """The version of the file, if it can be used."""
    found = version(connection)
    if found == SCHEMA or (found is not None and is_upgradable(found)):
        return found
    if found is not None and found > SCHEMA:
        raise StoreBrokenError(
            f"{path}: made by a newer version (schema {found}, this one knows {SCHEMA}); install the newer "
            "quellenlage or choose another --store"
        )
    raise StoreBrokenError(
        f"{path}: not a store of this version (schema {'none' if found is None else found}, needed {SCHEMA}); "
        "choose another --store and analyse again"
    )
