"""The compare page: any two selections, each kind of side, and what a click opens."""

import re

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis.stories import queries
from analysis.tables.selection import Selection
from dashboard import corpus
from dashboard.charts import comparison, render
from dashboard.components import drilldown
from dashboard.views.compare import measures, selections
from tests import apps

ORDER = ["Worin sich A und B unterscheiden", "Die Werte selbst", "Quellen, die nur eine Seite hat",
         "Ausdrücke, die A und B trennen"]  # fmt: skip


pytestmark = pytest.mark.usefixtures("folders")


def opened(**query: str) -> AppTest:
    """The page at an address, with ``a_medium`` for the parameter ``a-medium``."""
    app = apps.opened(page="compare", **{name.replace("_", "-"): value for name, value in query.items()})
    assert not app.exception
    assert not app.error
    return app


def names(app: AppTest) -> list[str]:
    return [text.value.strip("*") for text in app.markdown[:2]]


def charts(app: AppTest) -> list[str]:
    return [text.value.strip("*") for text in app.markdown if re.fullmatch(r"\*\*[^:]+\*\*", text.value)]


def side(name: str, **chosen: object) -> selections.Side:
    return selections.Side(
        name, corpus.Corpus(corpus.demo_store(), Selection(**chosen)), bool({"categories", "entities"} & {*chosen})
    )


def test_the_two_largest_outlets_are_compared_first() -> None:
    app = opened()
    assert names(app) == ["A: Nordlicht-Agentur", "B: Die Gegenprobe"]
    assert [header.value for header in app.subheader] == ORDER


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"a_medium": "Ostwind aktuell", "b_medium": ["Nordlicht-Agentur", "Hauptstadt-Kurier"]},
         ["A: Ostwind aktuell", "B: Nordlicht-Agentur, Hauptstadt-Kurier"]),
        ({"a_medium": "Ostwind aktuell", "a_bis": "2026-02-28", "b_medium": "Ostwind aktuell", "b_von": "2026-03-01"},
         ["A: Ostwind aktuell · bis 28.2.2026", "B: Ostwind aktuell · ab 1.3.2026"]),
        ({"a_medium": "", "b_medium": "", "b_von": "2026-02-10", "b_bis": "2026-02-12"},
         ["A: alles", "B: 10.2.2026 bis 12.2.2026"]),
        ({"a_medium": "", "b_medium": "", "a_quellentyp": "kremlin", "b_quellentyp": "german_government"},
         ["A: Kreml", "B: Bundesregierung & Behörden"]),
    ],
)  # fmt: skip
def test_a_link_brings_back_sides_of_every_kind(query: dict[str, str], expected: list[str]) -> None:
    app = opened(**query)
    assert names(app) == expected
    assert [header.value for header in app.subheader] == ORDER


def test_stories_are_chosen_by_their_titles() -> None:
    app = opened(a_medium="", b_medium="")
    one, other = app.multiselect(key="a-geschichte").options[:2]
    keys = queries.listed(corpus.demo_store())["story"]
    app = opened(a_medium="", b_medium="", a_geschichte=keys[0], b_geschichte=keys[1])
    assert names(app)[0].removeprefix("A: ")[:30] == one[:30]
    assert names(app)[1].removeprefix("B: ")[:30] == other[:30]
    assert [header.value for header in app.subheader] == ORDER


def test_two_articles_have_values_without_intervals() -> None:
    keys = corpus.demo_store().articles()["article"]
    app = opened(a_medium="", b_medium="", a_artikel=keys[0], b_artikel=keys[1])
    assert "Anteile an den Aussagen" in charts(app)
    gap = measures.measured(side("A", articles=(keys[0],)), side("B", articles=(keys[1],)))[0].gap
    assert gap["low"].isna().all()
    assert gap["difference"].notna().all()


def test_the_values_stand_below_the_differences_once_they_are_asked_for() -> None:
    app = opened()
    differences = charts(app)
    app.toggle(key="werte").set_value(True).run()
    assert charts(app) == differences * 2
    assert charts(opened(werte="true")) == differences * 2


def test_of_source_categories_what_they_say_is_compared_not_their_share() -> None:
    app = opened(a_medium="", b_medium="", a_quellentyp="kremlin", b_quellentyp="state_media")
    assert charts(app) == ["Anteile an den Aussagen", "Abschwächungen je 100 Wörter", "Mittlerer Ton (−1 bis 1)"]
    both = side("A", categories=("kremlin",)), side("B", categories=("state_media",))
    shares, hedging, _ = measures.measured(*both)
    assert (shares.by, hedging.by) == (("stance", "type"), ("class",))
    words = [each.corpus.counts("statements", sums=("words",))["words"].sum() for each in both]
    assert hedging.gap.loc[0, ["left_base", "right_base"]].tolist() == words


