"""What each page should show of the selected tables: its charts, key figures and lines, beside what it showed."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest

from analysis.tables.selection import Selection
from dashboard.i18n import labels
from tests.dashboard import second_way as again
from tests.dashboard.second_way_states import State
from tests.selected import select

Tables = dict[str, pd.DataFrame]


@dataclass
class Seen:
    """What a page showed: the frames of its charts by key, how many rows stand behind a mark of each, and its texts."""

    frames: dict[str, pd.DataFrame]
    behind: dict[str, Callable[[Mapping[str, object]], Mapping[str, Any]]]
    app: AppTest

    @property
    def texts(self) -> str:
        return "\n".join(str(one.value) for one in (*self.app.markdown, *self.app.caption, *self.app.subheader))


def same(frame: pd.DataFrame, by: list[str], expected: pd.DataFrame, *columns: str) -> None:
    """The figures of a chart are the expected ones, row by row; rows of the chart without a case may be more."""
    left = frame.set_index(by)[[*columns]].astype("float64")
    left = left[left[columns[0]] > 0].sort_index() if columns[0] == "n" else left.sort_index()
    wanted = expected[[*columns]].astype("float64").sort_index()
    if len(by) == 1:
        left.index, wanted.index = left.index.astype("str"), wanted.index.astype("str")
    pd.testing.assert_frame_equal(left, wanted, check_names=False, check_index_type=False, rtol=1e-9, atol=1e-9)


def rows_behind(page: Seen, state: State, chance: random.Random) -> None:
    """Behind a mark of each chart, chosen by lot, stand as many rows as it counts."""
    for key, frame in page.frames.items():
        marks = frame[frame["n"] > 0] if "n" in frame else frame.head(0)
        in_words = key == "voice" and state.widgets["gewicht"] == "words"
        if not len(marks) or in_words or key.startswith(("raw", "apart")):
            continue
        row = marks.iloc[chance.randrange(len(marks))]
        fields = [name for name in frame.columns if isinstance(row[name], str) and name != "few"]
        found = page.behind[key]({name: row[name] for name in fields})
        assert [rows.corpus.number(rows.table, rows.only) for rows in found.values()] == [row["n"]], (key, row)


def told_size(shown: Seen, tables: Tables) -> None:
    """The line below the title."""
    articles = tables["articles"]
    told = [f"{labels.number(len(articles))} Artikel", f"{labels.number(len(tables['statements']))} Aussage"]
    told += [f"{labels.number(articles['words'].sum())} W", f"{articles['outlet'].nunique()} Medi"]
    assert all(one in shown.app.caption[0].value for one in told), (shown.app.caption[0].value, told)


def overview(shown: Seen, tables: Tables, said: bool, state: State, _: Tables) -> None:
    statements, frames = tables["statements"], shown.frames
    weight = state.widgets["gewicht"]
    voice = again.shares(statements, "category", weight="words" if weight == "words" else "")
    same(frames["voice"], ["category"], voice, "n", "base", "share")
    for by in ("type", "naming"):
        same(frames[by], [by], again.shares(statements, by), "n", "base", "share")
    rates = again.hedge_rates(tables, ["class", "holder"], said=said)
    same(frames["hedges"], ["class", "holder"], rates, "n", "base", "rate")
    for scale in ("tone", "textblob"):
        tone = frames["tone"][frames["tone"]["scale"] == scale]
        same(tone, ["voice"], again.tones(tables["sentences"], scale), "n", "mean")
    told_figures(shown.app, tables, said)
    bases = {base.replace(".", "") for base in re.findall(r"von ([\d.]+) Aussage", shown.texts)}
    assert bases <= {str(len(statements))}


def told_figures(app: AppTest, tables: Tables, said: bool) -> None:
    """The key figures, in whole percents or with one decimal as their intervals ask for."""
    statements = tables["statements"]
    named = statements[statements["entity"] != "-"]
    anonymous = set(named["entity"]) - set(named["entity"][named["naming"].isin(["named", "role"])])
    sources, unnamed, direct, hedges, withheld = app.metric
    assert sources.value == labels.number(named["entity"].nunique())
    assert sources.delta == f"davon {labels.number(len(anonymous))} anonym"
    for metric, flag in ((unnamed, statements["naming"] == "unnamed"), (direct, statements["type"] == "direct")):
        share = again.proportion(statements, flag)
        assert metric.value in [labels.share(share, digits) for digits in (0, 1)]
    words = (statements if said else tables["articles"])["words"].sum()
    number = int(tables["hedges"]["statement"].notna().sum()) if said else len(tables["hedges"])
    assert hedges.value == labels.number(100 * number / words, 1)
    assert withheld.value == labels.number(statements["withheld"].sum())


def sources(shown: Seen, tables: Tables, said: bool, state: State, _: Tables) -> None:
    statements, frames = tables["statements"], shown.frames
    top = frames["sources"]
    voice = again.shares(statements, "entity").drop(index="-", errors="ignore")
    assert len(top) == min(state.widgets["quellenzahl"], len(voice))
    assert top["n"].min() >= sorted(voice["n"], reverse=True)[len(top) - 1] if len(top) else not len(voice)
    same(top, ["entity"], voice.loc[list(top["entity"])], "n", "base", "share")
    for by in ("naming", "anonymity"):
        same(frames[f"by-{by}"], [by], again.shares(statements, by), "n", "base", "share")
    view = state.widgets["beziehung"]
    row, column = {"outlet": ("outlet", "entity"), "outlet-category": ("outlet", "category")}.get(
        view, ("via", "entity")
    )
    kind = {"via": "relay", "told": "told"}.get(view)
    part = statements[statements["via_kind"] == kind] if kind else statements
    assert (f"relations-{view}" in frames) == bool(len(part))
    if len(part):
        cells = again.matrix(part, row, column).reset_index()
        for name, at in (("who", row), ("whom", column)):
            cells[name] = [labels.say(at, value) or "ohne Medium" for value in cells[at]]
        told = frames[f"relations-{view}"]
        assert told["n"].sum() == len(part)
        listed = told[(told["who"] != "Übrige") & (told["whom"] != "Übrige") & (told["n"] > 0)]
        known = cells.set_index(["who", "whom"]).loc[list(zip(listed["who"], listed["whom"], strict=True))]
        same(listed, ["who", "whom"], known, "n", "base", "share")


def certainty(shown: Seen, tables: Tables, said: bool, state: State, exported: Tables) -> None:
    statements, frames = tables["statements"], shown.frames
    rates = again.hedge_rates(tables, ["class", "holder"], said=said)
    same(frames["hedge-rate"], ["class", "holder"], rates, "n", "base", "rate")
    by = state.widgets["gruppe"]
    grouped = statements[statements[by].notna()].assign(hedged=statements["hedges"] > 0)
    same(frames["profile"], [by, "stance"], again.shares(grouped, "stance", by), "n", "base", "share")
    hedged = grouped.groupby(by)["hedged"].agg(n="sum", base="size")
    hedged = hedged.assign(share=hedged["n"] / hedged["base"])
    same(frames["profile-hedged"], [by], hedged[hedged["n"] > 0], "n", "base", "share")
    top = frames.get("phrases", pd.DataFrame({"phrase": [], "class": [], "n": []}))
    phrases = again.phrases(tables["hedges"], exported["hedges"])
    same(top, ["phrase", "class"], phrases[phrases.index.get_level_values(0).isin(top["phrase"])], "n")
    assert f"{labels.number(len(tables['hedges']))} Treffer" in shown.texts


def tone(shown: Seen, tables: Tables, said: bool, state: State, _: Tables) -> None:
    sentences, frames = tables["sentences"], shown.frames
    by = state.widgets["tongruppe"]
    for scale in ("tone", "tone_events", "textblob"):
        told = frames["tone-balance"]
        expected = again.balances(sentences, [by], scale)
        same(told[told["scale"] == scale], [by], expected, "n", "negative", "neutral", "positive", "balance")
    for scale in ("tone", "textblob"):
        told = frames[f"tone-shares-{scale}"].rename(columns={f"{scale}_label": "label"})
        same(told, [by, "label"], again.labels(sentences, by, scale), "n", "base", "share")
    if "tone-pairs" in frames:
        told = frames["tone-pairs"]
        expected = again.balances(again.mentions(tables), ["speaker", "target"], "tone")
        known = expected.loc[list(zip(told["speaker"], told["target"], strict=True))]
        same(told, ["speaker", "target"], known, "n", "balance")


def stories(shown: Seen, tables: Tables, said: bool, state: State, _: Tables) -> None:
    choice = next((box for box in shown.app.selectbox if box.label == "Geschichte"), None)
    if choice is None:
        told = tables["articles"].dropna(subset=["story"]).assign(outlet=lambda frame: frame["outlet"].fillna(""))
        assert (told.groupby("story")["outlet"].nunique() < 2).all()
        return
    articles = tables["articles"][tables["articles"]["story"] == choice.value]
    statements = tables["statements"][tables["statements"]["article"].isin(articles["article"])]
    voice = again.shares(statements, "category", "outlet")
    same(shown.frames["story-voice"], ["outlet", "category"], voice, "n", "base", "share")
    grid = shown.frames.get("story-matrix", pd.DataFrame({"entity": [], "outlet": [], "rows": []}))
    cells = statements[statements["entity"] != "-"].groupby(["entity", "outlet"]).size().to_frame("rows")
    named = grid[grid["rows"] > 0]
    same(named, ["entity", "outlet"], cells[cells.index.get_level_values(0).isin(named["entity"])], "rows")
    table = shown.app.dataframe[-1].value
    assert sorted(table["Aussagen"]) == sorted(articles["statements"])


def compare(shown: Seen, tables: Tables, said: bool, state: State, exported: Tables) -> None:
    sides = [narrowed(state.selection, side) for side in state.sides]
    left, right = (select(exported, side) for side in sides)
    if not len(left["statements"]) or not len(right["statements"]):
        assert not shown.frames
        return
    frames = shown.frames
    chosen = any(side.by_statement for side in sides)
    for by in ("type", "stance") if state.sides[0].categories else ("category", "type", "stance"):
        rows = frames["gap-share"].dropna(subset=[by])
        both = (again.shares(side["statements"], by) for side in (left, right))
        same(rows, [by], again.differences(*both, "share"), "left_n", "right_n", "left", "right", "difference")
    assert set(frames["gap-share"]["left_base"]) == {len(left["statements"])}
    rates = (again.hedge_rates(side, ["class"], said=chosen) for side in (left, right))
    gaps = frames.get("gap-rate", pd.DataFrame({"class": []}))
    expected = again.differences(*rates, "rate")
    if len(expected):
        single = gaps[gaps["class"] != "alle zusammen"]
        same(single, ["class"], expected, "left_n", "right_n", "left", "right", "difference")
        whole = gaps[gaps["class"] == "alle zusammen"].iloc[0]
        assert [whole[f"{side}_n"] for side in ("left", "right")] == list(expected[["left_n", "right_n"]].sum())
    means = again.differences(*(again.tones(side["sentences"], "tone") for side in (left, right)), "mean")
    means = means[(means["left_n"] > 0) & (means["right_n"] > 0)]
    if "gap-mean" in frames or len(means):
        same(frames["gap-mean"], ["voice"], means, "left_n", "right_n", "left", "right", "difference")
    for letter, one, other in (("A", left, right), ("B", right, left)):
        alone = again.only_in(one["statements"], other["statements"])
        assert re.search(rf"\*\*{letter}: .*\*\*: {len(alone)} Quelle", shown.texts), letter
        told = frames.get("alone", pd.DataFrame({"side": pd.Series(dtype="str"), "entity": [], "n": [], "base": []}))
        told = told[told["side"].str.startswith(letter)]
        assert dict(zip(told["entity"], told["n"], strict=True)).items() <= alone.to_dict().items()
        assert set(told["base"]) <= {len(one["statements"])}
    for row in frames.get("apart", pd.DataFrame()).head(4).to_dict("records"):
        found = [
            again.with_words(side["statements"].query("not withheld"), row["expression"]) for side in (left, right)
        ]
        assert found == [row["left"], row["right"]], row["expression"]


CHECKS = {"overview": overview, "sources": sources, "certainty": certainty, "tone": tone, "stories": stories,
          "compare": compare}  # fmt: skip


def narrowed(wide: Selection, side: Selection) -> Selection:
    """A side within the filters of the sidebar; what both leave nothing of is a value that nothing has."""

    def within(own: tuple[str, ...], outer: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(v for v in own if not outer or v in outer) or (("\N{EMPTY SET}",) if own else outer)

    return replace(
        wide, outlets=within(side.outlets, wide.outlets), categories=within(side.categories, wide.categories)
    )
