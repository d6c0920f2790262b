"""Sources typed differently in different articles, on the Sources page: the evidence, and one click that settles it."""

import re
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.source_overrides import OwnSource, read_own_list, settled, settlements, unsettled, write_own_list
from analysis.storage.typings import LIMIT, Typings, typings
from dashboard.corpus import Corpus, cached_query
from dashboard.i18n import labels, language
from dashboard.i18n.language import say
from dashboard.review import article_link
from dashboard.review.passages import highlight
from dashboard.templates import fill

_SHOWN = 10
_TOLD = "widerspruch-meldung"


def show(whole: Corpus) -> None:
    """Show the conflicts of a whole corpus a page at a time, and below them what the user has settled."""
    if told := st.session_state.pop(_TOLD, None):
        st.toast(told, icon=":material/check_circle:")
    found: Typings = cached_query(whole, typings)
    rows = measures.conflicts(found.rows)
    st.caption(say("conflicts.told"))
    if rows.empty:
        st.info(say("conflicts.none"), icon=":material/task_alt:")
    else:
        _page(whole, rows)
    if found.sources > LIMIT:
        st.caption(say("conflicts.most", n=labels.number(LIMIT)))
    _settled(whole)


def _page(whole: Corpus, rows: pd.DataFrame) -> None:
    entities = list(dict.fromkeys(rows["entity"]))
    pages = -(-len(entities) // _SHOWN)
    st.markdown(say("conflicts.number", n=labels.number(len(entities))))
    page = st.number_input(say("review.page", pages=pages), 1, pages, key="widerspruch-seite") if pages > 1 else 1
    for entity in entities[_SHOWN * (page - 1) : _SHOWN * page]:
        with st.container(border=True):
            st.markdown(f"**{labels.plain(entity)}**")
            for row in rows[rows["entity"] == entity].to_dict("records"):
                _typing(whole, row)


def _typing(whole: Corpus, row: Mapping[Hashable, Any]) -> None:
    """One typing: how often, a sentence as evidence, and the buttons."""
    typed = typing_in_words(row["country"], row["institution"])
    key = f"{row['entity']}-{row['country']}-{row['institution']}"
    st.html(typing_html(row))
    with st.container(horizontal=True):
        # That nobody knows is nothing to settle on.
        known = row["institution"] != "unknown"
        if known and st.button(say("conflicts.everywhere", typed=typed), key=f"ueberall-{key}"):
            rows = settled(_own(whole), row["entity"], row["country"], row["institution"])
            _keep(whole, rows, say("conflicts.kept", entity=labels.plain(row["entity"]), typed=typed))
        if st.button(say("review.in_article"), key=f"beleg-{key}", type="tertiary", icon=":material/article:"):
            article_link.go_to(row["article"], f"s:{row['statement']}")


def typing_html(row: Mapping[Hashable, Any]) -> str:
    """A typing of a source with the sentence that stands for it; everything from articles is escaped."""
    counts = [say(f"shared.{name}", n=labels.number(row[name])) for name in ("statements", "articles")]
    place = [
        labels.day(row[name]) if name == "published" else row[name]
        for name in ("outlet", "published", "title")
        if isinstance(row[name], str)
    ]
    return fill(
        "views/sources/typing.html",
        typed=typing_in_words(row["country"], row["institution"]),
        counts=[*counts, say("conflicts.share", share=labels.percent(row["share"]))],
        pieces=_pieces(row["sentence"], row["speaker"]) or highlight(row["sentence"], row["quote"]),
        facts=" · ".join(place),
    )


def _pieces(sentence: str, words: str) -> list[tuple[str, bool]]:
    """The sentence in pieces, with True the words; nothing where they are not in it as whole words ("versprach")."""
    found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", sentence) if words else None
    if found is None:
        return []
    start, end = found.span()
    return [(sentence[:start], False), (sentence[start:end], True), (sentence[end:], False)]


def typing_in_words(country: str, institution: str) -> str:
    """ "Regierung (Russland)"."""
    return say(
        "conflicts.typing", institution=labels.say("institution", institution), country=language.country(country)
    )


def _settled(whole: Corpus) -> None:
    """What the own list says of single sources, the newest first, each to be taken back."""
    rows = settlements(_own(whole))[::-1]
    if not rows:
        return
    st.markdown(f"**{say('conflicts.settled')}**")
    for row in rows[:_SHOWN]:
        wide, narrow = st.columns([3, 1], vertical_alignment="center")
        wide.markdown(f"{labels.plain(row.name)}: {typing_in_words(row.country, row.institution)}")
        if narrow.button(say("conflicts.undo"), key=f"zurueck-{row.name}", icon=":material/undo:", width="stretch"):
            _keep(whole, unsettled(_own(whole), row.name), say("conflicts.undone", entity=labels.plain(row.name)))
    if len(rows) > _SHOWN:
        st.caption(say("conflicts.further", n=labels.number(len(rows) - _SHOWN)))


def _own(whole: Corpus) -> tuple[OwnSource, ...]:
    return read_own_list(whole.store.own_list)


def _keep(whole: Corpus, rows: Sequence[OwnSource], told: str) -> None:
    """Write the list, which counts at once, and show the page anew with a message."""
    write_own_list(rows, whole.store.own_list)
    st.session_state[_TOLD] = told
    st.rerun()
