"""Charts carry what a reader needs: sorted rows, interval, n, German labels, a pick selection."""

import re
from collections.abc import Iterator
from typing import get_args

import altair as alt
import pandas as pd
import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts import basic, colours, comparison
from dashboard.charts.relation_matrix import relation_matrix, with_notes
from dashboard.charts.share_bars import share_bars
from dashboard.charts.theme import INK
from dashboard.charts.tone_pairs import pair_bars
from dashboard.i18n import labels, language

SHARES = pd.DataFrame({
    "category": ["kremlin", "media"], "n": [3, 1], "base": [4, 4], "share": [0.75, 0.25],
    "low": [0.5, 0.0], "high": [1.0, 0.5], "articles": [2, 1], "small": [True, True],
})  # fmt: skip

NAN = float("nan")


def values(chart: dict) -> list[dict]:
    (rows,) = chart["datasets"].values()
    return rows


def test_bars_are_labelled_in_german_with_share_and_n() -> None:
    rows = values(basic.bars(SHARES, "category", title="Anteil", counted="Aussagen").to_dict())
    assert [row["label"] for row in rows] == ["Kreml", "Medien & Agenturen"]
    assert [row["note"] for row in rows] == ["75 % · n = 3", "25 % · n = 1"]


@pytest.mark.parametrize(("spoken", "unknown"), [("de", "Nicht erkennbar"), ("en", "Not discernible")])
def test_who_is_not_known_has_a_bar_of_its_own_and_is_no_citizen(spoken: str, unknown: str) -> None:
    with language.speaking(spoken):
        both = SHARES.assign(category=["unknown", "citizen"])
        chart = basic.bars(both, "category", title="Anteil", counted="Aussagen").to_dict()
        assert [row["label"] for row in values(chart)] == [unknown, labels.CATEGORY["citizen"]]
        parts = share_bars(both.assign(stance="neutral"), "category", "stance", title="Anteil", counts="n").to_dict()
        assert unknown in str(parts)
    assert labels.CATEGORY_COLOUR["unknown"] != labels.CATEGORY_COLOUR["citizen"]


def test_bars_keep_the_colour_of_the_category() -> None:
    layer = basic.bars(SHARES, "category", title="Anteil", counted="Aussagen").to_dict()["layer"][0]
    scale = layer["encoding"]["color"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True)) == labels.CATEGORY_COLOUR


def test_small_cells_are_faded_and_a_click_picks_the_category() -> None:
    chart = basic.bars(SHARES, "category", title="Anteil", counted="Aussagen").to_dict()
    assert "small" in str(chart["layer"][0]["encoding"]["opacity"])
    assert chart["params"][0]["select"]["fields"] == ["category"]


def test_every_category_has_a_name_and_a_colour() -> None:
    from analysis.taxonomy import CATEGORIES

    assert set(labels.CATEGORY) == set(CATEGORIES) == set(labels.CATEGORY_COLOUR)


def test_a_matrix_of_relations_shows_percents_and_leaves_empty_cells_out() -> None:
    frame = pd.DataFrame({
        "who": ["Kurier", "Kurier", "Post"], "whom": ["Kreml", "Polizei", "Kreml"], "n": [3, 0, 1], "base": [3, 3, 1],
        "share": [1.0, 0.0, 1.0], "low": [0.5, 0.0, float("nan")], "high": [1.0, 0.0, float("nan")],
        "small": [True, True, True],
    })  # fmt: skip
    chart = relation_matrix(frame, who="Medium", share="Anteil").to_dict()
    cells, sizes = chart["datasets"].values()
    assert [(row["who"], row["whom"], row["note"], row["range"]) for row in cells] == [
        ("Kurier", "Kreml", "100 %", "50–100"), ("Post", "Kreml", "100 %", ""),
    ]  # fmt: skip
    assert [(row["who"], row["whom"], row["note"]) for row in sizes] == [("Kurier", "n", "3"), ("Post", "n", "1")]
    assert chart["layer"][0]["encoding"]["y"]["sort"] == ["n", "Kreml", "Polizei"]
    assert chart["params"][0]["select"]["fields"] == ["who", "whom"]


