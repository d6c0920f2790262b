"""The command that brings a store up to date with the own list of words, ``quellenlage words``."""

import sys
from pathlib import Path

import click
from tqdm import tqdm

from analysis.batch.word_changes import apply_words
from analysis.batch.workers import collect_seldom, cores
from analysis.cli.options import with_words, words_of
from analysis.cli.summary import count
from analysis.storage.store import Store, StoreError


@click.command()
@click.option("--store", "path", type=click.Path(path_type=Path, dir_okay=False), help="DuckDB file with the results.")
@with_words
@click.option("--jobs", type=click.IntRange(1), default=cores, help="Processes that share the work; all cores.")
def words(path: Path | None, words: Path | None, no_words: bool, jobs: int) -> None:
    """Make all stored results follow your own list of words.

    Only articles that a change of the list concerns are analysed again. The list is a CSV file with the columns
    list (hedge, stance, event, tone), action (add, remove, reclass), word and value; the page Wörter of the dashboard
    edits it.

    \b
    Exit code: 0 all done; 1 the analysis of an article failed; 2 wrong usage,
    a fault in the list, or nothing could be kept.
    """
    collect_seldom()
    own, store = words_of(words, no_words), Store(path)
    if not store.exists():
        raise click.UsageError(f"{store.path}: no such store; analyse articles first")
    try:
        with tqdm(unit=" articles", disable=None, delay=1.0, file=sys.stderr) as bar:

            def tell(done: int, total: int) -> None:
                bar.total = total
                bar.update(done - bar.n)

            applied = apply_words(store, own, jobs=jobs, on_progress=tell)
    except (StoreError, OSError) as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{count(len(own.rows), 'own word')}; {count(applied.analysed, 'article')} analysed again, "
               f"{applied.unconcerned} not concerned")  # fmt: skip
    for key in applied.failed:
        click.echo(f"analysis failed: {key}", err=True)
    if applied.failed:
        raise SystemExit(1)
