"""Every page of one to three short texts: nothing is drawn where there is nothing, and nothing odd is said."""

import re
from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from analysis.measures import LEAST_ARTICLES
from analysis.model import Article
from analysis.pipeline import analyse
from analysis.stories.group import group
from dashboard import corpus
from dashboard.i18n.language import NAMES, say, speaking
from tests import apps

ODD = re.compile(r"\bnan\b|\bNone\b|undefined|No options|\bNaT\b|Infinity|0,0000")
PAGES = ("overview", "certainty", "tone", "sources", "compare", "stories", "review", "export")
SAID = "Ministerin Ada Kolb sagte am Montag, der Deich sei dicht."
CORPORA = {
    "nobody speaks": [Article("a", "Der Deich ist dicht. Das Wasser sinkt.")],
    "one statement": [Article("a", SAID, outlet="Bote", published="2026-01-01")],
    "no outlet, no date": [Article("a", SAID), Article("b", "Der Bauer Jan Voss klagte, niemand habe ihn gewarnt.")],
    "one outlet": [
        Article("a", SAID, outlet="Bote", published="2026-01-01"),
        Article("b", "Die Polizei teilte mit, ein Mann werde vermisst. Offenbar fuhr er am Deich.", outlet="Bote"),
        Article("c", "Der Deich könnte brechen, warnte Landrat Uwe Brandt.", outlet="Bote", published="2026-01-02"),
    ],
}  # fmt: skip


def said(app: AppTest) -> Iterator[str]:
    """Everything that a page says, the texts of its charts and what they are called among it."""
    for kind in ("title", "subheader", "caption", "markdown", "info", "selectbox", "radio", "multiselect"):
        for part in app.get(kind):
            yield str(part.proto)
    for metric in app.metric:
        yield f"{metric.label} {metric.value} {metric.delta}"
    for chart in app.get("vega_lite_chart"):
        yield chart.proto.spec
        yield str(getattr(chart.proto, "alt", ""))
    for table in app.dataframe:
        yield table.value.to_string(na_rep="-")


@pytest.fixture(params=CORPORA)
def small(request: pytest.FixtureRequest, folders: None) -> str:
    store = corpus.own_store()
    store.add([analyse(article) for article in CORPORA[request.param]])
    group(store)
    return str(request.param)


@pytest.mark.parametrize("page", PAGES)
def test_pages_of_few_texts_say_nothing_odd(small: str, page: str) -> None:
    app = apps.opened(page=page, korpus="Eigener Korpus")
    assert not app.exception
    assert not app.error
    for text in said(app):
        assert not ODD.search(text), text


@pytest.mark.parametrize("spoken", NAMES)
def test_the_texts_have_the_number_of_the_rule(spoken: str) -> None:
    with speaking(spoken):
        for name in ("term.interval", "text.method", "measure.mean_tone_limits", "compare.gap_told", "text.tone_small"):
            assert re.search(rf"\b{LEAST_ARTICLES} (Artikel|articles)", say(name)), name
