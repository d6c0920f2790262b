"""The ladder of a claim and the headlines beside their bodies, for the pages on certainty and stories."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.storage.counts import Source
from analysis.storage.rows import chunks
from analysis.tables.selection import Selection
from dashboard.corpus import Corpus, cached_query
from dashboard.i18n import labels, texts
from dashboard.i18n.language import say
from dashboard.templates import fill

LIMIT = 5000
"""Statements up to which claims are compared; every pair that may be alike is looked at."""
_FACTS: Mapping[str, Callable[[str, str], str]] = {
    "published": lambda _, day: labels.day(day),
    "rule": lambda _, rule: say("evidence.rule", rule=rule),
    "holder": lambda name, holder: say("evidence.holder", holder=labels.say(name, holder)),
}
"""Columns whose value needs more than its label to be understood."""


class Comparison(NamedTuple):
    """The claims of several outlets, and the headlines beside their bodies."""

    claims: pd.DataFrame
    headlines: pd.DataFrame


def compared(corpus: Corpus) -> Comparison | None:
    """Claims and headlines of a selection; of more than ``LIMIT`` statements None, with a note on the page."""
    if corpus.size().statements > LIMIT:
        st.info(texts.TOO_MANY.format(limit=labels.number(LIMIT)), icon=":material/filter_alt:")
        return None
    return cached_query(corpus, _compared)


def _compared(source: Source, selection: Selection) -> Comparison:
    tables = [pd.concat(chunks(source, table, selection)) for table in ("statements", "sentences", "hedges")]
    wordings = measures.wordings(*(table.reset_index(drop=True) for table in tables))
    return Comparison(measures.claims(wordings), measures.headlines(wordings))


def show_claims(claims: pd.DataFrame, key: str, none: str) -> None:
    """Let the user choose a claim and show its ladder; without claims show the text ``none``."""
    st.caption(texts.LADDER)
    names = claim_names(claims)
    number = st.selectbox(say("certain.claim"), list(names), key=key, format_func=names.__getitem__)
    if number is None:
        st.info(none, icon=":material/search_off:")
    else:
        st.html(ladder_html(claims[claims["claim"] == number]))


def claim_names(claims: pd.DataFrame) -> dict[int, str]:
    """Every claim by its number: its shortest wording, and in how many outlets it stands."""
    names = {}
    for number, rows in claims.groupby("claim", sort=True):
        shortest = min(rows["wording"], key=len)
        short = shortest if len(shortest) <= 90 else shortest[:88].rstrip() + " …"
        names[int(str(number))] = say("certain.claim_name", short=short, n=rows["outlets"].iloc[0])
    return names


def ladder_html(claim: pd.DataFrame) -> str:
    """The wordings of one claim from the least certain to the most certain; everything from articles is escaped."""
    items = [
        {
            "who": f"{row['outlet']}: {row['entity'] or labels.HOLDER['author']}",
            "rung": _rung(row["rung"]),
            "wording": row["wording"],
            "facts": facts(row, ("cue", "cues", "published", "title")),
        }
        for row in claim.to_dict("records")
    ]
    return fill("components/ladder.html", items=items)


def headlines_html(rows: pd.DataFrame) -> str:
    """Headlines, each over the sentence that says it more carefully; everything from articles is escaped."""
    items = [
        {
            "headline": row["headline"],
            "rung": _rung(row["rung"]),
            "body": row["body"],
            "body_rung": _rung(row["body_rung"]),
            "facts": facts(row, ("cues", "entity", "outlet", "published")),
        }
        for row in rows.to_dict("records")
    ]
    return fill("components/headlines.html", items=items)


def _rung(rung: str) -> tuple[str, str]:
    return steps(rung), labels.say("rung", rung)


def steps(rung: str) -> str:
    """A rung of the certainty ladder as seven marks, filled up to its height."""
    rungs: Sequence[str] = measures.RUNGS
    height = rungs.index(rung) + 1
    return "▮" * height + "▯" * (len(rungs) - height)


def facts(row: Mapping[Any, object], names: Sequence[str]) -> str:
    """Some columns of a row in words on one line; empty ones are left out."""
    told = (_FACTS.get(name, labels.say)(name, text) for name in names if isinstance(text := row[name], str) and text)
    return " · ".join(told)
