"""Charts carry what a reader needs: sorted rows, interval, n, German labels, a pick selection."""

import pandas as pd

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


def test_long_names_in_a_legend_stand_below_each_other_and_get_their_height() -> None:
    def drawn(names: list[str]) -> dict:
        rows = pd.concat([SHARES.assign(side=name) for name in names], ignore_index=True)
        return charts.dots(rows, "category", "side", value="share", title="Anteil", counted="Aussagen").to_dict()

    short, long = drawn(["Kurier", "Bote"]), drawn(["Hauptstadt-Kurier am Abend", "Bote der Gegenwart"])
    assert long["height"] - short["height"] == 20
    assert "'columns': 1" in str(long)
    assert "'columns': 1" not in str(short)


def test_differences_are_percentage_points() -> None:
    gap = SHARES.assign(difference=[0.25, -0.25], low=-0.5, left_n=3, right_n=1)
    chart = charts.differences(gap, "category").to_dict()
    assert chart["layer"][0]["encoding"]["x"]["title"] == "Prozentpunkte"
    assert [row["note"] for row in chart["datasets"][chart["layer"][0]["data"]["name"]]] == [
        "+25 Punkte  (3 : 1)", "−25 Punkte  (3 : 1)"
    ]  # fmt: skip


def test_ranked_rows_stand_by_their_values() -> None:
    rows = SHARES.assign(side="Kurier").iloc[::-1]
    given = {"value": "share", "title": "Anteil", "counted": "Aussagen"}
    orders = [
        charts.dots(rows, "category", "side", **given, ranked=ranked).to_dict()["layer"][0]["encoding"]["y"]["sort"]
        for ranked in (False, True)
    ]
    assert orders == [["Medien & Agenturen", "Kreml"], ["Kreml", "Medien & Agenturen"]]
