"""Worker processes: the same results in the same order, whatever happens to a worker or to the parent."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from analysis.batch.run import analyse_into
from analysis.batch.workers import AHEAD, Workers
from analysis.model import Article
from analysis.reading.files import Unreadable
from analysis.storage.store import Store
from analysis.tables.columns import RESULTS
from benchmarks.scale.corpus import corpus, main


def work(items: Sequence[int], folder: str) -> list[int]:
    """Doubles; a worker dies of 13 whenever it comes, and of 7 the first time."""
    for item in items:
        seen = Path(folder, str(item))
        if item == 13 or (item == 7 and not seen.exists()):
            seen.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return [2 * item for item in items]


def lost(item: int) -> list[int]:
    return [-item]


def test_results_keep_their_order_and_a_dead_worker_costs_nothing_but_its_killer(tmp_path: Path) -> None:
    with Workers(partial(work, folder=str(tmp_path)), lost, 2) as workers:
        found = [number for numbers in workers.in_order(range(20), 3) for number in numbers]
    assert found == [-13 if number == 13 else 2 * number for number in range(20)]


def test_inputs_are_read_no_further_than_needed(tmp_path: Path) -> None:
    """So memory stays flat however many there are."""
    read = 0

    def endless() -> Iterator[int]:
        nonlocal read
        while True:
            read += 1
            yield 100

    with Workers(partial(work, folder=str(tmp_path)), lost, 2) as workers:
        results = workers.in_order(endless(), 5)
        for _ in range(3):
            next(results)
        assert read <= 5 * (AHEAD * 2 + 3)


def articles(number: int) -> list[Article]:
    return [Article(**row) for row in corpus(number, words=40)]


def rows(store: Store) -> dict[str, pd.DataFrame]:
    return store.read_all()


def assert_same(left: Store, right: Store) -> None:
    for table in RESULTS:
        pd.testing.assert_frame_equal(rows(left)[table], rows(right)[table])


def test_two_processes_find_what_one_finds(tmp_path: Path) -> None:
    inputs = [*articles(60), Unreadable("x.txt", "The file is empty.")]
    one, two = Store(tmp_path / "1.duckdb"), Store(tmp_path / "2.duckdb")
    seen: list[str] = []
    done: list[int] = []
    alone = analyse_into(one, inputs)
    report = analyse_into(two, inputs, jobs=2, on_progress=done.append)
    assert report == alone
    assert sum(done) == len(inputs)
    assert_same(one, two)
    analyse_into(None, inputs, jobs=2, on_result=lambda result: seen.append(result.article.id))
    assert seen == [item.id for item in inputs if isinstance(item, Article)]


RUN = """
import sys
import analysis.batch.run
from analysis.cli.main import main
analysis.batch.run.SIZE = 16
if __name__ == "__main__":
    main(sys.argv[1:])
"""


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """``quellenlage analyse`` over a small corpus, committing often."""
    main(tmp_path / "corpus", 110, 25)
    (tmp_path / "run.py").write_text(RUN)
    return [sys.executable, str(tmp_path / "run.py"), "analyse", str(tmp_path / "corpus"), "--jobs", "2", "--store"]


def test_killed_at_random_and_run_again_it_ends_as_if_undisturbed(tmp_path: Path, command: list[str]) -> None:
    calm, disturbed = Store(tmp_path / "calm.duckdb"), Store(tmp_path / "disturbed.duckdb", wait=30)
    began = time.monotonic()
    subprocess.run([*command, str(calm.path)], check=True, capture_output=True)
    length = time.monotonic() - began
    kept = []
    for _ in range(2):
        process = subprocess.Popen(
            [*command, str(disturbed.path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(random.uniform(0.4, 0.9) * length)
        process.send_signal(signal.SIGKILL)
        process.wait()
        kept.append(disturbed.count("articles") if disturbed.exists() else 0)
    assert kept == sorted(kept)
    subprocess.run([*command, str(disturbed.path)], check=True, capture_output=True)
    assert_same(calm, disturbed)


def test_workers_end_when_their_parent_is_killed(tmp_path: Path, command: list[str]) -> None:
    process = subprocess.Popen([*command, str(tmp_path / "s.duckdb")], stdout=subprocess.DEVNULL, text=True)
    workers: list[int] = []
    deadline = time.monotonic() + 60
    while len(workers) < 2 and time.monotonic() < deadline:
        time.sleep(0.1)
        workers = children(process.pid)
    process.kill()
    process.wait()
    deadline = time.monotonic() + 30
    while any(map(runs, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert len(workers) >= 2
    assert not any(map(runs, workers))


def children(parent: int) -> list[int]:
    found = subprocess.run(["ps", "--ppid", str(parent), "-o", "pid="], capture_output=True, text=True, check=False)
    return [int(number) for number in found.stdout.split()]


def runs(process: int) -> bool:
    return Path(f"/proc/{process}").exists() and "Z" not in Path(f"/proc/{process}/stat").read_text().split()[2]
