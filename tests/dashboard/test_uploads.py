"""Files loaded in the browser: shown as they were read, filled in, and analysed only when the user says so."""

import json
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.storage.store import Store
from dashboard import corpus
from dashboard.components import uploads
from dashboard.i18n.language import texts
from tests import apps

pytestmark = pytest.mark.usefixtures("folders")

DATA = texts("de")["data"]
TEXT = "Die Stadt sperrt die Brücke. Das sagte die Bürgermeisterin am Montag, die Lage sei ernst. {} Autos warten."
ROWS = [
    {"id": "a", "title": "Brücke zu", "text": TEXT.format(1), "outlet": "Seeblatt", "published": "2024-03-03T08:00:00"},
    {"id": "b", "title": "Hafen zu", "text": TEXT.format(2)},
    {"id": "c", "title": "Markt zu", "text": ""},
]
LINES = "\n".join(map(json.dumps, ROWS)).encode()
TABLE = ("Meldungstxt;Gazette;Tag\n" + "".join(f"{TEXT.format(n)};Seeblatt;3. März 2024\n" for n in (3, 4))).encode()


def loaded(*files: tuple[str, bytes]) -> AppTest:
    app = apps.opened(page="data")
    app.file_uploader[0].set_value([(name, data, "") for name, data in files])
    return pressed(app, DATA["read"])


def pressed(app: AppTest, label: str) -> AppTest:
    app = next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def store() -> Store:
    return corpus.own_store()


def test_what_was_read_is_shown_with_its_gaps_before_anything_is_analysed() -> None:
    app = loaded(("a.jsonl", LINES))
    assert not store().path.exists()
    assert any("2 Artikel gelesen · 1 ohne Medium · 1 ohne Datum" in caption.value for caption in app.caption)
    (table,) = app.data_editor
    assert list(table.value["title"]) == ["Brücke zu", "Hafen zu"]
    assert list(table.value["outlet"]) == ["Seeblatt", ""]
    assert "a.jsonl, Zeile 3" in app.error[0].value
    assert "Der Text ist leer" in app.code[-1].value


def test_gaps_are_filled_for_all_that_have_them_and_nothing_else_changes() -> None:
    app = loaded(("a.jsonl", LINES))
    next(field for field in app.text_input if field.label == DATA["outlet_for_all"]).set_value("Küstenbote")
    next(field for field in app.date_input if field.label == DATA["date_for_all"]).set_value(date(1999, 5, 1))
    app = pressed(app, "2 Artikel auswerten")
    kept = store().articles().set_index("id")
    assert kept["outlet"].to_dict() == {"a": "Seeblatt", "b": "Küstenbote"}
    assert kept["published"].to_dict() == {"a": "2024-03-03T08:00:00", "b": "1999-05-01"}
    assert not app.data_editor
    assert app.success[0].value == "2 Artikel ausgewertet."
    assert "Zeile 3" in app.error[0].value


def test_outlet_and_day_are_given_to_a_single_article() -> None:
    app = loaded(("a.jsonl", LINES))
    changed = {"edited_rows": {1: {"outlet": "Abendblatt", "published": "2020-01-02"}}, "added_rows": [],
               "deleted_rows": []}  # fmt: skip
    app.session_state["geladene-artikel"] = changed
    pressed(app.run(), "2 Artikel auswerten")
    kept = store().articles().set_index("id")
    assert kept["outlet"].to_dict() == {"a": "Seeblatt", "b": "Abendblatt"}
    assert kept["published"].to_dict() == {"a": "2024-03-03T08:00:00", "b": "2020-01-02"}


def test_a_table_of_unknown_columns_is_shown_and_asked_about() -> None:
    app = loaded(("tabelle.csv", TABLE))
    assert not app.data_editor
    assert list(app.dataframe[0].value.columns) == ["Meldungstxt", "Gazette", "Tag"]
    app = pressed(app, DATA["columns_go"])
    assert DATA["columns_text"] in app.warning[0].value
    for label, column in (("Text", "Meldungstxt"), ("Medium", "Gazette"), ("Datum", "Tag")):
        next(field for field in app.selectbox if field.label == label and column in field.options).set_value(column)
    app = pressed(app, DATA["columns_go"])
    assert list(app.data_editor[0].value["outlet"]) == ["Seeblatt", "Seeblatt"]
    pressed(app, "2 Artikel auswerten")
    assert set(store().articles()["published"]) == {"2024-03-03"}


def test_what_was_loaded_can_be_discarded() -> None:
    app = pressed(loaded(("a.jsonl", LINES), ("tabelle.csv", TABLE)), DATA["discard"])
    assert not app.data_editor
    assert not store().path.exists()


def test_a_broken_file_is_told_in_the_language_of_the_page_and_the_rest_goes_on() -> None:
    app = loaded(("leer.txt", b""), ("a.jsonl", LINES))
    assert "Die Datei ist leer." in [code.value for code in app.code]
    assert len(app.data_editor[0].value) == 2
    english = apps.opened(page="data", sprache="en")
    english.file_uploader[0].set_value([("leer.txt", b"", "")])
    english = pressed(english, texts("en")["data"]["read"])
    assert "The file is empty." in [code.value for code in english.code]


def test_a_pasted_text_has_no_day_that_nobody_gave() -> None:
    app = apps.opened(page="data")
    app.text_area[0].input(TEXT.format(7))
    pressed(app, DATA["go"])
    assert store().articles()["published"].isna().all()


def test_more_articles_than_are_listed_are_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "_MOST", 1)
    app = loaded(("a.jsonl", LINES))
    assert len(app.data_editor[0].value) == 1
    assert any("1 weitere" in caption.value for caption in app.caption)
    pressed(app, "2 Artikel auswerten")
    assert len(store().articles()) == 2


def test_an_article_that_stands_in_two_files_counts_once_and_that_is_told() -> None:
    app = pressed(loaded(("a.jsonl", LINES), ("b.jsonl", LINES)), "4 Artikel auswerten")
    assert len(store().articles()) == 2
    assert any("2 davon gleichen anderen Artikeln" in info.value for info in app.info)


def test_reading_tells_how_far_it_is() -> None:
    told: list[tuple[float, str]] = []
    uploads.read([("a.jsonl", LINES), ("*b*.txt", TEXT.encode())], lambda part, words: told.append((part, words)))
    assert told == [(0.0, "Datei 1 von 2: a.jsonl, bisher 0 Artikel"),
                    (0.5, r"Datei 2 von 2: \*b\*.txt, bisher 2 Artikel")]  # fmt: skip


def test_copies_are_told_with_the_new_articles() -> None:
    long = " ".join(TEXT.format(number) for number in range(20))
    rows = [{"id": name, "text": long, "outlet": name, "published": "2024-03-03"} for name in ("Seeblatt", "Bote")]
    app = loaded(("kopien.jsonl", "\n".join(map(json.dumps, rows)).encode()))
    app = pressed(app, "2 Artikel auswerten")
    assert app.success[0].value == "2 Artikel ausgewertet, davon 1 Kopie eines anderen."
