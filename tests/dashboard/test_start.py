"""The start page: a pasted article is shown beside the corpus under a link that shows it again; tour and glossary."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from analysis.storage.store import Store
from analysis.tables.result_view import article_key
from analysis.tables.selection import Selection
from dashboard import corpus
from dashboard.components import sidebar
from dashboard.corpus import Corpus
from dashboard.i18n import language
from dashboard.i18n.glossary import MEASURES, PARTS, TERMS, tip
from dashboard.pages import script
from dashboard.views.start import pasted_view
from tests import apps
from tests.factories import KREMLIN, WHITE_HOUSE, simple

TEXT = "Kreml weist Bericht zurück\n\nDer Kreml erklärte am Dienstag, er könne die Berichte nicht bestätigen."


pytestmark = pytest.mark.usefixtures("folders")


opened = partial(apps.opened, 120)


def test_a_pasted_article_is_shown_and_its_link_shows_it_again() -> None:
    app = opened()
    app.text_area[0].input(TEXT)
    next(button for button in app.button if button.label == "Auswerten").click().run()
    assert not app.exception
    key = app.query_params[sidebar.PARAMETER]
    assert corpus.own_store().text(key) == TEXT
    assert f"{sidebar.PARAMETER}={key}" in app.code[0].value
    again = opened(**{sidebar.PARAMETER: key})
    assert not again.exception
    assert again.header[0].value == "Kreml weist Bericht zurück"
    (told,) = [line.value for line in again.markdown if line.value.startswith("Zu Wort kommt")]
    assert told == "Zu Wort kommt nur **Kreml** (2 Aussagen); anonym 0 von 2, wörtlich 0 von 2."
    assert "Vergleich mit den 14 Demotexten" in [header.value for header in again.subheader]


def test_the_comparison_names_its_corpus_and_leaves_out_one_that_is_empty() -> None:
    key = article_key(simple(1, [KREMLIN]).article)
    corpus.own_store().add([simple(1, [KREMLIN])])
    beside = opened(**{sidebar.PARAMETER: key}, korpus="Eigener Korpus")
    assert not beside.exception
    assert "kein anderer Artikel" in beside.info[0].value
    corpus.own_store().add([simple(2, [WHITE_HOUSE])])
    beside = opened(**{sidebar.PARAMETER: key}, korpus="Eigener Korpus")
    assert "Vergleich mit 1 Artikel aus „Eigener Korpus“" in [header.value for header in beside.subheader]
    assert any("weniger als 20 Aussagen" in caption.value for caption in beside.caption)


def test_the_start_page_says_that_the_demo_is_invented() -> None:
    assert any("13 Artikel, für die Demo erfunden" in line.value for line in opened().markdown)


def test_an_unknown_link_says_so() -> None:
    app = opened(**{sidebar.PARAMETER: "' OR 1=1 --"})
    assert not app.exception
    assert "liegt in keinem Korpus" in app.info[0].value


def test_the_tour_goes_away() -> None:
    app = opened()
    assert any("Rundgang" in header.value for header in app.subheader)
    next(button for button in app.button if "Rundgang" in button.label).click().run()
    assert not any("Rundgang" in header.value for header in app.subheader)


def test_the_corpus_beside_an_article_leaves_it_out(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.duckdb")
    one = simple(1, [KREMLIN])
    store.add([one, simple(2, [KREMLIN, WHITE_HOUSE]), simple(3, [WHITE_HOUSE, WHITE_HOUSE])])
    key = article_key(one.article)
    voices = pasted_view.voices(Corpus(store, Selection(articles=(key,))), key, Corpus(store), "one", "many")
    shares = voices.set_index(["side", "category"])["share"]
    assert shares["one", "kremlin"] == 1.0
    assert shares["many", "kremlin"] == 0.25
    assert voices["base"][voices["side"] == "many"].eq(4).all()
    assert list(pd.unique(voices["category"])) == ["kremlin", "us_officials"]


@pytest.mark.parametrize("spoken", language.NAMES)
def test_every_term_and_measure_is_explained_and_nothing_else(spoken: str) -> None:
    texts = language.texts(spoken)
    assert set(texts["term"]) == {f"{name}{end}" for name in TERMS for end in ("", "_name")}
    ends = ("", "_name", *(f"_{part}" for part in PARTS))
    assert set(texts["measure"]) == {f"{name}{end}" for name in MEASURES for end in ends}
    with language.speaking(spoken):
        assert all(texts["measure"][f"{name}_read"] in tip(name) for name in MEASURES)


def test_the_glossary_is_searched() -> None:
    app = opened().switch_page(script("glossary")).run()
    app.text_input[0].set_value("Krippendorff").run()
    assert [header.value for header in app.subheader] == ["Krippendorffs α"]


def test_the_demo_is_analysed_again_when_it_is_not_what_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = corpus.demo_store.__wrapped__
    demo = made()
    whole, note = demo.current(), demo.path.with_suffix(".txt")
    assert len(whole) > 10
    lost = min(whole)
    demo.delete([lost])
    assert made().current() == whole - {lost}, "as long as nothing has changed, the analysis is not even asked"
    note.write_bytes(b"of other articles \xff")
    demo.add([simple(1, [KREMLIN])])
    assert frozenset(made().articles()["article"]) == whole, "the missing is back, the strange is gone"
    demo.path.unlink()
    assert made().current() == whole


def test_the_first_page_waits_for_no_analysis_where_the_demo_is_analysed() -> None:
    corpus.demo_store()
    told = """
import logging; logging.disable()
import sys
from dashboard import corpus, preload
from dashboard.components import layout, sidebar
from dashboard.views.start import pasted, tour
print(sidebar.choices(corpus.Corpus(corpus.demo_store())).size.articles)
print(*{"analysis.pipeline", "altair"} & {*sys.modules})
"""
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    number, *loaded = done.stdout.split()
    assert int(number) > 10
    assert not loaded


def test_the_start_page_has_filters_only_where_something_is_filtered() -> None:
    app = opened()
    assert [radio.key for radio in app.sidebar.radio] == [language.PARAMETER]
    assert [box.key for box in app.sidebar.selectbox] == ["korpus"]
    assert not app.sidebar.multiselect
    assert opened(medium="Ostwind aktuell").multiselect(key="medium").value == ["Ostwind aktuell"]
