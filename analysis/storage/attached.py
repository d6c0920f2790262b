"""Stores opened for reading by a DuckDB that stays: to start one takes ten times as long as to open a file in it.

The file itself is open only as long as somebody reads it, as if each reader had a DuckDB of their own.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import duckdb

_KEPT = 2
"""So many are kept while nobody reads: a dashboard has the demo corpus and the user's own."""
_NAME = "store"


class Opened(NamedTuple):
    """A connection, and what ends it and lets go of the file."""

    connection: duckdb.DuckDBPyConnection
    close: Callable[[], None]


class _Host:
    """A DuckDB without tables of its own that can reach one file, which may come from anywhere, and no other."""

    def __init__(self, path: str) -> None:
        self.users = 0
        self.is_spoilt = False
        self._path = path.replace("'", "''")
        self._readers = 0
        self._lock = threading.Lock()
        # Where a query takes more memory than there is, it goes on beside the store, as if that was opened itself.
        self._database = duckdb.connect(
            ":memory:",
            read_only=False,
            config={"autoload_known_extensions": "false", "temp_directory": f"{path}.tmp"},
        )
        files = ", ".join(f"'{self._path}{ending}'" for ending in ("", ".wal", ".wal.checkpoint", ".wal.recovery"))
        self._database.execute(f"SET allowed_paths = [{files}]")
        self._database.execute("SET enable_external_access = false")

    def open(self) -> duckdb.DuckDBPyConnection:
        with self._lock:
            if not self._readers:
                self._database.execute(f"ATTACH '{self._path}' AS {_NAME} (READ_ONLY, TYPE duckdb)")
            self._readers += 1
        connection = self._database.cursor()
        connection.execute(f"USE {_NAME}")
        return connection

    def close(self, connection: duckdb.DuckDBPyConnection) -> None:
        connection.close()
        with self._lock:
            self._readers -= 1
            if not self._readers:
                self._database.execute(f"DETACH {_NAME}")

    def end(self) -> None:
        self._database.close()


_HOSTS: dict[str, _Host] = {}
"""By path, the one used last at the end."""
_CHOOSING = threading.Lock()


def attached(path: Path) -> Opened:
    """A connection that reads the tables of the file; raises what DuckDB raises where it cannot be opened."""
    name = str(path.absolute())
    host = _taken(name)
    try:
        connection = host.open()
    except BaseException as error:
        _given_back(name, host, is_spoilt=_spoils(error))
        raise
    return Opened(connection, lambda: _close(name, host, connection))


def _close(name: str, host: _Host, connection: duckdb.DuckDBPyConnection) -> None:
    is_spoilt = True
    try:
        with suppress(duckdb.Error):  # after a fatal error, which the reader has met already
            host.close(connection)
            is_spoilt = False
    finally:
        _given_back(name, host, is_spoilt=is_spoilt)


def _spoils(error: BaseException) -> bool:
    """Whether a DuckDB in which this has happened is not to be used again."""
    return not isinstance(error, duckdb.Error) or isinstance(error, (duckdb.FatalException, duckdb.InternalException))


def _taken(name: str) -> _Host:
    with _CHOOSING:
        host = _HOSTS.pop(name, None) or _Host(name)
        _HOSTS[name] = host
        host.users += 1
        return host


def _given_back(name: str, host: _Host, *, is_spoilt: bool) -> None:
    with _CHOOSING:
        host.users -= 1
        host.is_spoilt |= is_spoilt
        if host.is_spoilt and _HOSTS.get(name) is host:
            del _HOSTS[name]
        if host.is_spoilt and not host.users:
            host.end()
        idle = [other for other, kept in _HOSTS.items() if not kept.users]
        for other in idle[: max(len(_HOSTS) - _KEPT, 0)]:
            _HOSTS.pop(other).end()
