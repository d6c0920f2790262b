"""Reads the items of a container each in its own guard: what fails is named, and the rest goes on.

A process that reads may be ended by the system in the middle of an item. So it tells where it is before each one, and
another process can go on behind it.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from analysis.model import Article
from analysis.reading.apart.limits import Limits, stop_at, used
from analysis.reading.raw.records import RefusedError, Unreadable

Reading = Article | Unreadable
Path = tuple[int, ...]
"""The place of an item: its number in its container, whose number comes before it."""
R = TypeVar("R")


@dataclass
class _Course:
    """How far the reading of the file has come."""

    tell: Callable[[Path, str, float], None] | None = None
    limits: Limits = field(default_factory=Limits)
    after: Path = ()
    """The item behind which the reading goes on."""
    here: list[int] = field(default_factory=list)
    """The items that are being read, each inside the one before it."""
    ends: list[float] = field(default_factory=list)
    """When the file and each of these items must be done, in seconds of the processor."""

    def is_done(self, number: int) -> bool:
        depth = len(self.here)
        if depth >= len(self.after) or tuple(self.here) != self.after[:depth]:
            return False
        last = depth == len(self.after) - 1
        return number < self.after[depth] or (last and number == self.after[depth])


_course = _Course()


@contextmanager
def course(tell: Callable[[Path, str, float], None], limits: Limits, seconds: float, after: Path) -> Iterator[None]:
    """Read one file within ``seconds``, beginning behind the item ``after``.

    ``tell`` hears of every item before it is read: its place, its name, and the seconds that are left for the rest of
    the file if the item takes all that it may.
    """
    global _course
    end = used() + seconds
    _course = _Course(tell, limits, after, ends=[end])
    stop_at(end)
    try:
        yield
    finally:
        _course = _Course()


def guarded(number: int, where: str, read: Callable[[], Iterable[Reading]], size: int = 0) -> Iterator[Reading]:
    """What ``read`` yields for an item of a container; in place of what fails, whatever it is, the reason.

    ``number`` is the item's place in its container from 0, ``where`` names it to people, ``size`` are its bytes.
    """
    if _course.is_done(number):
        return
    with _inside(number, where, size):
        try:
            yield from read()
            return
        except Exception as error:
            reason = why(error)
        yield Unreadable(where, reason)


def attempt(read: Callable[[], R], failed: Callable[[str], R]) -> R:
    """What ``read`` returns; where it fails, what ``failed`` makes of the reason. For rows, of which there are many."""
    try:
        return read()
    except Exception as error:
        return failed(why(error))


def why(error: Exception, label: str = "") -> str:
    """Why something was not read, as an English sentence; ``label`` is the kind of file."""
    if isinstance(error, RefusedError):
        return str(error)
    if isinstance(error, MemoryError) or "memory" in str(error)[:200].lower():
        return "Reading it takes more memory than is allowed."
    if isinstance(error, RecursionError):
        return "It is nested too deeply."
    if isinstance(error, OSError) and error.errno:
        return f"The file could not be read: {error.strerror}."
    if label:
        return f"The {label} file is damaged or cut off ({type(error).__name__})."
    return f"It is damaged or cut off ({type(error).__name__})."


@contextmanager
def _inside(number: int, where: str, size: int) -> Iterator[None]:
    """Tell of an item, and hold it to its time."""
    own = _course
    own.here.append(number)
    if own.tell is not None:
        now = used()
        most = min(own.limits.of_size(size) / 2, own.ends[-1] - now)
        own.tell(tuple(own.here), where, own.ends[0] - now - most)
        own.ends.append(now + most)
        stop_at(now + most)
    try:
        yield
    finally:
        own.here.pop()
        if own.tell is not None:
            own.ends.pop()
            stop_at(own.ends[-1])
