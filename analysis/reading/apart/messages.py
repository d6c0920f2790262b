"""The messages between the process that reads and the one that asked: JSON with its length before it, and no more."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from analysis.model import Article
from analysis.reading.raw.records import Unreadable

Message = list[Any]
"""What it is, and its values."""
ARTICLE, UNREADABLE, ITEM, VALUE, DONE, READY = "article", "unreadable", "item", "value", "done", "ready"
_LENGTH = 4
_ERRORS = "surrogatepass"


class EndedError(Exception):
    """The other side has ended, or says what nobody understands."""


def pack(message: Sequence[object]) -> bytes:
    """A message as bytes."""
    data = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", _ERRORS)
    return len(data).to_bytes(_LENGTH, "little") + data


def receive(stream: BinaryIO, most: int) -> Message:
    """The next message, of at most ``most`` bytes; raises ``EndedError`` where there is none."""
    head = stream.read(_LENGTH)
    size = int.from_bytes(head, "little")
    if len(head) < _LENGTH or size > most:
        raise EndedError
    data = stream.read(size)
    if len(data) < size:
        raise EndedError
    try:
        message = json.loads(data.decode("utf-8", _ERRORS))
    except (ValueError, RecursionError) as error:
        raise EndedError from error
    if not isinstance(message, list) or not message:
        raise EndedError
    return message


def of_reading(reading: Article | Unreadable) -> Message:
    """An article, or the reason why there is none, as a message."""
    if isinstance(reading, Unreadable):
        return [UNREADABLE, reading.file, reading.reason, reading.line]
    one = reading
    return [ARTICLE, one.id, one.text, one.title, one.outlet, one.published, one.url, one.author, one.language,
            dict(one.extra), one.warnings]  # fmt: skip


def reading_of(message: Message) -> Article | Unreadable:
    """The article or reason of a message; raises ``EndedError`` where it is none."""
    try:
        kind, *values = message
        if kind == UNREADABLE:
            file, reason, line = values
            return Unreadable(file, reason, line)
        if kind == ARTICLE:
            name, text, title, outlet, published, url, author, language, extra, warnings = values
            return Article(name, text, title, outlet, published, url, author, language, extra, tuple(warnings))
    except (TypeError, ValueError) as error:
        raise EndedError from error
    raise EndedError


def pieces(stream: BinaryIO, size: int) -> Iterator[bytes]:
    """The next ``size`` bytes of a stream, in pieces."""
    left = size
    while left:
        piece = stream.read(min(left, 1 << 20))
        if not piece:
            raise EndedError
        left -= len(piece)
        yield piece
