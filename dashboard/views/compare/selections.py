"""The two sides of the compare page: any two selections, each by outlet, source, category, period, story, article.

A side is the selection of the sidebar narrowed further; everything chosen stands in the address.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.model import NOBODY
from analysis.storage import rows
from analysis.storage.rows import Size
from analysis.stories import queries
from analysis.tables.selection import Selection
from dashboard import address
from dashboard.components import layout
from dashboard.corpus import Corpus, cached_query
from dashboard.i18n import labels
from dashboard.i18n.language import say
from dashboard.views.stories import sources

LETTERS = ("A", "B")
_NEAR = 6
"""Names that are offered for one that nobody has."""
_NOTHING = "\u2205"
"""Matches no outlet, source or category: stands for a choice that the sidebar filter excludes."""
_LONG = 40
"""Letters of a name of outlets, stories and so on."""


class Side(NamedTuple):
    """One of the two selections compared.

    ``of_sources`` where it is limited to certain sources or categories of them, ``named`` where to certain sources.
    """

    name: str
    corpus: Corpus
    of_sources: bool = False
    named: bool = False


class Choices(NamedTuple):
    """What can be chosen on either side: keys and their names."""

    outlets: list[str]
    sources: list[str]
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
        [name for name in corpus.values("statements", "entity") if name != NOBODY.entity],
        corpus.values("statements", "category"),
        _named(
            cached_query(corpus, queries.listed, search=search, limit=layout.LISTED).set_index("story"), sources.name
        ),
        layout.article_names(_articles(corpus, search)),
    )
    columns = st.columns(2, gap="medium")
    return _choose(columns[0], corpus, size, choices, 0), _choose(columns[1], corpus, size, choices, 1)


def _articles(corpus: Corpus, search: str) -> pd.DataFrame:
    """The articles found, and those that either side has already, by their keys."""
    keys = [f"{letter.lower()}-artikel" for letter in LETTERS]
    chosen = {one for key in keys for one in [*st.session_state.get(key, []), *st.query_params.get_all(key)]}
    return layout.listed_with(corpus, search, chosen).set_index("article")


def _named(listed: pd.DataFrame, name: Callable[["pd.Series[str]"], str]) -> dict[str, str]:
    return {str(key): name(row) for key, row in listed.iterrows()}


def _choose(column: DeltaGenerator, corpus: Corpus, size: Size, choices: Choices, place: int) -> Side:
    letter, key = LETTERS[place], LETTERS[place].lower()
    largest = choices.outlets[place : place + 1]
    with column, st.container(border=True):
        name = st.empty()
        named = _some("source", f"{key}-quelle", choices.sources, accept_new_options=True,
                      on_change=_whole_corpus, args=(key, largest))  # fmt: skip
        _offer_near(corpus, f"{key}-quelle", named)
        with st.container(horizontal=True):
            outlets = _some("outlet", f"{key}-medium", choices.outlets, default=largest, accept_new_options=True)
            categories = _some("category", f"{key}-quellentyp", choices.categories, labels.CATEGORY)
        # What is rarely asked for is made only when it is opened.
        with st.popover(say("compare.more"), icon=":material/tune:", width="stretch"):
            start, end = _day(size, "from", f"{key}-von"), _day(size, "to", f"{key}-bis")
            stories = _some("story", f"{key}-geschichte", list(choices.stories), choices.stories)
            articles = _some("article", f"{key}-artikel", list(choices.articles), choices.articles)
        chosen = Selection(articles, outlets, start, end, categories=categories, entities=named)
        side = side_of(corpus, chosen, stories, choices, letter)
        name.markdown(f"**{labels.plain(side.name)}**")
    return side


def _some(
    name: str, key: str, values: Sequence[str], names: Mapping[str, str] | None = None, **further: Any
) -> tuple[str, ...]:
    return address.multiselect(
        say(f"compare.{name}"), values, key, lambda value: (names or {}).get(value, value),
        placeholder=say("filter.all"), **further,
    )  # fmt: skip


def _whole_corpus(key: str, largest: list[str]) -> None:
    """Who chooses a first source means it everywhere: the outlet that stood there from the beginning gives way."""
    if len(st.session_state[f"{key}-quelle"]) == 1 and st.session_state[f"{key}-medium"] == largest:
        st.session_state[f"{key}-medium"] = []


def _offer_near(corpus: Corpus, key: str, names: Sequence[str]) -> None:
    """For a typed name that nobody has, the names that contain it."""

    def take() -> None:
        taken = st.session_state[f"{key}-nahe"]
        st.session_state[key] = list(dict.fromkeys(taken if name == unknown[0] else name for name in names))

    unknown = [name for name in names if name not in corpus.known("entity", names)]
    if not unknown:
        return
    near = cached_query(corpus, rows.values, "statements", "entity", search=unknown[0], limit=_NEAR)
    told = say("compare.near" if len(near) else "compare.unknown", name=labels.plain(unknown[0]))
    if len(near):
        st.pills(told, list(near.index), key=f"{key}-nahe", on_change=take)
    else:
        st.caption(told)


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
        entities=_within(chosen.entities, wide.entities),
        articles=tuple(dict.fromkeys(articles)) or wide.articles,
        start=max(filter(None, (chosen.start, wide.start)), default=None),
        end=min(filter(None, (chosen.end, wide.end)), default=None),
    )
    name = f"{letter}: {_name(chosen, stories, choices)}"
    named = bool(chosen.entities)
    return Side(name, corpus._replace(selection=narrow), named or bool(chosen.categories), named)


def _within(own: tuple[str, ...], wide: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(value for value in own if not wide or value in wide) or ((_NOTHING,) if own else wide)


def _name(chosen: Selection, stories: Sequence[str], choices: Choices) -> str:
    """What a side is called, from what was chosen."""
    listed = [
        chosen.outlets,
        chosen.entities,
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
