"""What the workers of the tests do. In a module of its own: each worker imports it, and little else."""

import os
import signal
from collections.abc import Sequence
from pathlib import Path


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


def prepare() -> None:
    """Nothing has to be loaded."""
