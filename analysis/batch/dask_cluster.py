"""The same analysis on many machines: a Dask cluster takes files, each becomes one part of partitioned Parquet.

A part is written beside its place and renamed when it is whole, its articles last, so a part is there or not. A worker
that dies is replaced by Dask's scheduler, which gives its file to another: that one writes the same part again, so
nothing is lost and nothing doubled. Running again skips the parts that are there.

The machines need this package and the same paths: a shared folder for the files and the results.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from analysis.batch.run import CHUNK, Report, analyse_chunk
from analysis.corrections.apply import correct
from analysis.model import Article, ArticleResult
from analysis.own_words.active import NO_WORDS, OwnWords, using
from analysis.pipeline import analyse_all, complete
from analysis.reading.files import ENDINGS, Unreadable
from analysis.reading.inputs import read_inputs
from analysis.storage.store import Store, current_fingerprint
from analysis.tables.columns import RESULTS

LAST = "articles"
"""The table whose file says that the part is whole."""
RETRIES = 3


class Run(NamedTuple):
    """Where the tables lie, and what is given for all articles: outlet, date, columns named by hand (field, column).

    ``words`` is the own list of words to follow.
    """

    out: Path
    outlet: str | None = None
    published: str | None = None
    columns: tuple[tuple[str, str], ...] = ()
    words: OwnWords = NO_WORDS

    def part(self, file: Path, table: str) -> Path:
        """Where the rows of a table lie that come from a file, by its path and state and the analysis's version."""
        state = file.stat()
        given = (self.outlet, self.published, *self.columns, self.words.key)
        known = (file.resolve(), state.st_size, state.st_mtime_ns, current_fingerprint(), *given)
        name = hashlib.sha256("\n".join(map(str, known)).encode()).hexdigest()[:16]
        return self.out.resolve() / table / f"part-{name}.parquet"


class Part(NamedTuple):
    """What became of one file: how many articles it gave, and what could not be read or analysed."""

    articles: int
    unreadable: list[Unreadable]


def analyse_on(
    address: str, paths: Iterable[Path], run: Run, on_progress: Callable[[int], None] | None = None
) -> Report:
    """Analyse files, and the files in folders, on the Dask cluster at ``address``; the tables lie under ``run.out``.

    ``on_progress`` hears how many more inputs are dealt with. Raises ``OSError`` where there is no such cluster.
    """
    # Only who asks for a cluster needs Dask.
    from distributed import Client, as_completed

    report = Report()
    files = list(_files(paths))
    there = [file for file in files if run.part(file, LAST).exists()]
    report.skipped = sum(pq.read_metadata(run.part(file, LAST)).num_rows for file in there)
    work = partial(analyse_file, run=run._replace(out=run.out.resolve()), version=current_fingerprint())
    with Client(address) as client:
        todo = [file for file in files if file not in set(there)]
        futures = {client.submit(work, file, retries=RETRIES, pure=False): file for file in todo}
        for future in as_completed(list(futures)):
            part = future.result() if future.status == "finished" else _failed(futures[future], future.exception())
            report.unreadable += part.unreadable
            report.analysed += part.articles
            if on_progress:
                on_progress(part.articles + len(part.unreadable))
    return report


def analyse_file(file: Path, run: Run, version: str) -> Part:
    """Analyse the articles of one file and write its part of every table: what a worker of the cluster does.

    Raises ``ValueError`` where this machine has another version of the package or its data than ``version``.
    """
    if version != current_fingerprint():
        raise ValueError(f"this worker has version {current_fingerprint()} of the analysis, not {version}")
    read = read_inputs([str(file)], outlet=run.outlet, published=run.published, columns=dict(run.columns))
    items = (complete(item) if isinstance(item, Article) else item for item in read)
    seen = set[str]()
    unreadable: list[Unreadable] = []
    with _writers(file, run) as write:
        while chunk := list(islice(items, CHUNK)):
            done = analyse_chunk(chunk, keep=True, show=False, words=run.words)
            if done.tables:
                write({table: frame[~frame["article"].isin(list(seen))] for table, frame in done.tables.items()})
            seen.update(done.keys)
            unreadable += done.unreadable
    return Part(len(seen), unreadable)


def gather(store: Store, paths: Iterable[Path], run: Run) -> None:
    """Put the parts of these files into a store, where the dashboard finds them; what is there already is skipped."""
    with using(run.words):
        _gather(store, paths, run)


def _gather(store: Store, paths: Iterable[Path], run: Run) -> None:
    current = store.current()
    for file in _files(paths):
        if run.part(file, LAST).exists():
            tables = {table: pq.read_table(run.part(file, table)).to_pandas() for table in RESULTS}
            new = {table: frame[~frame["article"].isin(list(current))] for table, frame in tables.items()}
            corrected = analyse_all(store.add_tables([new]))
            store.add((result for result in corrected if isinstance(result, ArticleResult)), correct)
            current |= set(new["articles"]["article"])


@contextmanager
def _writers(file: Path, run: Run) -> Iterator[Callable[[Mapping[str, pd.DataFrame]], None]]:
    """A function that adds rows to the part of every table; all of it is there at the end, or nothing."""
    paths = {table: run.part(file, table) for table in sorted(RESULTS, key=lambda table: table == LAST)}
    half = {table: path.with_suffix(f".{os.getpid()}.half") for table, path in paths.items()}
    writers: dict[str, pq.ParquetWriter] = {}
    try:
        with ExitStack() as stack:

            def write(tables: Mapping[str, pd.DataFrame]) -> None:
                for table, frame in tables.items():
                    rows = pa.Table.from_pandas(frame, preserve_index=False)
                    if table not in writers:
                        half[table].parent.mkdir(parents=True, exist_ok=True)
                        writers[table] = stack.enter_context(pq.ParquetWriter(half[table], rows.schema))
                    writers[table].write_table(rows.cast(writers[table].schema))

            yield write
        if writers:
            for table, path in paths.items():
                half[table].replace(path)
    finally:
        for path in half.values():
            path.unlink(missing_ok=True)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        found: Sequence[Path] = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file for file in found if not path.is_dir() or (file.is_file() and file.suffix.lower() in ENDINGS))


def _failed(file: Path, error: BaseException | None) -> Part:
    return Part(0, [Unreadable(str(file), f"analysis failed: {type(error).__name__}: {error}")])