def test_two_named_sources_are_compared_by_what_they_say_alone() -> None:
    app = opened(a_medium="", b_medium="", a_quelle="Katrin Oldach", b_quelle="Marion Tewes")
    assert names(app) == ["A: Katrin Oldach", "B: Marion Tewes"]
    assert [header.value for header in app.subheader] == [title for title in ORDER if "nur eine Seite" not in title]
    assert charts(app)[0] == "Anteile an den Aussagen"
    both = side("A", entities=("Katrin Oldach",)), side("B", entities=("Marion Tewes",))
    shares = measures.measured(*both)[0]
    assert shares.by == ("stance", "type")
    said = corpus.demo_store().read("statements")
    told = said[said["entity"].isin(["Katrin Oldach", "Marion Tewes"])].groupby("entity").size().tolist()
    assert shares.gap.loc[0, ["left_base", "right_base"]].tolist() == told


def test_the_first_source_chosen_is_meant_in_all_outlets() -> None:
    app = opened()
    assert app.multiselect(key="a-medium").value
    app.multiselect(key="a-quelle").set_value(["Katrin Oldach"]).run()
    assert names(app)[0] == "A: Katrin Oldach"
    outlet = app.multiselect(key="a-medium").options[0]
    app.multiselect(key="a-medium").set_value([outlet]).run()
    app.multiselect(key="a-quelle").set_value(["Katrin Oldach", "Marion Tewes"]).run()
    assert app.multiselect(key="a-medium").value == [outlet]
    app = opened(a_medium=outlet, a_quelle="Katrin Oldach")
    assert names(app)[0] == f"A: {outlet} · Katrin Oldach"


def test_for_a_name_that_nobody_has_those_that_contain_it_are_offered() -> None:
    app = opened(a_medium="", a_quelle="oldach")
    (near,) = [group for group in app.button_group if "oldach" in group.label]
    assert "Katrin Oldach" in near.options
    near.set_value("Katrin Oldach").run()
    assert names(app)[0] == "A: Katrin Oldach"
    assert not app.exception
    app = opened(a_medium="", a_quelle="<b>Niemand</b>")
    assert any("Keine Quelle heißt" in caption.value for caption in app.caption)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"a_medium": "Niemand <script>"}, "keine Aussagen: **A: Niemand"),
        ({"b_medium": "Nordlicht-Agentur"}, "dieselbe Auswahl"),
        ({"medium": "NBC News"}, "dieselbe Auswahl"),
        ({"medium": "NBC News", "b_medium": "Ostwind aktuell"}, "keine Aussagen: **B: Ostwind"),
        ({"a_medium": "", "a_von": "2026-06-01", "a_bis": "2026-03-01"}, "keine Aussagen: **A: "),
    ],
)
def test_sides_that_cannot_be_compared_are_told(query: dict[str, str], told: str) -> None:
    app = opened(**query)
    assert [told in info.value for info in app.info] == [True]
    assert not app.subheader


def test_unknown_values_in_a_link_choose_nothing() -> None:
    app = opened(a_quellentyp="quatsch", a_von="gestern", a_geschichte="?", b_artikel="x")
    assert names(app) == ["A: Nordlicht-Agentur", "B: Die Gegenprobe"]


@pytest.mark.parametrize(
    ("key", "picked", "tabs"),
    [
        ("gap-share-0", {"category": "expert", "type": None, "stance": None},
         ["A: Nordlicht-Agentur (0)", "B: Die Gegenprobe (10)"]),
        ("gap-share-0", {"category": None, "type": "indirect", "stance": None},
         ["A: Nordlicht-Agentur (33)", "B: Die Gegenprobe (18)"]),
        ("raw-share-0", {"category": "expert", "type": None, "stance": None, "side": "B: Die Gegenprobe"}, []),
        ("gap-rate-0", {"class": "alle zusammen"}, ["A: Nordlicht-Agentur (11)", "B: Die Gegenprobe (34)"]),
        ("alone-0", {"entity": "Nele Brodersen"}, []),
        ("apart-0", {"expression": "angriff"}, ["A: Nordlicht-Agentur (5)", "B: Die Gegenprobe (0)"]),
    ],
)  # fmt: skip
def test_a_click_opens_the_sentences_of_the_sides(key: str, picked: dict[str, str], tabs: list[str]) -> None:
    app = opened(werte=str(key.startswith("raw")).lower())
    app.session_state[key] = {"selection": {"pick": [picked]}}
    app.run()
    assert not app.exception
    assert app.get("dialog")
    assert [tab.label for tab in app.tabs] == tabs


