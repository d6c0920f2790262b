"""The functions of the public interface: articles are read and analysed as the command ``quellenlage`` does it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from analysis import pipeline
from analysis.model import Article, ArticleResult
from analysis.reading.files import Unreadable
from analysis.reading.formats import NO_COLUMNS
from analysis.reading.inputs import read_inputs
from analysis.reading.raw.dates import iso_date


def analyse(
    text: str | Article,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | date | None = None,
    url: str | None = None,
    author: str | None = None,
) -> ArticleResult:
    """Who says what, how certain and in which tone, in one article.

    ``text`` is the article's text, or an ``Article`` as ``read`` gives it. The other arguments are what is known about
    its publication, and come before what an ``Article`` says; a title or outlet that nobody gives is looked for in the
    text. Spans in the result count characters of the text as given. The models are loaded with the first article.

    Raises ``ValueError`` where ``published`` is no date, ``TypeError`` where ``text`` is neither text nor article.
    """
    if isinstance(text, str):
        text = Article("text", text)
    if not isinstance(text, Article):
        raise TypeError(f"text must be a str or an Article, not {type(text).__name__}")
    article = replace(
        text,
        title=title or text.title,
        outlet=outlet or text.outlet,
        published=_day(published) or text.published,
        url=url or text.url,
        author=author or text.author,
    )
    return pipeline.analyse(article)


def read(
    path: str | Path,
    *,
    outlet: str | None = None,
    published: str | date | None = None,
    columns: Mapping[str, str] = NO_COLUMNS,
) -> Iterator[Article | Unreadable]:
    """The articles of a file, of a folder with all below it, or of a web address, one by one.

    What cannot be read, and what is not German, comes as ``Unreadable`` in its place, with ``file``, ``reason`` and,
    in tables and JSON lines, ``line``; nothing is raised for it, and the rest goes on. A path that does not exist, and
    a folder without any file of a known format, give one ``Unreadable``. ``outlet`` and ``published`` hold for every
    article. ``columns`` names columns of tables and fields of objects whose names are not known, as
    ``{"text": "Beitrag"}``. Raises ``ValueError`` where ``published`` is no date.
    """
    return read_inputs([str(path)], outlet=outlet, published=_day(published), columns=columns)


def _day(published: str | date | None) -> str | None:
    """A date in any usual form as ISO 8601."""
    if published is None:
        return None
    if isinstance(published, date):
        return published.isoformat()
    if (day := iso_date(published)) is None:
        raise ValueError(f"{published!r} is no date; write it like 2026-11-24 or 24.11.2026")
    return day
