"""Many articles on several cores: worker processes take chunks, results come back in the order of the chunks.

Memory is flat: only so many chunks are under way at a time. A worker that dies (killed, out of memory) costs nothing:
what it had is done again, and an article that kills its worker every time is named and left out.
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Generic, TypeVar

AHEAD = 3
"""Chunks per worker that are under way at a time."""
TRIES = 2
"""Times that a chunk is given to a pool that breaks; then its articles are done one by one."""
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

_GARBAGE = (50_000, 20, 100)
"""After how many new objects Python looks for garbage that refers to itself; texts leave next to none."""

T = TypeVar("T")
R = TypeVar("R")


def collect_seldom() -> None:
    """Make this process, which analyses many articles, look for garbage less often: a tenth of the time."""
    gc.set_threshold(*_GARBAGE)


@dataclass
class _Task(Generic[T, R]):
    chunk: Sequence[T]
    future: "Future[R] | None" = None
    tries: int = 0


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workers(Generic[T, R]):
    """``jobs`` processes that do ``work``, a function of a module, on chunks; used as a context.

    ``lost`` makes the result of an item whose worker dies whenever it is tried; ``prepare``, a function of a module
    too, is what a process does before its first chunk.
    """

    def __init__(
        self, work: Callable[[Sequence[T]], R], lost: Callable[[T], R], jobs: int, prepare: Callable[[], object]
    ) -> None:
        self._work, self._lost = work, lost
        self._new_pool = partial(_pool, jobs, prepare)
        self._pool, self._jobs = self._new_pool(), jobs

    def __enter__(self) -> "Workers[T, R]":
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def in_order(self, items: Iterable[T], size: int) -> Iterator[R]:
        """The result of every ``size`` items; of an item that had to be done alone, a result of its own."""
        waiting: deque[_Task[T, R]] = deque()
        rest = iter(items)
        while True:
            while len(waiting) < AHEAD * self._jobs and (chunk := list(islice(rest, size))):
                waiting.append(_Task(chunk))
                self._submit(waiting[-1])
            if not waiting:
                return
            found = self._result(waiting[0])
            if found is not None:
                waiting.popleft()
                yield found
                continue
            self._renew(waiting)
            if waiting[0].tries >= TRIES:
                yield from self._one_by_one(waiting.popleft().chunk)
            for task in waiting:
                if task.future is None:
                    self._submit(task)

    def _submit(self, task: _Task[T, R]) -> None:
        try:
            task.future = self._pool.submit(self._work, task.chunk)
        except BrokenProcessPool:  # found out when its turn comes
            task.future = None

    @staticmethod
    def _result(task: _Task[T, R]) -> R | None:
        try:
            return task.future.result() if task.future else None
        except BrokenProcessPool:
            return None

    def _renew(self, waiting: Iterable[_Task[T, R]]) -> None:
        """A new pool in place of the broken one; what is done already stays done."""
        self._pool.shutdown(cancel_futures=True)
        self._pool = self._new_pool()
        for task in waiting:
            if task.future is None or task.future.cancelled() or task.future.exception() is not None:
                task.future, task.tries = None, task.tries + 1

    def _one_by_one(self, items: Iterable[T]) -> Iterator[R]:
        """Each item with nothing beside it, so that it is known which one kills."""
        for item in items:
            task: _Task[T, R] = _Task([item])
            self._submit(task)
            found = self._result(task)
            if found is None:
                self._renew([task])
                found = self._lost(item)
            yield found


def _pool(jobs: int, prepare: Callable[[], object]) -> ProcessPoolExecutor:
    with _one_thread_each():
        context = multiprocessing.get_context("spawn")
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(prepare,))
        for _ in range(jobs):  # every process starts now, with the settings of now
            pool.submit(_nothing)
    return pool


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Number libraries read these settings once, when a process starts: one thread per worker, not one per core."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _start(prepare: Callable[[], object]) -> None:
    """A new worker: an interruption from the keyboard is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    collect_seldom()
    prepare()


def _end_with_parent() -> None:
    """A parent that was killed cannot tell its workers, and they would wait for work for good."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _nothing() -> None:
    """What a worker does to be started."""
