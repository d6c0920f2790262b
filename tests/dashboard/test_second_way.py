"""Every number that the pages show under thirty states of the filters, computed a second way from the exported tables.

What the pages take from other sources than the tables (accuracy, versions) and what rests on likeness of wordings
(claims, headlines) has tests of its own.
"""

import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from dashboard import corpus
from dashboard.charts import render
from dashboard.charts.render import Spec
from dashboard.components import drilldown
from dashboard.i18n import labels
from dashboard.report import content
from tests import apps
from tests.dashboard import second_way as again
from tests.dashboard.second_way_pages import CHECKS, Seen, Tables, rows_behind, same, told_size
from tests.dashboard.second_way_states import STATES, State, states
from tests.selected import select

PAGES = ("overview", "sources", "certainty", "tone", "stories", "compare")
BESIDE = 3
"""Pages that each state visits."""

pytestmark = pytest.mark.usefixtures("folders")


@pytest.fixture(scope="module")
def exported() -> dict[str, pd.DataFrame]:
    return corpus.demo_store().read_all()


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, State], Seen]:
    """A function that opens a page in a state; charts are noted and not drawn."""
    frames: dict[str, pd.DataFrame] = {}
    behind: dict[str, Any] = {}

    def noted(chart: Spec, key: str, alt_text: str, rows_of: Callable[..., Any], *_: object) -> None:
        frames[key], behind[key] = chart.frame, rows_of
        assert_counts_in_words(chart.frame, alt_text)

    monkeypatch.setattr(drilldown, "show_of", noted)
    monkeypatch.setattr(
        render, "cached_chart", lambda draw, frame, *columns, **options: Spec({"mark": "point"}, frame, dict)
    )

    def show(page: str, state: State) -> Seen:
        frames.clear()
        app = apps.at(page)
        for name, value in state.widgets.items():
            app.session_state[name] = value
        app.run()
        assert not app.exception, app.exception
        return Seen(dict(frames), dict(behind), app)

    return show


def assert_counts_in_words(frame: pd.DataFrame, alt_text: str) -> None:
    """The chart in words tells as many cases as its figures have."""
    if "n" in frame and "articles" in frame:
        told = sum(int(number.replace(".", "")) for number in re.findall(r"\(n = ([\d.]+)\)", alt_text))
        assert told == frame["n"].sum(), alt_text


def filtered(tables: Tables, state: State, page: str) -> tuple[Tables, bool]:
    """What the page looks at, and whether single statements were chosen."""
    selection = replace(state.selection, **state.further) if page == "sources" else state.selection
    return select(tables, selection), selection.by_statement


@pytest.mark.parametrize("number", range(STATES))
def test_pages_show_what_the_exported_tables_have(
    number: int, exported: Tables, seen: Callable[[str, State], Seen]
) -> None:
    state = states(exported)[number]
    chance = random.Random(number)
    for place in range(BESIDE):
        page = PAGES[(number + 2 * place + number // len(PAGES)) % len(PAGES)]
        tables, said = filtered(exported, state, page)
        shown = seen(page, state)
        told_size(shown, tables)
        if not len(tables["articles"]) or not len(tables["statements"]):
            assert not shown.frames
            continue
        CHECKS[page](shown, tables, said, state, exported)
        rows_behind(shown, state, chance)


@pytest.mark.parametrize("number", [0, 4, 9, 17])
def test_the_report_and_the_summaries_have_the_same_figures(number: int, exported: Tables) -> None:
    selection = states(exported)[number].selection
    tables, said = select(exported, selection), selection.by_statement
    made, statements = content.gather(corpus.demo_store(), selection), tables["statements"]
    for frame, by in ((made.by_category, "category"), (made.by_source, "entity")):
        expected = again.shares(statements, by).rename(columns={"n": "statements"})
        same(frame, [by], expected.loc[list(frame[by])], "statements", "share")
    assert not made.by_source["entity"].duplicated().any()
    for frame, by in ((made.types, "type"), (made.namings, "naming")):
        same(frame, [by], again.shares(statements, by), "n", "base", "share")
    same(made.hedges, ["class"], again.hedge_rates(tables, ["class"], said=said), "n", "base", "rate")
    same(made.tone, ["voice"], again.tones(tables["sentences"], "tone"), "n", "mean")
    outlets = again.outlets(tables, said=said)
    same(made.by_outlet.assign(outlet=made.by_outlet["outlet"].fillna("")), ["outlet"], outlets, *outlets.columns)
    html = content.document(made).replace("\N{NO-BREAK SPACE}", " ")
    for row in made.by_category.to_dict("records"):
        assert labels.percent(row["share"], 1) in html


def test_intervals_are_those_of_articles_drawn_anew(exported: Tables, seen: Callable[[str, State], Seen]) -> None:
    state = states(exported)[0]
    state.widgets["gewicht"] = "statements"
    frame = seen("overview", state).frames["voice"].dropna(subset=["low"]).head(3)
    statements = exported["statements"]
    places = statements["article"].nunique()
    draws = np.random.default_rng(5).integers(0, places, (3000, places))
    assert len(frame)
    for row in frame.to_dict("records"):
        flag = statements["category"] == row["category"]
        assert (row["low"], row["high"]) == pytest.approx(again.interval(statements, flag, draws), abs=0.02)


def test_every_page_is_visited_by_several_states() -> None:
    visits = [PAGES[(number + 2 * place + number // len(PAGES)) % len(PAGES)] for number in range(STATES)
              for place in range(BESIDE)]  # fmt: skip
    assert min(visits.count(page) for page in PAGES) >= 10


def test_start_export_and_method_count_the_same(exported: Tables) -> None:
    articles, statements = exported["articles"], exported["statements"]
    told = f": {len(statements)} Aussagen, {articles['outlet'].nunique()} Medien."
    assert any(told in str(one.value) for one in apps.opened().markdown)
    rows = f"{labels.number(len(statements))} Zeilen"
    assert any(rows in str(one.value) for one in apps.opened(page="export").caption)
    method = json.loads(apps.opened(page="method").json[0].value)
    assert method["rows"] == {table: len(frame) for table, frame in exported.items()}
