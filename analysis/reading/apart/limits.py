"""How much memory and time the reading of one file may take, and how the process that reads is held to it."""

import math
import os
import time
from contextlib import suppress
from typing import NamedTuple

MEGABYTES, SECONDS = "QUELLENLAGE_READ_MB", "QUELLENLAGE_READ_SECONDS"
"""The settings, as variables of the environment."""
_MEGABYTE = 1 << 20
_CODE = 64 * _MEGABYTE
"""Bytes for the code of programs, which the system does not count as data."""


class Limits(NamedTuple):
    """Memory of the process that reads in megabytes, and its time in seconds of the processor.

    The time is for a file of up to a megabyte; larger ones have as much for each megabyte of theirs.
    """

    megabytes: int = 1024
    seconds: int = 60

    def of_size(self, size: int) -> int:
        """Seconds for a file of so many bytes."""
        return math.ceil(self.seconds * max(1.0, size / _MEGABYTE))


def limits() -> Limits:
    """The limits as they are set; raises ``ValueError`` where a setting is no number above zero."""
    return Limits(_setting(MEGABYTES, Limits().megabytes), _setting(SECONDS, Limits().seconds))


def _setting(name: str, default: int) -> int:
    given = os.environ.get(name, "").strip()
    if given and not (given.isascii() and given.isdigit() and int(given) > 0):
        raise ValueError(f"{name} is {given!r}, but must be a whole number above 0")
    return int(given or default)


def hold_to(megabytes: int) -> None:
    """Hold this process to so much memory, and let it leave no picture of its memory; where the system can do so."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        most = max(megabytes * _MEGABYTE - _CODE, _CODE)
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def stop_at(seconds: float) -> None:
    """Have the system end this process once it has used so many seconds of the processor, all in all."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(seconds), most))


def used() -> float:
    """Seconds of the processor that this process has used."""
    return time.process_time()


def taken() -> int:
    """Megabytes of memory that this process takes now; 0 where the system does not tell."""
    with suppress(OSError, ValueError, IndexError), open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // _MEGABYTE
    return 0
