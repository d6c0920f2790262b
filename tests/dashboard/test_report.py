"""The report: every figure of the shares, nothing to load, and hostile text that stays text."""

import re
from functools import cache
from html import unescape
from html.parser import HTMLParser

import pytest

from analysis.export.methods import corpus_hash
from analysis.export.summaries import by_category
from analysis.measures import difference
from analysis.model import Source
from analysis.storage.counts import Memory, counts
from analysis.tables.columns import names
from analysis.tables.frames import frames
from analysis.tables.selection import EVERYTHING, Selection
from dashboard.i18n import labels, language
from dashboard.report import content, evidence, pieces
from dashboard.report.evidence import Side
from tests.factories import INSIDERS, KREMLIN, WHITE_HOUSE, example, simple

HOSTILE = "<script>alert('x')</script>"
EVIL = Source(f"Rat {HOSTILE}", "DE", "ngo", "ngo", "named")


ARTICLES = [simple(1, [KREMLIN, KREMLIN, EVIL], hedged={0}), simple(2, [WHITE_HOUSE, INSIDERS], HOSTILE), example()]


def corpus() -> Memory:
    return Memory(frames(ARTICLES))


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


def test_the_largest_outlets_are_compared_and_what_is_chosen_instead() -> None:
    largest, chosen = made(), content.made(
        corpus(), EVERYTHING, "de",
        sides=[Side("Rechts <b>", Selection(categories=("kremlin",))), Side("Links", Selection(outlets=("Kurier",)))],
    ).decode()  # fmt: skip
    head = ["Quellentyp", "A", "B", "A minus B", "95-%-Intervall", "n (A : B)"]
    assert "A: Kurier · B: &lt;script&gt;" in largest
    assert "A: Rechts &lt;b&gt; · B: Links." in chosen
    for html in (largest, chosen):
        assert head in Page(html).rows
    one, other = (Selection(outlets=(name,)) for name in ("Kurier", HOSTILE))
    counted = [counts(corpus(), "statements", ("category",), side) for side in (one, other)]
    rows = Page(largest).rows
    for row in difference(*counted).to_dict("records"):
        told = [labels.percent(row["left"], 1), labels.percent(row["right"], 1), labels.points(row["difference"])]
        (found,) = [cells for cells in rows if cells and len(cells) == 6 and cells[1:4] == told
                    and cells[0].startswith(labels.CATEGORY[row["category"]])]  # fmt: skip
        assert found[5] == f"{labels.number(row['left_n'])} : {labels.number(row['right_n'])}"


def test_one_outlet_is_compared_with_nothing() -> None:
    assert language.texts("de")["report"]["compare"] not in made(selection=Selection(outlets=("Kurier",)))


def test_sample_sentences_are_those_of_the_category_and_always_the_same() -> None:
    found = evidence.samples(corpus(), ["kremlin", "ngo", "expert"], EVERYTHING)
    statements = frames(ARTICLES)["statements"]
    for category, sentences in found.items():
        known = set(statements.loc[statements["category"] == category, "sentence"])
        assert {"".join(words for words, _ in one.pieces) for one in sentences} <= known
        assert len(sentences) == min(evidence.SAMPLES, (statements["category"] == category).sum())
        assert all(any(marked for _, marked in one.pieces) for one in sentences)
    assert found == evidence.samples(corpus(), ["kremlin", "ngo", "expert"], EVERYTHING)
    assert found["kremlin"][0].facts in unescape(made())


def test_the_corpus_is_named_and_its_name_is_text() -> None:
    named = content.made(corpus(), EVERYTHING, "de", corpus="Küste <i>").decode()
    assert "Korpus: Küste &lt;i&gt;" in named


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
