"""Finds the articles in a JSON value, wherever they stand, and names the fields of an object however it is nested."""

from collections.abc import Iterator, Mapping
from typing import TypeGuard

from analysis.reading.raw.columns import asked_column, columns_of, may_be_text, normal

_DEEPEST = 8
_MOST_FIELDS = 2000
_LOOKED_AT = 200
"""Entries of a list that are looked at to see whether it lists articles."""
_PHRASE = 8
"""Words from which a text is more than a phrase."""
_PARTS = (
    "headline", "heading", "paragraphs", "paragraph", "text", "rendered", "value", "content", "sections", "blocks",
    "children", "body", "items", "data",
)  # fmt: skip
"""Parts of a body that hold its text, in the order in which one block has them."""
_ROWS, _HEADERS = ("data", "rows", "values"), ("columns", "header", "headers", "fields")
"""Under which names data frames are written as rows, and their columns."""
_BODIES = {"paragraphs", "sections", "blocks", "children", "content"}
_NO_BODIES = {"article", "artikel", "document", "story", "beitrag", "meldung", "nachricht", "segment"}

_LABELS = {"title", "url", "published"}
"""What an article has beside its text, and a mere wrapper has not."""
Fields = dict[str, object]


def flat(value: Mapping[str, object]) -> Fields:
    """The fields of an object and of the objects in it, as ``source.name``; a body of sections becomes one text."""
    if not any(isinstance(entry, dict | list) for entry in value.values()):
        return dict(value)
    fields: Fields = {}
    _flatten(value, "", fields, 0)
    return fields


Entry = tuple[str | None, object]
"""The key of an entry in a map, None in a list; and the entry."""


def articles_in(content: object, asked: Mapping[str, str]) -> tuple[list[Entry], int]:
    """The entries of all lists and maps of articles in a JSON value, or the one article; and how many others it has.

    Where none holds a text, they are the entries of the longest list of objects. Lists inside articles do not count.
    The others are entries of lists whose texts are mere phrases, as of names found, beside lists of longer texts.
    """
    alone = False
    if isinstance(content, dict) and _is_article(content, asked):
        alone = True
        if _LABELS & columns_of(list(flat(content)), asked).keys():
            return [(None, content)], 0
    # What wraps a list may say a word of its own, a message for example.
    found = list(_lists(content, asked, 0))
    worded = [entries for entries in found if any(_words(entry, asked) >= _PHRASE for _, entry in entries[:_LOOKED_AT])]
    if found or alone:
        kept = worded or found or [[(None, content)]]
        entries = [entry for entries in kept for entry in entries]
        return entries, sum(map(len, found)) - len(entries) if found else 0
    longest = max(_object_lists(content, 0), key=len, default=[])
    return [(None, entry) for entry in longest], 0


def grid_in(content: object, asked: Mapping[str, str]) -> list[list[object]] | None:
    """The table that a JSON value is, its header first: rows in lists, or columns as data frames are written."""
    if isinstance(content, dict):
        return _split(content) or _by_column(content, asked)
    return _rows_of(content)


def _rows_of(value: object) -> list[list[object]] | None:
    if isinstance(value, list) and value and all(isinstance(row, list) for row in value):
        return value if all(isinstance(cell, str) for cell in value[0]) else None
    return None


def _split(content: Mapping[str, object]) -> list[list[object]] | None:
    """A header and rows of their own (``columns`` and ``data``), or rows alone."""
    rows = next((content[key] for key in _ROWS if isinstance(content.get(key), list)), None)
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) for row in rows):
        return None
    header = next((content[key] for key in _HEADERS if isinstance(content.get(key), list)), None)
    return [header, *rows] if isinstance(header, list) and header else _rows_of(rows)


