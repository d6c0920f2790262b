"""Sources typed in two ways, on the Sources page: told with evidence, settled by one click, taken back by another."""

import re

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.model import Source
from analysis.source_overrides import OwnSource, read_own_list, write_own_list
from dashboard import corpus
from dashboard.views.sources.conflicts import typing_html
from tests import apps
from tests.factories import KREMLIN, simple

pytestmark = pytest.mark.usefixtures("folders")

UNION = Source("Nord*bund*", "DE", "ngo", "ngo", "named")
PARTY = Source("Nord*bund*", "AT", "party", "politics", "named")
AS_PARTY = "Überall als Partei (Österreich)"


def opened(korpus: str = "Eigener Korpus", **query: str) -> AppTest:
    app = apps.opened(page="sources", korpus=korpus, **query)
    assert not app.exception
    return app


@pytest.fixture
def filled(folders: None) -> None:
    corpus.own_store().add([simple(1, [UNION, UNION, KREMLIN]), simple(2, [PARTY])])


def pressed(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def labels_of(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def html_of(app: AppTest) -> str:
    return "".join(str(element.proto.body) for element in app.get("html"))


@pytest.mark.usefixtures("filled")
def test_one_click_settles_a_conflict_everywhere_and_another_takes_it_back() -> None:
    app = opened()
    assert "1 Quelle mit Widerspruch" in [element.value for element in app.markdown]
    shown = " ".join(re.sub(r"<[^>]*>", " ", html_of(app)).split())
    assert "Verband, Kirche, NGO (Deutschland) 2 Aussagen · 1 Artikel · 67 % ihrer Aussagen" in shown
    assert "<mark>Satz 2 x0</mark>" in html_of(app)
    pressed(app, AS_PARTY)
    assert read_own_list() == (OwnSource("Nord*bund*", country="AT", institution="party"),)
    assert set(corpus.own_store().read("statements")["category"]) == {"politics", "kremlin"}
    assert AS_PARTY not in labels_of(app)
    assert any("Kein Widerspruch" in info.value for info in app.info)
    pressed(app, "Zurücknehmen")
    assert read_own_list() == ()
    assert AS_PARTY in labels_of(app)
    assert set(corpus.own_store().read("statements")["category"]) == {"ngo", "politics", "kremlin"}


@pytest.mark.usefixtures("filled")
def test_other_rows_of_the_own_list_stay() -> None:
    rows = (OwnSource("nord*bund*", category="Nord"), OwnSource("Peskow", "Dmitri Peskow"))
    write_own_list(rows)
    app = pressed(opened(), AS_PARTY)
    assert read_own_list() == (OwnSource("nord*bund*", "", "AT", "party", "Nord"), rows[1])
    pressed(app, "Zurücknehmen")
    assert read_own_list() == rows


@pytest.mark.usefixtures("filled")
def test_filters_of_the_page_hide_no_conflict() -> None:
    assert AS_PARTY in labels_of(opened(land="RU"))


@pytest.mark.usefixtures("filled")
def test_the_evidence_leads_to_its_article() -> None:
    app = pressed(opened(medium="Kurier"), "Im Artikel ansehen")
    assert app.title[0].value == "Artikel: Wer sagt was?"
    assert app.session_state["korpus"] == corpus.OWN
    assert app.multiselect(key="medium").value == ["Kurier"]
    assert "Titel 1" in app.selectbox(key="artikel").options[app.selectbox(key="artikel").index]


@pytest.mark.usefixtures("filled")
def test_in_english() -> None:
    app = opened("Own corpus", sprache="en")
    assert "Everywhere as Party (Austria)" in labels_of(app)


def test_where_there_is_none_the_page_says_so() -> None:
    corpus.own_store().add([simple(1, [KREMLIN]), simple(2, [KREMLIN])])
    assert any("Kein Widerspruch" in info.value for info in opened().info)


def test_many_conflicts_come_a_page_at_a_time() -> None:
    names = [f"Quelle {number}" for number in range(12)]
    corpus.own_store().add([
        simple(1, [Source(name, "DE", "ngo", "ngo", "named") for name in names]),
        simple(2, [Source(name, "FR", "ngo", "ngo", "named") for name in names]),
    ])  # fmt: skip
    app = opened()
    assert labels_of(app).count("Im Artikel ansehen") == 20
    app.number_input(key="widerspruch-seite").set_value(2).run()
    assert labels_of(app).count("Im Artikel ansehen") == 4


def test_the_speaker_is_marked_as_a_whole_word() -> None:
    row = {"country": "DE", "institution": "ngo", "statements": 1, "articles": 1, "share": 0.5, "speaker": "er",
           "quote": "Hilfe", "sentence": "Später versprach er Hilfe.", "outlet": None, "published": None,
           "title": None}  # fmt: skip
    assert "Später versprach <mark>er</mark> Hilfe." in typing_html(row)
    assert "versprach er <mark>Hilfe</mark>." in typing_html(row | {"speaker": "sie"})


def test_evidence_is_escaped() -> None:
    row = {"country": "DE", "institution": "ngo", "statements": 1, "articles": 1, "share": 0.5, "speaker": "<b>X",
           "quote": "q", "sentence": "<script>alert(1)</script> <b>X", "outlet": "<i>Bote", "published": "2024-01-01",
           "title": pd.NA}  # fmt: skip
    html = typing_html(row)
    assert "<script" not in html
    assert "<mark>&lt;b&gt;X</mark>" in html
    assert "&lt;i&gt;Bote · 1.1.2024</small>" in html
