"""Reads JSON files that hold one article or a list of articles."""

import io
import json
from collections.abc import Iterator
from typing import BinaryIO

from analysis.model import Article
from analysis.reading.parsers.tabular import read_jsonl
from analysis.reading.raw.encoding import decode, detect_encoding
from analysis.reading.raw.records import RefusedError, Unreadable, article_of, fields_of

_LARGEST = 64 << 20


def read_json(name: str, stream: BinaryIO) -> Iterator[Article | Unreadable]:
    """The articles of a list of objects, whatever object it stands in; JSON lines under this ending are read too."""
    encoding = detect_encoding(stream)
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise RefusedError(f"A JSON file is read up to {_LARGEST >> 20} MB; write JSON lines (.jsonl) instead.")
    try:
        content = json.loads(decode(data, encoding))
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "it is nested too deeply or holds too long a number")
        if reason == "Extra data":
            yield from read_jsonl(name, io.BytesIO(data))
            return
        raise RefusedError(f"The file is not valid JSON: {reason}.") from error
    rows = _rows(content)
    if not rows:
        raise RefusedError("The JSON file holds no list of objects with a text.")
    for number, row in enumerate(rows, start=1):
        if isinstance(row, dict):
            yield article_of(row, name, number)
        else:
            yield Unreadable(name, "The entry is no object with id and text.", number)


def _rows(content: object) -> list[object]:
    """The list of articles: the value itself, the one article that it is, or the longest list in it."""
    if isinstance(content, list):
        return content
    if not isinstance(content, dict):
        return []
    if "text" in fields_of(list(content)):
        return [content]
    lists = [value for value in content.values() if isinstance(value, list) and any(isinstance(v, dict) for v in value)]
    return max(lists, key=len, default=[])