def test_numbers_are_written_as_german_writes_them() -> None:
    for chart in (
        basic.bars(SHARES, "category", title="Anteil", counted="Aussagen"),
        share_bars(SHARES.assign(stance="neutral"), "category", "stance", title="Anteil", counts="Aussagen"),
    ):
        number = chart.to_dict()["config"]["locale"]["number"]
        assert (number["decimal"], number["percent"]) == (",", " %")


def test_entries_of_a_legend_stand_below_each_other_and_get_their_height() -> None:
    def drawn(names: list[str]) -> dict:
        rows = pd.concat([SHARES.assign(side=name) for name in names], ignore_index=True)
        return basic.dots(rows, "category", "side", value="share", title="Anteil", counted="Aussagen").to_dict()

    two, three = drawn(["Kurier", "Bote"]), drawn(["Kurier", "Bote", "Post"])
    assert "'columns': 1" in str(two)
    assert three["height"] - two["height"] == 20 + 2 * basic._LINE


@pytest.mark.parametrize("width", [270, 340, 700])
def test_notes_behind_the_marks_have_room_at_any_width(width: int) -> None:
    rows = SHARES.assign(n=[899_200, 14_544], side="Kurier", holder="author", rate=0.4)
    given = {"title": "Anteil an allen Aussagen", "counted": "Aussagen"}
    for chart in (
        basic.bars(rows, "category", **given),
        basic.stacked(rows, "category", "holder", value="rate", **given),
        basic.dots(rows, "category", "side", value="share", **given),
    ):
        spec = {**chart.to_dict(), "width": width, "autosize": {"type": "fit", "contains": "padding"}}
        scene = vl_convert.vegalite_to_scenegraph(spec)["scenegraph"]
        notes = [mark for mark in marks(scene) if "n = " in str(mark.get("text", ""))]
        assert len(notes) == 2
        for mark in notes:
            assert mark["at"] + 0.5 * mark.get("fontSize", 11) * len(mark["text"]) <= width, (mark, width)


def marks(item: dict, at: float = 0.0) -> Iterator[dict]:
    """Every mark of a scene with its distance from the left edge."""
    at += item.get("x", 0) + item.get("dx", 0)
    yield {**item, "at": at}
    for inner in item.get("items", []):
        yield from marks(inner, at)


def test_ranked_rows_stand_by_their_values() -> None:
    rows = SHARES.assign(side="Kurier").iloc[::-1]
    given = {"value": "share", "title": "Anteil", "counted": "Aussagen"}
    orders = [
        basic.dots(rows, "category", "side", **given, ranked=ranked).to_dict()["layer"][0]["encoding"]["y"]["sort"]
        for ranked in (False, True)
    ]
    assert orders == [["Medien & Agenturen", "Kreml"], ["Kreml", "Medien & Agenturen"]]


def test_narrow_intervals_are_told_with_a_decimal() -> None:
    rows = SHARES.assign(share=[0.154, 0.0004], low=[0.151, 0.0003], high=[0.157, 0.0005], n=[175_057, 450])
    given = {"title": "Anteil", "counted": "Aussagen"}
    assert [row["note"] for row in values(basic.bars(rows, "category", **given).to_dict())] == [
        "15,4 % · n = 175.057", "< 0,1 % · n = 450",
    ]  # fmt: skip
    cells = with_notes(rows)
    assert list(zip(cells["note"], cells["range"], strict=True)) == [("15,4 %", "15,1–15,7"), ("< 0,1 %", "0,0–0,1")]
    assert list(with_notes(rows.assign(high=[0.157, 0.00049]))["range"]) == ["15,1–15,7", ""]


def test_numbers_that_round_to_zero_have_no_sign() -> None:
    assert [labels.number(-0.004, 2), labels.number(0.04, 1, signed=True), labels.number(-0.1, 1)] == [
        "0,00", "0,0", "−0,1",
    ]  # fmt: skip
    assert [labels.share(0.0), labels.share(0.004), labels.share(0.006)] == ["0 %", "< 1 %", "1 %"]


@pytest.mark.parametrize("width", [366, 1000])
def test_below_a_name_stands_how_many_cases_it_has(width: int) -> None:
    rows = SHARES.assign(stance="neutral", base=[175_057, 4])
    told = texts(share_bars(rows, "category", "stance", title="Anteil", counts="Aussagen").to_dict(), width)
    assert ["Kreml", "n = 175.057"] in [mark["text"] for mark in told]


