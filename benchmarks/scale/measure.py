"""Measures what a corpus costs: ``make scale``, or ``python -m benchmarks.scale.measure [ARTICLES] [WORDS]`` with
``OMP_NUM_THREADS=1``, so that the one process to compare with has one thread too.

Makes a corpus in a folder of its own, analyses it with one process and with all cores, and tells time, processor time,
memory per process, the size of the store, how fast it is written, and how long copies and stories take. Processor time
tells the gain of further processes also on a machine that does other things meanwhile.
"""

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from analysis.batch.run import analyse_into
from analysis.batch.workers import cores
from analysis.model import Article
from analysis.reading.files import read_paths
from analysis.storage.store import Store
from analysis.stories.group import group
from analysis.tables.columns import RESULTS
from benchmarks.scale.corpus import main as make_corpus

ALONE = 400
"""Articles that one process analyses, to compare with."""


class Timed(Store):
    """A store that adds up how long it takes to write, and how many rows."""

    seconds, rows = 0.0, 0

    def add_tables(self, batch: Sequence[dict[str, pd.DataFrame]]) -> list[Article]:
        began = time.perf_counter()
        left = super().add_tables(batch)
        self.seconds += time.perf_counter() - began
        self.rows += sum(len(tables[table]) for tables in batch for table in RESULTS)
        return left


def main(articles: int = 2000, words: int = 150) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_corpus(folder / "corpus", articles, words)
        inputs = list(read_paths([folder / "corpus"]))[: min(ALONE, articles)]
        analyse_into(None, inputs[:5])  # what is loaded once is not counted
        used = time.process_time()
        analyse_into(Store(folder / "alone.duckdb"), inputs)
        alone = (time.process_time() - used) / len(inputs)
        print(f"one process: {1000 * alone:.1f} ms of processor time per article")
        _all_cores(folder, articles, alone)


def _all_cores(folder: Path, articles: int, alone: float) -> None:
    store = Timed(folder / "store.duckdb", wait=60)
    began, before = time.monotonic(), os.times()
    analyse_into(store, read_paths([folder / "corpus"]), jobs=cores())
    wall, after = time.monotonic() - began, os.times()
    parent = after.user + after.system - before.user - before.system
    workers = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"{cores()} processes: {articles / wall:.1f} articles/s in {wall:.0f} s; processor time {workers:.0f} s of "
          f"workers, {parent:.0f} s of the parent")  # fmt: skip
    print(f"gain with {cores()} free cores: {cores() * articles * alone / (workers + parent):.2f} times")
    peaks = [resource.getrusage(who).ru_maxrss / 1e3 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(f"memory: parent {peaks[0]:.0f} MB, largest worker {peaks[1]:.0f} MB")
    size = store.path.stat().st_size
    print(f"store: {size / 1e6:.1f} MB, {size / articles:.0f} bytes and {store.rows / articles:.0f} rows per article; "
          f"{store.rows / max(store.seconds, 1e-9):.0f} rows/s written")  # fmt: skip
    began = time.monotonic()
    print(f"{group(store)} in {time.monotonic() - began:.1f} s")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=2000)
    parser.add_argument("words", nargs="?", type=int, default=150)
    main(**vars(parser.parse_args()))
