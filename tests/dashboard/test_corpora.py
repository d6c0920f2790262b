"""Several corpora in the browser: chosen by name, made, renamed and deleted; articles edited after they were loaded."""

import pytest
from streamlit.testing.v1 import AppTest

from analysis.batch.run import analyse_into
from analysis.model import Article
from analysis.storage import corpora
from analysis.storage.store import Store
from dashboard import corpus
from dashboard.i18n.language import texts
from tests import apps
from tests.factories import KREMLIN, WHITE_HOUSE, simple

pytestmark = pytest.mark.usefixtures("folders")

WORDS = texts("de")["corpora"]
DATA = texts("de")["data"]


def offered(app: AppTest) -> list[str]:
    return list(app.selectbox(key="korpus").options)


def pressed(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def made(name: str, *numbers: int) -> Store:
    store = Store(corpora.create(name))
    store.add([simple(number, [KREMLIN], published=None) for number in numbers])
    return store


def test_the_address_names_a_corpus_and_nothing_but_a_name_of_one() -> None:
    made("Wahl 2025", 1, 2)
    app = apps.opened(page="overview", korpus="Wahl 2025")
    assert not app.exception
    assert offered(app) == ["Demo", "Eigener Korpus", "Wahl 2025"]
    assert app.caption[0].value.startswith("2 Artikel")
    for name in ("../../etc/passwd", "Wahl", "quellenlage", "/tmp/x.duckdb"):
        app = apps.opened(page="overview", korpus=name)
        assert not app.exception
        assert app.session_state["korpus"] == corpus.DEMO


def test_a_corpus_is_made_and_takes_the_next_texts() -> None:
    app = apps.opened(page="data")
    field = next(field for field in app.text_input if field.label == WORDS["name"])
    field.input("a/b")
    assert WORDS["fault_signs"] in pressed(app, WORDS["new_go"]).warning[0].value
    next(field for field in app.text_input if field.label == WORDS["name"]).input(" Wahl  2025 ")
    app = pressed(app, WORDS["new_go"])
    assert app.session_state["korpus"] == "Wahl 2025"
    app.text_area[0].input("Der Kreml erklärte am Dienstag, er könne die Berichte nicht bestätigen.")
    app = pressed(app, DATA["go"])
    assert Store(corpora.path_of("Wahl 2025")).count("articles") == 1
    assert not Store(corpora.folder() / "quellenlage.duckdb").exists()
    assert app.session_state["korpus"] == "Wahl 2025"


def test_a_corpus_is_renamed() -> None:
    made("Wahl", 1)
    app = apps.opened(page="data", korpus="Wahl")
    [field for field in app.text_input if field.label == WORDS["name"]][1].input("Wahl 2025")
    app = pressed(app, WORDS["rename_go"])
    assert app.session_state["korpus"] == "Wahl 2025"
    assert corpora.names() == ["Wahl 2025"]


def test_deleting_asks_first_and_names_what_is_lost() -> None:
    made("Wahl", 1, 2)
    made("Bleibt", 3)
    app = apps.opened(page="data", korpus="Wahl")
    assert corpora.names() == ["Bleibt", "Wahl"]
    assert any("2 Artikel, 2 Aussagen, 0 Berichtigungen" in line.value for line in app.markdown)
    app = pressed(app, WORDS["delete_go"])
    assert corpora.names() == ["Bleibt"]
    assert app.session_state["korpus"] == corpus.OWN


def test_a_corpus_that_is_gone_is_not_asked_for_again() -> None:
    store = made("Wahl", 1)
    app = apps.opened(page="overview", korpus="Wahl")
    corpora.delete(store)
    app.run()
    assert not app.exception
    assert not app.error
    assert app.session_state["korpus"] == corpus.DEMO


def test_a_pasted_article_is_found_in_whichever_corpus_it_is() -> None:
    made("Wahl", 1)
    (key,) = Store(corpora.path_of("Wahl")).articles()["article"]
    app = apps.opened(120, eingefuegt=key)
    assert not app.exception
    assert app.header[0].value == "Titel 1"


def chosen(app: AppTest, *rows: int) -> AppTest:
    turn = app.session_state.get("artikel-zug", 0)
    app.session_state[f"own-articles-{turn}"] = {"selection": {"rows": [*rows], "columns": [], "cells": []}}
    app.run()
    assert not app.exception
    return app


def test_articles_are_given_an_outlet_together_and_it_is_taken_back() -> None:
    store = corpus.own_store()
    analyse_into(store, [Article(name, f"Der Bote {name} kam spät.", outlet="Kurier") for name in "abc"])
    app = chosen(apps.opened(page="data", korpus="Eigener Korpus"), 0, 2)
    next(field for field in app.text_input if field.label == DATA["column_outlet"]).input("Seeblatt")
    app = pressed(app, DATA["edit_go"])
    assert sorted(store.articles()["outlet"]) == ["Kurier", "Seeblatt", "Seeblatt"]
    assert not [field for field in app.text_input if field.label == DATA["column_outlet"]], "nothing is chosen any more"
    pressed(app, "Letzte Änderung zurücknehmen (2 Artikel)")
    assert set(store.articles()["outlet"]) == {"Kurier"}


def test_one_article_is_given_a_title_and_what_the_file_says_comes_back() -> None:
    store = corpus.own_store()
    analyse_into(store, [Article("a", "Der Bote kam spät.", title="Alt", outlet="Kurier")])
    app = chosen(apps.opened(page="data", korpus="Eigener Korpus"), 0)
    next(field for field in app.text_input if field.label == DATA["column_title"]).input("<b>Neu</b>")
    app = chosen(pressed(app, DATA["edit_go"]), 0)
    assert list(store.articles()["title"]) == ["<b>Neu</b>"]
    pressed(app, "Angaben der Datei wiederherstellen (1 Artikel)")
    assert list(store.articles()["title"]) == ["Alt"]


def test_chosen_articles_are_deleted_and_no_other_row_is_chosen_then() -> None:
    store = corpus.own_store()
    store.add([simple(1, [KREMLIN]), simple(2, [WHITE_HOUSE])])
    app = pressed(chosen(apps.opened(page="data", korpus="Eigener Korpus"), 0), "1 Artikel aus dem Korpus löschen")
    assert store.count("articles") == 1
    assert not [button for button in app.button if "löschen" in button.label and "Artikel" in button.label]
