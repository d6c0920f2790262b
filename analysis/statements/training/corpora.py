"""Reads annotated corpora of reported speech as texts with statements in characters."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from analysis.model import NEWS_TYPES, Span, Spans, StatementType

_NO_SPACE_BEFORE = frozenset(".,;:!?)“«")
_NO_SPACE_BEHIND = frozenset("„»(")
_TOGETHER = 12
"""Sentences without their text that are put together to one."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotated statement; ``roles`` maps those of speaker, cue, frame, addressee that are coded to characters."""

    type: StatementType
    quote: Spans
    roles: dict[str, Spans]


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text and its statements."""

    id: str
    text: str
    statements: tuple[Annotated, ...]


def read_news(path: Path, coded: Sequence[str] = ("speaker", "cue")) -> Iterator[AnnotatedText]:
    """The articles of an annotated corpus (JSON lines in the form of the open corpus), with the roles coded there."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            spans: list[Span] = [(start, end) for start, end in article["tokens"]]
            statements = tuple(
                Annotated(
                    NEWS_TYPES[row["type"]],
                    tuple(spans[i] for i in row["quote"]),
                    {role: tuple(spans[i] for i in row[role]) for role in coded},
                )
                for row in article["annotations"]
                if row["quote"]
            )
            yield AnnotatedText(str(article["id"]), article["text"], statements)


def read_sentences(path: Path) -> Iterator[AnnotatedText]:
    """The sentences of a file of GermEval 2014 NER as texts of a dozen, without annotations of speech."""
    lines: list[str] = []
    text = ""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in rows:
            cells = row.rstrip("\n").split("\t")
            if cells[0].isdigit():
                glued = not text or cells[1] in _NO_SPACE_BEFORE or text[-1] in _NO_SPACE_BEHIND
                text += cells[1] if glued else " " + cells[1]
            elif text:
                lines.append(text)
                text = ""
    for first in range(0, len(lines), _TOGETHER):
        yield AnnotatedText(f"{path.name}-{first}", "\n\n".join(lines[first : first + _TOGETHER]), ())