def test_long_names_of_rows_have_two_lines() -> None:
    rows = SHARES.assign(category=["igo", "media"])
    told = texts(basic.bars(rows, "category", title="Anteil", counted="Aussagen").to_dict(), 700)
    names = {str(mark["text"]): mark.get("baseline") for mark in told}
    assert names["['Internationale', 'Organisationen']"] == "bottom"
    assert names["Medien & Agenturen"] == "middle"


@pytest.mark.parametrize(("width", "angle"), [(1000, 0), (300, -45)])
def test_names_of_columns_are_level_where_they_have_room(width: int, angle: int) -> None:
    rows = pd.concat([SHARES.assign(who=name) for name in ("Nordlicht-Agentur", "Hauptstadt-Kurier", "Bote")])
    rows = rows.rename(columns={"category": "whom"})
    told = texts(relation_matrix(rows, who="Medium", share="Anteil").to_dict(), width)
    assert {mark.get("angle", 0) for mark in told if mark["text"] == "Hauptstadt-Kurier"} == {angle}


def texts(chart: dict, width: int) -> list[dict]:
    """Every text of a chart as it is drawn at a width."""
    spec = {**chart, "width": width, "autosize": {"type": "fit", "contains": "padding"}}
    return [mark for mark in marks(vl_convert.vegalite_to_scenegraph(spec)["scenegraph"]) if mark.get("text")]


def test_the_note_stands_where_the_bar_ends() -> None:
    layers = basic.bars(SHARES, "category", title="Anteil", counted="Aussagen").to_dict()["layer"]
    note = next(layer for layer in layers if layer.get("mark", {}).get("type") == "text")
    assert note["encoding"]["x"]["field"] == "share"


@pytest.mark.parametrize(("kind", "least"), [("share", 0.05), ("rate", 0.2), ("mean", 0.05)])
def test_axes_of_differences_are_never_tighter_than_stated(kind: comparison.Kind, least: float) -> None:
    row = {"category": ["media"], "difference": [0.0], "low": [NAN], "high": [NAN], "left_n": [4], "right_n": [4],
           "small": [True], "few": ["cases"]}  # fmt: skip
    domain = comparison.gaps(pd.DataFrame(row), "category", kind=kind).to_dict()["layer"][0]["encoding"]["x"]["scale"]
    assert domain["domain"] == pytest.approx([-1.05 * least, 1.05 * least])


def test_what_is_faded_tells_why() -> None:
    faded = SHARES.assign(few=["cases", "articles"])
    chart = basic.bars(faded, "category", title="Anteil", counted="Aussagen").to_dict()
    assert [row["why"] for row in values(chart)] == ["zu wenige Fälle", "zu wenige Artikel"]
    assert "why" in str(chart["layer"][0]["encoding"]["tooltip"])
    clear = basic.bars(SHARES.assign(small=False, few=""), "category", title="Anteil", counted="Aussagen").to_dict()
    assert "why" not in str(clear["layer"][0]["encoding"]["tooltip"])


def test_series_keep_their_colour_in_any_order_and_beside_anything() -> None:
    names = ["Kurier", "Bote", "Post", "Anzeiger"]
    found = [dict(zip(order, colours.series("outlet", order), strict=True)) for order in (names, names[::-1])]
    assert found[0] == found[1]
    assert len(set(found[0].values())) == len(names)
    assert colours.series("holder", ["source"])[0] == colours.series("holder", ["author", "source"])[1]
    assert colours.series("side", ["B: x", "A: y"]) == [colours.OTHER, colours.ONE]
    own = colours.categories(["Rat", "kremlin"])
    assert own["Rat"] == colours.categories(["Rat", "Amt"])["Rat"]


@pytest.mark.parametrize(("ground", "ink"), [("#FFFFFF", INK[False]), ("#12171D", INK[True])])
def test_the_browser_chooses_the_ink_by_the_page(ground: str, ink: str) -> None:
    frame = SHARES.rename(columns={"category": "whom"}).assign(who="Kurier")
    spec = relation_matrix(frame, who="Medium", share="Anteil").to_dict()
    spec["config"]["background"] = ground
    picture = vl_convert.vegalite_to_svg({**spec, "width": 500})
    assert ink in picture
    assert INK[ground == "#FFFFFF"] not in picture


