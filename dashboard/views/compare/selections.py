"""The two sides of the compare page: any two selections, each by outlet, period, story, article and category.

A side is the selection of the sidebar narrowed further; everything chosen stands in the address.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.storage.rows import Size
from analysis.stories import queries
from analysis.tables.selection import Selection
from dashboard.components import layout
from dashboard.corpus import Corpus, cached_query
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.views.stories import sources

LETTERS = ("A", "B")
_NOTHING = "\u2205"
"""Matches no outlet or category: stands for a choice that the sidebar filter excludes."""
_LONG = 40
"""Letters of a name of outlets, stories and so on."""


class Side(NamedTuple):
    """One of the two selections compared; ``of_sources`` where it is limited to certain categories of sources."""

    name: str
    corpus: Corpus
    of_sources: bool = False


class Choices(NamedTuple):
    """What can be chosen on either side: keys and their names."""

    outlets: list[str]
    categories: list[str]
    stories: dict[str, str]
    articles: dict[str, str]


def choose(corpus: Corpus, size: Size) -> tuple[Side, Side]:
    """Let the user choose both sides; at first the two largest outlets."""
    search = ""
    if size.articles > layout.LISTED:
        search = st.text_input(say("compare.search"), key="vergleich-suche", bind="query-params")
    choices = Choices(
        corpus.values("articles", "outlet"),
        corpus.values("statements", "category"),
        _named(
            cached_query(corpus, queries.listed, search=search, limit=layout.LISTED).set_index("story"), sources.name
        ),
        _named(corpus.articles(search, layout.LISTED).set_index("article", drop=False), labels.article),
    )
    columns = st.columns(2, gap="medium")
    return _choose(columns[0], corpus, size, choices, 0), _choose(columns[1], corpus, size, choices, 1)


def _named(rows: pd.DataFrame, name: Callable[["pd.Series[str]"], str]) -> dict[str, str]:
    return {str(key): name(row) for key, row in rows.iterrows()}


def _choose(column: DeltaGenerator, corpus: Corpus, size: Size, choices: Choices, place: int) -> Side:
    letter, key = LETTERS[place], LETTERS[place].lower()
    largest = choices.outlets[place : place + 1]
    with column, st.container(border=True):
        name = st.empty()
        with st.container(horizontal=True):
            outlets = _some("outlet", f"{key}-medium", choices.outlets, first=largest, more=True)
            categories = _some("category", f"{key}-quellentyp", choices.categories, labels.CATEGORY)
        # What is rarely asked for is made only when it is opened.
        with st.popover(say("compare.more"), icon=":material/tune:", width="stretch"):
            start, end = _day(size, "from", f"{key}-von"), _day(size, "to", f"{key}-bis")
            stories = _some("story", f"{key}-geschichte", list(choices.stories), choices.stories)
            articles = _some("article", f"{key}-artikel", list(choices.articles), choices.articles)
        chosen = Selection(articles, outlets, start, end, categories=categories)
        side = side_of(corpus, chosen, stories, choices, letter)
        name.markdown(f"**{labels.plain(side.name)}**")
    return side


def _some(
    name: str, key: str, values: Sequence[str], names: Mapping[str, str] | None = None, *,
    first: Sequence[str] = (), more: bool = False,
) -> tuple[str, ...]:  # fmt: skip
    found = st.multiselect(
        say(f"compare.{name}"), values, default=list(first), key=key, placeholder=say("filter.all"),
        format_func=lambda value: (names or {}).get(value, value), accept_new_options=more, bind="query-params",
    )  # fmt: skip
    return tuple(found)


def _day(size: Size, name: str, key: str) -> str | None:
    first, last = (date.fromisoformat(day) if day else None for day in (size.first, size.last))
    day = st.date_input(say(f"filter.{name}"), None, first, last, key=key, format=say("format.date_input"),
                        bind="query-params")  # fmt: skip
    return day.isoformat() if isinstance(day, date) else None


def side_of(corpus: Corpus, chosen: Selection, stories: Sequence[str], choices: Choices, letter: str) -> Side:
    """The chosen side, within the filter of the sidebar; articles of chosen stories add to chosen articles."""
    wide = corpus.selection
    articles = [key for name in stories for key in cached_query(corpus, queries.articles_of, name)] + [*chosen.articles]
    narrow = replace(
        wide,
        outlets=_within(chosen.outlets, wide.outlets),
        categories=_within(chosen.categories, wide.categories),
        articles=tuple(dict.fromkeys(articles)) or wide.articles,
        start=max(filter(None, (chosen.start, wide.start)), default=None),
        end=min(filter(None, (chosen.end, wide.end)), default=None),
    )
    name = f"{letter}: {_name(chosen, stories, choices)}"
    return Side(name, corpus._replace(selection=narrow), bool(chosen.categories))


def _within(own: tuple[str, ...], wide: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for value in own if not wide or value in wide) or ((_NOTHING,) if own else wide)


def _name(chosen: Selection, stories: Sequence[str], choices: Choices) -> str:
    """What a side is called, from what was chosen."""
    listed = [
        chosen.outlets,
        [labels.say("category", value) for value in chosen.categories],
        [_period(chosen.start, chosen.end)] if chosen.start or chosen.end else [],
        [choices.stories.get(value, value) for value in stories],
        [choices.articles.get(value, value) for value in chosen.articles],
    ]
    return " · ".join(_short(values) for values in listed if values) or say("compare.everything")


def _short(values: Sequence[str]) -> str:
    """The first two, and how many more there are."""
    text = ", ".join(values[:2])
    text = text if len(text) <= _LONG else text[: _LONG - 2].rstrip() + " …"
    return text + (f" + {len(values) - 2}" if values[2:] else "")


def _period(start: str | None, end: str | None) -> str:
    first, last = (labels.day(day) if day else "" for day in (start, end))
    if start and end:
        return say("compare.between", first=first, last=last)
    return say("compare.since", day=first) if start else say("compare.until", day=last)


def unfit(left: Side, right: Side) -> str:
    """Why these two cannot be compared, empty where they can."""
    sizes = [side.corpus.size() for side in (left, right)]
    for side, size in zip((left, right), sizes, strict=True):
        if not size.statements:
            return say("compare.none", side=labels.plain(side.name))
    if sizes[0] == sizes[1] and _same(left.corpus, right.corpus):
        return say("compare.same")
    return ""


def _same(one: Corpus, other: Corpus) -> bool:
    """Whether the articles are the same and the statements are chosen alike."""
    bare = [replace(each.selection, articles=(), outlets=(), start=None, end=None) for each in (one, other)]
    return bare[0] == bare[1] and one.keys() == other.keys()
