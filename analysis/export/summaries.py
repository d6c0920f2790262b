"""The four summaries of the result tables, by article, outlet, category and source, from counts."""

from collections.abc import Callable, Sequence
from typing import get_args

import numpy as np
import pandas as pd

from analysis.measures import SMALL_N, SMALL_SENTENCES, SMALL_WORDS, diversity
from analysis.measures.bootstrap import floats
from analysis.measures.few import Few, few
from analysis.measures.groups import marked, shares
from analysis.model import REST, Stance
from analysis.storage import rows
from analysis.storage.counts import Source, counts
from analysis.tables.columns import TABLES, names
from analysis.tables.frames import conform
from analysis.tables.selection import EVERYTHING, Selection

_TYPE = ("country", "institution", "category")


def by_article(source: Source, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """One row per article, in the order of the articles, also where it has no statement."""
    profile = _profile(source, selection, "article").drop(columns="articles")
    place = pd.concat(rows.chunks(source, "articles", selection))[["article", "title", "outlet", "published"]]
    return _finish(place.merge(profile, on="article", how="left", validate="1:1"), "by_article")


def by_outlet(source: Source, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """One row per outlet, sorted by name; articles without one stand in the last row."""
    profile = _profile(source, selection, "outlet")
    profile["outlet"] = profile["outlet"].where(profile["outlet"] != "")
    return _finish(profile.sort_values("outlet", na_position="last", ignore_index=True), "by_outlet")


def by_category(source: Source, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """One row per category with a statement, the largest share first."""
    return _finish(_counted(source, selection, ["category"]), "by_category")


def by_source(source: Source, selection: Selection = EVERYTHING, *, top: int | None = None) -> pd.DataFrame:
    """One row per source, the largest share first.

    A source whose statements are typed in several ways has the most frequent one, and ``other_types`` tells the others.
    ``top`` keeps the sources with most statements, their shares still of everything.
    """
    voice = _counted(source, selection, ["entity"], top)
    kept = {"entity": top} if top else None
    typed = counts(source, "statements", ["entity", *_TYPE, "naming"], selection, top=kept, unit="none")
    return _finish(voice.merge(_typed(typed), on="entity", how="left", validate="1:1"), "by_source")


def _typed(counted: pd.DataFrame) -> pd.DataFrame:
    """What classifies each source most often, and in ``other_types`` how else it is typed ("US ngo: 1; …")."""

    def by_number(*columns: str) -> pd.DataFrame:
        found = counted.groupby(["entity", *columns])["rows"].sum().reset_index()
        return found.sort_values(["entity", "rows", *columns], ascending=[True, False, *[True] * len(columns)])

    typed, named = by_number(*_TYPE), by_number("naming").drop_duplicates("entity").drop(columns="rows")
    others = typed[typed.duplicated("entity")]
    told = others["country"] + " " + others["institution"] + ": " + others["rows"].astype("str")
    listed = told.groupby(others["entity"]).agg("; ".join).rename("other_types").reset_index()
    one: pd.DataFrame = typed.drop_duplicates("entity").drop(columns="rows").merge(named, on="entity")
    return one.merge(listed, on="entity", how="left").astype({"other_types": "str"})


SUMMARIES: dict[str, Callable[[Source, Selection], pd.DataFrame]] = {
    "by_article": by_article,
    "by_outlet": by_outlet,
    "by_category": by_category,
    "by_source": by_source,
}


def _profile(source: Source, selection: Selection, by: str) -> pd.DataFrame:
    """The profile columns and ``articles`` for each value of ``by``, a column of all four tables.

    Statements, hedges and sentences are those selected, so that a selection of them shows in the counts.
    """

    def counted(table: str, *sums: str, also: Sequence[str] = ()) -> pd.DataFrame:
        return counts(source, table, [by, *also], selection, sums=sums, unit="none")

    articles = counted("articles", "words", "words_quoted", "verbs", "subjunctives").set_index(by)
    statements = counted("statements", "words", "anonymous", "direct", "withheld").set_index(by)
    result = articles[["articles", "words", "words_quoted", "verbs", "subjunctives"]].copy()
    result[["statements", "withheld"]] = statements[["rows", "withheld"]]
    result["hedges"] = counted("hedges").set_index(by)["rows"].reindex(result.index, fill_value=0)
    for name in ("anonymous", "direct"):
        result[f"{name}_share"] = statements[name] / statements["rows"]
    sources = diversity(counted("statements", also=["entity"]), by).set_index(by)
    result[["sources", "diversity"]] = sources[["sources", "diversity"]]
    words = statements["words"].reindex(result.index) if selection.by_statement else result["words"]
    result["hedges_per_100"] = 100 * result["hedges"] / words.where(words > 0)
    result["subjunctive_share"] = result["subjunctives"] / result["verbs"].where(result["verbs"] > 0)
    tones = counted("sentences", "tone", "textblob", also=["voice"])
    for voice in ("author", "quoted"):
        part = tones[tones["voice"] == voice].set_index(by)
        result[f"tone_{voice}"] = part["tone"] / part["rows"]
    total = tones.groupby(by)[["textblob", "rows"]].sum()
    result["textblob"] = total["textblob"] / total["rows"]
    less = tones.pivot_table(index=by, columns="voice", values="rows", aggfunc="sum", fill_value=0).min(axis=1)
    return _marked(result, words, statements["articles"], less)


def _marked(
    profile: pd.DataFrame, words: "pd.Series[int]", articles: "pd.Series[int]", sentences: "pd.Series[int]"
) -> pd.DataFrame:
    """The profile with the reasons why its figures are too thin to be read, the groups as a column.

    ``words`` are those that hedges are set against, ``articles`` those with a statement, ``sentences`` those of the
    voice that has fewer.
    """

    def why(base: "pd.Series[int]", carrying: "pd.Series[int]", least: int = SMALL_N) -> list[Few]:
        cases, articles = (floats(part.reindex(profile.index).fillna(0)) for part in (base, carrying))
        return few(cases, articles, least=least)

    result = marked(profile, why(profile["statements"], articles))
    return result.assign(
        hedges_few=why(words, profile["articles"], SMALL_WORDS),
        tone_few=why(sentences, profile["articles"], SMALL_SENTENCES),
    ).reset_index()


def _counted(source: Source, selection: Selection, by: list[str], top: int | None = None) -> pd.DataFrame:
    """Share, words, hedged share and stances of the statements of each group."""
    kept = {by[0]: top} if top else None
    voice = shares(counts(source, "statements", by, selection, top=kept), by)
    voice = voice.rename(columns={"n": "statements"})
    sums = counts(source, "statements", [*by, "stance"], selection, sums=("words", "hedged"), top=kept, unit="none")
    stances = sums.pivot_table(index=by, columns="stance", values="rows", aggfunc="sum", fill_value=0, observed=True)
    total = sums.groupby(by)[["words", "hedged", "rows"]].sum()
    presented = stances.reindex(columns=list(get_args(Stance)), fill_value=0).assign(
        words=total["words"], hedged_share=total["hedged"] / total["rows"]
    )
    presented = presented[presented.index.get_level_values(0) != REST]
    found = voice.merge(presented.reset_index(), on=by, how="left", validate="1:1")
    return found.assign(hedged_few=few(found["statements"].to_numpy(), found["articles"].to_numpy()))


def _finish(frame: pd.DataFrame, table: str) -> pd.DataFrame:
    """The contract's columns and types; missing counts are zero."""
    whole = [c.name for c in TABLES[table] if c.dtype == "int"]
    frame[whole] = frame[whole].fillna(0).astype(np.int64)
    return conform(frame[names(table)], table)
