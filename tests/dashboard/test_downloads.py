"""What is downloaded is what is on screen: ten states of the filters, drawn from the demo corpus."""

import random
import re
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.csv_form import DECIMAL_COMMA, DECIMAL_POINT
from analysis.export import writers
from analysis.storage.store import Store, default_path
from analysis.tables.columns import TABLES
from dashboard import corpus
from dashboard.components import downloads
from dashboard.i18n import labels
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


def in_words(values: pd.Series) -> pd.Series:
    """A column as the page writes it: labels for values, nothing for a missing one."""
    if values.dtype != "str":
        return values
    said = [labels.say(str(values.name), value) if isinstance(value, str) else "" for value in values]
    return pd.Series(said, dtype="str")
