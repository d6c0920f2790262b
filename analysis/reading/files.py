"""Reads articles from files, folders and uploads, one by one; bad input yields a reason, never an error."""

import io
import os
from collections.abc import Sequence
from pathlib import Path

from analysis.reading.formats import ENDINGS, Readings, is_known, read_stream
from analysis.reading.raw.records import Unreadable

__all__ = ["ENDINGS", "Unreadable", "read_bytes", "read_paths"]


def read_paths(paths: Sequence[Path]) -> Readings:
    """The articles of files and folders, in the order given.

    A folder is read with all folders below it, sorted by path; hidden files, and files with an ending that is
    not in ``ENDINGS``, are passed over silently there. A file that is named itself is read as plain text
    where its ending is unknown. Archives are read file by file, and lines, tables and exports are streamed, so
    memory holds one article at a time.
    """
    for path in paths:
        try:
            if path.is_dir():
                yield from _read_folder(path)
            elif path.is_file():
                yield from _read_file(path)
            elif path.exists():
                yield Unreadable(str(path), "This is neither a file nor a folder.")
            else:
                yield Unreadable(str(path), "There is no such file or folder.")
        except (OSError, ValueError) as error:
            yield Unreadable(str(path), _why(error))


def read_bytes(name: str, data: bytes) -> Readings:
    """The articles of an uploaded file; ``name`` tells the format by its ending."""
    yield from read_stream(_base_name(name), name, io.BytesIO(data))


def _read_folder(folder: Path) -> Readings:
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
                yield from _read_file(Path(where, name))
    yield from problems
    if not found:
        yield Unreadable(str(folder), f"The folder holds no file ending in {', '.join(ENDINGS)}.")


def _read_file(path: Path) -> Readings:
    try:
        with path.open("rb") as stream:
            yield from read_stream(path.name, str(path), stream)
    except OSError as error:
        yield Unreadable(str(path), _why(error))


def _base_name(name: str) -> str:
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or "text"


def _why(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return f"The file could not be read: {reason or 'its name is not valid'}."
