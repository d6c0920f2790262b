"""Worker processes: the same results in the same order, whatever happens to a worker or to the parent."""

import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from analysis.batch import run, workers
from analysis.batch.workers import AHEAD, Workers
from analysis.cli.main import main as cli
from analysis.language.engine import load_engine
from analysis.model import Article
from analysis.reading.files import Unreadable
from analysis.storage.store import Store
from analysis.tables.columns import RESULTS
from benchmarks.scale.corpus import corpus, main
from tests.batch.deadly_work import lost, prepare, work


def test_results_keep_their_order_and_a_dead_worker_costs_nothing_but_its_killer(tmp_path: Path) -> None:
    with Workers(partial(work, folder=str(tmp_path)), lost, 2, prepare) as pool:
        found = [number for numbers in pool.in_order(range(20), 3) for number in numbers]
    assert found == [-13 if number == 13 else 2 * number for number in range(20)]


def test_inputs_are_read_no_further_than_needed(tmp_path: Path) -> None:
    """So memory stays flat however many there are."""
    read = 0

    def endless() -> Iterator[int]:
        nonlocal read
        while True:
            read += 1
            yield 100

    with Workers(partial(work, folder=str(tmp_path)), lost, 2, prepare) as pool:
        results = pool.in_order(endless(), 5)
        for _ in range(3):
            next(results)
        assert read <= 5 * (AHEAD * 2 + 3)


def articles(number: int) -> list[Article]:
    return [Article(**row) for row in corpus(number, words=40)]


def assert_same(left: Store, right: Store) -> None:
    found, expected = left.read_all(), right.read_all()
    for table in RESULTS:
        pd.testing.assert_frame_equal(found[table], expected[table])


class Kept(ProcessPoolExecutor):
    """Processes that outlive who has asked for them."""

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        pass


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Two worker processes for all batches of a test, which need not start their own; how many each wanted."""
    wanted: list[int] = []
    with monkeypatch.context() as patch:
        patch.setattr(workers, "ProcessPoolExecutor", Kept)
        pool = workers._pool(2, load_engine)
    monkeypatch.setattr(workers, "_pool", lambda jobs, prepare: wanted.append(jobs) or pool)
    yield wanted
    ProcessPoolExecutor.shutdown(pool)


def test_two_processes_find_what_one_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: list[int]
) -> None:
    monkeypatch.setattr(run, "SMALL", 12)
    monkeypatch.setattr(run, "CHUNK", 4)
    inputs = [*articles(24), Unreadable("x.txt", "The file is empty.")]
    one, two = Store(tmp_path / "1.duckdb"), Store(tmp_path / "2.duckdb")
    seen: list[str] = []
    done: list[int] = []
    alone = run.analyse_into(one, inputs)
    assert not processes
    report = run.analyse_into(two, inputs, jobs=2, on_progress=done.append)
    assert report == alone
    assert sum(done) == len(inputs)
    assert_same(one, two)
    run.analyse_into(None, inputs, jobs=2, on_result=lambda result: seen.append(result.article.id))
    assert seen == [item.id for item in inputs if isinstance(item, Article)]
    assert processes == [2, 2]


RUN = """
import os, signal, sys
import analysis.batch.run as run
import analysis.storage.store as storage
from analysis.batch import workers
from analysis.cli.main import main

run.SIZE, run.SMALL = 8, 16  # also what is left after a kill goes to processes
when, number = sys.argv[1], int(sys.argv[2])
put, add_tables, new_pool, in_order = storage._put_tables, storage.Store.add_tables, workers._pool, run.Workers.in_order
commits = 0

def at(moment):
    if when == moment and commits == number:
        os.kill(os.getpid(), signal.SIGKILL)

def putting(*arguments):
    put(*arguments)
    at("within")

def adding(*arguments):
    global commits
    commits += 1
    at("before")
    left = add_tables(*arguments)
    at("after")
    return left

def pool(*arguments):
    global made
    made = new_pool(*arguments)
    return made

def until_asked(*arguments):
    for found in in_order(*arguments):
        if when == "asked":
            print(*made._processes, flush=True)
            sys.stdin.read()
        yield found

storage._put_tables, storage.Store.add_tables = putting, adding
workers._pool, run.Workers.in_order = pool, until_asked
if __name__ == "__main__":
    main(sys.argv[3:])
"""
"""``quellenlage`` that commits often, and kills itself at a moment of a commit, or tells its workers and waits."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus, and the program."""
    folder = tmp_path_factory.mktemp("batch")
    main(folder / "corpus", 56, 25)
    (folder / "run.py").write_text(RUN)
    return folder


def command(folder: Path, store: Path, moment: str, number: int) -> list[str]:
    program = [sys.executable, str(folder / "run.py"), moment, str(number)]
    return [*program, "analyse", str(folder / "corpus"), "--jobs", "2", "--store", str(store)]


def test_killed_at_random_and_run_again_it_ends_as_if_undisturbed(tmp_path: Path, folder: Path) -> None:
    calm, disturbed = Store(tmp_path / "calm.duckdb"), Store(tmp_path / "disturbed.duckdb", wait=30)
    analyse = ["analyse", str(folder / "corpus"), "--jobs", "1", "--store"]
    assert CliRunner().invoke(cli, [*analyse, str(calm.path)]).exit_code == 0
    kept = []
    for number in (1, 2):  # so late that something is left for the next: 56 articles at 8 or 16 a commit
        moment = random.choice(("before", "within", "after"))
        killed = subprocess.run(command(folder, disturbed.path, moment, number), capture_output=True)
        assert killed.returncode == -signal.SIGKILL, (moment, number, killed.stderr)
        kept.append(disturbed.count("articles") if disturbed.exists() else 0)
    assert kept == sorted(kept)
    assert kept[-1] < calm.count("articles")
    assert CliRunner().invoke(cli, [*analyse, str(disturbed.path)]).exit_code == 0
    assert_same(calm, disturbed)


def test_workers_end_when_their_parent_is_killed(tmp_path: Path, folder: Path) -> None:
    process = subprocess.Popen(
        command(folder, tmp_path / "s.duckdb", "asked", 0), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    workers = [int(number) for number in process.stdout.readline().split()]
    assert len(workers) >= 2
    assert all(map(runs, workers))
    process.kill()
    # Workers have the same output as their parent: it ends with the last of them.
    process.communicate(timeout=60)
    assert not any(map(runs, workers))


def runs(process: int) -> bool:
    return Path(f"/proc/{process}").exists() and "Z" not in Path(f"/proc/{process}/stat").read_text().split()[2]
