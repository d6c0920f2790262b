"""Measures how often each rule is right and writes the table that statements take their confidence from.

    python -m analysis.statements.training.rule_confidence BENCHMARKS

A statement counts as right if it shares its characters with an annotated one of the quotation corpus: F1 of
at least 0.5, or it lies inside a ``reported`` one. Only the training part is read. With few examples the
share is drawn to 0.5. The corpus has no headlines and leaves out what a source kept to itself: the values of
those rules are judged by hand.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from analysis.language.engine import load_engine
from analysis.model import Section
from analysis.resources import lexicon_path
from analysis.statements.extract import find_statements

_BY_HAND = {"withheld": 0.85, "headline.colon": 0.8}
_ENOUGH = 0.5
_HEADER = """\
# How often each rule for statements is right: share of the statements it found in the training part of the
# quotation corpus that are annotated there, drawn to 0.5 where there are few; written by
# python -m analysis.statements.training.rule_confidence
# Source: own counts over "Dataset of Quotation Attribution in German News Articles". Licence: MIT.
rule	confidence	statements	right
"""


def main() -> None:
    """Write data/lexicons/rule_confidence.tsv."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of the benchmarks")
    folder: Path = parser.parse_args().folder
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0], {rule: [0, 0] for rule in _BY_HAND})
    for rule, right in _judged(folder / "quotes" / "train.jsonl"):
        counts[rule][0] += 1
        counts[rule][1] += right
    rows = [_row(rule, total, right) for rule, (total, right) in sorted(counts.items())]
    lexicon_path("rule_confidence").write_text(_HEADER + "".join(rows), encoding="utf-8")


def _row(rule: str, total: int, right: int) -> str:
    confidence = _BY_HAND.get(rule, (right + 1) / (total + 2))
    return f"{rule}\t{confidence:.2f}\t{total}\t{right}\n"


def _judged(path: Path) -> Iterator[tuple[str, bool]]:
    """The rule of every statement found in the corpus, and whether the statement is right."""
    engine = load_engine()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            text: str = article["text"]
            gold = list(_annotated(article))
            for statement in find_statements(engine.tag(text, (Section("body", 0, len(text)),))):
                quote = {i for start, end in statement.quote for i in range(start, end) if not text[i].isspace()}
                yield statement.rule, any(_matches(quote, *annotated) for annotated in gold)


def _annotated(article: dict[str, Any]) -> Iterator[tuple[set[int], str]]:
    for annotation in article["annotations"]:
        spans = [article["tokens"][index] for index in annotation["quote"]]
        yield {i for start, end in spans for i in range(start, end)}, annotation["type"]


def _matches(quote: set[int], gold: set[int], kind: str) -> bool:
    shared = len(quote & gold)
    inside = kind == "Reported" and shared == len(quote)
    return inside or 2 * shared >= _ENOUGH * (len(quote) + len(gold))


if __name__ == "__main__":
    main()
