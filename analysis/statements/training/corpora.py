"""Reads annotated corpora of reported speech as texts with statements in characters."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from analysis.model import Span, Spans, StatementType

NEWS_TYPES: dict[str, StatementType] = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "subjunctive",
}
_PROSE_TYPES: dict[str, StatementType] = {
    "direct": "direct",
    "indirect": "indirect",
    "reported": "reported",
    "freeIndirect": "free_indirect",
    "indirect freeIndirect": "subjunctive",
}
_PROSE_ROLES = {8: "frame", 9: "speaker", 10: "cue"}
_FORM, _SPEECH = 1, 7
_NO_SPACE_BEFORE = frozenset(".,;:!?)«")
_NO_SPACE_BEHIND = frozenset("»(")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotated statement; ``roles`` maps speaker, cue, frame, addressee to their characters."""

    type: StatementType
    quote: Spans
    roles: dict[str, Spans]


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text and its statements."""

    id: str
    text: str
    statements: tuple[Annotated, ...]


def read_news(path: Path) -> Iterator[AnnotatedText]:
    """The articles of a part of the news quotation corpus (JSON lines)."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            spans: list[Span] = [(start, end) for start, end in article["tokens"]]
            statements = tuple(
                Annotated(
                    NEWS_TYPES[row["type"]],
                    tuple(spans[i] for i in row["quote"]),
                    {role: tuple(spans[i] for i in row[role]) for role in ("speaker", "cue", "frame", "addressee")},
                )
                for row in article["annotations"]
            )
            yield AnnotatedText(str(article["id"]), article["text"], statements)


def read_prose(path: Path) -> Iterator[AnnotatedText]:
    """The samples of a part of the corpus Redewiedergabe (tab-separated, gzipped), texts put together again."""
    name = ""
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if cells[0] != name and rows:
                yield _sample(name, rows)
                rows = []
            name = cells[0]
            rows.append(cells)
    if rows:
        yield _sample(name, rows)


def _sample(name: str, rows: list[list[str]]) -> AnnotatedText:
    text = ""
    types: dict[str, StatementType] = {}
    quotes: dict[str, list[Span]] = defaultdict(list)
    roles: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for cells in rows:
        token = cells[_FORM].replace("&quot;", '"')
        glued = not text or token in _NO_SPACE_BEFORE or text[-1] in _NO_SPACE_BEHIND
        start = len(text) + (not glued)
        text += token if glued else " " + token
        span = (start, len(text))
        for kind, numbers in _marked(cells[_SPEECH]):
            if kind in _PROSE_TYPES:
                for number in numbers:
                    types.setdefault(number, _PROSE_TYPES[kind])
                    quotes[number].append(span)
        for column, role in _PROSE_ROLES.items():
            for _, numbers in _marked(cells[column]):
                for number in numbers:
                    roles[number][role].append(span)
    found = (
        Annotated(kind, tuple(quotes[number]), {role: tuple(spans) for role, spans in roles[number].items()})
        for number, kind in types.items()
    )
    return AnnotatedText(name, text, tuple(found))


def _marked(cell: str) -> Iterator[tuple[str, list[str]]]:
    """Kind and statement numbers of one cell: ``direct.speech.1|reported.thought.2``, ``speaker.12_19``."""
    for part in cell.split("|") if cell != "-" else ():
        fields = part.split(".")
        numbers = fields[2] if len(fields) > 2 else fields[1] if len(fields) == 2 else ""
        yield fields[0], numbers.split("_")
