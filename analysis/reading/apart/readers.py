"""Asks processes apart to read: they are kept for the next file, and replaced where one ends or has grown.

A process that ends in the middle of a file costs one item of it. What was read before is kept, the item is named, and
another process goes on behind it as long as the time for the file lasts.
"""

import atexit
import os
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO, cast

import analysis
from analysis.reading.apart.limits import Limits, limits
from analysis.reading.apart.messages import (
    ARTICLE,
    DONE,
    ITEM,
    READY,
    UNREADABLE,
    EndedError,
    Message,
    pack,
    reading_of,
    receive,
)  # fmt: skip
from analysis.reading.raw.records import Unreadable

_MODULE = "analysis.reading.child"
_AHEAD, _AHEAD_BYTES = 64, 1 << 14
"""Files that are asked for before the first is read, and bytes of their names: a pipe must hold them."""
_ENDS = 8
"""Processes that one file may cost."""
_IDLE = 2
"""Processes that are kept for later."""
_LEAST = 1.0
"""Seconds for the rest of a file below which it is not begun."""
_TIME = getattr(signal, "SIGXCPU", 24)
"""What ends a process whose time is up."""
_SLOW = "Reading it takes longer than is allowed."
_BROKEN = "Reading it ended the program that read it, perhaps for want of memory."
_REST = "The rest of the file was not read: reading it takes longer than is allowed."


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be read: a file by its path, or ``data`` under a name; ``kind`` tells what is made of it."""

    kind: str
    name: str
    data: bytes | None = None
    given: Mapping[str, object] = field(default_factory=dict)
    after: tuple[int, ...] = ()
    """The item behind which the reading begins."""
    seconds: float | None = None
    """What is left of the time; None for all."""

    def packed(self) -> bytes:
        """The request as a message, without its data."""
        source = os.path.abspath(self.name) if self.data is None else len(self.data)
        return pack(["read", self.kind, self.name, source, dict(self.given), self.after, self.seconds])


class Reader:
    """A process that reads one request after the other; what it answers comes in their order."""

    def __init__(self, held: Limits) -> None:
        root = str(Path(analysis.__file__).parents[1])
        paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
        # Safe mode: no module of the folder in which somebody works is taken for one of ours.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", _MODULE, str(held.megabytes), str(held.seconds)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=1 << 16,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )  # fmt: skip
        self.limits = held
        self._to, self._of = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)
        self._most = held.megabytes << 20

    def send(self, request: Request) -> None:
        """Ask for one reading; that the process has ended is told when its answer is asked for."""
        with suppress(OSError):
            self._to.write(request.packed())
            if request.data is not None:
                self._to.write(request.data)
            self._to.flush()

    def answer(self) -> Message:
        """The next message; raises ``EndedError`` where the process has ended."""
        return receive(self._of, self._most)

    def close(self) -> int:
        """End the process; the signal that ended it before, if any."""
        with suppress(OSError):
            self._to.close()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(0.2)
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self._of.close()
        return -self._process.returncode


_idle: list[Reader] = []


def _taken(held: Limits) -> Reader:
    """A process that waits for work, else a new one."""
    while _idle:
        with suppress(IndexError):  # another thread was faster
            reader = _idle.pop()
            if reader.limits == held:
                return reader
            reader.close()
    reader = Reader(held)
    try:
        if reader.answer()[0] == READY:
            return reader
    except EndedError:
        reader.close()
    raise RuntimeError("the process that reads files could not be started; what it says stands above")


@atexit.register
def close_idle() -> None:
    """End all processes that wait for work."""
    while _idle:
        with suppress(IndexError):
            _idle.pop().close()


if hasattr(os, "register_at_fork"):
    # A copy of this process must not talk to the readers of the original.
    os.register_at_fork(after_in_child=_idle.clear)


@dataclass(slots=True)
class _Waiting:
    """A request that was sent, or a reason that needs none."""

    request: Request | Unreadable | None
    """None where nothing of it is left to be read."""
    size: int = 0
    cost: int = 0
    """Processes that it has cost."""


def ask(requests: Iterable[Request | Unreadable]) -> Iterator[Message | Unreadable]:
    """The answers to requests in their order, reasons among them as they are.

    An answer is a message of a reading or a value (``messages``). Raises ``ValueError`` where a setting is wrong.
    """
    talk = _Talk(limits(), iter(requests))
    try:
        yield from talk.answers()
    finally:
        talk.end()


class _Talk:
    """One run of requests, sent ahead as far as a pipe holds them."""

    def __init__(self, held: Limits, todo: Iterator[Request | Unreadable]) -> None:
        self._held, self._todo = held, todo
        self._reader: Reader | None = None
        self._waiting: deque[_Waiting] = deque()
        self._next: Request | Unreadable | None = None

    def answers(self) -> Iterator[Message | Unreadable]:
        while True:
            self._send_ahead()
            if not self._waiting:
                return
            first = self._waiting[0]
            if isinstance(first.request, Unreadable):
                yield first.request
            else:
                yield from self._answers(first)
            self._waiting.popleft()

    def end(self) -> None:
        """Keep the process for others; but not one that still has something to say."""
        if self._reader is not None:
            if self._waiting or len(_idle) >= _IDLE:
                self._reader.close()
            else:
                _idle.append(self._reader)

    def _send_ahead(self) -> None:
        while len(self._waiting) < _AHEAD:
            self._next = self._next or next(self._todo, None)
            if self._next is None:
                return
            one = _Waiting(self._next)
            if isinstance(one.request, Request):
                one.size = _AHEAD_BYTES if one.request.data is not None else len(one.request.packed())
                if self._waiting and sum(other.size for other in self._waiting) + one.size > _AHEAD_BYTES:
                    return
                self._running().send(one.request)
            self._waiting.append(one)
            self._next = None

    def _running(self) -> Reader:
        if self._reader is None:
            self._reader = _taken(self._held)
        return self._reader

    def _answers(self, first: _Waiting) -> Iterator[Message | Unreadable]:
        """All answers to the first request, from as many processes as it takes."""
        item: Message = []
        told = False
        while True:
            try:
                message = self._running().answer()
                if message[0] in (ARTICLE, UNREADABLE):
                    reading_of(message)
            except EndedError:
                ended_by = self._dismiss()
                # One that was ended before it said anything may have been ended by others.
                if told or item or first.cost or ended_by == _TIME:
                    yield from self._lost(first, item, ended_by)
                first.cost += 1
                self._send_again(beginning=0 if first.request is not None else 1)
                if first.request is None:
                    return
                item = []
                continue
            if message[0] == ITEM:
                item = message
            elif message[0] == DONE:
                if message[1]:
                    self._dismiss()
                    self._send_again(beginning=1)
                return
            else:
                told = True
                yield message

    def _dismiss(self) -> int:
        reader, self._reader = self._running(), None
        return reader.close()

    def _send_again(self, beginning: int) -> None:
        for one in list(self._waiting)[beginning:]:
            if isinstance(one.request, Request):
                self._running().send(one.request)

    @staticmethod
    def _lost(first: _Waiting, item: Message, ended_by: int) -> Iterator[Unreadable]:
        """Why an item was not read, or the whole file; what is left of the request is what stands behind it."""
        request, first.request = first.request, None
        if not isinstance(request, Request):
            return
        reason = _SLOW if ended_by == _TIME else _BROKEN
        if not item:
            yield Unreadable(request.name, reason)
            return
        _, place, where, seconds = item
        yield Unreadable(where, reason)
        if seconds < _LEAST or first.cost >= _ENDS:
            yield Unreadable(request.name, _REST)
        else:
            first.request = replace(request, after=tuple(place), seconds=seconds)
