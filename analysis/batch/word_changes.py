"""A store brought up to date with a changed own list of words: only the articles that the change concerns are analysed.

Every article is kept with the list it follows, so an interruption costs nothing: the next call goes on.
"""

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice

from analysis.batch.run import SMALL, WHOLE
from analysis.batch.workers import Workers
from analysis.corrections.apply import correct
from analysis.language.engine import load_engine
from analysis.model import Article, ArticleResult
from analysis.own_words.active import OwnWords, using
from analysis.pipeline import analyse
from analysis.storage.stale_words import settle, stale, stored_articles
from analysis.storage.store import Store

log = logging.getLogger(__name__)
_CHUNK = 16
Analysed = dict[str, ArticleResult]


@dataclass
class Applied:
    """How many articles were analysed anew, how many needed nothing, and the keys of those that failed."""

    analysed: int = 0
    unconcerned: int = 0
    failed: tuple[str, ...] = ()


def apply_words(
    store: Store, words: OwnWords, *, jobs: int = 1, on_progress: Callable[[int, int], None] | None = None
) -> Applied:
    """Make every result in the store what an analysis by this list finds.

    ``on_progress`` hears how many articles are done, and of how many. Raises what the store raises where it cannot be
    written; what was analysed by then is kept.
    """
    due = stale(store, words)
    settle(store, words, due.others)
    applied = Applied(unconcerned=len(due.others))
    done: Analysed = {}
    tried = 0
    with using(words), _kept_at_the_end(store, done, applied):
        for found in _analysed(store, due.concerned, words, jobs if len(due.concerned) > SMALL else 1):
            done.update({key: result for key, result in found.items() if result is not None})
            applied.failed += tuple(key for key, result in found.items() if result is None)
            tried += len(found)
            if len(done) >= WHOLE:
                _keep(store, done, applied)
            if on_progress:
                on_progress(tried, len(due.concerned))
    return applied


@contextmanager
def _kept_at_the_end(store: Store, done: Analysed, applied: Applied) -> Iterator[None]:
    """Keep what is done by then also when a user interrupts, or closes the page that waits for the results."""
    try:
        yield
    finally:
        _keep(store, done, applied)


def _keep(store: Store, done: Analysed, applied: Applied) -> None:
    if done:
        store.replace(done, correct)
        applied.analysed += len(done)
        done.clear()


def _analysed(
    store: Store, keys: Sequence[str], words: OwnWords, jobs: int
) -> Iterator[Mapping[str, ArticleResult | None]]:
    """The result of each article by key, some at a time; None where the analysis fails."""
    items = stored_articles(store, keys)
    if jobs > 1:
        work = partial(analyse_stored, words=words)
        with Workers(work, _lost, jobs, prepare=load_engine) as workers:
            yield from workers.in_order(items, _CHUNK)
        return
    while chunk := list(islice(items, _CHUNK)):
        yield analyse_stored(chunk, words=words)


def analyse_stored(items: Sequence[tuple[str, Article]], *, words: OwnWords) -> dict[str, ArticleResult | None]:
    """Analyse articles of a store, given with their keys, by this list."""
    found: dict[str, ArticleResult | None] = {}
    with using(words):
        for key, article in items:
            try:
                found[key] = analyse(article)
            except Exception:  # one article must never cost the others
                log.exception("analysis of %r failed", article.id)
                found[key] = None
    return found


def _lost(item: tuple[str, Article]) -> dict[str, ArticleResult | None]:
    return {item[0]: None}
