"""Every page in English: no German word outside article texts and examples, and figures behind every chart."""

import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.export.benchmark_figures import measured
from analysis.resources import lexicons
from analysis.tables import columns, german_meanings
from dashboard.charts import basic, render
from dashboard.charts.theme import INK
from dashboard.components import drilldown
from dashboard.i18n import labels, language
from dashboard.pages import PAGES
from dashboard.report import accuracy
from tests import apps

GERMAN = re.compile(
    r"\b(und|oder|der|das|ist|nicht|ein|eine|von|mit|bis|je|wie|wer|aus|zum|alle|keine|Aussagen?|Quellen?|Quellentyp|"
    r"Medium|Medien|Wörter|Sätze|Satz|Anteile?|Abschwächung(en)?|Auswahl|Haltung|Ton|Saldo|Spalten?|Zeilen|Übrige|"
    r"Fälle|Abschnitt|Regel|Überschrift|Berichtigung(en)?|Wert|Klasse|Datum|Titel)\b"
)
EXAMPLES = re.compile(r"„[^“”]*[“”]|“[^”]*”|\([^()]*\)|\*[a-z_]+\*")
"""German that English texts quote: examples stand in quotation marks or brackets."""


pytestmark = pytest.mark.usefixtures("folders")


def titles(spec: object) -> Iterator[str]:
    """Every title in a chart: of axes, legends and tooltips."""
    if isinstance(spec, dict):
        yield from (value for key, value in spec.items() if key == "title" and isinstance(value, str))
        for key, value in spec.items():
            if key != "datasets":
                yield from titles(value)
    elif isinstance(spec, list):
        for value in spec:
            yield from titles(value)


def told(app: AppTest) -> Iterator[str]:
    """What a page says by itself: headings, captions, notes, labels, headers of tables, titles in charts."""
    for kind in ("title", "header", "subheader", "caption", "markdown", "info", "success", "warning"):
        yield from (str(element.value) for element in app.get(kind))
    for kind in ("button", "selectbox", "multiselect", "text_input", "text_area", "date_input", "number_input",
                 "toggle", "radio", "button_group", "expander", "metric", "download_button", "popover"):  # fmt: skip
        for element in app.get(kind):
            proto = element.proto if hasattr(element, "proto") else element
            yield str(getattr(element, "label", "") or getattr(proto, "label", ""))
    for table in app.dataframe:
        yield from map(str, table.value.columns)
    for chart in app.get("arrow_vega_lite_chart"):
        yield from titles(json.loads(chart.proto.spec))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_in_english_says_nothing_in_german(page: str) -> None:
    app = apps.opened(120, page, **{language.PARAMETER: "en"})
    assert not app.exception
    headlines = [str(title) for title in app.session_state["store"].articles()["title"].dropna()]
    said = list(told(app))
    assert len(said) > 5
    for text in said:
        for headline in headlines:
            text = text.replace(headline, "").replace(labels.plain(headline), "")
        assert not GERMAN.search(EXAMPLES.sub("", text)), text


def test_the_check_would_find_german() -> None:
    spec = basic.bars(_shares(), "category", title="Anteil", counted="Aussagen").to_dict()
    assert any(GERMAN.search(title) for title in titles(spec))


def test_the_contract_reads_german_in_german() -> None:
    known = [column for table in (*columns.TABLES.values(), columns.MEASURES) for column in table]
    described = {column.description for column in known}
    units = {column.unit for column in known if re.search("[a-z]{3}", column.unit)}
    assert described | units == set(german_meanings.GERMAN)
    assert language.contract("Number of words.") == "Zahl der Wörter."
    with language.speaking("en"):
        assert language.contract("Number of words.") == "Number of words."


def test_every_word_list_and_every_figure_is_told_in_both_languages() -> None:
    assert {entry.name for entry in lexicons()} == set(labels.LEXICON)
    for spoken, tone, number in (("de", "Ton: positiv gegen negativ", "81,5"), ("en", "Tone: positive", "81.5")):
        with language.speaking(spoken):
            shown = accuracy.table(measured().rows)
            assert shown.iloc[:, 0].str.startswith(tone).any()
            assert not shown.iloc[:, 1].str.contains("." if spoken == "de" else ",", regex=False).any(), number
    with language.speaking("en"):
        assert accuracy.counted("2.224 Ausschnitte") == "2,224 extracts"


def _shares() -> pd.DataFrame:
    return pd.DataFrame({
        "category": ["kremlin", "media"], "n": [3, 1], "base": [4, 4], "share": [0.75, 0.25],
        "low": [0.5, 0.0], "high": [1.0, 0.5], "small": [True, True],
    })  # fmt: skip


def test_charts_speak_the_language_and_keep_their_figures() -> None:
    with language.speaking("en"):
        spec = render.cached_chart(basic.bars, _shares(), "category", title="Share", counted="Statements")
        behind = drilldown.in_words(spec.frame)
    assert spec["config"]["locale"]["number"]["decimal"] == "."
    assert spec["config"]["locale"]["number"]["percent"] == "%"
    assert behind["share"].tolist() == ["75.0%", "25.0%"]
    assert behind["source category"].tolist() == ["Kremlin", "Media & agencies"]
    assert drilldown.in_words(spec.frame)["Quellentyp"].tolist() == ["Kreml", "Medien & Agenturen"]


def test_the_figures_behind_a_chart_are_shown_when_asked_for() -> None:
    app = AppTest.from_function(_figures, default_timeout=120).run()
    assert not app.exception
    assert not app.dataframe
    app.session_state["probe-data-0"] = True
    app.run()
    assert app.dataframe[0].value.iloc[0, :2].tolist() == ["Kreml", 3]
    assert [button.label for button in app.get("download_button")] == ["CSV (1 Zeile)", "XLSX", "SVG", "PNG"]


def test_a_chart_is_a_picture_with_its_title_words_and_figures() -> None:
    spec = render.cached_chart(basic.bars, _shares(), "category", title="Anteil", counted="Aussagen")
    picture = render.svg(spec.on_white(), "Wer zu Wort kommt: Kreml 75 % (n = 3); Medien & Agenturen 25 % (n = 1)")
    words = [part.text for part in ElementTree.fromstring(picture).iter("{http://www.w3.org/2000/svg}text")]
    assert {"Wer zu Wort kommt", "Kreml", "75 % · n = 3", "25 % · n = 1", "Anteil"} <= set(words)
    assert render.png(spec.on_white(), "Wer zu Wort kommt").startswith(b"\x89PNG")


def test_a_picture_is_made_for_white_paper() -> None:
    spec = render.cached_chart(basic.bars, _shares(), "category", title="Anteil", counted="Aussagen")
    picture = render.svg(spec.on_white(), "Wer zu Wort kommt")
    assert INK[False] in picture
    assert INK[True] not in picture


def _figures() -> None:
    from pathlib import Path

    import pandas as pd
    import streamlit as st

    from analysis.storage.store import Store
    from analysis.tables.selection import EVERYTHING
    from dashboard.charts import basic, render
    from dashboard.components import drilldown

    row = {"category": ["kremlin"], "n": [3], "share": [0.5], "low": [0.4], "high": [0.6], "small": [False]}
    chart = render.cached_chart(basic.bars, pd.DataFrame(row), "category", title="Anteil", counted="Aussagen")
    st.session_state.update(store=Store(Path("nowhere.duckdb")), selection=EVERYTHING)
    drilldown.show_static(chart, "probe", "Anteile: Kreml 50 %")
