"""Fixtures for all tests."""

from pathlib import Path

import pytest


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the test out of the user's own folders."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
