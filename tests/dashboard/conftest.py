"""The demo corpus, which most pages are tested on."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner

from tests.demo import analysed_demo


@pytest.fixture(scope="session", autouse=True)
def demo(shared_cache: Path) -> Iterator[None]:
    """Analysed by one worker for all, and held open: to open the file for each question costs more than to answer."""
    with analysed_demo(shared_cache).reading():
        yield


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """Every AppTest starts a runtime of its own, which reads the metadata of all packages: half a test's time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield
