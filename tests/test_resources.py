"""Stored results are current only as long as lexicons, models and the analysis's code are what they were."""

import shutil
from pathlib import Path

import pytest

from analysis import fingerprint, resources

PACKAGE, DATA = resources._PACKAGE, resources.data_root()


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package and its lexicons, read in place of the real ones."""
    shutil.copytree(PACKAGE, tmp_path / "analysis", ignore=shutil.ignore_patterns("_data", "__pycache__"))
    shutil.copytree(DATA / "lexicons", tmp_path / "data" / "lexicons")
    (tmp_path / "data" / "models").mkdir()
    (tmp_path / "data" / "models" / "own.bin").write_bytes(b"1")
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "analysis")
    return tmp_path


def fresh() -> str:
    fingerprint.fingerprint.cache_clear()
    try:
        return fingerprint.fingerprint()
    finally:
        fingerprint.fingerprint.cache_clear()


@pytest.mark.parametrize(
    "changed",
    [
        "data/lexicons/persons.tsv",
        "data/models/own.bin",
        "analysis/certainty/hedges.py",
        "analysis/taxonomy.py",
        "analysis/pipeline.py",
        "analysis/model.py",
    ],
)
def test_a_change_of_what_makes_results_changes_the_fingerprint(copied: Path, changed: str) -> None:
    before = fresh()
    assert fresh() == before
    with (copied / changed).open("ab") as file:
        file.write(b"\n# more\n")
    assert fresh() != before


def test_what_only_shows_results_does_not(copied: Path) -> None:
    before = fresh()
    for name in ("cli/summary.py", "measures/voice.py", "statements/training/fit.py", "storage/store.py"):
        path = copied / "analysis" / name
        path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert fresh() == before
