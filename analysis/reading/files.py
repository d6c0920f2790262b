"""Reads articles from files, folders and uploads, one by one; bad input yields a reason, never an error."""

import io
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from analysis.model import Article
from analysis.reading.html import read_html
from analysis.reading.records import Unreadable
from analysis.reading.tabular import read_jsonl, read_table
from analysis.reading.text import binary_reason, decode, detect_encoding

__all__ = ["ENDINGS", "Unreadable", "read_bytes", "read_paths"]

Readings = Iterator[Article | Unreadable]
_HEAD = 4096


def read_paths(paths: Sequence[Path]) -> Readings:
    """The articles of files and folders, in the order given.

    A folder is read with all folders below it, sorted by path; hidden files, and files with an ending that is
    not in ``ENDINGS``, are passed over silently there. A file that is named itself is read as plain text
    where its ending is unknown. JSON lines and tables are streamed, so memory holds one article at a time.
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
    yield from _read_stream(_base_name(name), name, io.BytesIO(data))


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
            if not name.startswith(".") and _ending(name) in ENDINGS:
                found += 1
                yield from _read_file(Path(where, name))
    yield from problems
    if not found:
        yield Unreadable(str(folder), f"The folder holds no file ending in {', '.join(ENDINGS)}.")


def _read_file(path: Path) -> Readings:
    try:
        with path.open("rb") as stream:
            yield from _read_stream(path.name, str(path), stream)
    except OSError as error:
        yield Unreadable(str(path), _why(error))


def _read_stream(name: str, file: str, stream: BinaryIO) -> Readings:
    """The articles of one seekable stream; ``name`` makes ids, ``file`` tells people where trouble lies."""
    head = stream.read(_HEAD)
    stream.seek(0)
    if reason := binary_reason(head):
        yield Unreadable(file, f"This is {reason}.")
        return
    if not head.strip():
        head = stream.read()
        stream.seek(0)
    if not head.strip():
        yield Unreadable(file, "The file is empty.")
        return
    for reading in ENDINGS.get(_ending(name), _read_text)(name, stream):
        yield Unreadable(file, reading.reason, reading.line) if isinstance(reading, Unreadable) else reading


def _read_text(name: str, stream: BinaryIO) -> Readings:
    text = _text(stream)
    blank = not text.strip("\ufeff \t\r\n\f\v\xa0\u200b")
    yield Unreadable(name, "The file is empty.") if blank else Article(id=name, text=text)


def _read_html(name: str, stream: BinaryIO) -> Readings:
    yield read_html(name, _text(stream))


def _read_tsv(name: str, stream: BinaryIO) -> Readings:
    return read_table(name, stream, "\t")


ENDINGS: dict[str, Callable[[str, BinaryIO], Readings]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".jsonl": read_jsonl,
    ".csv": read_table,
    ".tsv": _read_tsv,
    ".html": _read_html,
    ".htm": _read_html,
}
"""The endings that are known, and how each is read."""


def _text(stream: BinaryIO) -> str:
    encoding = detect_encoding(stream)
    return decode(stream.read(), encoding)


def _ending(name: str) -> str:
    return Path(name).suffix.lower()


def _base_name(name: str) -> str:
    return name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1] or "text"


def _why(error: OSError | ValueError) -> str:
    told = error.strerror if isinstance(error, OSError) else None
    return f"The file could not be read: {told or 'its name is not valid'}."
