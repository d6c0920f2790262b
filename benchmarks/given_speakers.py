"""Scores the sources where quotes and speakers are given, on articles whose errors nobody has read.

So the figures tell how well sources are resolved and typed, whatever the statement model finds. The articles are parts
7 to 9 of ten, of the open corpus and, where they are at hand, of the newspapers.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from analysis.sources.attribute import attribute
from analysis.sources.training.labelled import part, read
from analysis.sources.training.measure_confidence import UNREAD
from analysis.taxonomy import category
from benchmarks.open_corpus import FOLDER

LABELS = ("country", "institution", "naming")


def figures(gold: Path) -> dict[str, float]:
    """Percent right by names such as ``unread.newspapers.category``; ``….n`` is the count of statements."""
    sets = {"corpus": (FOLDER / "articles.jsonl", FOLDER / "sources.tsv")}
    newspapers = gold / "newspapers"
    if newspapers.exists():
        sets["newspapers"] = (newspapers / "train.jsonl", newspapers / "sources.tsv")
    measured = {}
    for name, (articles, table) in sets.items():
        right: Counter[str] = Counter()
        rows = list(_judged(articles, table))
        for row in rows:
            right.update(row)
        measured |= {f"unread.{name}.{label}": 100 * right[label] / len(rows) for label in ("category", *LABELS)}
        measured[f"unread.{name}.n"] = float(len(rows))
    return measured


def _judged(articles: Path, table: Path) -> Iterator[list[str]]:
    """For every statement of the unread articles, what is right about its source."""
    for one in read([str(articles), str(table)]):
        if part(one.article.id) not in UNREAD:
            continue
        for told in attribute(one.document, one.statements, one.entities, outlet=one.article.outlet):
            label = one.labels.get(told.id)
            if label is not None and told.source is not None:
                right = [name for name in LABELS if getattr(told.source, name) == label[name]]
                same = told.source.category == category(label["country"], label["institution"])
                yield [*right, "category"] if same else right
