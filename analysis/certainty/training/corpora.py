"""Reads coded hedges: articles coded from end to end, and single places somebody has decided on."""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from analysis.certainty.candidates import Candidate, find_candidates
from analysis.certainty.decision import own_groups
from analysis.certainty.features import own_features, surroundings
from analysis.certainty.holders import Surroundings, holder_features
from analysis.certainty.patterns import spans_of
from analysis.certainty.verb_clauses import ClauseView
from analysis.language.engine import load_engine
from analysis.model import Document, Span, Spans, Statement
from analysis.reading.page.layout import lay_out
from analysis.sources.attribute import attribute
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.training.labelled import part
from analysis.statements.extract import find_statements

OPTIONAL = 0.4
"""Weight of a place where careful readers may differ."""


class Coded(NamedTuple):
    """A coded hedge; one that is ``optional`` a careful reader may leave out."""

    spans: Spans
    kind: str
    holder: str
    optional: bool


class Text(NamedTuple):
    """A text as the analysis reads it, with its coded hedges.

    ``decided`` are the only places that somebody looked at; None where the text was coded from end to end.
    """

    id: str
    document: Document
    statements: tuple[Statement, ...]
    hedges: tuple[Coded, ...]
    decided: frozenset[Spans] | None
    weight: float


class Row(NamedTuple):
    """A candidate with its features, and what was coded there (None: no hedge)."""

    text: str
    part: int
    """Of ten, by the text."""
    spans: Spans
    candidate: Candidate
    own: list[str]
    around: list[str]
    groups: tuple[str, ...]
    coded: Coded | None
    weight: float
    holder: tuple[list[str], tuple[str, ...]]
    """Features and groups of the model of holders."""


def read_articles(articles: Path, hedges: Path, weight: float = 1.0) -> Iterator[Text]:
    """The articles of a file in the form of the open corpus that the table of hedges names as coded."""
    table = json.loads(hedges.read_text(encoding="utf-8"))
    coded: dict[str, list[Coded]] = defaultdict(list)
    for row in table["hedges"]:
        coded[row["doc"]].append(Coded(_spans(row["spans"]), row["class"], row["holder"], row["optional"]))
    names = set(table["documents"])
    for line in articles.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if str(row["id"]) in names:
            document, statements = analysed(row["text"], row.get("title"))
            yield Text(str(row["id"]), document, statements, tuple(coded[str(row["id"])]), None, weight)


def read_places(texts: Iterable[tuple[str, str]], places: Path, weight: float = 1.0) -> Iterator[Text]:
    """Those of the texts (id and text) in which the table has decided places."""
    decided: dict[str, list[tuple[Spans, Coded | None]]] = defaultdict(list)
    with places.open(encoding="utf-8") as file:
        lines = (line for line in file if not line.startswith("#"))
        for row in csv.DictReader(lines, delimiter="\t"):
            spans = _spans(json.loads(row["spans"]))
            found = Coded(spans, row["class"], row["holder"], False) if row["hedge"] == "1" else None
            decided[row["text"]].append((spans, found))
    for name, text in texts:
        if name in decided:
            document, statements = analysed(text, None)
            hedges = tuple(found for _, found in decided[name] if found)
            yield Text(name, document, statements, hedges, frozenset(spans for spans, _ in decided[name]), weight)


def read_sentences(path: Path, weight: float) -> Iterator[Text]:
    """The coded sentences of data/corpus/hedge_sentences.tsv; whose the hedges are is not coded."""
    with path.open(encoding="utf-8") as file:
        lines = (line for line in file if not line.startswith("#"))
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t")):
            document, statements = analysed(row["sentence"], None)
            cues = (cue for cue in row["hedges"].split(" | ") if cue)
            hedges = tuple(_coded_cue(row["sentence"], *cue.split(":", 1)) for cue in cues)
            yield Text(f"sentence-{number}", document, statements, hedges, None, weight)


def _coded_cue(sentence: str, kind: str, words: str) -> Coded:
    spans, at = [], 0
    for part_ in words.split(" … "):
        at = sentence.index(part_, at)
        spans.append((at, at := at + len(part_)))
    return Coded(tuple(spans), kind, "", False)


def analysed(text: str, title: str | None) -> tuple[Document, tuple[Statement, ...]]:
    """A text with its statements and their sources."""
    document = load_engine().tag(text, lay_out(text, title).sections)
    entities = ArticleEntities(document, "", None, title)
    return document, attribute(document, find_statements(document), entities)


def rows(texts: Iterable[Text]) -> Iterator[Row]:
    """A row for every candidate of the texts."""
    for text in texts:
        reading, placed = ClauseView(text.document), Surroundings(text.statements)
        for candidate in find_candidates(reading):
            spans = spans_of(reading, candidate.tokens)
            if text.decided is not None and spans not in text.decided:
                continue
            coded = next((hedge for hedge in text.hedges if _touch(hedge.spans, spans)), None)
            around = list(surroundings(reading, candidate, *placed.place(spans)))
            yield Row(
                text=text.id,
                part=part(text.id),
                spans=spans,
                candidate=candidate,
                own=own_features(reading, candidate),
                around=around,
                groups=own_groups(reading, candidate),
                coded=coded,
                weight=text.weight * (OPTIONAL if coded and coded.optional else 1.0),
                holder=holder_features(reading, candidate, spans, around, placed),
            )


def _touch(one: Iterable[Span], other: Spans) -> bool:
    return any(start < last and first < end for start, end in one for first, last in other)


def _spans(given: Iterable[Any]) -> Spans:
    return tuple((int(start), int(end)) for start, end in given)
