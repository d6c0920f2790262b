"""Measures how often each kind of evidence gives a source its right category (data/lexicons/source_confidence.tsv).

``python -m analysis.sources.training.measure_confidence ARTICLES.jsonl LABELS.tsv [ARTICLES.jsonl LABELS.tsv …]``,
files as in train_reference. Only those articles count whose errors nobody has read: parts 7 to 9 of ten.
"""

import sys
from collections import Counter

from analysis.resources import data_root
from analysis.sources.attribute import attribute, evidence_of
from analysis.sources.training.labelled import part, read
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
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for one in read(paths):
        if part(one.article.id) not in UNREAD:
            continue
        told = attribute(one.document, one.statements, one.entities, outlet=one.article.outlet)
        for statement, kind in zip(told, evidence_of(one.document, told, one.entities), strict=True):
            label = one.labels.get(statement.id)
            if label is not None and statement.source is not None:
                for key in (kind, "all"):
                    seen[key] += 1
                    right[key] += statement.source.category == category(label["country"], label["institution"])
    average = right["all"] / seen["all"]
    lines = [f"{kind}\t{(right[kind] + PRIOR * average) / (n + PRIOR):.2f}\t{n}\n" for kind, n in sorted(seen.items())]
    print("".join(lines))
    (data_root() / "lexicons" / "source_confidence.tsv").write_text(_HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
