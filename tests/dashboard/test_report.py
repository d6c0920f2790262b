"""The report: every figure of the shares, nothing to load, and hostile text that stays text."""

import re
from functools import cache
from html.parser import HTMLParser

import pytest

from analysis.export.methods import corpus_hash
from analysis.export.summaries import by_category
from analysis.model import Source
from analysis.storage.counts import Memory
from analysis.tables.columns import names
from analysis.tables.frames import frames
from analysis.tables.selection import EVERYTHING, Selection
from dashboard.i18n import labels, language
from dashboard.report import content, pieces
from tests.factories import INSIDERS, KREMLIN, WHITE_HOUSE, example, simple

HOSTILE = "<script>alert('x')</script>"
EVIL = Source(f"Rat {HOSTILE}", "DE", "ngo", "ngo", "named")


def corpus() -> Memory:
    articles = [simple(1, [KREMLIN, KREMLIN, EVIL], hedged={0}), simple(2, [WHITE_HOUSE, INSIDERS], HOSTILE), example()]
    return Memory(frames(articles))


@cache
def made(spoken: str = "de", selection: Selection = EVERYTHING) -> str:
    return content.made(corpus(), selection, spoken).decode()


class Page(HTMLParser):
    """The tags of a page with their attributes, and the cells of its tables."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append("")
            self.inside = True

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag not in ("th", "td")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data.replace("\N{NO-BREAK SPACE}", " ")


def test_nothing_is_loaded_and_nothing_runs() -> None:
    html = made()
    tags = Page(html).tags
    assert not {"script", "link", "img", "iframe", "object"} & {tag for tag, _ in tags}
    assert not [attrs for _, attrs in tags if {"src", "href", "srcset"} & set(attrs)]
    assert not [name for _, attrs in tags for name in attrs if name.startswith("on")]
    style = html[html.index("<style>") : html.index("</style>")]
    assert "url(" not in style
    assert "@import" not in style
    assert ("meta", {"http-equiv": "Content-Security-Policy", "content": pieces._POLICY}) in tags


def test_every_figure_of_the_shares_is_in_it() -> None:
    rows = Page(made()).rows
    table = by_category(corpus())
    told = {"share", "statements", "low", "high", "articles", "words", "hedged_share", *pieces.STANCES}
    assert told | {"category", "small", "few", "hedged_few"} == set(names("by_category"))
    for row in table.to_dict("records"):
        name = f"{labels.CATEGORY[row['category']]} *"
        cells = [" | ".join(cells[1:]) for cells in rows if cells and cells[0] == name]
        low, high = (labels.percent(row[end], 1) for end in ("low", "high"))
        interval = f"{low} – {high}" if row["low"] == row["low"] else "–"
        counted = [labels.number(row[column]) for column in ("statements", "articles", "words")]
        hedged = f"{labels.percent(row['hedged_share'], 1)} *"
        assert " | ".join([labels.percent(row["share"], 1), interval, *counted, hedged]) == cells[0]
        assert " | ".join(labels.number(row[stance]) for stance in pieces.STANCES) == cells[1]


def test_hostile_names_are_text() -> None:
    html = made()
    assert "<script" not in html
    assert html.count("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;") >= 2


def test_selection_versions_and_hash_are_told() -> None:
    html = made(selection=Selection(outlets=("Kurier",), categories=("kremlin",), start="2024-01-01"))
    keys = set(frames([simple(1, [KREMLIN, KREMLIN, EVIL], hedged={0}), example()])["articles"]["article"])
    assert corpus_hash(keys) in html
    for told in ("Quellentypen</dt><dd>Kreml<", "Medien</dt><dd>Kurier<", "von</dt><dd>1.1.2024<"):
        assert told in html
    assert re.search(r"quellenlage \d+\.\d+", html)


def test_a_report_of_nothing_is_still_a_report() -> None:
    html = made(selection=Selection(outlets=("gibt es nicht",)))
    assert "0 Artikel" in html
    assert "Grenzen" in html


@pytest.mark.parametrize("spoken", language.NAMES)
def test_the_report_speaks_the_language(spoken: str) -> None:
    html = made(spoken)
    assert f'<html lang="{spoken}">' in html
    with language.speaking(spoken):
        assert labels.CATEGORY["us_officials"] in html
        assert language.say("report.limits") in html


def test_the_measured_accuracy_speaks_the_language_and_words_stand_left() -> None:
    english, german = Page(made("en")), Page(made())
    assert next(row for row in english.rows if "Gold standard" in row)[2:4] == ["Measure", "Gold standard"]
    assert not any("nicht gelesen" in cell for row in english.rows for cell in row)
    assert any("nicht gelesen" in cell for row in german.rows for cell in row)
    words = [attributes for tag, attributes in german.tags if tag == "th" and attributes.get("class") == "word"]
    assert len(words) == 3  # the category of a source, the measure and the gold standard
