"""The page of own words: a word is entered, counts at once, is told on other pages, and taken back by one click."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from analysis.batch.run import analyse_into
from analysis.export.methods import methods
from analysis.model import Article
from analysis.own_words.active import NO_WORDS
from analysis.own_words.file import read_own_words, write_own_words
from analysis.own_words.rows import OwnWord
from dashboard import corpus
from dashboard.i18n import labels
from dashboard.report.content import document, gather
from tests import apps

pytestmark = pytest.mark.usefixtures("folders")
TEXTS = (
    "Im Dorf munkelt man, der Kauf sei geplatzt. Früher munkelten viele. „Das geht *nicht*“, behauptete Hans Moor.",
    "Möglicherweise kommt er. Der Minister räumte ein, die Lage sei ernst. Er sagte, das sei gut.",
    "Der Damm hält. Minister Karl Weber sagte, er sei sicher.",
)
MUNKELN = OwnWord("hedge", "add", "munkeln", "modal")


def opened(page: str = "words", **query: str) -> AppTest:
    app = apps.opened(120, page, korpus="Eigener Korpus", **query)
    assert not app.exception
    return app


@pytest.fixture
def filled(folders: None) -> None:
    analyse_into(corpus.own_store(), [Article(str(n), text) for n, text in enumerate(TEXTS)], words=NO_WORDS)


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key).click().run()
    assert not app.exception
    return app


def entered(app: AppTest, word: str, of: str = "hedge", **chosen: str) -> AppTest:
    app.radio("wort-liste").set_value(of).run()
    for key, value in chosen.items():
        app.selectbox(f"wort-{key}-{of}").set_value(value).run()
    field = next(one for one in app.text_input if (one.key or "").startswith("wort-"))
    field.set_value(word).run()
    assert not app.exception
    return app


def said(app: AppTest) -> str:
    return "\n".join(str(element.value) for kind in ("markdown", "caption", "info", "warning", "error", "toast")
                     for element in app.get(kind))  # fmt: skip


def own_cues() -> list[str]:
    rows = corpus.own_store().read("hedges")
    return rows.loc[rows["rule"].str.startswith("own:"), "cue"].to_list()


@pytest.mark.usefixtures("filled")
def test_a_word_is_previewed_entered_counted_and_taken_back() -> None:
    app = entered(opened(), "munkeln")
    assert "alle Formen von **munkeln**" in said(app)
    assert "munkelt (1), munkelten (1)" in said(app)
    assert "Kommt in 1 Artikel vor" in said(app)
    assert not read_own_words().rows
    pressed(app, "wort-aufnehmen")
    assert read_own_words().rows == (MUNKELN,)
    assert own_cues() == ["munkelt", "munkelten"]
    assert "**munkeln** · zählt überall als Modalverb · 2 Treffer" in said(app)
    pressed(app, "zurueck-hedge-munkeln")
    assert not read_own_words().rows
    assert not own_cues()
    assert "Noch kein eigenes Wort" in said(app)


@pytest.mark.usefixtures("filled")
def test_all_is_taken_back_by_one_click_and_restored_by_another() -> None:
    rows = (MUNKELN, OwnWord("event", "add", "Damm"), OwnWord("tone", "add", "gut", "-1"))
    write_own_words(rows)
    app = pressed(opened(), "woerter-anwenden")
    assert own_cues()
    before = corpus.own_store().read("sentences")
    pressed(app, "woerter-alle")
    assert not read_own_words().rows
    assert not own_cues()
    next(button for button in app.button if button.label.startswith("Zurückgenommene Liste")).click().run()
    assert read_own_words().rows == rows
    assert corpus.own_store().read("sentences").equals(before)


@pytest.mark.usefixtures("filled")
def test_buttons_pressed_again_and_again_leave_everything_as_it_was() -> None:
    store, app = corpus.own_store(), opened()
    before = store.read_all()
    for _ in range(5):
        pressed(entered(app, "munkeln"), "wort-aufnehmen")
        pressed(app, "zurueck-hedge-munkeln")
    assert all(frame.equals(before[table]) for table, frame in store.read_all().items())


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("of", "word", "chosen", "row"),
    [
        ("hedge", "möglicherweise", {"handlung": "reclass", "wert": "belief"},
         OwnWord("hedge", "reclass", "möglicherweise", "belief")),
        ("hedge", "möglicherweise", {"handlung": "remove"}, OwnWord("hedge", "remove", "möglicherweise")),
        ("stance", "behaupten", {"wert": "neutral"}, OwnWord("stance", "add", "behaupten", "neutral")),
        ("stance", "räumt ein", {"handlung": "remove"}, OwnWord("stance", "remove", "räumt ein")),
        ("event", "Damm", {}, OwnWord("event", "add", "Damm")),
        ("tone", "gut", {}, OwnWord("tone", "add", "gut", "-0,5")),
        ("tone", "gut", {"handlung": "remove"}, OwnWord("tone", "remove", "gut")),
    ],
)  # fmt: skip
def test_every_list_takes_words(of: str, word: str, chosen: dict[str, str], row: OwnWord) -> None:
    app = pressed(entered(opened(), word, of, **chosen), "wort-aufnehmen")
    assert read_own_words().rows == (row,)
    assert not app.error
    assert app.text_input[0].value == ""


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("word", "of", "told"),
    [
        ("=1+1", "hedge", "beginnt nicht mit einem Buchstaben"),
        ("hohes Wasser", "event", "einzelne Wörter"),
        ("munkelt", "hedge", "nur die Form **munkelt**"),
        ("deutet an", "hedge", "auch getrennt (deuten … an)"),
        ("nach *Lage* der", "hedge", "genau diese Wortfolge"),
        ("Krieg", "event", "Bisher: Ereigniswort"),
        ("gut", "tone", "Bisher: Tonwort mit dem Wert"),
        ("krieg", "event", "Meist „Krieg“ geschrieben"),
        ("orakeln", "hedge", "in keinem Artikel"),
    ],
)
def test_the_form_tells_what_will_count(word: str, of: str, told: str) -> None:
    assert told in said(entered(opened(), word, of))


@pytest.mark.usefixtures("filled")
def test_other_pages_tell_that_the_figures_follow_the_list() -> None:
    write_own_words([MUNKELN])
    for page in ("overview", "certainty", "tone", "export"):
        app = opened(page)
        assert "1 Artikel dieses Korpus ist noch nach einer früheren" in said(app)
    pressed(app, "woerter-anwenden")
    assert own_cues() == ["munkelt", "munkelten"]
    for page in ("overview", "certainty", "tone", "export"):
        links = [link.proto.label for link in opened(page).get("page_link")]
        assert "Mit eigener Wortliste gezählt (1 Zeile)" in links


@pytest.mark.usefixtures("filled")
def test_a_list_that_concerns_no_article_is_simply_followed() -> None:
    write_own_words([OwnWord("event", "add", "Zeppelin")])
    app = opened("overview")
    assert "noch nach einer früheren" not in said(app)
    assert corpus.words_due(corpus.own_store()).all == 0


@pytest.mark.usefixtures("filled")
def test_faults_of_a_file_written_by_hand_are_told_with_their_rows() -> None:
    corpus.own_store().own_words.write_text("list;action;word;value\nhedge;add;x;y\nevent;add;Damm;\n", "utf-8")
    app = opened()
    assert "Diese Zeilen von words.csv zählen nicht" in app.error[0].value
    assert "Zeile 2: „x“: „y“ ist keine Klasse" in app.code[0].value
    assert [row.word for row in read_own_words().rows] == ["Damm"]


@pytest.mark.usefixtures("filled")
def test_methods_and_report_name_the_list() -> None:
    store = corpus.own_store()
    assert methods(["a"], {}, source=store)["own_words"] is None
    write_own_words([MUNKELN])
    pressed(opened(), "woerter-anwenden")
    keys = list(store.articles()["article"])
    (told,) = json.loads(json.dumps(methods(keys, {}, source=store)))["own_words"]
    assert told["file"] == "words.csv"
    assert told["rows"] == [{"list": "hedge", "action": "add", "word": "munkeln", "value": "modal"}]
    assert told["articles"] == 3
    assert told["sha256"] in document(gather(store))


def test_an_empty_corpus_takes_words_too() -> None:
    pressed(entered(opened(), "munkeln"), "wort-aufnehmen")
    assert read_own_words().rows == (MUNKELN,)


def test_words_of_others_are_shown_as_they_are() -> None:
    write_own_words([OwnWord("hedge", "add", "a*b*<b>c</b>", "modal")])
    assert f"**{labels.plain('a*b*<b>c</b>')}** ·" in said(opened())


PICKED = {"selection": {"rows": [0], "columns": [], "cells": []}}


def labels_of(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


@pytest.mark.usefixtures("filled")
def test_a_hedge_is_picked_from_the_corpus_and_struck_out_reclassed_or_kept() -> None:
    app = opened()
    app.session_state["wahl-hedge-"] = PICKED
    app.run()
    assert "„möglicherweise“ überall streichen" in labels_of(app)
    pressed(app, "streichen-hedge-rule:möglicherweise")
    assert read_own_words().rows == (OwnWord("hedge", "remove", "rule:möglicherweise"),)
    assert not corpus.own_store().count("hedges")
    assert "**Regel möglicherweise** · zählt nicht mehr" in said(app)
    pressed(app, "zurueck-hedge-rule:möglicherweise")
    assert corpus.own_store().count("hedges") == 1
    app.session_state["wahl-hedge-"] = PICKED
    app.run()
    app.selectbox("umklassen-hedge-rule:möglicherweise").set_value("belief").run()
    pressed(app, "aendern-hedge-rule:möglicherweise")
    assert corpus.own_store().read("hedges")["class"].to_list() == ["belief"]


@pytest.mark.usefixtures("filled")
def test_a_reporting_word_is_picked_by_its_base_form() -> None:
    app = opened()
    assert app.dataframe[1].value["Wort"].to_list() == ["sagen", "behaupten", "einräumen"]
    app.session_state["wahl-stance-"] = PICKED
    app.run()
    app.selectbox("umklassen-stance-sagen").set_value("judging").run()
    pressed(app, "aendern-stance-sagen")
    assert read_own_words().rows == (OwnWord("stance", "add", "sagen", "judging"),)
    assert sorted(corpus.own_store().read("statements")["stance"]) == [
        "distancing", "endorsing", "judging", "judging", "neutral",
    ]  # fmt: skip


@pytest.mark.usefixtures("filled")
def test_all_hits_of_a_rule_are_struck_out_beside_one_of_them() -> None:
    app = apps.at("certainty", 120)
    app.session_state["korpus-wunsch"] = corpus.OWN
    app.session_state["treffer"] = True
    app.session_state["treffer-1-0"] = PICKED
    pressed(app.run(), "streichen-hedge-rule:möglicherweise")
    assert not corpus.own_store().count("hedges")
    assert "Mit eigener Wortliste gezählt (1 Zeile)" in [link.proto.label for link in app.get("page_link")]


@pytest.mark.usefixtures("filled")
def test_a_list_that_cannot_be_written_is_told_and_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    app = entered(opened(), "munkeln")
    monkeypatch.setattr("analysis.own_words.file.MOST", 0)
    app.button("wort-aufnehmen").click().run()
    assert "Die Liste wurde nicht geändert: Zeile 2: Mehr als 0 Zeilen" in said(app)
    assert not read_own_words().rows


@pytest.mark.usefixtures("filled")
def test_a_list_is_loaded_from_a_file_or_refused_with_its_rows() -> None:
    write_own_words([OwnWord("event", "add", "Damm")])
    app = opened()
    app.file_uploader[0].set_value([("<b>.csv", b"list;action;word;value\nhedge;add;munkeln;x", "text/csv")])
    replace = next(button for button in app.button if button.label == "Liste ersetzen")
    replace.click().run()
    assert "wurde nicht übernommen" in said(app)
    assert "Zeile 2: „munkeln“: „x“ ist keine Klasse" in app.code[0].value
    assert [row.word for row in read_own_words().rows] == ["Damm"]
    app.file_uploader[0].set_value([("liste.csv", b"list,action,word,value\nhedge,add,munkeln,modal", "text/csv")])
    next(button for button in app.button if button.label == "Liste ersetzen").click().run()
    assert read_own_words().rows == (MUNKELN,)
    assert own_cues() == ["munkelt", "munkelten"]


@pytest.mark.usefixtures("filled")
def test_a_run_that_a_second_click_ended_goes_on() -> None:
    app = opened()
    write_own_words([MUNKELN])
    app.session_state["woerter-offen"] = (str(corpus.own_store().path), "Weiter.")
    app.run()
    assert own_cues() == ["munkelt", "munkelten"]
    assert "woerter-offen" not in app.session_state
    assert "Weiter. 1 Artikel neu ausgewertet." in said(app)
