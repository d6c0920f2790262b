"""Many inputs into one store: what is current is skipped, what fails is reported, the rest goes on."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

import pandas as pd

from analysis.batch.renew import renew
from analysis.batch.workers import Workers
from analysis.corrections.apply import correct
from analysis.language.engine import load_engine
from analysis.model import Article, ArticleResult
from analysis.own_words.active import NO_WORDS, OwnWords, active, using
from analysis.own_words.file import read_own_words
from analysis.pipeline import analyse_all, complete
from analysis.reading.failures import Failures
from analysis.reading.files import Unreadable
from analysis.storage.article_edits import edits
from analysis.storage.stale_words import settle, stale
from analysis.storage.store import Store, tables_of
from analysis.tables.result_view import article_key

CHUNK = 16
"""Articles that a worker takes at a time."""
SIZE = 512
"""Articles in one transaction at most: what a kill in the middle costs, and is done again by the next run."""
WHOLE = 64
"""The same for whole results, which take more memory than their rows."""
SECONDS = 20.0
"""Time after which results are kept even if they are fewer."""
SMALL = 48
"""Fewer new articles than this are analysed before worker processes have started."""


@dataclass
class Report:
    """What became of a batch; ``keys`` are the articles it is about, analysed now or before."""

    keys: list[str] = field(default_factory=list)
    analysed: int = 0
    skipped: int = 0
    unreadable: Failures = field(default_factory=Failures)
    """What was not read or analysed; of any number."""


class Found(NamedTuple):
    """What came of a chunk of articles: rows for the store, and whole results where somebody looks at them."""

    keys: list[str]
    tables: Mapping[str, pd.DataFrame] | None
    results: list[ArticleResult]
    unreadable: list[Unreadable]


def analyse_into(
    store: Store | None,
    inputs: Iterable[Article | Unreadable],
    *,
    again: bool = False,
    jobs: int = 1,
    on_result: Callable[[ArticleResult], None] | None = None,
    on_progress: Callable[[int], None] | None = None,
    words: OwnWords | None = None,
) -> Report:
    """Analyse every article that the store does not hold as current, and keep the results batch by batch.

    ``words`` is the own list of words to follow; None stands for the user's. ``again`` analyses current ones too;
    without a store nothing is kept. With ``jobs`` above 1, that many processes
    share the work where there is enough of it; the results and their order are the same. ``on_result`` sees each new
    result before it is kept, ``on_progress`` hears how many more inputs are dealt with. Raises what the store raises
    where it cannot be written, and what ``on_result`` raises; what was analysed by then is kept all the same.
    """
    words = read_own_words(store.own_words if store else None) if words is None else words
    if store is not None:
        settle(store, words, stale(store, words).others)
    with using(words):
        return _analyse_into(store, inputs, again, jobs, on_result, on_progress)


def _analyse_into(
    store: Store | None,
    inputs: Iterable[Article | Unreadable],
    again: bool,
    jobs: int,
    on_result: Callable[[ArticleResult], None] | None,
    on_progress: Callable[[int], None] | None,
) -> Report:
    report = Report()
    keeper = _Keeper(store)
    current = frozenset() if again or store is None else store.current()
    tell = on_progress or (lambda _: None)
    new = _new(inputs, current, report, tell, once=on_result is None)
    head = list(islice(new, SMALL if jobs > 1 else 0))
    everything = chain(head, new)
    try:
        if len(head) < SMALL:
            found = _here(everything)
        else:
            found = _spread(everything, jobs, keep=store is not None, show=on_result is not None)
        for one in found:
            report.unreadable += one.unreadable
            report.keys += one.keys
            report.analysed += len(one.keys)
            keeper.take(one)
            if on_result:
                for result in one.results:
                    on_result(result)
            tell(len(one.keys) + len(one.unreadable))
            keeper.flush_if_due()
    finally:  # also when a user interrupts, or closes the page that waits for the results
        keeper.flush()
    if store is not None and report.analysed and (edited := edits(store, sorted({*report.keys} - current))):
        renew(store, edited)
    return report


def _here(items: Iterable[Article | Unreadable]) -> Iterator[Found]:
    """One by one in this process."""
    for result in analyse_all(items):
        if isinstance(result, Unreadable):
            yield Found([], None, [], [result])
        else:
            yield Found([article_key(result.article)], None, [result], [])


def _spread(items: Iterable[Article | Unreadable], jobs: int, *, keep: bool, show: bool) -> Iterator[Found]:
    """Chunk by chunk in worker processes."""
    work = partial(analyse_chunk, keep=keep, show=show, words=active())
    with Workers(work, _lost, jobs, prepare=load_engine) as workers:
        yield from workers.in_order(items, CHUNK)


def analyse_chunk(
    items: Sequence[Article | Unreadable], *, keep: bool, show: bool, words: OwnWords = NO_WORDS
) -> Found:
    """Analyse some articles by a list of words: rows where ``keep`` is set, whole results where ``show`` is."""
    with using(words):
        done = list(analyse_all(items))
        results = [result for result in done if isinstance(result, ArticleResult)]
        tables = tables_of(results) if keep else None
    return Found(
        keys=[article_key(result.article) for result in results],
        tables=tables,
        results=results if show else [],
        unreadable=[item for item in done if isinstance(item, Unreadable)],
    )


def _lost(item: Article | Unreadable) -> Found:
    reason = "analysis failed: the process ended each time, perhaps for want of memory"
    return Found([], None, [], [item if isinstance(item, Unreadable) else Unreadable(item.id, reason)])


class _Keeper:
    """Collects what is to be kept and hands it to the store in large batches."""

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._pending: list[Found] = []
        self._since = time.monotonic()

    def take(self, found: Found) -> None:
        if self._store is not None and found.keys:
            self._pending.append(found)

    def flush_if_due(self) -> None:
        rows = sum(len(found.keys) for found in self._pending)
        whole = sum(len(found.results) for found in self._pending)
        if rows >= SIZE or whole >= WHOLE or time.monotonic() - self._since > SECONDS:
            self.flush()

    def flush(self) -> None:
        pending, self._pending = self._pending, []  # what cannot be written is not tried twice
        self._since = time.monotonic()
        if self._store is None or not pending:
            return
        tabled = [found.tables for found in pending if found.tables is not None]
        corrected = self._store.add_tables(tabled) if tabled else []
        again = analyse_all(corrected)
        whole = [result for found in pending if found.tables is None for result in found.results]
        if whole := [*whole, *(result for result in again if isinstance(result, ArticleResult))]:
            self._store.add(whole, correct)


def _new(
    inputs: Iterable[Article | Unreadable],
    current: frozenset[str],
    report: Report,
    tell: Callable[[int], None],
    *,
    once: bool,
) -> Iterator[Article | Unreadable]:
    """The inputs to analyse; with ``once``, what comes again word for word is left out."""
    seen: set[str] = set()
    for item in inputs:
        if isinstance(item, Article):
            item = complete(item)
            key = article_key(item)
            if key in current or (once and key in seen):
                report.keys += [key] if key not in seen else []
                report.skipped += 1
                seen.add(key)
                tell(1)
                continue
            seen.add(key)
        yield item
