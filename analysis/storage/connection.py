"""Connections to the store's DuckDB file: locking, retries and error messages.

DuckDB lets one process write or several read, never both at once, and it does not queue: readers that follow each
other closely would keep a writer out for good. So whoever opens the file first takes a turn, a lock file beside it: a
reader only while it opens, a writer until it has finished. A writer that waits thus lets no new reader in; one that
waits for a long reader gives way to others every second. A file that is busy is tried again for a while before
``StoreBusyError`` is raised.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from analysis.storage.attached import Opened, attached
from analysis.storage.migrations import SCHEMA, is_upgradable, upgrade, version

# The file may come from anywhere: it must not load extensions or reach other files.
_CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
}
_PAUSE = 0.01
_LONGEST_PAUSE = 0.08
"""To try to open a file takes longer than the first pause: who waits for long would do nothing else."""
_LONGEST = 1.0
"""Seconds for which a waiting writer lets no reader in."""


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
        if write:
            with _with_messages(path):
                yield connection
            return
        if found == SCHEMA:
            yield connection
            return
    _upgrade_file(path, wait, found)
    with _opened(path, wait, read_only=True) as connection:
        yield connection


@contextmanager
def _opened(path: Path, wait: float, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    turn = _Turn(path)
    opened = _open(path, wait, turn, read_only=read_only)
    try:
        yield opened.connection
    finally:
        opened.close()
        turn.release()


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
def _with_messages(path: Path) -> Iterator[None]:
    try:
        yield
    except (duckdb.IOException, duckdb.FatalException, duckdb.TransactionException) as error:
        reason = str(error).splitlines()[0]
        raise StoreError(
            f"{path}: cannot be written, the disk may be full; what was kept before is still there ({reason})"
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


def _open(path: Path, wait: float, turn: "_Turn", *, read_only: bool) -> Opened:
    """The file, opened; a writer still has the turn then, a reader has given it back."""
    deadline = time.monotonic() + wait
    pause = _PAUSE
    while True:
        try:
            turn.acquire(deadline)
            opened = attached(path) if read_only else _written(path)
        except (duckdb.Error, Timeout) as error:
            late = time.monotonic() >= deadline
            if read_only or late or not _is_busy(error) or turn.age > _LONGEST:
                turn.release()
            if late or not _is_busy(error):
                raise _explained(path, error) from error
        else:
            if read_only:
                turn.release()
            return opened
        time.sleep(pause)
        pause = min(2 * pause, _LONGEST_PAUSE)


def _written(path: Path) -> Opened:
    connection = duckdb.connect(str(path), read_only=False, config=_CONFIG)
    return Opened(connection, connection.close)


class _Turn:
    """The right to open the file next; where no lock file can be made beside it, everybody has it always."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(f"{path}.lock", poll_interval=_PAUSE, thread_local=False)
        self._since = 0.0

    @property
    def age(self) -> float:
        """Seconds since the lock was taken."""
        return time.monotonic() - self._since

    def acquire(self, deadline: float) -> None:
        """Take the lock; raises ``Timeout`` where it is not free before the deadline (of the monotonic clock)."""
        if self._lock.is_locked:
            return
        try:
            self._lock.acquire(timeout=max(deadline - time.monotonic(), 0.0))
        except Timeout:
            raise
        except OSError:  # a folder that cannot be written to, as on a DVD: nobody writes the store either
            return
        self._since = time.monotonic()

    def release(self) -> None:
        """Release the lock."""
        self._lock.release()


def _explained(path: Path, error: Exception) -> StoreError:
    reason = str(error).splitlines()[0]
    if _is_busy(error):
        return StoreBusyError(f"{path}: in use by another process; wait until that has finished, or stop it ({reason})")
    return StoreBrokenError(
        f"{path}: not a DuckDB file or not accessible; choose another --store or move this file away ({reason})"
    )


def _is_busy(error: Exception) -> bool:
    """Held by another process, or open in this one the other way (reading against writing)."""
    busy = ("Could not set lock", "different configuration", "Resource In Use")
    return isinstance(error, Timeout) or any(sign in str(error) for sign in busy)


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
