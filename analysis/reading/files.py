"""Reads articles from files, folders and uploads, one by one; bad input yields a reason, never an error."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from analysis.reading.apart.messages import reading_of
from analysis.reading.apart.readers import Request, ask
from analysis.reading.formats import ENDINGS, NO_COLUMNS, Readings, is_known, is_lock
from analysis.reading.raw.records import Unreadable

__all__ = ["ENDINGS", "Unreadable", "read_bytes", "read_paths"]


def read_paths(paths: Sequence[Path], *, columns: Mapping[str, str] = NO_COLUMNS) -> Readings:
    """The articles of files and folders, in the order given.

    A folder is read with all folders below it, sorted by path; hidden files, lock files of office programs, and files
    with an ending that is not in ``ENDINGS``, are passed over silently there. A file that is named itself is read
    as plain text where its ending is unknown. Archives are read file by file, and lines, tables and exports are
    streamed, so memory holds one article at a time; all of it in a process apart, within the limits that are set
    (``apart.limits``). ``columns`` names the columns of tables by hand, as field -> column.
    """
    yield from _read(_requests(paths, columns))


def read_bytes(name: str, data: bytes, *, columns: Mapping[str, str] = NO_COLUMNS) -> Readings:
    """The articles of an uploaded file; ``name`` tells the format by its ending. Lock files are passed over."""
    if not is_lock(name.replace("\\", "/").rstrip("/")):
        yield from _read([Request("articles", name, data, dict(columns))])


def _read(requests: Iterable[Request | Unreadable]) -> Readings:
    """What processes apart read: no file can take the memory or the time of this one."""
    for answer in ask(requests):
        yield answer if isinstance(answer, Unreadable) else reading_of(answer)


def _requests(paths: Sequence[Path], columns: Mapping[str, str]) -> Iterator[Request | Unreadable]:
    for path in paths:
        try:
            if path.is_dir():
                yield from _in_folder(path, columns)
            elif path.is_file():
                yield _file(path, columns)
            elif path.exists():
                yield Unreadable(str(path), "This is neither a file nor a folder.")
            else:
                yield Unreadable(str(path), "There is no such file or folder.")
        except (OSError, ValueError) as error:
            yield Unreadable(str(path), _why(error))


def _in_folder(folder: Path, columns: Mapping[str, str]) -> Iterator[Request | Unreadable]:
    problems: list[Unreadable] = []
    found = 0

    def note(error: OSError) -> None:
        problems.append(Unreadable(str(error.filename), _why(error)))

    for where, folders, files in os.walk(folder, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from problems
        problems.clear()
        for name in sorted(files):
            if not name.startswith(".") and is_known(name):
                found += 1
                yield _file(Path(where, name), columns)
    yield from problems
    if not found:
        yield Unreadable(str(folder), f"The folder holds no file ending in {', '.join(ENDINGS)}.")


def _file(path: Path, columns: Mapping[str, str]) -> Request | Unreadable:
    if is_lock(path.name):
        return Unreadable(str(path), "This is a lock file of an office program; it holds no article.")
    return Request("articles", str(path), None, dict(columns))


def _why(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return f"The file could not be read: {reason or 'its name is not valid'}."