def test_sources_of_one_side_only_are_those_the_other_lacks() -> None:
    left, right = side("A", outlets=("Nordlicht-Agentur",)), side("B", outlets=("Die Gegenprobe",))
    found = measures.find_exclusive_sources(left, right)
    here, there = (set(each.corpus.counts("statements", "entity", unit="none")["entity"]) for each in (left, right))
    for this, own, other in ((left, here, there), (right, there, here)):
        shares = found.shown[found.shown["side"] == this.name]
        assert found.numbers[this.name] == len(own - other - {"-"})
        assert set(shares["entity"]) <= own - other
        assert (shares["base"] == this.corpus.size().statements).all()
        assert shares["n"].is_monotonic_decreasing
        behind = found.statements_of(left, right, shares["entity"].iloc[0])
        assert {name: rows.corpus.number(rows.table, rows.only) for name, rows in behind.items()} == {
            this.name: shares["n"].iloc[0]
        }


def test_sources_of_one_side_stand_on_its_side() -> None:
    shares = pd.DataFrame({"side": ["A: x", "B: y"], "entity": ["Kreml", "Nato"], "share": [0.5, 0.25], "n": [2, 1],
                           "low": [0.4, 0.1], "high": [0.6, 0.3], "small": False})  # fmt: skip
    drawn = comparison.exclusive_sources(shares).to_dict()
    one, other = drawn["datasets"][drawn["layer"][0]["data"]["name"]]
    assert (one["value"], one["start"], one["end"], one["side"]) == (0.5, 0.4, 0.6, "A")
    assert (other["value"], other["start"], other["end"], other["side"]) == (-0.25, -0.1, -0.3, "B")
    assert other["label"] == "Nato\n25 % · n = 1"
    assert (other["low"], other["high"]) == (0.1, 0.3), "what is told of a bar has no sign"


def test_shares_of_several_columns_stand_below_their_names() -> None:
    gap = pd.DataFrame({"category": ["kremlin", None, None], "type": [None, "direct", "indirect"], "left_n": 2,
                        "right_n": 1, "low": -0.1, "high": 0.6, "difference": 0.25, "small": False})  # fmt: skip
    drawn = comparison.gaps(gap, "category", "type", kind="share")
    y = drawn.to_dict()["layer"][0]["encoding"]["y"]
    assert [line.split("\n")[0] for line in y["scale"]["domain"]] == [
        "Wer zu Wort kommt", "Kreml", "Art der Wiedergabe", "wörtlich", "indirekt",
    ]  # fmt: skip
    spec = render.cached_chart(comparison.gaps, gap, "category", "type", kind="share")
    assert drilldown.marks(spec) == [{"category": "kremlin"}, {"type": "direct"}, {"type": "indirect"}]
    assert "nan" not in drilldown.in_words(gap).to_csv()
    assert comparison.gaps_in_words("Anteile", gap, ["category", "type"], "share").count("+25,0 Punkte") == 3


def test_n_and_values_stand_below_the_names() -> None:
    gap = pd.DataFrame({"category": ["kremlin"], "left": 0.5, "right": 0.25, "left_n": 1200, "right_n": 1, "low": -0.1,
                        "high": 0.6, "difference": 0.25, "small": True})  # fmt: skip
    drawn = comparison.gaps(gap, "category", kind="share").to_dict()
    (row,) = drawn["datasets"][drawn["layer"][0]["data"]["name"]]
    assert row["label"] == "Kreml\n+25,0 Punkte · n = 1.200 : 1"
    assert row["side"] == "A"
    told = comparison.gaps_in_words("Wer", gap, ["category"], "share")
    assert told == "Wer: Kreml +25,0 Punkte (n = 1.200 gegen 1)"
    raw = pd.DataFrame({"class": ["modal"] * 2, "side": ["A: x", "B: y"], "amount": [1.25, float("nan")], "n": [3, 0],
                        "low": None, "high": None, "small": False})  # fmt: skip
    drawn = comparison.pairs(raw, "class", names=("A: x", "B: y"), kind="rate").to_dict()
    assert drawn["datasets"][drawn["data"]["name"]][0]["label"] == "Modalverb\n1,2 : – · n = 3 : 0"


@pytest.mark.parametrize(("kind", "width", "note"), [("rate", 0.5, "+0,1"), ("rate", 0.1, "+0,05"),
                                                     ("mean", 0.2, "+0,05"), ("mean", 0.02, "+0,052")])  # fmt: skip
def test_narrow_intervals_bring_a_decimal_more(kind: comparison.Kind, width: float, note: str) -> None:
    gap = pd.DataFrame({"voice": ["author"], "difference": [0.0521], "low": [0.0521 - width / 2],
                        "high": [0.0521 + width / 2], "left_n": [3], "right_n": [4], "small": [False]})  # fmt: skip
    (rows, *_) = comparison.gaps(gap, "voice", kind=kind).to_dict()["datasets"].values()
    assert rows[0]["label"].split("\n")[1].startswith(f"{note} ·")
