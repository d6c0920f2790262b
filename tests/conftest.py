"""Fixtures for all tests."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_MAIN = sys.modules["__main__"]


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Give every test the process's own main module."""
    # Streamlit's AppTest leaves its script in that place, and processes that are spawned later would run it.
    sys.modules["__main__"] = _MAIN


def pytest_collection_finish() -> None:
    """What is loaded now stays loaded: Python need not look through it for garbage again and again."""
    gc.freeze()


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the test out of the user's own folders."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


@pytest.fixture(scope="session", autouse=True)
def shared_cache(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where the demo corpus is kept analysed: once for all workers, servers and runs, and not in the user's folder."""
    kept = getattr(pytestconfig, "cache", None)
    folder = Path(kept.mkdir("quellenlage")) if kept else tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        yield folder
