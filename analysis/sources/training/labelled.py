"""Reads articles with marked statements and the tables of their sources: what weights and shares are made from."""

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from analysis.language.engine import load_engine
from analysis.model import NEWS_TYPES, Article, Document, Span, Statement
from analysis.pipeline import entities_of
from analysis.reading.page.layout import lay_out
from analysis.sources.entities.index import ArticleEntities

PARTS = 10


class Labelled(NamedTuple):
    """An article as the analysis reads it, with its marked statements and, by their ids, the rows of the table."""

    article: Article
    document: Document
    statements: tuple[Statement, ...]
    entities: ArticleEntities
    labels: dict[str, dict[str, str]]


def read(paths: Sequence[str]) -> Iterator[Labelled]:
    """The articles of pairs of files, ARTICLES.jsonl (in the form of the open corpus) and LABELS.tsv, in order."""
    engine = load_engine()
    for texts, table in zip(paths[::2], paths[1::2], strict=True):
        labels: dict[str, dict[str, dict[str, str]]] = {}
        with Path(table).open(encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                labels.setdefault(row["doc"], {}).setdefault(row["ann"], row)
        for line in Path(texts).read_text(encoding="utf-8").splitlines():
            marked = json.loads(line)
            given = {name: marked.get(name) for name in ("title", "outlet", "published")}
            article = Article(str(marked["id"]), marked["text"], **given)
            document = engine.tag(article.text, lay_out(article.text, article.title).sections)
            entities = entities_of(article, document)
            yield Labelled(article, document, statements_of(marked), entities, labels.get(article.id, {}))


def statements_of(marked: Mapping[str, Any]) -> tuple[Statement, ...]:
    """The marked statements of an article, with the characters of those parts that are coded."""
    tokens = [(start, end) for start, end in marked["tokens"]]
    return tuple(
        Statement(
            id=str(row["id"]),
            type=NEWS_TYPES[row["type"]],
            section="body",
            quote=spans(tokens, row["quote"]),
            speaker=spans(tokens, row.get("speaker", ())),
            cue=spans(tokens, row.get("cue", ())),
            frame=spans(tokens, row.get("frame", ())),
            addressee=spans(tokens, row.get("addressee", ())),
        )
        for row in marked["annotations"]
    )


def spans(tokens: Sequence[Span], indices: Sequence[int]) -> tuple[Span, ...]:
    """The characters of tokens, neighbours joined."""
    found: list[Span] = []
    last = -2
    for index in sorted(indices):
        start, end = tokens[index]
        if index == last + 1:
            start = found.pop()[0]
        found.append((start, end))
        last = index
    return tuple(found)


def part(article: str) -> int:
    """The part of ten that an article belongs to, by its id."""
    return int(hashlib.sha1(article.encode()).hexdigest(), 16) % PARTS
