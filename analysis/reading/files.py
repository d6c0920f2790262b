"""Reads articles from files, folders and uploads, one by one; bad input yields a reason, never an error."""

import io
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from analysis.reading.formats import ENDINGS, NO_COLUMNS, Readings, is_known, is_lock, read_stream
from analysis.reading.raw.records import Unreadable

__all__ = ["ENDINGS", "Unreadable", "read_bytes", "read_paths"]


def read_paths(paths: Sequence[Path], *, columns: Mapping[str, str] = NO_COLUMNS) -> Readings:
    """The articles of files and folders, in the order given.

    A folder is read with all folders below it, sorted by path; hidden files, lock files of office programs, and files
    with an ending that is not in ``ENDINGS``, are passed over silently there. A file that is named itself is read
    as plain text where its ending is unknown. Archives are read file by file, and lines, tables and exports are
    streamed, so memory holds one article at a time. ``columns`` names the columns of tables by hand, as
    field -> column.
    """
    for path in paths:
        try:
            if path.is_dir():
                yield from _read_folder(path, columns)
            elif path.is_file():
                yield from _read_file(path, columns)
            elif path.exists():
                yield Unreadable(str(path), "This is neither a file nor a folder.")
            else:
                yield Unreadable(str(path), "There is no such file or folder.")
        except (OSError, ValueError) as error:
            yield Unreadable(str(path), _why(error))


def read_bytes(name: str, data: bytes, *, columns: Mapping[str, str] = NO_COLUMNS) -> Readings:
    """The articles of an uploaded file; ``name`` tells the format by its ending. Lock files are passed over."""
    if not is_lock(_base_name(name)):
        yield from read_stream(_base_name(name), name, io.BytesIO(data), columns=columns)


def _read_folder(folder: Path, columns: Mapping[str, str]) -> Readings:
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
                yield from _read_file(Path(where, name), columns)
    yield from problems
    if not found:
        yield Unreadable(str(folder), f"The folder holds no file ending in {', '.join(ENDINGS)}.")


def _read_file(path: Path, columns: Mapping[str, str]) -> Readings:
    try:
        if is_lock(path.name):
            yield Unreadable(str(path), "This is a lock file of an office program; it holds no article.")
            return
        with path.open("rb") as stream:
            yield from read_stream(path.name, str(path), stream, columns=columns)
    except OSError as error:
        yield Unreadable(str(path), _why(error))


def _base_name(name: str) -> str:
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or "text"


def _why(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return f"The file could not be read: {reason or 'its name is not valid'}."
