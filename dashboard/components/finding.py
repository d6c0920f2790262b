"""What a chart shows, in a sentence above it, made from the chart's own figures.

Nothing is claimed that the intervals do not carry: where they overlap, the order is called open; where cases are few,
that is said in place of a finding; of nothing nothing is said. All texts are Markdown.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from analysis.measures import LEAST_ARTICLES, SMALL_SENTENCES
from analysis.model import LABELS
from dashboard.i18n import labels
from dashboard.i18n.language import Said, say

Row = Mapping[Any, Any]
CLAUSES: Mapping[str, Mapping[str, str]] = {
    "category": Said("finding_category"),
    "type": Said("finding_type"),
    "naming": Said("finding_naming"),
    "anonymity": Said("finding_anonymity"),
}
"""By column: how a sentence begins that tells a value is the most frequent, in the right number and gender."""
_NAMES = 3
"""Names that one sentence lists."""


def show(*sentences: str) -> None:
    """Show the sentences above a chart; those that say nothing take no room."""
    if told := " ".join(filter(None, sentences)):
        st.markdown(told)


def ranking(frame: pd.DataFrame, by: str, of: str = "statements") -> str:
    """What comes most often, with its share and interval, and whether another may come more often.

    ``frame`` is one of shares: ``by``, n, base, share, low, high, few. ``of`` tells what the base counts:
    statements, words, hedges.
    """
    rows = _rows(frame[frame["n"] > 0].sort_values("n", ascending=False, kind="stable"))
    if not rows:
        return ""
    first, base = rows[0], say(f"finding.{of}", n=labels.number(rows[0]["base"]))
    if first["few"] == "cases":
        return say("finding.few", base=base) if of != "words" else say("finding.few_words")
    if first["n"] == first["base"]:
        only = name(by, first[by])
        return say("finding.only", base=base, name=only) if of != "words" else say("finding.only_words", name=only)
    same = [row for row in rows if row["n"] == first["n"]]
    if len(same) > 1:
        return say("finding.tied", n=labels.number(first["n"]), base=base, names=_names(by, same))
    digits = labels.share_digits(frame)
    values = {"share": labels.share(first["share"], digits), "base": base, "between": _between(first, digits)}
    clause = CLAUSES.get(by, {}).get(str(first[by]))
    told = (
        say("finding.top", first=clause, **values)
        if clause
        else say("finding.top_name", name=name(by, first[by]), **values)
    )
    if pd.isna(first["low"]):
        return f"{told} {say('shared.note_articles', n=LEAST_ARTICLES)}"
    if rival := next((row for row in rows[1:] if overlap(first, row)), None):
        other = say("finding.rival", name=name(by, rival[by]), share=labels.share(rival["share"], digits))
        told = f"{told} {say('finding.open', other=other)}"
    return told


def hedging(total: pd.DataFrame, cells: pd.DataFrame) -> str:
    """How many hedges there are per 100 words, of which class most, and whose they are.

    ``total`` is the one row of ``measures.hedge_rate``, ``cells`` are the rates by class and holder.
    """
    row = total.to_dict("records")[0]
    if not row["n"]:
        return ""
    words = labels.number(row["base"])
    told = say("finding.hedging", n=labels.number(row["n"]), words=words, rate=labels.number(row["rate"], 1))
    if row["small"]:
        return f"{told}. {say('finding.few_hedges')}"
    if not pd.isna(row["low"]):
        low, high = (labels.number(row[end], labels.rate_digits(row["low"], row["high"])) for end in ("low", "high"))
        told = f"{told} {say('finding.hedging_between', low=low, high=high)}"
    told += "."
    classes = cells.groupby("class")["n"].sum().sort_values(ascending=False, kind="stable")
    most = [{"class": name} for name, n in classes.items() if n == classes.max()]
    told += " " + say("finding.hedging_class", names=_names("class", most), n=labels.number(classes.max()))
    holders = cells.groupby("holder")["n"].sum()
    source, author = (labels.number(holders.get(holder, 0)) for holder in ("source", "author"))
    return f"{told} {say('finding.hedging_holder', source=source, author=author)}"


def voices(tone: pd.DataFrame) -> str:
    """Whether quoted speech and the newsroom's text differ in tone; ``tone`` is by voice: mean, low, high, n, small."""
    rows = {row["voice"]: row for row in _rows(tone)}
    if {"author", "quoted"} - rows.keys():
        return ""
    author, quoted = rows["author"], rows["quoted"]
    values = {voice: labels.number(row["mean"], 2) for voice, row in rows.items()}
    few = {author["few"], quoted["few"]}
    if "articles" in few and "cases" not in few:
        return say("finding.few_articles")
    if "cases" in few:
        least = labels.number(min(author["n"], quoted["n"]))
        return say("finding.few_sentences", n=least, small=SMALL_SENTENCES)
    if pd.isna(author["low"]) or pd.isna(quoted["low"]) or overlap(author, quoted):
        return say("finding.voices_alike", **values)
    return say("finding.quoted_lower" if quoted["mean"] < author["mean"] else "finding.quoted_higher", **values)


