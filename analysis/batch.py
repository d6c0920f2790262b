"""Many inputs into one store: what is current is skipped, what fails is reported, the rest goes on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from analysis.language.engine import load_engine
from analysis.model import Article, ArticleResult
from analysis.pipeline import analyse_all, complete
from analysis.reading.files import Unreadable
from analysis.store import Store
from analysis.tables.view import article_key

SIZE = 64
"""Articles in one transaction: what a kill in the middle costs at most, and is done again by the next run."""


@dataclass
class Report:
    """What became of a batch; ``keys`` are the articles it is about, analysed now or before."""

    keys: list[str] = field(default_factory=list)
    analysed: int = 0
    skipped: int = 0
    unreadable: list[Unreadable] = field(default_factory=list)


def analyse_into(
    store: Store | None,
    inputs: Iterable[Article | Unreadable],
    *,
    again: bool = False,
    on_result: Callable[[ArticleResult], None] | None = None,
) -> Report:
    """Analyse every article that the store does not hold as current, and keep the results batch by batch.

    ``again`` analyses current ones too; without a store nothing is kept. ``on_result`` sees each new result
    before it is kept. Raises what the store raises where it cannot be written, and what ``on_result`` raises;
    what was analysed by then is kept all the same.
    """
    report = Report()
    pending: list[ArticleResult] = []
    current = frozenset() if again or store is None else store.current()
    try:
        for result in analyse_all(_new(inputs, current, report), load_engine()):
            if isinstance(result, Unreadable):
                report.unreadable.append(result)
                continue
            if store is not None:
                pending.append(result)
            report.keys.append(article_key(result.article))
            report.analysed += 1
            if on_result:
                on_result(result)
            if len(pending) >= SIZE:
                _keep(store, pending)
    finally:  # also when a user interrupts, or closes the page that waits for the results
        _keep(store, pending)
    return report


def _keep(store: Store | None, pending: list[ArticleResult]) -> None:
    batch = pending.copy()
    pending.clear()  # what cannot be written is not tried twice
    if store is not None and batch:
        store.add(batch)


def _new(
    inputs: Iterable[Article | Unreadable], current: frozenset[str], report: Report
) -> Iterator[Article | Unreadable]:
    for item in inputs:
        if isinstance(item, Article):
            item = complete(item)
            key = article_key(item)
            if key in current:
                report.keys.append(key)
                report.skipped += 1
                continue
        yield item
