"""Measures how often each kind of evidence gives a source its right category (data/lexicons/source_confidence.tsv).

``python -m analysis.sources.training.measure_confidence ARTICLES.jsonl LABELS.tsv [ARTICLES.jsonl LABELS.tsv …]``,
files as in train_reference. Only those articles count whose errors nobody has read: parts 7 to 9 of ten.
"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

from analysis.language.engine import load_engine
from analysis.reading.page.layout import lay_out
from analysis.resources import data_root
from analysis.sources.attribute import attribute, evidence_of
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.lexicons.terms_of_office import day_of
from analysis.sources.training.train_reference import part, statements_of
from analysis.taxonomy import category

UNREAD = (7, 8, 9)
PRIOR = 10.0
"""Statements of average certainty that every kind is given beforehand."""
_HEADER = """\
# Purpose: how often the category of a source is right under each kind of evidence (analysis/sources/confidence.py),
# drawn to the average where there are few. n: statements counted.
# Source: counted by analysis/sources/training/measure_confidence.py on labelled articles that no rule or list was made
# on (Wikinews, CC BY 2.5, and newspapers; labels of sources: own).
# Licence: MIT
evidence\tconfidence\tn
"""


def main(paths: list[str]) -> None:
    """Count, print and write."""
    engine = load_engine()
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for texts, table in zip(paths[::2], paths[1::2], strict=True):
        with Path(table).open(encoding="utf-8") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        labels = {(row["doc"], row["ann"]): category(row["country"], row["institution"]) for row in reversed(rows)}
        for line in Path(texts).read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            if part(article["id"]) not in UNREAD:
                continue
            document = engine.tag(article["text"], lay_out(article["text"], article.get("title")).sections)
            day, outlet = day_of(article.get("published"), article.get("title")), article.get("outlet")
            entities = ArticleEntities(document, day, outlet, article.get("title"))
            told = attribute(document, statements_of(article), entities, outlet=outlet)
            for statement, kind in zip(told, evidence_of(document, told, entities), strict=True):
                gold = labels.get((article["id"], statement.id))
                if gold is not None and statement.source is not None:
                    for key in (kind, "all"):
                        seen[key] += 1
                        right[key] += statement.source.category == gold
    average = right["all"] / seen["all"]
    lines = [f"{kind}\t{(right[kind] + PRIOR * average) / (n + PRIOR):.2f}\t{n}\n" for kind, n in sorted(seen.items())]
    print("".join(lines))
    (data_root() / "lexicons" / "source_confidence.tsv").write_text(_HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
