"""A local Dask cluster finds what one process finds, also when a worker is killed in the middle."""

import os
import signal
import threading
import time
from pathlib import Path

import duckdb
import pandas as pd
import pytest

pytest.importorskip("distributed")

from click.testing import CliRunner
from distributed import LocalCluster

from analysis.batch.dask_cluster import LAST, Run, analyse_on, gather
from analysis.batch.run import analyse_into
from analysis.cli.main import main as cli
from analysis.reading.inputs import read_inputs
from analysis.storage.store import Store
from analysis.tables.columns import RESULTS
from benchmarks.scale.corpus import main

FILES, ARTICLES = 5, 6


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Files of articles, one of them with a line that cannot be read."""
    folder = tmp_path_factory.mktemp("articles")
    main(folder / "whole", FILES * ARTICLES, 25)
    lines = next((folder / "whole").iterdir()).read_text(encoding="utf-8").splitlines()
    (folder / "parts").mkdir()
    for number in range(FILES):
        rows = lines[number * ARTICLES : (number + 1) * ARTICLES]
        text = "\n".join([*rows, '{"id": "broken', ""][: None if number == 3 else -2])
        (folder / "parts" / f"{number}.jsonl").write_text(text, encoding="utf-8")
    return folder / "parts"


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster


def rows(out: Path, table: str) -> pd.DataFrame:
    order = {"articles": "article", "statements": "article, statement", "hedges": "article, hedge"}
    with duckdb.connect() as connection:
        by = order.get(table, "article, number")
        return connection.execute(f"SELECT * FROM read_parquet('{out}/{table}/*.parquet') ORDER BY {by}").df()


def test_what_is_there_is_not_done_again(tmp_path: Path, folder: Path, cluster: LocalCluster) -> None:
    out, files = tmp_path / "out", sorted(folder.iterdir())
    first = analyse_on(cluster.scheduler_address, files[:2], Run(out))
    made = Run(out).part(files[0], LAST).stat().st_mtime_ns
    told: list[int] = []
    second = analyse_on(cluster.scheduler_address, files[:3], Run(out), told.append)
    assert (first.analysed, first.skipped) == (2 * ARTICLES, 0)
    assert (second.analysed, second.skipped, sum(told)) == (ARTICLES, 2 * ARTICLES, ARTICLES)
    assert Run(out).part(files[0], LAST).stat().st_mtime_ns == made
    store = Store(tmp_path / "s.duckdb")
    for _ in range(2):
        gather(store, files, Run(out))
        assert store.count("articles") == 3 * ARTICLES


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, cluster: LocalCluster) -> None:
    (tmp_path / "empty.txt").touch()
    report = analyse_on(cluster.scheduler_address, [tmp_path / "empty.txt"], Run(tmp_path / "out"))
    assert [item.reason for item in report.unreadable] == ["The file is empty."]
    assert not list((tmp_path / "out").rglob("*.half"))


def test_the_command_line_writes_parts_and_fills_a_store(tmp_path: Path, folder: Path, cluster: LocalCluster) -> None:
    command = ["analyse", str(folder), "--cluster", cluster.scheduler_address, "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(cli, [*command, "--store", str(tmp_path / "s.duckdb")])
    assert result.exit_code == 1  # the broken line
    assert f"{FILES * ARTICLES} articles analysed" in result.stdout
    assert Store(tmp_path / "s.duckdb").count("articles") == FILES * ARTICLES
    assert CliRunner().invoke(cli, ["analyse", str(folder), "--cluster", "tcp://x:1"]).exit_code == 2


def test_columns_named_by_hand_hold_on_the_cluster(tmp_path: Path, cluster: LocalCluster) -> None:
    table = tmp_path / "a.csv"
    table.write_text(
        "Wortlautspalte;Gazette\nDer Rat sagte am Montag, die Halle bleibe zu.;Seeblatt\n", encoding="utf-8"
    )
    options = ["--cluster", cluster.scheduler_address, "--out", str(tmp_path / "out")]
    named = ["--columns", "text=Wortlautspalte,outlet=Gazette"]
    result = CliRunner().invoke(cli, ["analyse", str(table), *options, *named])
    assert result.exit_code == 0, result.output
    assert list(rows(tmp_path / "out", "articles")["outlet"]) == ["Seeblatt"]


def test_a_killed_worker_changes_nothing(tmp_path: Path, folder: Path, cluster: LocalCluster) -> None:
    calm, disturbed = Store(tmp_path / "calm.duckdb"), Store(tmp_path / "cluster.duckdb")
    alone = analyse_into(calm, read_inputs([str(folder)]))
    out, killed = tmp_path / "out", []

    def kill() -> None:
        while not list(out.glob(f"{LAST}/*.half")) and not list(out.glob(f"{LAST}/*.parquet")):
            time.sleep(0.02)
        killed.append(cluster.workers[0].pid)
        os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    report = analyse_on(cluster.scheduler_address, [folder], Run(out))
    killer.join()
    assert killed
    assert (report.analysed, report.unreadable) == (alone.analysed, alone.unreadable)
    assert len(rows(out, "articles")["article"]) == rows(out, "articles")["article"].nunique() == alone.analysed
    gather(disturbed, [folder], Run(out))
    for table in RESULTS:
        pd.testing.assert_frame_equal(disturbed.read(table), calm.read(table))
        assert len(rows(out, table)) == calm.count(table)
