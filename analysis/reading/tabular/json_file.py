"""Reads JSON lines, and JSON files that hold one article or lists of articles."""

import codecs
import io
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO

from analysis.reading.raw.bounded import TOO_LONG, bounded_lines
from analysis.reading.raw.columns import asked_column, columns_of
from analysis.reading.raw.encoding import decode, detect_encoding
from analysis.reading.raw.records import RefusedError
from analysis.reading.tabular.grid import table_of
from analysis.reading.tabular.json_objects import Entry, articles_in, flat, grid_in
from analysis.reading.tabular.rows import Asked, Row, Table

_LARGEST = 64 << 20
_SOMETHING = re.compile(r"[^\s,\ufeff]")


def jsonl_tables(name: str, stream: BinaryIO, asked: Asked) -> Iterator[Table]:
    """The objects of a JSON lines stream as rows; a broken line is reported and the rest goes on.

    A file whose first line is no object by itself is read as JSON, where it is that.
    """
    encoding = detect_encoding(stream)  # which reads all of it, so that it is done once
    if not _begins_with_an_object(stream, encoding):
        content = _parsed(stream, encoding)
        if content is not None:
            yield from _tables(name, content, asked)
            return
        stream.seek(0)
    yield Table(name, None, _line_rows(stream, encoding))


def _begins_with_an_object(stream: BinaryIO, encoding: str) -> bool:
    # A line that is too long is one of JSON lines: a whole file of that length is none either.
    first = next((line or "{}" for line in _lines(stream, encoding) if line is None or line.strip()), "{}")
    stream.seek(0)
    try:
        return isinstance(json.loads(first.rstrip().rstrip(",")), dict)
    except (ValueError, RecursionError):
        return False


def _parsed(stream: BinaryIO, encoding: str) -> object:
    """What a file holds that is one JSON value, or several behind each other; None for all else."""
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        return None
    text, values, position = decode(data, encoding), [], 0
    decoder = json.JSONDecoder()
    try:
        while match := _SOMETHING.search(text, position):
            value, position = decoder.raw_decode(text, match.start())
            values.append(value)
    except (ValueError, RecursionError):
        return None
    return values[0] if len(values) == 1 else values


def _line_rows(stream: BinaryIO, encoding: str) -> Iterator[Row]:
    for number, line in enumerate(_lines(stream, encoding), start=1):
        if line is None:
            yield Row(number, TOO_LONG)
            continue
        if not line.strip():
            continue
        try:
            value = json.loads(line.rstrip().removesuffix(","))
        except (ValueError, RecursionError, MemoryError) as error:
            yield Row(number, f"The line is not valid JSON: {_why(error)}.")
            continue
        if isinstance(value, dict):
            yield Row(number, flat(value))
        else:
            yield Row(number, "The line is valid JSON but no object with id and text.")


def _lines(stream: BinaryIO, encoding: str) -> Iterator[str | None]:
    """Decoded lines, 8-bit ones each on its own, so that one damaged line does not spoil the others.

    None stands for a line that is too long.
    """
    if encoding.startswith(("utf-16", "utf-32")):
        text = io.TextIOWrapper(stream, encoding, errors="replace", newline="\n")
        try:
            # Not handed on with "yield from", which would close the stream with the reading.
            for read in bounded_lines(text):  # noqa: UP028
                yield read
        finally:
            text.detach()
        return
    for number, line in enumerate(bounded_lines(stream)):
        if line is None:
            yield None
            continue
        raw = line.removeprefix(codecs.BOM_UTF8) if number == 0 else line
        try:
            yield raw.decode("utf-8")
        except UnicodeDecodeError:
            yield decode(raw, detect_encoding(io.BytesIO(raw)))


def json_tables(name: str, stream: BinaryIO, asked: Asked) -> Iterator[Table]:
    """The articles of lists and maps of objects, wherever they stand; JSON lines under this ending are read too."""
    encoding = detect_encoding(stream)
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise RefusedError(f"A JSON file is read up to {_LARGEST >> 20} MB; write JSON lines (.jsonl) instead.")
    try:
        content = json.loads(decode(data, encoding))
    except (ValueError, RecursionError) as error:
        if getattr(error, "msg", "") == "Extra data":
            yield from jsonl_tables(name, io.BytesIO(data), asked)
            return
        raise RefusedError(f"The file is not valid JSON: {_why(error)}.") from error
    yield from _tables(name, content, asked)


def _tables(name: str, content: object, asked: Asked) -> Iterator[Table]:
    if isinstance(content, str) and content.lstrip().startswith(("{", "[")):
        # Written as JSON twice.
        with suppress(ValueError, RecursionError):
            content = json.loads(content)
    if grid := grid_in(content, asked):
        table = table_of(name, enumerate(grid, start=1), asked)
        if table is not None:
            yield table
            return
    entries, others = articles_in(content, asked)
    if not entries:
        raise RefusedError("The JSON file holds no list of objects with a text.")
    told = (f"{others} objects beside the articles hold no more than phrases; they were not read.",) if others else ()
    yield Table(name, _header(entries, asked), _rows(entries), warnings=told)


def _header(entries: list[Entry], asked: Asked) -> tuple[str, ...] | None:
    """The fields of all entries where none of them has a text, so that this is told once and not for each."""
    names: dict[str, None] = {}
    for _, entry in entries:
        fields = list(flat(entry)) if isinstance(entry, dict) else []
        missing = any(asked_column(fields, wanted) is None for wanted in asked.values())
        if "text" in columns_of(fields, asked) and not missing:
            return None
        names |= dict.fromkeys(fields)
    return tuple(names) if names else None


def _rows(entries: list[Entry]) -> Iterator[Row]:
    for number, (key, entry) in enumerate(entries, start=1):
        if isinstance(entry, dict):
            fields = flat(entry)
            own = columns_of(list(fields), {}).get("id", ())
            keyed = key is not None and not any(fields[name] for name in own)
            yield Row(number, {"id": key, **{k: v for k, v in fields.items() if k != "id"}} if keyed else fields)
        else:
            yield Row(number, "The entry is no object with id and text.")


def _why(error: Exception) -> str:
    if isinstance(error, MemoryError):
        return "reading it takes more memory than is allowed"
    return str(getattr(error, "msg", "it is nested too deeply or holds too long a number"))
