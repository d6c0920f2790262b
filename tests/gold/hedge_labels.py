"""The tool behind hedge_labels.tsv: shows places of news to label, files the labels, and holds the rules against them.

    python tests/gold/hedge_labels.py show --word soll --count 40 [--seed 1]
    python tests/gold/hedge_labels.py add LABELS          (lines of word, article, start and 1 or 0, as `show` prints)
    python tests/gold/hedge_labels.py score [--errors]

Label first, then look at what the rules say: `show` never runs them. The texts are the training part of the news
corpus, looked for where benchmarks/gate.py looks. The labels hold positions only.
"""

import argparse
import csv
import os
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from analysis import pipeline
from analysis.language.engine import load_engine
from analysis.model import Article
from analysis.reading.files import read_paths

ROOT = Path(__file__).resolve().parent.parent.parent
GOLD = Path(os.environ.get("QUELLENLAGE_BENCHMARKS") or ROOT.parent / "shared" / "benchmarks")
LABELS = Path(__file__).with_name("hedge_labels.tsv")
WORDS: Mapping[str, str] = {
    "soll": "soll|sollen|solle",
    "sollte": "sollten?",
    "könnte": "könnten?",
    "dürfte": "dürften?",
    "würde": "würden?",
    "will": "will|wollen|wolle|wollten?",
    "wohl": "wohl",
    "möglich": "möglich|mögliche[nrsm]?",
    "wahrscheinlich": "wahrscheinlich(?:e[nrsm]?)?",
    "scheinen": "schein(?:t|en|e)|schien(?:en)?",
    "glauben": "glaub(?:t|en|ten?|e)",
    "erwarten": "erwart(?:et|en|eten?|e)",
    "rechnen": "rechn(?:et|en|eten?|e)",
    "ausgehen": "(?:davon|von)(?= [^.,;]{0,80}(?:aus|ausge[a-z]+)\\b)",
    "schätzen": "schätz(?:t|en|ten?|e)|geschätzt",
    "befürchten": "(?:be)?fürcht(?:et|en|eten?|e)",
    "halten": "(?:h[äa]lt|halten|hielt|hielten|halte)(?= [^.,;]{0,80}\\bfür\\b)",
    "zweifel": "zweifeln?|bezweifel\\w+|zweifelhaft",
    "verdacht": "verdacht\\w*",
    "bekannt": "bekannt",
    "bestätigen": "bestätig(?:t|en|ten?|e)",
    "klar": "(?:un)?klar",
    "offen": "offen",
    "offenbar": "offenbar|offensichtlich|anscheinend|scheinbar",
    "ausschließen": "aus(?:zu)?schließen|ausgeschlossen|schließ(?:t|en)|schloss(?:en)?",
    "deuten": "deute[tn](?:en?)?|hindeute[tn]",
}
"""Regular expression, over lower-case text, of the forms that are labelled under each word."""
BEFORE, AFTER = 170, 130


class Place(NamedTuple):
    """One occurrence of a word: characters ``[start, end)`` of an article's text."""

    word: str
    article: str
    start: int
    end: int


def main() -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    show_command = commands.add_parser("show")
    show_command.add_argument("--word", choices=WORDS, required=True)
    show_command.add_argument("--count", type=int, default=40)
    show_command.add_argument("--seed", type=int, default=1)
    commands.add_parser("add").add_argument("file", type=Path)
    commands.add_parser("score").add_argument("--errors", action="store_true")
    args = parser.parse_args()
    if args.command == "show":
        show(args.word, args.count, args.seed)
    elif args.command == "add":
        add(args.file.read_text(encoding="utf-8").splitlines())
    else:
        found = scores(errors=args.errors)
        for word, (hit, wrong, missed, right) in sorted(found.items()):
            print(f"{word:16} hit {hit:4} wrong {wrong:4} missed {missed:4} rightly none {right:4}")
        print("precision {:.2f} recall {:.2f}".format(*precision_recall(found)))
    return 0


def precision_recall(found: Mapping[str, tuple[int, int, int, int]]) -> tuple[float, float]:
    """Precision and recall in per cent over all words."""
    hit, wrong, missed, _ = (sum(counts[i] for counts in found.values()) for i in range(4))
    return 100 * hit / max(hit + wrong, 1), 100 * hit / max(hit + missed, 1)


def articles() -> dict[str, Article]:
    """The training articles by id; empty where the corpus is not at hand."""
    path = GOLD / "quotes/train.jsonl"
    return {a.id: a for a in read_paths([path]) if isinstance(a, Article)} if path.exists() else {}


def labels() -> dict[Place, bool]:
    """The labels on file."""
    with LABELS.open(encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {
            Place(row["word"], row["article"], int(row["start"]), int(row["end"])): row["hedge"] == "1" for row in rows
        }


def places(word: str, corpus: Mapping[str, Article]) -> Iterator[Place]:
    """Every occurrence of a word in the corpus."""
    pattern = re.compile(rf"(?<!\w)(?:{WORDS[word]})(?!\w)")
    for article in corpus.values():
        for match in pattern.finditer(article.text.lower()):
            yield Place(word, article.id, match.start(), match.end())


def show(word: str, count: int, seed: int) -> None:
    """Print places without a label, drawn by chance, each with its surroundings."""
    corpus = articles()
    done = {(place.article, place.start) for place in labels()}
    fresh = [place for place in places(word, corpus) if (place.article, place.start) not in done]
    for place in sorted(random.Random(seed).sample(fresh, min(count, len(fresh)))):
        print(*place[:3], around(corpus[place.article].text, place))


def around(text: str, place: Place) -> str:
    """The place marked in its surroundings, on one line."""
    before, after = text[max(place.start - BEFORE, 0) : place.start], text[place.end : place.end + AFTER]
    return f"{before}[[{text[place.start : place.end]}]]{after}".replace("\n", " ⏎ ")


def add(lines: list[str]) -> None:
    """Append labelled places to the file."""
    corpus, found = articles(), []
    for line in lines:
        word, article, start, label = line.split()[:4]
        match = re.compile(rf"(?:{WORDS[word]})(?!\w)").match(corpus[article].text.lower(), int(start))
        if match is None or label not in ("0", "1"):
            raise SystemExit(f"no such place or label: {line}")
        found.append((word, article, match.start(), match.end(), label))
    with LABELS.open("a", encoding="utf-8") as out:
        out.writelines("\t".join(map(str, row)) + "\n" for row in found)


def scores(errors: bool = False) -> dict[str, tuple[int, int, int, int]]:
    """Per word: hits, false alarms, misses, rightly left alone. A hedge counts where it shares a character."""
    corpus, engine = articles(), load_engine()
    by_article: dict[str, list[tuple[Place, bool]]] = defaultdict(list)
    for place, label in labels().items():
        by_article[place.article].append((place, label))
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for article in corpus.values() if by_article else ():
        if article.id not in by_article:
            continue
        spans = [span for hedge in pipeline.analyse(article, engine).hedges for span in hedge.spans]
        for place, label in by_article[article.id]:
            found = any(start < place.end and place.start < end for start, end in spans)
            counts[place.word][(0 if found else 2) if label else (1 if found else 3)] += 1
            if errors and found != label:
                print("missed" if label else "wrong ", place.word, around(article.text, place))
    return {word: (n[0], n[1], n[2], n[3]) for word, n in counts.items()}


if __name__ == "__main__":
    sys.exit(main())
