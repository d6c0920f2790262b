"""The rule of selection on frames: what the queries of the store are compared with."""

from collections.abc import Collection, Mapping

import pandas as pd

from analysis.tables.columns import names
from analysis.tables.selection import IN_STATEMENTS, Selection


def select(
    frames: dict[str, pd.DataFrame], selection: Selection, words: Mapping[str, Collection[str]] | None = None
) -> dict[str, pd.DataFrame]:
    """The rows of the four tables that the selection lets pass, in their order.

    ``words`` are those of every article by its key, with their lemmas and in small letters, for what has a topic.
    """
    articles = frames["articles"]
    if selection.topic:
        about = [key for key in articles["article"] if {*map(str.lower, selection.topic)} <= {*(words or {})[key]}]
        frames = {table: frame[frame["article"].isin(about)] for table, frame in frames.items()}
    copies = set(articles["article"][articles["copy_of"].notna()]) if selection.originals else frozenset[str]()
    kept = {
        table: frame[_article_mask(frame, selection, table) & ~frame["article"].isin(list(copies))]
        for table, frame in frames.items()
    }
    kept["statements"] = kept["statements"][_statement_mask(kept["statements"], selection)]
    if selection.by_statement:
        known = pd.MultiIndex.from_frame(kept["statements"][["article", "statement"]])
        for table in ("hedges", "sentences"):
            frame = kept[table]
            kept[table] = frame[pd.MultiIndex.from_frame(frame[["article", "statement"]]).isin(known)]
    return {table: frame.reset_index(drop=True) for table, frame in kept.items()}


def _article_mask(frame: pd.DataFrame, selection: Selection, table: str) -> "pd.Series[bool]":
    mask = pd.Series(True, index=frame.index)
    if selection.articles:
        mask &= frame["article"].isin(selection.articles)
    if selection.outlets:
        mask &= frame["outlet"].fillna("").isin(selection.outlets)
    day = frame["published"].str[:10]
    if selection.start:
        mask &= (day >= selection.start[:10]).fillna(False)
    if selection.end:
        mask &= (day <= selection.end[:10]).fillna(False)
    if selection.sections and "section" in names(table):
        mask &= frame["section"].isin(selection.sections)
    return mask


def _statement_mask(frame: pd.DataFrame, selection: Selection) -> "pd.Series[bool]":
    mask = pd.Series(True, index=frame.index)
    for name, column in IN_STATEMENTS.items():
        if wanted := getattr(selection, name):
            mask &= frame[column].fillna("").isin(wanted)
    if selection.withheld is not None:
        mask &= frame["withheld"] == selection.withheld
    if selection.hedged is not None:
        mask &= (frame["hedges"] > 0) == selection.hedged
    if selection.relayed is not None:
        mask &= frame["via_kind"].eq("relay") == selection.relayed
    return mask
