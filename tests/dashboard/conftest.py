"""The demo corpus, which most pages are tested on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.demo import analysed_demo


@pytest.fixture(scope="session", autouse=True)
def demo(shared_cache: Path) -> Iterator[None]:
    """Analysed by one worker for all, and held open: to open the file for each question costs more than to answer."""
    with analysed_demo(shared_cache).reading():
        yield