FRAME = st.lists(st.tuples(
    st.sampled_from(["kremlin", "media", "Rat \"x\""]), st.sampled_from(["neutral", "denying", "judging"]),
    st.integers(0, 3), st.booleans(),
), max_size=6, unique_by=lambda row: row[:2])  # fmt: skip


def charts_of(rows: list[tuple[str, str, int, bool]]) -> Iterator[alt.LayerChart]:
    """Every chart that draws figures, of one small frame."""
    frame = pd.DataFrame(rows, columns=["category", "stance", "n", "known"]).astype(
        {"category": "str", "stance": "str"}
    )
    base = frame.groupby("category")["n"].transform("sum").astype("int64") if len(frame) else frame["n"].astype("int64")
    share = (frame["n"] / base.where(base > 0)).astype("float64")
    low, high = (share.where(frame["known"] & (share > 0)) * by for by in (0.5, 1.0))
    reason = pd.Series(["" if known else "cases" for known in frame["known"]], index=frame.index, dtype="str")
    frame = frame.assign(base=base, share=share, low=low, high=high, small=reason != "", few=reason)
    words = {"title": "Anteil", "counted": "Aussagen"}
    yield basic.bars(frame, "category", **words)
    yield basic.stacked(frame.assign(rate=share), "category", "stance", value="rate", **words)
    yield basic.dots(frame, "category", "stance", value="share", **words)
    yield basic.dots(frame.assign(mean=-share), "category", "stance", value="mean", **words)
    yield share_bars(frame, "category", "stance", title="Anteil", counts="Aussagen")
    yield relation_matrix(frame.rename(columns={"category": "who", "stance": "whom"}), who="Medium", share="Anteil")
    yield pair_bars(frame.rename(columns={"category": "speaker", "stance": "target"}).assign(balance=share))
    sides = frame.assign(difference=share, left_n=frame["n"], right_n=0)
    for kind in get_args(comparison.Kind):
        yield comparison.gaps(sides, "category", kind=kind)
        yield comparison.pairs(
            frame.assign(amount=share, side="A: x").drop_duplicates("category"), "category", names=["A: x", "B: y"],
            kind=kind,
        )  # fmt: skip
    sources = frame.rename(columns={"category": "entity"}).assign(side="A: x").drop(columns=["stance", "base"])
    yield comparison.exclusive_sources(sources)


ODD = re.compile(r"\bnan\b|undefined|\bNone\b|null|0,000|Infinity", re.IGNORECASE)


@settings(max_examples=8, deadline=None)
@given(FRAME)
def test_charts_of_next_to_nothing_say_nothing_odd(rows: list[tuple[str, str, int, bool]]) -> None:
    for chart in charts_of(rows):
        spec = chart.to_dict(validate=False)
        told = [value for data in spec["datasets"].values() for row in data for value in row.values()]
        assert not [text for text in told if isinstance(text, str) and ODD.search(text)], told
        assert not re.search(r"\bnan\b", str(spec["layer"]))


@pytest.mark.parametrize("rows", [[], [("kremlin", "judging", 0, True)], [("media", "neutral", 1, False)]])
def test_charts_of_next_to_nothing_draw_nothing_odd(rows: list[tuple[str, str, int, bool]]) -> None:
    for chart in charts_of(rows):
        scene = vl_convert.vegalite_to_scenegraph({**chart.to_dict(), "width": 400})["scenegraph"]
        told = [str(mark["text"]) for mark in marks(scene) if mark.get("text")]
        assert not [text for text in told if ODD.search(text)], told


def test_eight_series_have_their_own_colours() -> None:
    rows = pd.concat([SHARES.assign(side=f"Blatt {number}") for number in range(8)], ignore_index=True)
    chart = basic.dots(rows, "category", "side", value="share", title="Anteil", counted="Aussagen").to_dict()
    colours = chart["layer"][0]["encoding"]["color"]["scale"]["range"]
    assert len(set(colours)) == 8
