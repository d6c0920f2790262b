"""Correcting by hand from the article's page: confirm, correct, reject, add, take back."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.corrections.apply import correct
from analysis.corrections.record import record
from analysis.model import Article, ArticleResult
from analysis.pipeline import analyse
from analysis.storage import corrections_table
from analysis.storage.correction import Correction, spans_from
from analysis.storage.store import Store
from analysis.tables.result_view import article_key
from dashboard import corpus
from dashboard.i18n import labels
from dashboard.reader import component
from dashboard.review import panel
from tests import apps

TEXT = (
    "Streit um die Brücke\n\n"
    "Die Brücke könnte bald gesperrt werden, sagte Bürgermeisterin Anna Lorenz am Montag. "
    "„Wir warten auf das Gutachten“, sagte Lorenz. Möglicherweise kommt es morgen."
)

ARTICLE = Article("b", TEXT, outlet="Kurier", published="2026-03-02")
KEY = article_key(analyse(ARTICLE).article)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one article."""
    store = Store(tmp_path_factory.mktemp("made") / "s.duckdb")
    store.add([analyse(ARTICLE)])
    return store.path


@pytest.fixture(autouse=True)
def store(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same in folders of the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    path = corpus.own_store().path
    path.parent.mkdir(parents=True)
    shutil.copy(made, path)


def opened(chosen: str = "", name: str = "AL") -> AppTest:
    app = apps.at("article")
    app.session_state["korpus-wunsch"] = corpus.OWN
    if chosen:
        app.query_params.update({"artikel": KEY, "stelle": component.in_address(chosen)})
    app.session_state["wer"] = name
    return app.run()


def pressed(app: AppTest, label: str) -> AppTest:
    app = next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def field(app: AppTest, label: str) -> object:
    return next(box for box in [*app.selectbox, *app.text_input, *app.text_area] if box.label == label)


def typed(app: AppTest, label: str, words: str) -> AppTest:
    """Words typed into a field that also offers some."""
    box = field(app, label)
    box.options.append(words)
    app = box.set_value(words).run()
    assert not app.exception
    return app


def rows(table: str = "statements") -> list[dict[str, object]]:
    return corpus.own_store().read(table).to_dict("records")


def test_nothing_chosen_says_what_to_do() -> None:
    app = opened()
    assert "Wählen Sie im Text" in app.info[0].value
    assert not [button for button in app.button if button.label == "Stimmt so"]


def test_a_statement_is_confirmed_as_it_stands() -> None:
    app = pressed(opened("s:s1"), "Stimmt so")
    assert "Aussage 1" in app.toast[0].value
    assert [row["origin"] for row in rows()] == ["confirmed", "machine"]


def test_a_statement_is_corrected_in_place() -> None:
    app = opened("s:s1")
    field(app, "Haltung").set_value("denying").run()
    field(app, "Wortlaut").set_value("Brücke könnte bald\ngesperrt werden").run()
    field(app, "Anmerkung").set_value("siehe Vorlage")
    app = pressed(app, "Übernehmen")
    row = rows()[0]
    assert (row["stance"], row["quote"], row["origin"]) == (
        "denying", "Brücke könnte bald gesperrt werden", "corrected",
    )  # fmt: skip
    (cached_query,) = corpus.own_store().corrections()
    assert (cached_query.who, cached_query.note) == ("AL", "siehe Vorlage")
    assert field(app, "Haltung").value == "denying"
    assert any("von Hand berichtigt" in caption.value for caption in app.caption)


def test_a_known_source_brings_its_country_and_institution() -> None:
    app = opened("s:s1")
    typed(app, "Quelle", "TASS")
    assert (field(app, "Land").value, field(app, "Institution").value) == ("RU", "state_media")
    pressed(app, "Übernehmen")
    assert (rows()[0]["entity"], rows()[0]["category"]) == ("TASS", "state_media")


def test_part_of_a_name_finds_the_names_of_the_lists() -> None:
    app = opened("s:s1")
    typed(app, "Quelle", "Bundesrechnungs")
    assert field(app, "Quelle").value == "Bundesrechnungs"
    (near,) = [group for group in app.button_group if group.label == "So in den Listen"]
    assert "Bundesrechnungshof" in near.options
    near.set_value("Bundesrechnungshof").run()
    assert (field(app, "Quelle").value, field(app, "Land").value) == ("Bundesrechnungshof", "DE")
    assert not [group for group in app.button_group if group.label == "So in den Listen"]
    pressed(app, "Übernehmen")
    assert rows()[0]["entity"] == "Bundesrechnungshof"


def test_who_relays_changes_nothing_about_the_source() -> None:
    app = opened("s:s1")
    field(app, "Land").set_value("FR").run()
    typed(app, "via", "TASS")
    assert (field(app, "Land").value, field(app, "via").value) == ("FR", "TASS")


def test_words_that_are_not_there_cannot_be_kept() -> None:
    app = opened("s:s1")
    app = field(app, "Wortlaut").set_value("Der Tunnel wird gesperrt").run()
    assert "nicht im Text" in app.error[0].value
    assert next(button for button in app.button if "Stimmt so" in button.label).disabled


def test_without_a_name_nothing_is_kept() -> None:
    app = opened("s:s1", name=" ")
    assert all(b.disabled for b in app.button if b.label in ("Stimmt so", "Verwerfen"))
    assert any("Ohne Namen" in caption.value for caption in app.caption)


def test_the_only_name_in_the_corpus_is_offered() -> None:
    pressed(opened("s:s1", "Ute"), "Stimmt so")
    app = apps.at("article")
    app.session_state["korpus-wunsch"] = corpus.OWN
    app.run()
    assert field(app, "Ihr Name oder Kürzel").value == "Ute"


def test_a_hedge_is_reclassed_rejected_and_taken_back() -> None:
    app = opened("h:0")
    field(app, "Klasse").set_value("hearsay").run()
    app = pressed(app, "Übernehmen")
    assert [(row["class"], row["origin"]) for row in rows("hedges")] == [
        ("hearsay", "corrected"), ("adverb", "machine"),
    ]  # fmt: skip
    app = pressed(app, "Verwerfen")
    assert [row["class"] for row in rows("hedges")] == ["adverb"]
    app = pressed(app, "Letzte Berichtigung zurücknehmen")
    assert rows("hedges")[0]["class"] == "hearsay"
    pressed(app, "Letzte Berichtigung zurücknehmen")
    assert [row["origin"] for row in rows("hedges")] == ["machine", "machine"]
    assert [bool(c.undone) for c in corpus.own_store().corrections()] == [True, True]


def test_what_is_missed_is_added_from_typed_words() -> None:
    app = field(opened(), "Wörter aus dem Text").set_value("Brücke").run()
    app = field(app, "Welche Stelle?").select_index(1).run()
    typed(app, "Quelle", "TASS")
    pressed(app, "Aufnehmen")
    added = next(row for row in rows() if row["origin"] == "added")
    assert (added["entity"], added["start"], added["section"]) == ("TASS", TEXT.index("Brücke", 20), "body")


def test_words_marked_in_the_text_become_a_hedge_or_the_wording_of_the_chosen() -> None:
    app = opened("s:s2")
    key = rows("articles")[0]["article"]
    start = TEXT.index("morgen")
    app.session_state[component.MARKED] = (key, (start, start + 6))
    app.run()
    next(control for control in app.radio if control.label == "Was ist das?").set_value("hedge").run()
    app = pressed(app, "Aufnehmen")
    assert [row["cue"] for row in rows("hedges") if row["origin"] == "added"] == ["morgen"]
    start = TEXT.index("auf das Gutachten")
    app.session_state[component.MARKED] = (key, (start, start + 17))
    pressed(app.run(), "Als Wortlaut von Aussage 2")
    assert rows()[1]["quote"] == "auf das Gutachten"


def reviewing() -> AppTest:
    app = apps.at("review")
    app.session_state["korpus-wunsch"] = corpus.OWN
    app.session_state["wer"] = "AL"
    return app.run()


def shown(app: AppTest, column: str) -> list[object]:
    return next(frame.value[column].tolist() for frame in app.dataframe if column in frame.value)


def test_a_sample_is_reviewed_one_after_another_and_taken_back_from_the_history() -> None:
    app = pressed(reviewing(), "Stimmt so")
    assert shown(app, "geprüft") == [1, 1]
    app = pressed(app, "Verwerfen")
    assert (shown(app, "geprüft")[0], shown(app, "vorhanden")[0]) == (2, "50 %")
    assert "geprüft" in app.success[0].value
    assert shown(app, "Urteil") == ["verworfen", "bestätigt"]
    app.session_state["verlauf"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    pressed(app.run(), "Ausgewählte zurücknehmen")
    assert [row["origin"] for row in rows()].count("machine") == 1


def test_from_the_sample_into_the_article_with_the_statement_chosen() -> None:
    app = pressed(reviewing(), "Im Artikel ansehen")
    assert app.title[0].value == "Artikel: Wer sagt was?"
    assert app.query_params["artikel"] == KEY
    assert app.query_params["stelle"].startswith("s-s")
    assert next(heading for heading in app.subheader if heading.value.startswith("Aussage"))


def test_enough_of_a_sample_corrects_the_shares(monkeypatch: pytest.MonkeyPatch) -> None:
    store = corpus.own_store()
    text = "Der Kreml erklärte, er könne Bericht {} nicht bestätigen. Die UN sagten, das sei neu."
    store.add(analyse(Article(str(n), text.format(n), outlet="Blatt")) for n in range(30))
    assert any("Ab 50 Stellen" in info.value for info in reviewing().info)
    said: list[tuple[Correction, ArticleResult]] = []
    with monkeypatch.context() as patch:
        # With each correction its article is written anew; here all are kept first, and then their articles once.
        patch.setattr(Store, "correct", lambda store, correction, result, correct: said.append((correction, result)))
        for row in store.read("statements").to_dict("records"):
            wrong = {"entity": "UN", "country": "UN", "institution": "igo"} if row["category"] == "kremlin" else {}
            record(store, row["article"], "statement", spans_from(row["spans"]), wrong, "AL")
    with store.writing() as connection:
        for correction, _ in said:
            corrections_table.insert(connection, correction)
    store.add({correction.article: result for correction, result in said}.values(), correct)
    app = reviewing()
    assert not app.exception
    named = dict(zip(shown(app, "Quellentyp"), shown(app, "richtig"), strict=True))
    assert named[labels.CATEGORY["kremlin"]] == "0 %"
    corrected = next(frame.value for frame in app.dataframe if "berichtigt" in frame.value).set_index("Quellentyp")
    assert corrected.loc[labels.CATEGORY["kremlin"], "berichtigt"] in ("0 %", "1 %")
    assert corrected.loc[labels.CATEGORY["igo"], "berichtigt"] > corrected.loc[labels.CATEGORY["igo"], "gefunden"]
    assert "Verfahren und Mensch" in shown(app, "zwischen")


def test_what_stands_around_a_place_is_escaped_and_the_place_set_off() -> None:
    text = "Vorher <b> war & ist. „Zitat <i>“, sagte er. Nachher."
    start = text.index("„")
    html = panel.context_html(text, ((start, start + 11), (start + 13, start + 21)), size=8)
    assert html.count("<mark>") == 2
    assert "<mark>„Zitat &lt;i&gt;“</mark>, <mark>sagte er</mark>" in html
    assert "<b>" not in html
    assert html.count("…") == 2


def certain() -> AppTest:
    app = apps.at("certainty")
    app.session_state["korpus-wunsch"] = corpus.OWN
    app.session_state["wer"] = "AL"
    app.session_state["treffer"] = True
    return app.run()


def test_every_hit_is_listed_and_can_be_reclassed_or_rejected() -> None:
    app = certain()
    assert shown(app, "Ausdruck") == ["könnte", "Möglicherweise"]
    app.session_state["treffer-1-0"] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    app.run()
    field(app, "Klasse").set_value("belief").run()
    app = pressed(app, "Übernehmen")
    assert shown(app, "Herkunft") == ["gefunden", "von Hand berichtigt"]
    assert rows("hedges")[1]["class"] == "belief"
    app.session_state["treffer-1-1"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    app = pressed(app.run(), "Verwerfen")
    assert shown(app, "Ausdruck") == ["Möglicherweise"]


def test_the_hits_are_listed_once_they_are_asked_for() -> None:
    app = certain()
    assert app.toggle(key="treffer").value
    app.toggle(key="treffer").set_value(False).run()
    assert not app.dataframe
    assert "2 Treffer" in " ".join(caption.value for caption in app.caption), "how many there are is told all the same"


def test_a_hit_is_added_from_the_list() -> None:
    app = certain()
    box = field(app, "Artikel")
    box.select_index(0).run()
    field(app, "Wörter aus dem Text").set_value("morgen").run()
    app = pressed(app, "Aufnehmen")
    assert shown(app, "Ausdruck") == ["könnte", "Möglicherweise", "morgen"]


@pytest.mark.parametrize("span", [None, "x", [1], [1, "2"], [-5, 10**9], {"a": 1}, [3, 3]])
def test_a_span_from_the_browser_may_be_anything(span: object) -> None:
    found = component._marked("key", TEXT, span)
    assert found is None or found == ("key", (0, len(TEXT)))


def test_what_stands_around_a_place_is_cut_between_words() -> None:
    text = "Am Anfang stand die Behauptung allein im Raum, danach kam Widerspruch."
    start = text.index("Behauptung")
    html = panel.context_html(text, ((start, start + 10),), size=9)
    assert ">… die <mark>Behauptung</mark> allein …<" in html
