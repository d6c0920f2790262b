"""Options that several commands take: what holds for every article, and which column is which field."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from analysis.own_words.active import NO_WORDS, OwnWords
from analysis.own_words.file import OwnWordsError, read_own_words
from analysis.reading.formats import ENDINGS
from analysis.reading.raw.columns import ALIASES
from analysis.reading.raw.dates import iso_date

FORMATS = f"""Endings that are read: {" ".join(ENDINGS)} (docs/formats.md).

"""
C = TypeVar("C", bound=Callable[..., Any])
_FIELD = re.compile(rf"(?:^|,)\s*({'|'.join(ALIASES)})\s*=", re.IGNORECASE)
_FORM = f"write it like text=Beitrag,outlet=Quelle; the fields are {', '.join(ALIASES)}"


def _day(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A date in any usual form as ISO 8601."""
    day = iso_date(value) if value else None
    if value and day is None:
        raise click.BadParameter(f"{value!r} is no date; write it like 2026-11-24 or 24.11.2026")
    return day


def columns_named(
    context: click.Context | None, parameter: click.Parameter | None, values: tuple[str, ...]
) -> Mapping[str, str]:
    """Field -> column of ``text=Beitrag,outlet=Quelle``; commas may stand in the name of a column."""
    named: dict[str, str] = {}
    for value in values:
        # what is split off alternates: nothing before the first field, then field and column in turn
        before, *parts = _FIELD.split(value)
        pairs = list(zip(parts[::2], map(str.strip, parts[1::2]), strict=True))
        if before.strip() or not pairs or not all(column for _, column in pairs):
            raise click.BadParameter(f"{value!r} names no columns; {_FORM}")
        named.update((field.lower(), column) for field, column in pairs)
    return named


def of_articles(command: C) -> C:
    """The options that tell what is known about the articles: ``outlet``, ``published``, ``columns``."""
    options = (
        click.option("--outlet", help="The outlet of every article, whatever is read from it."),
        click.option("--published", callback=_day, help="The date of every article, for example 2026-11-24."),
        click.option(
            "--columns",
            callback=columns_named,
            multiple=True,
            metavar="FIELD=COLUMN,…",
            help="Which column of a table, or field of an object, is which: text=Beitrag,outlet=Quelle.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def with_words(command: C) -> C:
    """The options that name the own list of words: ``words``, ``no_words``."""
    options = (
        click.option(
            "--words",
            type=click.Path(path_type=Path, dir_okay=False),
            help="Own list of words (CSV); by default words.csv in your user data folder.",
        ),
        click.option("--no-words", is_flag=True, help="Follow no own list of words."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def words_of(words: Path | None, no_words: bool) -> OwnWords:
    """The list of words that the options name; ``click.UsageError`` with row and reason where it has a fault."""
    if no_words and words is not None:
        raise click.UsageError("--words FILE or --no-words, not both")
    try:
        return NO_WORDS if no_words else read_own_words(words, strict=True)
    except OwnWordsError as error:
        raise click.UsageError(str(error)) from error
