"""Holds the mood of verbs against the labels of data/corpus/moods.tsv: python -m tests.gold.mood_labels [--errors]."""

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.language.engine import load_engine
from analysis.language.mood import readings
from analysis.model import Mood, Section
from analysis.resources import data_root

FOLDER = data_root() / "corpus"
_NONE = "-"


class Labelled(NamedTuple):
    """A word at characters ``[start, end)`` of an article, its label and the mood found; "" is neither K1 nor K2."""

    text: str
    start: int
    end: int
    label: Mood
    found: Mood

    @property
    def is_ambiguous(self) -> bool:
        """Whether an indicative has the same form."""
        return all(reading.indicative for reading in readings(self.text[self.start : self.end].lower()))


def main() -> int:
    """Print the figures, and what is wrong where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true", help="print what is wrong")
    args = parser.parse_args()
    rows = list(labelled())
    for row in rows:
        if args.errors and row.label != row.found:
            before, after = row.text[max(row.start - 150, 0) : row.start], row.text[row.end : row.end + 100]
            shown = f"{before}[[{row.text[row.start : row.end]}]]{after}".replace("\n", " ")
            print(f"{row.label or _NONE:3}{row.found or _NONE:3}{shown}")
    for name, value in figures(rows).items():
        print(f"{name:24}{value:8.2f}")
    print(Counter((row.label or _NONE, row.found or _NONE) for row in rows))
    return 0


def labelled() -> Iterator[Labelled]:
    """Every labelled word with the mood that the engine gives it, in order of the file."""
    with (FOLDER / "moods.tsv").open(encoding="utf-8") as lines:
        by_article: dict[str, list[dict[str, str]]] = defaultdict(list)
        for row in csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t"):
            by_article[row["article"]].append(row)
    for line in (FOLDER / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        if article["id"] not in by_article:
            continue
        text: str = article["text"]
        found = {token.start: token.mood for token in load_engine().tag(text, (Section("body", 0, len(text)),)).tokens}
        for row in by_article[article["id"]]:
            start, label = int(row["start"]), row["label"]
            mood: Mood = "K1" if label == "K1" else "K2" if label == "K2" else ""
            yield Labelled(text, start, int(row["end"]), mood, found[start])


def figures(rows: Sequence[Labelled] | None = None) -> dict[str, float]:
    """Precision, recall and F1 of Konjunktiv in percent, the mood right too; of ambiguous forms alone, the F1."""
    rows = list(labelled()) if rows is None else rows
    scores = _scores(rows)
    return {**scores, "ambiguous.f1": _scores([row for row in rows if row.is_ambiguous])["f1"]}


def _scores(rows: Sequence[Labelled]) -> dict[str, float]:
    hit = sum(row.label == row.found != "" for row in rows)
    found, wanted = sum(row.found != "" for row in rows), sum(row.label != "" for row in rows)
    return {
        "p": 100 * hit / max(found, 1),
        "r": 100 * hit / max(wanted, 1),
        "f1": 200 * hit / max(found + wanted, 1),
    }


if __name__ == "__main__":
    sys.exit(main())
