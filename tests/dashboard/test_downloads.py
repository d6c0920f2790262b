"""What is downloaded is what is on screen: ten states of the filters, drawn from the demo corpus."""

import random
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis import measures
from analysis.csv_form import DECIMAL_COMMA, DECIMAL_POINT
from analysis.export import writers
from analysis.fingerprint import package_version
from analysis.storage.store import Store, default_path
from analysis.tables.columns import TABLES
from analysis.tables.selection import Selection
from dashboard import corpus
from dashboard.charts import basic, render
from dashboard.components import about, downloads
from dashboard.i18n import labels, language, workbook
from dashboard.i18n.language import NAMES
from dashboard.views.export import tables
from tests import apps
from tests.csv_files import from_csv

STATES = 10
FILTERS = ("medium", "quellentyp", "art")


def state(seed: int) -> tuple[str, dict[str, list[str] | str]]:
    """A table and filters as the address says them; some filters are left open."""
    draw = random.Random(seed)
    whole = corpus.Corpus(corpus.demo_store())
    known = {
        "medium": whole.values("articles", "outlet"),
        "quellentyp": [labels.CATEGORY[name] for name in whole.values("statements", "category")],
        "art": [labels.TYPE[name] for name in whole.values("statements", "type")],
    }
    chosen: dict[str, list[str] | str] = {
        name: draw.sample(values, draw.randint(1, len(values) - 1))
        for name, values in known.items()
        if draw.random() < 0.6
    }
    if draw.random() < 0.5:
        chosen["von"] = "2026-04-21"
    name = list(TABLES)[seed % len(TABLES)]
    return name, {**chosen, "tabelle": labels.TABLE[name]}


@pytest.mark.parametrize("seed", range(STATES))
def test_the_file_has_the_rows_on_screen(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    name, query = state(seed)
    app = apps.opened(page="export", **query)
    assert not app.exception
    selection = app.session_state["selection"]
    assert [selection.outlets, selection.categories, selection.types].count(()) == 3 - len({*query} & {*FILTERS})
    shown = app.dataframe[0].value
    with writers.csv_file(writers.table(corpus.demo_store(), name, selection)) as file:
        rows = from_csv(file, name)
    assert len(shown) == len(rows) <= tables.PREVIEW
    assert len(shown.columns) == len(TABLES[name])
    for on_screen, column in zip(shown, TABLES[name], strict=True) if len(rows) else ():
        expected = in_words(rows[column.name])
        pd.testing.assert_series_equal(shown[on_screen], expected, check_names=False, check_index=False)


@pytest.mark.parametrize("spoken", NAMES)
@pytest.mark.parametrize("switched", [False, True])
def test_a_switch_in_the_address_changes_the_form_of_every_csv(spoken: str, switched: bool) -> None:
    usual, other = (DECIMAL_COMMA, DECIMAL_POINT) if spoken == "de" else (DECIMAL_POINT, DECIMAL_COMMA)
    switch = {"dezimalpunkt" if spoken == "de" else "dezimalkomma": "true"} if switched else {}

    def page() -> None:
        from pathlib import Path

        import streamlit as st

        from analysis.storage.store import Store
        from dashboard.components import downloads
        from dashboard.corpus import Corpus
        from dashboard.i18n import language

        language.start()
        downloads.offer(Corpus(Store(Path("nowhere.duckdb"))))
        st.session_state["found"] = downloads.form()

    app = AppTest.from_function(page)
    for name, value in {"sprache": spoken, **switch}.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    assert app.session_state["found"] == (other if switched else usual)
    assert app.sidebar.toggle[0].value is switched


def test_files_are_named_after_what_they_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    name = downloads.file_name("Wer kommt zu Wort? (Überblick)", "csv", Store(tmp_path / "Küste 2026.duckdb"))
    assert re.fullmatch(r"quellenlage-wer-kommt-zu-wort-ueberblick-kueste-2026-\d{4}-\d\d-\d\d\.csv", name)
    assert downloads.file_name("", "zip", Store(default_path())).startswith("quellenlage-eigener-korpus-2")
    assert "/" not in downloads.file_name("../../x/\\..", "csv", Store(tmp_path / "..x.duckdb"))


def test_the_own_corpus_is_not_called_the_demo_where_both_lie_in_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(folder, str(tmp_path))
    assert corpus.name_of(Store(default_path())) == labels.text("corpus.own")
    assert corpus.name_of(Store(default_path().with_name("Küste.duckdb"))) == "Küste"


def test_a_picture_says_what_it_is_of() -> None:
    source = corpus.Corpus(corpus.demo_store(), Selection(outlets=("Ostwind aktuell", "<Blatt> & Co")))
    counted = measures.share_of_voice(source.counts("statements", "category"), "category")
    chart = basic.bars(counted, "category", title="Anteil", counted="Aussagen").to_dict()
    drawn = render.svg(chart, "Anteil der Quellentypen: Kreml", about.below({"": source}))
    size = source.size()
    for told in (
        "Anteil der Quellentypen<",
        f"Demo · {size.statements} Aussagen · {size.articles} Artikel",
        "Medien: Ostwind aktuell, &lt;Blatt&gt; &amp; Co",
        f"Quellenlage {package_version()}",
    ):
        assert told in drawn
    one, other = (corpus.Corpus(source.store, Selection(outlets=(name,))) for name in ("Ostwind aktuell", "NBC News"))
    sides = about.below({"A": one, "B": other})
    assert [line.partition(":")[0] for line in sides[:2]] == ["A", "B"]
    assert len(about.below({"": source})) == 3


@pytest.mark.parametrize("spoken", NAMES)
def test_a_workbook_speaks_the_language_of_the_page(spoken: str) -> None:
    source = corpus.Corpus(corpus.demo_store(), Selection(outlets=("Ostwind aktuell",)))
    with language.speaking(spoken):
        file = writers.xlsx_file(
            writers.all_tables(source.source, source.selection), workbook.wording(), about.of(source).facts()
        )
        book = openpyxl.load_workbook(file)
        assert book.sheetnames == [*labels.TABLE.values(), language.say("workbook.about")]
        for table in TABLES:
            head = [cell.value for cell in book[labels.TABLE[table]][1]]
            assert head == list(language.columns_of(table).values())
        shown = {cell.value for cell in book[labels.TABLE["by_category"]]["A"][1:]}
        assert shown <= set(labels.CATEGORY.values())
        told = [row[:2] for row in book[language.say("workbook.about")].iter_rows(max_row=5, values_only=True)]
        assert (language.say("filter.corpus"), language.say("corpus.demo")) in told
        assert (language.say("selected.outlets"), "Ostwind aktuell") in told


@pytest.mark.parametrize("words", ["a/b:c*d?[e]\\f", "x" * 40, "'", ""])
def test_any_words_make_the_name_of_a_sheet(words: str) -> None:
    with writers.xlsx_file({words or "1": [pd.DataFrame({"n": [1]})]}, replace(workbook.wording(), day="yyyy")) as file:
        assert len(openpyxl.load_workbook(file).sheetnames) == 2


def in_words(values: pd.Series) -> pd.Series:
    """A column as the page writes it: labels for values, nothing for a missing one."""
    if values.dtype != "str":
        return values
    said = [labels.say(str(values.name), value) if isinstance(value, str) else "" for value in values]
    return pd.Series(said, dtype="str")
