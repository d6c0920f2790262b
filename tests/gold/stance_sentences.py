"""Holds the rules of stance against the sentences of stance_sentences.tsv, whose header is the guide of coding.

    python -m tests.gold.stance_sentences [--part 2] [--errors] [--raw]

The words of saying and what they report are given as coded. With ``--raw`` the sentence is analysed from its bare text,
and the statement is taken whose words overlap most with the coded ones; a statement that is not found counts as wrong.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, cast

from analysis import pipeline
from analysis.certainty.stance.rate import rate_stance
from analysis.language.engine import load_engine
from analysis.model import Article, Section, Spans, Stance, Statement, StatementType

SENTENCES = Path(__file__).with_name("stance_sentences.tsv")
_MARKS = "[]{}"


class Coded(NamedTuple):
    """One coded sentence: its bare text, the words of saying and what is reported, in characters ``[start, end)``."""

    part: str
    stance: Stance
    type: StatementType
    kind: str
    text: str
    cue: Spans
    quote: Spans


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("1", "2"), help="the first or the second part alone")
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    parser.add_argument("--raw", action="store_true", help="find the statements, too")
    args = parser.parse_args()
    rows = [row for row in sentences() if args.part in (None, row.part)]
    rate = rated_from_text if args.raw else rated
    pairs = [(row, rate(row)) for row in rows]
    for row, found in pairs:
        if args.errors and found != row.stance:
            print(f"{row.stance:12}{found or 'not found':12}{row.kind:12}{row.text}")
    for name, part in (("stance", lambda row: row.stance), ("kind", lambda row: row.kind)):
        print(*by(name, pairs, part), sep="\n")
    print(f"right {accuracy(pairs):.1f} % of {len(pairs)}")
    return 0


def sentences() -> list[Coded]:
    """All coded sentences."""
    with SENTENCES.open(encoding="utf-8") as lines:
        rows = csv.DictReader((x for x in lines if x[0] != "#"), delimiter="\t", quoting=csv.QUOTE_NONE)
        return [_coded(row) for row in rows]


def _coded(row: dict[str, str]) -> Coded:
    marked = row["sentence"]
    text = "".join(character for character in marked if character not in _MARKS)
    stance, kind = cast(Stance, row["stance"]), cast(StatementType, row["type"])
    return Coded(row["part"], stance, kind, row["kind"], text, marked_spans(marked, "[]"), marked_spans(marked, "{}"))


def marked_spans(marked: str, pair: str) -> Spans:
    """Where the words between two marks stand in the sentence without any marks."""
    spans: list[tuple[int, int]] = []
    position = start = 0
    for character in marked:
        if character == pair[0]:
            start = position
        elif character == pair[1]:
            spans.append((start, position))
        position += character not in _MARKS
    return tuple(spans)


def rated(row: Coded) -> Stance:
    """The stance that the rules give, the coded statement given."""
    document = load_engine().tag(row.text, (Section("body", 0, len(row.text)),))
    return rate_stance(document, (Statement("s1", row.type, "body", row.quote, cue=row.cue),))[0].stance


def rated_from_text(row: Coded) -> Stance | None:
    """The stance of the statement that is found in the bare sentence; none where none is found."""
    wanted = _characters(row.quote)
    found = pipeline.analyse(Article("s", row.text)).statements
    best = max(found, key=lambda statement: len(wanted & _characters(statement.quote)), default=None)
    return best.stance if best and wanted & _characters(best.quote) else None


def _characters(spans: Spans) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def figures() -> dict[str, float]:
    """Share of the sentences whose stance is right, the words of saying given, in percent."""
    return {"stance.right": accuracy([(row, rated(row)) for row in sentences()])}


Pairs = Sequence[tuple[Coded, Stance | None]]


def accuracy(pairs: Pairs) -> float:
    """Share of the sentences whose stance is right, in percent."""
    return 100 * sum(row.stance == found for row, found in pairs) / max(len(pairs), 1)


def by(name: str, pairs: Pairs, part: Callable[[Coded], str]) -> list[str]:
    """Lines with the share that is right under each value."""
    total, right = Counter(part(row) for row, _ in pairs), Counter(part(row) for row, f in pairs if f == row.stance)
    return [f"{name} {value:14}{right[value]:4} of {total[value]:3}" for value in sorted(total)]


if __name__ == "__main__":
    sys.exit(main())
