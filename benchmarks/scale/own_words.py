"""Measures what a change of the own list of words costs: ``python -m benchmarks.scale.own_words [ARTICLES] [WORDS]``.

Makes a corpus, analyses it without a list, then applies changes one after another and takes all of them back, with one
process: how many articles each concerns, and how long the search for them and all of it take.
"""

import argparse
import tempfile
import time
from pathlib import Path

from analysis.batch.run import analyse_into
from analysis.batch.word_changes import apply_words
from analysis.batch.workers import cores
from analysis.own_words.active import NO_WORDS, OwnWords
from analysis.own_words.rows import OwnWord
from analysis.reading.files import read_paths
from analysis.storage.stale_words import stale
from analysis.storage.store import Store
from benchmarks.scale.corpus import main as make_corpus

CHANGES = (
    OwnWord("hedge", "add", "munkeln", "hearsay"),
    OwnWord("hedge", "remove", "möglicherweise"),
    OwnWord("stance", "add", "kritisieren", "neutral"),
    OwnWord("tone", "remove", "gut"),
    OwnWord("event", "add", "Gespräch"),
    OwnWord("hedge", "add", "behaupten", "hearsay"),
)


def main(articles: int = 2000, words: int = 150) -> None:
    """Measure and print a table in Markdown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_corpus(folder / "corpus", articles, words)
        store = Store(folder / "store.duckdb")
        began = time.monotonic()
        analyse_into(store, read_paths([folder / "corpus"]), jobs=cores(), words=NO_WORDS)
        print(f"all {articles:,} articles with {cores()} processes: {time.monotonic() - began:.0f} s\n")
        analyse_into(None, list(read_paths([folder / "corpus"]))[:5])  # what is loaded once is not counted
        print("| change | articles concerned | search | all of it |\n|---|---|---|---|")
        for number, row in enumerate(CHANGES, start=1):
            _change(store, CHANGES[:number], f"{row.list} {row.action} {row.word}")
        _change(store, (), "all taken back")


def _change(store: Store, rows: tuple[OwnWord, ...], told: str) -> None:
    words = OwnWords(rows)
    began = time.monotonic()
    concerned = len(stale(store, words).concerned)
    searched = time.monotonic() - began
    began = time.monotonic()
    apply_words(store, words)
    print(f"| {told} | {concerned} | {searched:.2f} s | {time.monotonic() - began:.1f} s |", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=2000)
    parser.add_argument("words", nargs="?", type=int, default=150)
    main(**vars(parser.parse_args()))
