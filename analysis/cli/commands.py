"""The commands that analyse: ``quellenlage analyse`` and ``quellenlage stories``."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import click

from analysis.batch.dask_cluster import Run, analyse_on, gather
from analysis.batch.run import Report, analyse_into
from analysis.batch.workers import collect_seldom, cores
from analysis.cli.examples import EXAMPLES
from analysis.cli.options import FORMATS, of_articles, with_words, words_of
from analysis.cli.progress import failure_lines, progress
from analysis.cli.summary import account_lines, count, summary
from analysis.corrections.record import corrector
from analysis.csv_form import DECIMAL_COMMA, DECIMAL_POINT, CsvForm
from analysis.export import writers
from analysis.export.json_result import to_line
from analysis.model import Article, ArticleResult
from analysis.own_words.active import using
from analysis.pipeline import complete
from analysis.reading.account import Account
from analysis.reading.inputs import read_inputs
from analysis.reading.raw.records import Unreadable
from analysis.storage.stale_words import stale
from analysis.storage.store import Store, StoreError
from analysis.stories.group import group, is_due
from analysis.tables.selection import Selection

FAILURES = "failures.csv"
"""Where failures are listed that are too many to be named: in the folder of the output, else beside the store."""
UNREADABLE = 1
"""Exit code when some input could not be read or analysed; all the rest was."""


@click.command(epilog=FORMATS + EXAMPLES)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "kind", type=click.Choice(["jsonl", *writers.KINDS]), help="What to write.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Folder to write to.")
@click.option("--decimal-comma", is_flag=True, help="CSV as German spreadsheets open it: 0,5 between semicolons.")
@click.option(
    "--store", "path", type=click.Path(path_type=Path, dir_okay=False), help="DuckDB file to keep results in."
)
@of_articles
@with_words
@click.option("--again", is_flag=True, help="Analyse anew what the store already holds.")
@click.option("--jobs", type=click.IntRange(1), default=cores, help="Processes that share the work; all cores.")
@click.option("--cluster", metavar="ADDRESS", help="Dask cluster to work on; needs --out, and files as PATH.")
def analyse(
    paths: tuple[str, ...],
    kind: str | None,
    out: Path | None,
    decimal_comma: bool,
    path: Path | None,
    outlet: str | None,
    published: str | None,
    columns: Mapping[str, str],
    words: Path | None,
    no_words: bool,
    again: bool,
    jobs: int,
    cluster: str | None,
) -> None:
    """Analyse articles in files, folders, archives, web pages and feeds.

    Results are kept in the store (by default in your user data folder), where the dashboard finds them;
    running again skips what is there. With --format jsonl and no --out, one JSON object per article goes to standard
    output. With --out, the tables (or results.jsonl) and methods.json go to that folder. Without either, a
    short summary is printed.

    With --cluster, each file is analysed by a worker of that Dask cluster into a part of partitioned Parquet
    in the --out folder, and with --store all parts are put into that store.

    \b
    Exit code: 0 all done; 1 some input could not be read (each is named on
    standard error, or where they are many listed in a file; the rest is
    done); 2 wrong usage, or nothing could be kept or written.
    """
    collect_seldom()
    if out is None and kind not in (None, "jsonl"):
        raise click.UsageError(f"--format {kind} needs --out FOLDER")
    if out is not None and kind is None:
        kind = "csv"
    if decimal_comma and (kind != "csv" or cluster is not None):
        raise click.UsageError("--decimal-comma is for --format csv")
    own = words_of(words, no_words)
    if cluster is not None:
        if out is None or kind not in ("csv", "parquet"):
            raise click.UsageError("--cluster writes Parquet and needs --out FOLDER")
        run = Run(out, outlet, published, tuple(sorted(columns.items())), own)
        _on_cluster(cluster, [Path(name) for name in paths], run, path)
        return
    try:
        store = _open_store(path, needed=kind != "jsonl" or path is not None)
        with progress(paths) as tell:
            account = Account()
            articles = _watched(account, read_inputs(paths, outlet=outlet, published=published, columns=columns))
            batch = partial(analyse_into, store, articles, jobs=jobs, on_progress=tell, words=own)
            with using(own):
                report = _batch(batch, kind, out, again, corrector(store))
        if store is not None and is_due(store, len(report.keys)):
            group(store)
        _write(report, store, kind, out, paths, DECIMAL_COMMA if decimal_comma else DECIMAL_POINT)
        if store is not None and (left := stale(store, own).all):
            click.echo(f"of other runs, {count(left, 'stored article')} not yet by this own list of words: "
                       "quellenlage words brings the store up to date", err=True)  # fmt: skip
        for line in account_lines(account):
            click.echo(line, err=True)
        _finish(report, (out or (store.path.parent if store else Path())) / FAILURES)
    except BrokenPipeError:
        raise  # nobody reads what is printed any more: no failure to tell of
    except (StoreError, writers.ExportError, OSError) as error:
        raise Failure(str(error)) from error


def _on_cluster(address: str, paths: Sequence[Path], run: Run, path: Path | None) -> None:
    try:
        with progress([str(path) for path in paths]) as tell:
            report = analyse_on(address, paths, run, tell)
        if path is not None:
            store = Store(path)
            gather(store, paths, run)
            group(store)
    except ImportError as error:
        raise Failure("Dask is missing: install quellenlage[cluster]") from error
    except (StoreError, OSError) as error:
        raise Failure(str(error)) from error
    click.echo(f"{count(report.analysed, 'article')} analysed, {report.skipped} already there: {run.out}")
    _finish(report, run.out / FAILURES)


class Failure(click.ClickException):
    """Nothing could be kept or written."""

    exit_code = 2


def _open_store(path: Path | None, *, needed: bool) -> Store | None:
    """The store, found writable; None with a warning where it is not, but the results go elsewhere anyway."""
    store = Store(path)
    try:
        store.add([])
    except StoreError as error:
        if needed:
            raise
        click.echo(f"results are printed, but not kept: {error}", err=True)
        return None
    return store


def _watched(account: Account, items: Iterable[Article | Unreadable]) -> Iterator[Article | Unreadable]:
    """The items as they are; counted with the title and outlet that the analysis will find in their texts."""
    for item in items:
        account.add(item if isinstance(item, Unreadable) else complete(item))
        yield item


def _batch(
    batch: Callable[..., Report],
    kind: str | None,
    out: Path | None,
    again: bool,
    corrected: Callable[[ArticleResult], ArticleResult],
) -> Report:
    if kind != "jsonl":
        return batch(again=again)
    # The objects hold spans that no table keeps, so every article is analysed anew.
    with nullcontext(_print_json) if out is None else writers.jsonl_writer(out) as write:
        return batch(again=True, on_result=lambda result: write(corrected(result)))


def _write(
    report: Report, store: Store | None, kind: str | None, out: Path | None, paths: Sequence[str], form: CsvForm
) -> None:
    if kind == "jsonl":
        if out is not None:
            _say_written(report, out)
    elif store is not None and out is None:
        click.echo(summary(store, report))
    elif store is not None and out is not None and report.keys:
        tables = writers.all_tables(store, Selection(articles=tuple(report.keys)))
        writers.write(tables, out, kind or "csv", {"paths": list(paths)}, store, form)
        _say_written(report, out)


def _say_written(report: Report, out: Path) -> None:
    click.echo(f"{count(len(report.keys), 'article')} written to {out}", err=True)


def _print_json(result: ArticleResult) -> None:
    sys.stdout.write(to_line(result) + "\n")


def _finish(report: Report, listed: Path) -> None:
    for line in failure_lines(report.unreadable, listed):
        click.echo(line, err=True)
    if report.unreadable:
        sys.exit(UNREADABLE if report.keys or report.analysed or report.skipped else 2)


@click.command()
@click.option("--store", "path", type=click.Path(path_type=Path, dir_okay=False), help="DuckDB file with the results.")
def stories(path: Path | None) -> None:
    """Find anew which articles are copies and which tell one story.

    This is done after every run of analyse; only where a run adds little to
    a large store is it left to this command.
    """
    try:
        found = group(Store(path))
    except StoreError as error:
        raise Failure(str(error)) from error
    click.echo(f"copies: {found.copies:,}; stories told by several articles: {found.stories:,}")
