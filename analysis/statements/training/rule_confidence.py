"""Measures how often each rule is right and writes the table that statements take their confidence from.

    python -m analysis.statements.training.rule_confidence [NEWSPAPERS]

Read are the open corpus and, where given, a file of articles annotated in the same way. A statement counts as right
if it shares its tokens with an annotated one (F1 of at least 0.5). With few examples the share is drawn to 0.5. The
corpora have no headlines: the value of that rule is judged by hand.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.language.engine import load_engine
from analysis.resources import data_root, lexicon_path
from analysis.statements.model.features import tokens
from analysis.statements.model.relations import overlap
from analysis.statements.training.corpora import read_news
from analysis.statements.training.samples import parse

_BY_HAND = {"headline.colon": 0.8}
_ENOUGH = 0.5
_HEADER = """\
# Purpose: How often each rule for statements is right: share of the statements it found in the open corpus and in
# newspapers that are annotated there, drawn to 0.5 where there are few; written by
# python -m analysis.statements.training.rule_confidence
# Source: own counts over own annotations.
# Licence: MIT.
rule	confidence	statements	right
"""


def main() -> None:
    """Write data/lexicons/rule_confidence.tsv."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("newspapers", type=Path, nargs="*", help="annotated articles beside the open corpus")
    paths = [data_root() / "corpus" / "articles.jsonl", *parser.parse_args().newspapers]
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0], {rule: [0, 0] for rule in _BY_HAND})
    for rule, right in _judged(paths):
        counts[rule][0] += 1
        counts[rule][1] += right
    rows = [_row(rule, total, right) for rule, (total, right) in sorted(counts.items())]
    lexicon_path("rule_confidence").write_text(_HEADER + "".join(rows), encoding="utf-8")


def _row(rule: str, total: int, right: int) -> str:
    confidence = _BY_HAND.get(rule, (right + 1) / (total + 2))
    return f"{rule}\t{confidence:.2f}\t{total}\t{right}\n"


def _judged(paths: Sequence[Path]) -> Iterator[tuple[str, bool]]:
    """The rule of every statement found in the corpora, and whether the statement is right."""
    engine = load_engine()
    for path in paths:
        for text in parse(read_news(path), engine):
            coded = [set(tokens(quote)) for _, quote, _ in text.gold]
            for draft in text.drafts:
                quote = set(tokens(draft.quote))
                yield draft.rule, any(overlap(quote, one) >= _ENOUGH for one in coded)


if __name__ == "__main__":
    main()