def balances(frame: pd.DataFrame, by: str) -> str:
    """Which group is the most negative and which the most positive; ``frame``: ``by``, balance, low, high, small."""
    rows = _rows(frame[~frame["small"]].sort_values("balance", kind="stable"))
    if not len(frame):
        return ""
    if len(rows) < 2:
        return say("finding.few_groups", small=SMALL_SENTENCES)
    last, first = rows[0], rows[-1]
    told = {"lowest": name(by, last[by]), "highest": name(by, first[by]),
            "low": labels.number(last["balance"], 2), "high": labels.number(first["balance"], 2)}  # fmt: skip
    return say("finding.balances_alike" if overlap(last, first) else "finding.balances", **told)


def hedged(frame: pd.DataFrame, by: str, small: int) -> str:
    """In whose statements hedges stand most and least often; ``frame`` has the hedged share of each group."""
    if not len(frame):
        return ""
    rows = _rows(frame[~frame["small"]].sort_values("share", ascending=False, kind="stable"))
    if not rows:
        return say("finding.few_in_groups", small=small)
    parts = _ends(rows, by, "statements", labels.share_digits(frame))
    if len(parts) < 2:
        return say("finding.hedged_one", only=parts[0])
    told = say("finding.hedged", most=parts[0], least=parts[1])
    return f"{told} {say('finding.chance')}" if overlap(rows[0], rows[-1]) else told


def negative(frame: pd.DataFrame, by: str, label: str) -> str:
    """Which group has the largest and which the smallest share of negative sentences; ``label`` is the tone's column.

    ``frame`` has the shares of each tone within each group.
    """
    groups = frame[~frame["small"]]
    if groups[by].nunique() < 2:
        return say("finding.few_groups", small=SMALL_SENTENCES) if len(frame) else ""
    of_them = groups[groups[label] == LABELS[0]].sort_values("share", ascending=False, kind="stable")
    rows = _rows(of_them)
    if len(rows) < 2:
        return ""
    most, least = _ends(rows, by, "sentences", labels.share_digits(frame))
    told = say("finding.negative", most=most, least=least)
    return f"{told} {say('finding.chance')}" if overlap(rows[0], rows[-1]) else told


def _ends(rows: list[Row], by: str, of: str, digits: int) -> list[str]:
    """The first group and, where there are several, the last, each with share, base and interval."""
    return [
        say("finding.of_group", name=name(by, row[by]), share=labels.share(row["share"], digits),
            base=say(f"finding.{of}", n=labels.number(row["base"])), between=_between(row, digits))
        for row in rows[:1] + rows[1:][-1:]
    ]  # fmt: skip


def cell(frame: pd.DataFrame, row: str, column: str) -> str:
    """The largest share that any ``column`` has within a ``row`` with cases enough; of shares with n and base."""
    rows = _rows(frame[~frame["small"] & (frame["n"] > 0)].sort_values("share", ascending=False, kind="stable"))
    if not len(frame):
        return ""
    if not rows:
        return say("finding.few_cells")
    first, digits = rows[0], labels.digits(rows[0]["low"], rows[0]["high"])
    base = say("finding.statements", n=labels.number(first["base"]))
    share = labels.share(first["share"], digits)
    names = {"row": name(row, first[row]), "column": name(column, first[column])}
    return say("finding.cell", share=share, base=base, between=_between(first, digits), **names)


def spread(frame: pd.DataFrame, by: str, within: str) -> str:
    """For which value of ``by`` the groups of ``within`` lie furthest apart, as far as they have cases enough."""
    if frame[within].nunique() < 2:
        return ""
    large = frame[~frame["small"]]
    if large[within].nunique() < 2:
        return say("finding.few_beside")
    ends = large.groupby(by)["share"].agg(["min", "max"])
    furthest = (ends["max"] - ends["min"]).idxmax()
    rows = _rows(large[large[by] == furthest].sort_values("share", ascending=False, kind="stable"))
    if len(rows) < 2:
        return ""
    digits = labels.share_digits(frame)
    most, least = (
        say("finding.at_group", name=name(within, row[within]), share=labels.share(row["share"], digits),
            base=say("finding.statements", n=labels.number(row["base"])))
        for row in (rows[0], rows[-1])
    )  # fmt: skip
    told = say("finding.spread", name=name(by, furthest), most=most, least=least)
    return f"{told} {say('finding.chance')}" if overlap(rows[0], rows[-1]) else told


def overlap(one: Row, other: Row) -> bool:
    """Whether the intervals of two rows have a value in common, or one has none."""
    ends = (one["low"], one["high"], other["low"], other["high"])
    return any(map(pd.isna, ends)) or not (one["low"] > other["high"] or other["low"] > one["high"])


def name(by: str, value: object) -> str:
    """A value of a column in words, as Markdown shows it."""
    return labels.plain(labels.say(by, str(value)) or say("shared.no_outlet"))


def _between(row: Row, digits: int) -> str:
    if pd.isna(row["low"]):
        return ""
    low, high = (labels.number(100 * row[end], digits) for end in ("low", "high"))
    return say("finding.between", low=low, high=high)


def _names(by: str, rows: Iterable[Row]) -> str:
    names = [name(by, row[by]) for row in rows]
    return ", ".join([*names[:_NAMES], *["…"] * (len(names) > _NAMES)])


def _rows(frame: pd.DataFrame) -> list[Row]:
    return list(frame.to_dict("records"))
