"""The four summaries of the result tables: by article, outlet, category and source."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from analysis.measures import SMALL_N, diversity
from analysis.measures.groups import group, shares
from analysis.tables.columns import RESULTS, TABLES, names
from analysis.tables.frames import conform

_STANCES = ("neutral", "endorsing", "distancing", "denying", "directive", "announcing", "judging")
_SOURCE = ["entity", "country", "institution", "category", "naming"]


def summaries(frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """All four summaries by name, from the four result tables."""
    return {
        "by_article": by_article(frames),
        "by_outlet": by_outlet(frames),
        "by_category": by_category(frames["statements"]),
        "by_source": by_source(frames["statements"]),
    }


def by_article(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row per article, in the order of the articles, also where it has no statement."""
    articles = frames["articles"]
    profile = _profile(frames, "article").drop(columns="articles")
    place = articles[["article", "title", "outlet", "published"]]
    return _finish(place.merge(profile, on="article", how="left", validate="1:1"), "by_article")


def by_outlet(frames: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row per outlet, sorted by name; articles without one stand in the last row."""
    profile = _profile(frames, "outlet")
    profile["outlet"] = profile["outlet"].where(profile["outlet"] != "")
    return _finish(profile.sort_values("outlet", na_position="last", ignore_index=True), "by_outlet")


def by_category(statements: pd.DataFrame) -> pd.DataFrame:
    """One row per category with a statement, the largest share first; ``small`` looks at the row."""
    return _finish(_counted(statements, ["category"]), "by_category")


def by_source(statements: pd.DataFrame) -> pd.DataFrame:
    """One row per source with all that classifies it, the largest share first; ``small`` looks at the row."""
    return _finish(_counted(statements, _SOURCE), "by_source")


def _profile(frames: Mapping[str, pd.DataFrame], by: str) -> pd.DataFrame:
    """The profile columns and ``articles`` for each value of ``by``, a column of all four tables.

    Statements and hedges are those of the frames given, so that a selection of them shows in the counts.
    """
    articles, statements, hedges, tones = (_keyed(frames[name], by) for name in RESULTS)
    result = articles.groupby(by)[["words", "words_quoted", "verbs", "subjunctives"]].sum()
    result["articles"] = articles.groupby(by).size()
    result["statements"] = statements.groupby(by).size()
    result["hedges"] = hedges.groupby(by).size().reindex(result.index, fill_value=0)
    flags = statements.assign(
        anonymous=statements["naming"] == "unnamed", direct=statements["type"] == "direct"
    )
    flagged = flags.groupby(by)[["anonymous", "direct", "withheld"]]
    result["withheld"] = flagged.sum()["withheld"]
    result[["anonymous_share", "direct_share"]] = flagged.mean()[["anonymous", "direct"]]
    sources = diversity(statements, by).set_index(by)
    result[["sources", "diversity"]] = sources[["sources", "diversity"]]
    voices = [tones[tones["voice"] == voice].groupby(by)["tone"].mean() for voice in ("author", "quoted")]
    result["hedges_per_100"] = 100 * result["hedges"] / result["words"].where(result["words"] > 0)
    result["subjunctive_share"] = result["subjunctives"] / result["verbs"].where(result["verbs"] > 0)
    result["tone_author"], result["tone_quoted"] = voices
    result["textblob"] = tones.groupby(by)["textblob"].mean()
    return result.reset_index()


def _keyed(frame: pd.DataFrame, by: str) -> pd.DataFrame:
    return frame.assign(**{by: frame[by].fillna("")})


def _counted(statements: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Share, words, hedged share and stances of the statements of each group."""
    groups = group(statements, by)
    keyed = statements.assign(hedged=statements["hedges"] > 0).groupby(groups.codes)
    stances = (
        pd.DataFrame({name: statements["stance"] == name for name in _STANCES}).groupby(groups.codes).sum()
    )
    sums = groups.values.assign(words=keyed["words"].sum(), hedged_share=keyed["hedged"].mean())
    sums = pd.concat([sums, stances], axis=1)
    voice = shares(statements, by).rename(columns={"n": "statements"})
    voice["small"] = voice["statements"] < SMALL_N
    return voice.merge(sums, on=list(by), how="left", validate="1:1")


def _finish(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """The contract's columns and types; missing counts are zero."""
    whole = [c.name for c in TABLES[table] if c.dtype == "int"]
    frame[whole] = frame[whole].fillna(0).astype(np.int64)
    return conform(frame[names(table)], table)
