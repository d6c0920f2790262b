"""Holds the sources that the rules find against source_labels.tsv, with the quotes and speakers of the corpus given.

    python tests/gold/source_labels.py [--errors]

The texts are the training part of the news corpus, looked for where benchmarks/gate.py looks. The labels were given
before the rules ran on these articles; keep it so: read other articles to improve the rules.
"""

import csv
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from analysis.language.engine import load_engine
from analysis.model import Source
from analysis.reading.page.layout import lay_out
from analysis.sources.attribute import attribute
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.lexicons.terms_of_office import day_of
from analysis.sources.training.labelled import statements_of
from analysis.taxonomy import category

ROOT = Path(__file__).resolve().parent.parent.parent
GOLD = Path(os.environ.get("QUELLENLAGE_BENCHMARKS") or ROOT.parent / "shared" / "benchmarks")
LABELS = Path(__file__).with_name("source_labels.tsv")


class Label(NamedTuple):
    """One row: every cell holds the readings that count as right."""

    article: str
    statement: str
    entity: tuple[str, ...]
    country: tuple[str, ...]
    institution: tuple[str, ...]
    naming: tuple[str, ...]

    def right(self, source: Source) -> dict[str, bool]:
        """Which parts of a source agree with the label; of names one may contain the other."""
        name = source.entity.casefold()
        names = [entity.casefold() for entity in self.entity]
        return {
            "category": source.category in {category(c, i) for c in self.country for i in self.institution},
            "institution": source.institution in self.institution,
            "country": source.country in self.country,
            "naming": source.naming in self.naming,
            "entity": any(name == e or (len(name) > 2 and (name in e or e in name)) for e in names),
        }


def read_labels(path: Path = LABELS) -> list[Label]:
    """The labels in their order."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = csv.reader(lines[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    return [Label(row[0], row[1], *(tuple(cell.split("|")) for cell in row[2:])) for row in rows]


def scores() -> dict[str, float]:
    """Percent of the labels that each part of the sources found agrees with."""
    found = [label.right(source) for label, source in sources()]
    return {part: 100 * sum(right[part] for right in found) / len(found) for part in found[0]}


def sources() -> Iterator[tuple[Label, Source]]:
    """Each label with the source that the rules find for its statement."""
    labels = {label.article: label for label in read_labels()}
    engine = load_engine()
    with (GOLD / "quotes/train.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            label = labels.get(article["id"])
            if label is None:
                continue
            document = engine.tag(article["text"], lay_out(article["text"], article["title"]).sections)
            told = attribute(
                document, statements_of(article), ArticleEntities(document, day_of(None, article["title"]))
            )
            source = next(statement.source for statement in told if statement.id == label.statement)
            assert source is not None
            yield label, source


if __name__ == "__main__":
    for part, value in scores().items():
        print(f"{part:12}{value:6.1f}")
    if "--errors" in sys.argv:
        for label, source in sources():
            if not all(label.right(source).values()):
                print(label.article, label.statement, label[2:], "=>", source)
