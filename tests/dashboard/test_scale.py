"""No page loads a corpus: rows come a page at a time, lists are searched, evidence is leafed through."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import analysis.storage.rows
import dashboard
from analysis.storage.store import Store
from dashboard import corpus
from dashboard.components import layout
from dashboard.pages import script
from dashboard.views.export import tables
from tests.factories import INSIDERS, KREMLIN, WHITE_HOUSE, simple

APP = str(Path(dashboard.__file__).parent / "app.py")
ARTICLES = layout.LISTED + 40


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scale") / "s.duckdb"
    sources = [KREMLIN, WHITE_HOUSE, INSIDERS]
    Store(path).add([simple(n, sources[: n % 4], "KM"[n % 2] * 3, {0} if n % 4 else set()) for n in range(ARTICLES)])
    return path


@pytest.fixture
def app(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["dashboard", "--store", str(filled)])
    app = AppTest.from_file(APP, default_timeout=60)
    app.session_state["korpus-wunsch"] = corpus.OWN
    return app.run()


@pytest.mark.parametrize("page", ["overview", "sources", "compare", "certainty", "tone", "export", "method"])
def test_no_page_reads_more_rows_than_it_shows(page: str, app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*args: object, **options: object) -> None:
        raise AssertionError("a page reads a whole table")

    shown: list[int] = []
    original = analysis.storage.rows.page

    def noted(*args: object, **options: int) -> pd.DataFrame:
        shown.append(options["limit"])
        return original(*args, **options)

    monkeypatch.setattr(Store, "read", refused)
    monkeypatch.setattr(Store, "read_all", refused)
    monkeypatch.setattr(analysis.storage.rows, "page", noted)
    monkeypatch.setattr("dashboard.components.claims.LIMIT", 10)
    app.switch_page(script(page)).run()
    assert not app.exception
    assert not app.error
    assert max(shown, default=0) <= tables.PREVIEW


def test_evidence_is_leafed_through(app: AppTest) -> None:
    app.switch_page(script("overview")).run()
    app.session_state["voice-0"] = {"selection": {"pick": [{"category": "us_officials"}]}}
    app.run()
    assert not app.exception
    leaf = next(field for field in app.number_input if field.label.startswith("Seite"))
    behind = corpus.Corpus(corpus.own_store()).counts("statements", "category", unit="none").set_index("category")
    assert leaf.max == -(-behind.loc["us_officials", "rows"] // 100)


def test_of_many_articles_those_searched_for_are_listed(app: AppTest) -> None:
    app.switch_page(script("compare")).run()
    assert len(app.multiselect(key="a-artikel").options) == layout.LISTED
    last = f"Titel {ARTICLES - 1}"
    app.text_input(key="vergleich-suche").set_value(last).run()
    assert not app.exception
    found = app.multiselect(key="a-artikel").options
    assert any(name.endswith(last) for name in found)
    assert len(found) <= 3