def _by_column(content: Mapping[str, object], asked: Mapping[str, str]) -> list[list[object]] | None:
    """Columns by their names, each a list, or a map from the names of rows."""
    columns = [list(value.values()) if isinstance(value, dict) else value for value in content.values()]
    alike = len({type(value) for value in content.values()}) == 1 and len({len(c) for c in columns if _sized(c)}) == 1
    plain = all(isinstance(c, list) and not any(isinstance(cell, dict) for cell in c) for c in columns)
    if not alike or not plain or "text" not in columns_of(list(content), asked):
        return None
    lists = [column for column in columns if isinstance(column, list)]
    return [list(content), *map(list, zip(*lists, strict=True))]


def _sized(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _lists(value: object, asked: Mapping[str, str], depth: int) -> Iterator[list[Entry]]:
    """Every list and map of articles, with its entries."""
    if depth > _DEEPEST or not isinstance(value, list | dict):
        return
    keyed: list[Entry] = list(value.items()) if isinstance(value, dict) else [(None, entry) for entry in value]
    objects = [entry for _, entry in keyed if isinstance(entry, dict)]
    if any(_is_article(entry, asked) for entry in objects[:_LOOKED_AT]):
        # A map may hold other things beside its articles, a list holds articles or what should be some.
        yield [pair for pair in keyed if isinstance(value, list) or isinstance(pair[1], dict)]
        return
    for _, entry in keyed:
        yield from _lists(entry, asked, depth + 1)


def _object_lists(value: object, depth: int) -> Iterator[list[object]]:
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        yield value
    elif isinstance(value, list | dict) and depth <= _DEEPEST:
        for entry in value.values() if isinstance(value, dict) else value:
            yield from _object_lists(entry, depth + 1)


def _words(entry: object, asked: Mapping[str, str]) -> int:
    """How many words the longest text of an entry has."""
    fields = flat(entry) if isinstance(entry, dict) else {}
    texts = (fields[name] for name in columns_of(list(fields), asked).get("text", ()))
    return max((len(str(text).split()) for text in texts), default=0)


def _is_article(entry: Mapping[str, object], asked: Mapping[str, str]) -> bool:
    """Whether an object has a text of its own."""
    fields = flat(entry)
    names = list(fields)
    if wanted := asked.get("text"):
        name = asked_column(names, wanted)
        return name is not None and isinstance(fields[name], str | list)
    return any(isinstance(fields[name], str) and fields[name] for name in columns_of(names, {}).get("text", ()))


def _flatten(value: Mapping[str, object], before: str, fields: Fields, depth: int) -> None:
    for key, entry in value.items():
        name = f"{before}{key}"
        if len(fields) >= _MOST_FIELDS:
            fields.setdefault(before.rstrip(".") or key, value)
            return
        if body := _body(key, entry):
            fields[name] = body
            if isinstance(entry, dict) and (summary := _texts(entry.get("summary"), 0)):
                fields[f"{name}.summary" if before else "summary"] = "\n\n".join(summary)
        elif isinstance(entry, dict) and entry and depth < _DEEPEST:
            _flatten(entry, f"{name}.", fields, depth + 1)
        else:
            fields[name] = entry


def _body(key: str, entry: object) -> str:
    """The text of a body that is taken apart into sections, paragraphs or blocks; empty where it is none."""
    if not isinstance(entry, dict | list) or not may_be_text(key) or normal(key) in _NO_BODIES:
        return ""
    parts = isinstance(entry, dict) and any(isinstance(entry.get(part), list) for part in _BODIES)
    blocks = isinstance(entry, list) and any(isinstance(one, dict) for one in entry)
    return "\n\n".join(_texts(entry, 0)) if parts or blocks else ""


def _texts(value: object, depth: int) -> list[str]:
    if isinstance(value, str):
        return [value.strip()] if value.strip() else []
    if depth > _DEEPEST:
        return []
    if isinstance(value, list):
        return [text for one in value for text in _texts(one, depth + 1)]
    if isinstance(value, dict):
        return [text for part in _PARTS if part in value for text in _texts(value[part], depth + 1)]
    return []
