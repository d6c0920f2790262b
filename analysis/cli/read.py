"""The command that only reads, ``quellenlage read``: people check the reading before anything is analysed."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from analysis.cli.examples import EXAMPLES
from analysis.cli.options import FORMATS, of_articles
from analysis.cli.progress import failure_lines
from analysis.cli.summary import account_lines, count
from analysis.model import Article
from analysis.pipeline import complete
from analysis.reading.account import Account
from analysis.reading.failures import Failures
from analysis.reading.inputs import read_inputs
from analysis.reading.raw.records import Unreadable

_FAILURES = Path("failures.csv")
_TITLE, _OUTLET = 70, 24


@click.command(epilog=FORMATS + EXAMPLES)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--format", "kind", type=click.Choice(["jsonl"]), help="One JSON object per article, with its text.")
@of_articles
def read(
    paths: tuple[str, ...], kind: str | None, outlet: str | None, published: str | None, columns: Mapping[str, str]
) -> None:
    """Show what is read from files, folders, archives and web pages, without analysing it.

    A line for each article tells its day, outlet, title, number of words and what its reader doubts; at the end stands
    what was not read or used. With --format jsonl each article is a JSON object with id, title, outlet, published,
    url, author, section, page, all other columns, warnings and text; analyse reads such a file again.

    \b
    Exit code: 0 all read; 1 some input could not be read (each is named on
    standard error); 2 wrong usage, or nothing was read.
    """
    try:
        _read(paths, kind, outlet, published, columns)
    except BrokenPipeError:
        raise
    except OSError as error:  # a full disk, for example
        raise _Failure(str(error)) from error


class _Failure(click.ClickException):
    """What was read could not be told."""

    exit_code = 2


def _read(
    paths: tuple[str, ...], kind: str | None, outlet: str | None, published: str | None, columns: Mapping[str, str]
) -> None:
    account, failures = Account(), Failures()
    for item in read_inputs(paths, outlet=outlet, published=published, columns=columns):
        if isinstance(item, Unreadable):
            failures.append(item)
            account.add(item)
            continue
        article = complete(item)
        account.add(article)
        click.echo(_json(article) if kind else _line(article))
    click.echo(f"{count(account.articles, 'article')} read", err=bool(kind))
    for line in account_lines(account):
        click.echo(line, err=bool(kind))
    for line in failure_lines(failures, _FAILURES):
        click.echo(line, err=True)
    if failures:
        sys.exit(1 if account.articles else 2)


def _json(article: Article) -> str:
    """The article as one object; columns of the input stand beside the fields, and never in their place."""
    fields = {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "url": article.url,
        "author": article.author,
        "section": article.extra.get("section"),
        "page": article.extra.get("page"),
        "warnings": list(article.warnings),
        "text": article.text,
    }
    return json.dumps({**article.extra, **fields}, ensure_ascii=False)


def _line(article: Article) -> str:
    day = (article.published or "no date")[:10]
    words = count(len(article.text.split()), "word")
    title = _cut(article.title or article.text.strip().split("\n", 1)[0], _TITLE)
    line = f"{day:10}  {_cut(article.outlet or 'no outlet', _OUTLET):{_OUTLET}}  {title} ({words})"
    return "\n".join([line, *(f"            ! {warning}" for warning in article.warnings)])


def _cut(text: str, most: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
