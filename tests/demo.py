"""The demo corpus, analysed once for all tests."""

from pathlib import Path

from filelock import FileLock

from analysis.storage.store import Store
from dashboard import corpus


def analysed_demo(shared_cache: Path) -> Store:
    """Its store in the cache that all workers share, analysed by whoever comes first."""
    with FileLock(shared_cache / "demo.lock"):
        return corpus.demo_store()
