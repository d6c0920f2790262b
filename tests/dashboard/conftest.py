"""The demo corpus, which most pages are tested on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import corpus


@pytest.fixture(scope="session", autouse=True)
def demo(demo_cache: Path) -> Iterator[None]:
    """Held open: to open the file for each question costs more than to answer."""
    with corpus.demo_store().reading():
        yield
