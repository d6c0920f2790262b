"""Reads what the institution model learns from: coded statements, each with its words of evidence."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from analysis.language.engine import load_engine
from analysis.model import Article, Source, Statement
from analysis.pipeline import entities_of
from analysis.reading.page.layout import lay_out
from analysis.sources.attribute import by_rules
from analysis.sources.institution.model import Case
from analysis.sources.training.labelled import Labelled, part, read

_MARKED = re.compile(r"\{(\w+)\|([^{}]*)\}")


class Row(NamedTuple):
    """A coded statement: its article, the part of ten of it, what is read of its source, and what that should be."""

    table: str
    article: str
    part: int
    statement: str
    source: Source
    case: Case
    country: str
    institution: str


def rows(paths: Sequence[str], passages: Sequence[str] = ()) -> Iterator[Row]:
    """The coded statements of pairs of files (as ``labelled.read`` takes them) and of files of passages."""
    for texts, table in zip(paths[::2], paths[1::2], strict=True):
        for labelled in read((texts, table)):
            yield from _rows(Path(texts).stem + ":" + Path(table).parent.name, labelled)
    for path in passages:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            yield from _rows(Path(path).stem, passage(json.loads(line)))


def passage(marked: dict[str, object]) -> Labelled:
    """A passage as an article whose marked words each speak in the rest of their sentence."""
    text, spans, end = "", [], 0
    raw = str(marked["text"])
    for found in _MARKED.finditer(raw):
        text += raw[end : found.start()]
        spans.append((found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        end = found.end()
    text += raw[end:]
    title, outlet = str(marked["title"]), str(marked["outlet"])
    article = Article(str(marked["id"]), text, title=title, outlet=outlet)
    document = load_engine().tag(text, lay_out(text, title).sections)
    statements, labels = [], {}
    codes = marked["sources"]
    assert isinstance(codes, dict)
    for number, (key, first, last) in enumerate(spans):
        sentence = next(s for s in document.sentences if s.start <= first < s.end)
        said = (last, sentence.end) if sentence.end - last > first - sentence.start else (sentence.start, first)
        quote = (said,) if said[0] < said[1] else ((first, last),)
        statements.append(Statement(str(number), "indirect", "body", quote=quote, speaker=((first, last),)))
        code = dict(zip(("entity", "country", "institution", "naming"), str(codes[key]).split("|"), strict=True))
        labels[str(number)] = {"doc": article.id, "ann": str(number), **code}
    return Labelled(article, document, tuple(statements), entities_of(article, document), labels)


def _rows(table: str, labelled: Labelled) -> Iterator[Row]:
    article = labelled.article
    found = by_rules(labelled.document, labelled.statements, labelled.entities, outlet=article.outlet)
    for statement, case in found:
        label = labelled.labels.get(statement.id)
        if label is not None and statement.source is not None:
            yield Row(table, article.id, part(article.id), statement.id, statement.source, case, label["country"],
                      label["institution"])  # fmt: skip
