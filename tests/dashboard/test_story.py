"""The page of stories: what its charts draw, and the page itself on the demo, where stories are."""

import pandas as pd
import pytest

from dashboard.charts import story
from dashboard.views.stories import sources
from tests import apps

pytestmark = pytest.mark.usefixtures("folders")


GRID = pd.DataFrame(
    {"entity": ["B", "B", "A", "A"], "outlet": ["x", "y", "x", "y"], "rows": [1, 1, 9, 0], "category": "media"}
)


def test_the_matrix_marks_what_an_outlet_leaves_out() -> None:
    drawn = story.matrix(GRID).to_dict()
    (rows,) = drawn["datasets"].values()
    assert [(row["entity"], row["outlet"], row["note"]) for row in rows] == [
        ("B", "x", "1"), ("B", "y", "1"), ("A", "x", "9"), ("A", "y", "×"),
    ]  # fmt: skip
    assert story.in_words(GRID) == "B: x, y; A: x"


def test_days_are_as_far_apart_as_they_are() -> None:
    articles = pd.DataFrame({
        "outlet": ["x", "x", "y"], "published": ["2026-01-01", "2026-01-02", "2026-01-11"], "title": ["a", "b", "c"],
    }, dtype="str")  # fmt: skip
    x = story.timeline(articles).to_dict()["encoding"]["x"]
    first, second, last = x["axis"]["values"]
    assert (second - first, last - second) == (1, 9)
    assert x["type"] == "quantitative"
    assert "11.1.2026" in x["axis"]["labelExpr"]


def test_a_long_story_names_few_days() -> None:
    days = pd.date_range("2026-01-01", periods=90).strftime("%Y-%m-%d")
    axis = story.timeline(pd.DataFrame({"outlet": "x", "published": days, "title": "a"}, dtype="str"))
    assert len(axis.to_dict()["encoding"]["x"]["axis"]["values"]) <= 7


def test_a_copy_names_what_it_copies() -> None:
    articles = pd.DataFrame({
        "article": ["1", "2", "3"], "outlet": ["Kurier", "Bote", None], "title": ["Brand", "Brand", "Feuer"],
        "copy_of": [None, "1", "9"],
    }, dtype="str")  # fmt: skip
    told = sources.listed(articles)["copy_of"]
    assert told.isna().tolist() == [True, False, False]
    assert told.tolist()[1:] == ["Kurier · Brand", "anderer Artikel"]


def test_the_timeline_leaves_out_what_has_no_day() -> None:
    articles = pd.DataFrame(
        {"outlet": ["x", None, "y"], "published": ["2026-01-02", "2026-01-03T10:00", None], "title": ["a", "b", "c"]},
        dtype="str",
    )
    (rows,) = story.timeline(articles).to_dict()["datasets"].values()
    assert [(row["told"], row["outlet"]) for row in rows] == [("2.1.2026", "x"), ("3.1.2026", "ohne Medium")]


def test_the_demo_has_three_stories_with_claims() -> None:
    app = apps.opened(page="stories")
    assert not app.exception
    choice = next(box for box in app.selectbox if box.key == "geschichte")
    assert len(choice.options) == 3
    assert any(box.key == "behauptung-geschichte" for box in app.selectbox)
    app = choice.select_index(2).run()
    assert not app.exception


def test_of_many_outlets_those_with_most_articles_stand_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn() -> set[str]:
        return {row["outlet"] for row in grids[-1].to_dict("records")}

    grids: list[pd.DataFrame] = []
    matrix = story.matrix
    monkeypatch.setattr(story, "matrix", lambda grid, **options: grids.append(grid) or matrix(grid, **options))
    app = apps.opened(page="stories")
    assert not any(box.key == "medien-der-geschichte" for box in app.multiselect)
    everyone = drawn()
    assert len(everyone) > 2
    monkeypatch.setattr(sources, "BESIDE", 2)
    app = app.run()
    beside = next(box for box in app.multiselect if box.key == "medien-der-geschichte")
    assert set(beside.options) == everyone
    shown = beside.value
    assert len(shown) == 2
    other = next(outlet for outlet in beside.options if outlet not in shown)
    app = beside.set_value([other]).run()
    assert not app.exception
    facts = [table for table in app.dataframe if "Medium" in table.value]
    assert all(set(table.value["Medium"]) == {other} for table in facts)
    assert facts
