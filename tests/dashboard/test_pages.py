"""Every page runs from the entry file, on the demo corpus and on an empty one."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis.model import Article
from analysis.pipeline import analyse
from analysis.reading.files import Unreadable
from analysis.source_overrides import OwnSource, write_own_list
from dashboard import corpus
from dashboard.components import intake
from dashboard.i18n.language import say
from dashboard.pages import PAGES, section
from tests import apps

pytestmark = pytest.mark.usefixtures("folders")


def opened(page: str, **query: str) -> AppTest:
    return apps.opened(page=page, **query)


@pytest.mark.parametrize("page", PAGES)
def test_page_shows_its_question_on_the_demo_and_begins_with_its_name_in_the_menu(page: str) -> None:
    app = opened(page)
    assert not app.exception
    assert not app.error
    name, question = app.title[0].value.split(": ")
    assert name == (say(f"page.{page}") if section(page) else "Quellenlage")
    assert question.endswith("?")


@pytest.mark.parametrize("page", PAGES)
def test_page_stands_an_empty_corpus(page: str) -> None:
    app = apps.at(page)
    app.session_state["korpus-wunsch"] = corpus.OWN
    app.run()
    assert not app.exception
    assert not app.error


def test_a_pasted_article_is_in_the_corpus() -> None:
    app = opened("data")
    app.text_area[0].input("Der Kreml erklärte am Dienstag, er könne die Berichte nicht bestätigen.")
    app.button[0].click().run()
    assert not app.exception
    assert list(corpus.own_store().articles()["article"]) == [app.session_state["artikel"]]


def test_a_private_address_is_told_and_nothing_kept() -> None:
    app = opened("data")
    address = next(field for field in app.text_input if "Adresse" in field.label)
    address.input("http://127.0.0.1:9/artikel")
    app.button[1].click().run()
    assert not app.exception
    assert "Nicht gelesen" in app.error[0].value
    assert not corpus.own_store().exists()


@pytest.mark.parametrize(("view", "who"), [("outlet", "Ostwind aktuell"), ("outlet-category", "Ostwind aktuell")])
def test_a_cell_of_who_cites_whom_opens_its_sentences(view: str, who: str) -> None:
    app = opened("sources")
    app.session_state["beziehung"] = view
    app.session_state[f"relations-{view}-0"] = {"selection": {"pick": [{"who": who, "whom": "Übrige"}]}}
    app.run()
    assert not app.exception
    assert any("Belege" in str(dialog.proto) for dialog in app.main.children.values()) or app.get("dialog")


def test_the_own_list_is_kept_and_merges_sources_at_once() -> None:
    app = opened("sources")
    before = corpus.demo_store().values("statements", "entity")
    one, other = before.index[:2]
    write_own_list([OwnSource(str(other), str(one))])
    app.run()
    assert not app.exception
    assert corpus.demo_store().values("statements", "entity")[one] == before[one] + before[other]


def test_filters_of_the_sources_page_narrow_it_down() -> None:
    app = opened("sources")
    app.multiselect(key="land").set_value(["RU"]).run()
    assert not app.exception
    assert "Aussagen" in app.caption[0].value


@pytest.mark.parametrize(("kind", "who"), [("via", "Übermittler"), ("told", "Angesprochenes Medium")])
def test_relays_and_media_told_stand_in_views_of_their_own(kind: str, who: str) -> None:
    corpus.own_store().add([
        analyse(Article("a", "„Das geht nicht“, sagte Söder der dpa.", outlet="Bote")),
        analyse(Article("b", "„Das geht nicht“, sagte Kremlsprecher Dmitri Peskow laut TASS.", outlet="Bote")),
    ])  # fmt: skip
    app = opened("sources", korpus="Eigener Korpus")
    app.session_state["beziehung"] = kind
    app.run()
    assert not app.exception
    charts = "".join(str(chart.proto) for chart in app.get("vega_lite_chart"))
    assert who in charts
    told = app.multiselect(key="via")
    assert told.options == ["gibt weiter", "angesprochen", "ohne via"]
    told.set_value([{"via": "relay"}.get(kind, "told")]).run()
    assert "1 Aussage " in app.caption[0].value


def test_a_long_wait_is_announced() -> None:
    assert "Min." not in intake.waiting([Article("kurz", "Er ging.")])
    assert "12 Min." in intake.waiting([Article("lang", "x" * 12 * intake.CHARACTERS_PER_MINUTE), Unreadable("a", "b")])


def test_missing_values_and_headers_of_a_table_are_german() -> None:
    app = opened("article", medium="NBC News")
    statements, hedges = (frame.value for frame in app.dataframe)
    assert "Redeeinleitung" not in [*statements, *hedges]
    assert list(hedges)[:3] == ["Ausdruck", "Klasse", "wessen"]
    assert not hedges.isna().any(axis=None)


def test_a_long_article_is_paged() -> None:
    corpus.own_store().add([analyse(Article("lang", "Er sagte am Montag, das sei falsch.\n\n" * 1000))])
    app = opened("article", korpus="Eigener Korpus")
    assert not app.exception
    assert "1 bis 2" in app.number_input[0].label
    before = app.subheader[0].value
    app.number_input[0].set_value(2).run()
    assert not app.exception
    assert app.subheader[0].value != before
