"""Charts carry what a reader needs: sorted rows, interval, n, German labels, a pick selection."""

from collections.abc import Iterator

import pandas as pd
import pytest
import vl_convert

from dashboard import charts, labels
from dashboard.profile_chart import profile_matrix

SHARES = pd.DataFrame({
    "category": ["kremlin", "media"], "n": [3, 1], "base": [4, 4], "share": [0.75, 0.25],
    "low": [0.5, 0.0], "high": [1.0, 0.5], "articles": [2, 1], "small": [True, True],
})  # fmt: skip


def values(chart: dict) -> list[dict]:
    (rows,) = chart["datasets"].values()
    return rows


def test_bars_are_labelled_in_german_with_share_and_n() -> None:
    rows = values(charts.bars(SHARES, "category", title="Anteil", counted="Aussagen").to_dict())
    assert [row["label"] for row in rows] == ["Kreml", "Medien & Agenturen"]
    assert [row["note"] for row in rows] == ["75 % · n = 3", "25 % · n = 1"]


def test_bars_keep_the_colour_of_the_category() -> None:
    layer = charts.bars(SHARES, "category", title="Anteil", counted="Aussagen").to_dict()["layer"][0]
    scale = layer["encoding"]["color"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True)) == labels.CATEGORY_COLOUR


def test_small_cells_are_faded_and_a_click_picks_the_category() -> None:
    chart = charts.bars(SHARES, "category", title="Anteil", counted="Aussagen").to_dict()
    assert "small" in str(chart["layer"][0]["encoding"]["opacity"])
    assert chart["params"][0]["select"]["fields"] == ["category"]


def test_every_category_has_a_name_and_a_colour() -> None:
    from analysis.taxonomy import CATEGORIES

    assert set(labels.CATEGORY) == set(CATEGORIES) == set(labels.CATEGORY_COLOUR)


def test_a_matrix_of_relations_shows_percents_and_leaves_empty_cells_out() -> None:
    from dashboard.relation_chart import relation_matrix

    frame = pd.DataFrame({
        "who": ["Kurier", "Kurier", "Post"], "whom": ["Kreml", "Polizei", "Kreml"], "n": [3, 0, 1], "base": [3, 3, 1],
        "share": [1.0, 0.0, 1.0], "small": [True, True, True],
    })  # fmt: skip
    chart = relation_matrix(frame, who="Medium", share="Anteil").to_dict()
    assert [(row["who"], row["whom"], row["note"]) for row in values(chart)] == [
        ("Kurier", "Kreml", "100"), ("Post", "Kreml", "100"),
    ]  # fmt: skip
    assert chart["layer"][0]["encoding"]["y"]["sort"] == ["Kreml", "Polizei"]
    assert chart["params"][0]["select"]["fields"] == ["who", "whom"]


def test_numbers_are_written_as_german_writes_them() -> None:
    for chart in (
        charts.bars(SHARES, "category", title="Anteil", counted="Aussagen"),
        profile_matrix(SHARES.assign(stance="neutral"), "category", "stance", title="Anteil"),
    ):
        number = chart.to_dict()["config"]["locale"]["number"]
        assert (number["decimal"], number["percent"]) == (",", " %")


def test_entries_of_a_legend_stand_below_each_other_and_get_their_height() -> None:
    def drawn(names: list[str]) -> dict:
        rows = pd.concat([SHARES.assign(side=name) for name in names], ignore_index=True)
        return charts.dots(rows, "category", "side", value="share", title="Anteil", counted="Aussagen").to_dict()

    two, three = drawn(["Kurier", "Bote"]), drawn(["Kurier", "Bote", "Post"])
    assert "'columns': 1" in str(two)
    assert three["height"] - two["height"] == 20 + 2 * (3 * 17 + 8 - 2 * 17 - 8)


@pytest.mark.parametrize("width", [270, 340, 700])
def test_notes_behind_the_marks_have_room_at_any_width(width: int) -> None:
    rows = SHARES.assign(n=[899_200, 14_544], side="Kurier", holder="author", rate=0.4)
    given = {"title": "Anteil an allen Aussagen", "counted": "Aussagen"}
    for chart in (
        charts.bars(rows, "category", **given),
        charts.stacked(rows, "category", "holder", value="rate", **given),
        charts.dots(rows, "category", "side", value="share", **given),
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
        charts.dots(rows, "category", "side", **given, ranked=ranked).to_dict()["layer"][0]["encoding"]["y"]["sort"]
        for ranked in (False, True)
    ]
    assert orders == [["Medien & Agenturen", "Kreml"], ["Kreml", "Medien & Agenturen"]]
