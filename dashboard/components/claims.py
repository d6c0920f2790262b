"""Pieces of the certainty page: the profile split by hedging, the ladder of a claim, headlines, keywords in context."""

from collections.abc import Callable, Mapping
from html import escape
from typing import NamedTuple

import pandas as pd
import streamlit as st

from analysis import measures
from analysis.storage.counts import Source
from analysis.storage.rows import chunks
from analysis.tables.selection import Selection
from dashboard.corpus import Corpus, cached_query
from dashboard.i18n import labels, texts
from dashboard.i18n.language import say

LIMIT = 5000
"""Statements up to which claims are compared; every pair that may be alike is looked at."""
_STYLE = """
<style>
.ql-rungs.ql-rungs { list-style: none; margin: 0; padding: 0; max-width: 60rem; }
.ql-rungs li { margin: 0 0 .9em 0; padding-left: .8em; border-left: 3px solid #808890; line-height: 1.5;
  overflow-wrap: anywhere; }
.ql-rungs b { display: block; } .ql-rungs small { display: block; opacity: .75; }
.ql-steps { letter-spacing: .15em; margin-right: .5em; }
.ql-kwic { width: 100%; border-collapse: collapse; }
.ql-kwic td { padding: .3em .4em; vertical-align: top; border-bottom: 1px solid #80889055; overflow-wrap: anywhere; }
.ql-kwic td:first-child { text-align: right; width: 42%; }
.ql-kwic td:nth-child(2) { font-weight: 700; overflow-wrap: break-word; }
@media (min-width: 50rem) { .ql-kwic td:nth-child(2) { white-space: nowrap; width: 1%; } }
.ql-kwic small { display: block; opacity: .75; font-weight: 400; }
</style>
"""


_FACTS: Mapping[str, Callable[[str, str], str]] = {
    "published": lambda _, day: labels.day(day),
    "rule": lambda _, rule: say("evidence.rule", rule=rule),
    "holder": lambda name, holder: say("evidence.holder", holder=labels.say(name, holder)),
}
"""How a fact is told that its bare value would not explain."""


class Comparison(NamedTuple):
    """The claims of several outlets, and the headlines beside their bodies."""

    claims: pd.DataFrame
    headlines: pd.DataFrame


def compared(corpus: Corpus) -> Comparison | None:
    """What the claim ladder and the headlines show; of more than ``LIMIT`` statements None, and why is said."""
    if corpus.size().statements > LIMIT:
        st.info(texts.TOO_MANY.format(limit=labels.number(LIMIT)), icon=":material/filter_alt:")
        return None
    found: Comparison = cached_query(corpus, _compared)
    return found


def _compared(source: Source, selection: Selection) -> Comparison:
    tables = [pd.concat(chunks(source, table, selection)) for table in ("statements", "sentences", "hedges")]
    wordings = measures.wordings(*(table.reset_index(drop=True) for table in tables))
    return Comparison(measures.claims(wordings), measures.headlines(wordings))


def show_claims(claims: pd.DataFrame, key: str, none: str) -> None:
    """Let the user choose a claim, and show its ladder; where there is none ``none`` is said."""
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
    return f'{_STYLE}<ol class="ql-rungs">' + "".join(_rung(row) for row in claim.to_dict("records")) + "</ol>"


def headlines_html(rows: pd.DataFrame) -> str:
    """Headlines, each over the sentence that says it more carefully; everything from articles is escaped."""
    items = "".join(
        f"<li><b>{escape(str(row['headline']))}</b>{steps(str(row['rung']))}"
        f"<br>{escape(str(row['body']))}<br>{steps(str(row['body_rung']))}"
        f"<small>{_facts(row, ('cues', 'entity', 'outlet', 'published'))}</small></li>"
        for row in rows.to_dict("records")
    )
    return f'{_STYLE}<ol class="ql-rungs">{items}</ol>'


def steps(rung: str) -> str:
    """A rung as seven marks, filled up to it, and in words."""
    height = measures.RUNGS.index(rung) + 1  # type: ignore[arg-type]
    marks = "▮" * height + "▯" * (len(measures.RUNGS) - height)
    return f'<span class="ql-steps" aria-hidden="true">{marks}</span>{escape(labels.say("rung", rung))}'


def _rung(row: Mapping[str, object]) -> str:
    who = str(row["entity"]) or labels.HOLDER["author"]
    facts = _facts(row, ("cue", "cues", "published", "title"))
    return (
        f"<li><b>{escape(str(row['outlet']))}: {escape(who)}</b>{steps(str(row['rung']))}"
        f"<br>{escape(str(row['wording']))}<small>{facts}</small></li>"
    )


def _facts(row: Mapping[str, object], names: tuple[str, ...]) -> str:
    found = [_FACTS.get(name, labels.say)(name, text) for name in names if isinstance(text := row[name], str) and text]
    return escape(" · ".join(found))
