"""The pieces of the certainty page: figures that add up, rungs in order, nothing of a text taken for HTML."""

from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from analysis import measures
from analysis.measures import RUNGS
from analysis.model import Article
from analysis.pipeline import analyse
from analysis.storage.counts import Memory
from analysis.storage.rows import page
from analysis.tables.frames import frames
from dashboard import corpus
from dashboard.charts.share_bars import share_bars
from dashboard.components import claims, drilldown
from dashboard.i18n import labels
from dashboard.views.certainty.hedge_list import context_html
from dashboard.views.certainty.profile import profile
from tests import apps
from tests.factories import counted

HOSTILE = (
    "<b>Feuer</b> im Hafen\n\nDer Speicher <script>alert(1)</script> am Hafen soll angezündet worden sein. "
    "Minister Karl Weber sagte, das Lager könnte <img src=x> brennen. Er forderte Hilfe für den Hafen."
)


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    plain = "Feuer im Hafen\n\nDer Speicher am Hafen wurde angezündet. Minister Karl Weber lobte die Wehr."
    return frames([
        analyse(Article("a", HOSTILE, outlet="<i>Kurier</i>", published="2026-01-01")),
        analyse(Article("b", plain, outlet="Bote", published="2026-01-02")),
    ])  # fmt: skip


@pytest.fixture(scope="module")
def compared(tables: dict[str, pd.DataFrame]) -> claims.Comparison:
    wordings = measures.wordings(tables["statements"], tables["sentences"], tables["hedges"])
    return claims.Comparison(measures.claims(wordings), measures.headlines(wordings))


def test_the_stances_of_a_group_add_up_and_tell_how_much_of_them_is_hedged(tables: dict[str, pd.DataFrame]) -> None:
    found = profile(counted(tables, "outlet", "stance", sums=["hedged"]), "outlet")
    assert found.groupby("outlet")["share"].sum().tolist() == pytest.approx([1.0, 1.0])
    assert found["n"].sum() == len(tables["statements"])
    hedged = (found["n"] * found["hedged_share"].fillna(0)).sum()
    assert hedged == pytest.approx((tables["statements"]["hedges"] > 0).sum())
    assert set(drilldown.in_words(found)["woran es fehlt"]) == {"zu wenige Fälle"}


def test_largest_groups_come_first_and_those_without_a_name_stay_out() -> None:
    counts = pd.DataFrame({
        "category": ["", "kremlin", "media", "media"], "stance": ["neutral", "denying", "neutral", "denying"],
        "unit": ["0", "0", "1", "1"], "rows": [9, 1, 2, 1], "articles": 1, "hedged": [0, 1, 0, 1],
    })  # fmt: skip
    found = profile(counts, "category")
    assert list(dict.fromkeys(found["category"])) == ["media", "kremlin"]


def test_parts_of_a_bar_stand_in_a_fixed_order_and_tell_share_interval_and_n() -> None:
    frame = pd.DataFrame({
        "category": ["kremlin", "kremlin"], "stance": ["denying", "neutral"], "n": [6, 18], "base": [24, 24],
        "share": [0.25, 0.75], "low": [0.1, 0.6], "high": [0.4, 0.9], "small": False, "few": "",
    })  # fmt: skip
    chart = share_bars(frame, "category", "stance", title="Anteil", counts="Aussagen").to_dict()
    (rows,) = chart["datasets"].values()
    told = [(row["stance"], row["start"], row["note"], row["range"], row["base"]) for row in rows]
    assert told == [("neutral", 0.0, "75 %", "60–90", 24), ("denying", 0.75, "25 %", "10–40", 24)]
    assert {row["label"] for row in rows} == {"Kreml"}
    assert chart["params"][0]["select"]["fields"] == ["category", "stance"]


def test_a_missing_interval_is_left_blank() -> None:
    assert labels.span(float("nan"), 0.4) == ""
    assert labels.span(0.104, 0.4) == "10–40"


def test_every_rung_has_a_name_and_its_height() -> None:
    assert set(labels.RUNG) == set(RUNGS)
    assert [claims.steps(rung).count("▮") for rung in RUNGS] == list(range(1, len(RUNGS) + 1))


def test_ladder_headlines_and_context_escape_the_text(
    tables: dict[str, pd.DataFrame], compared: claims.Comparison
) -> None:
    assert compared.claims["outlet"].nunique() == 2
    pieces = [
        claims.ladder_html(compared.claims),
        claims.headlines_html(compared.headlines.assign(headline="<b>x</b>", body="<script>")),
        context_html(page(Memory(tables), "phrased")),
    ]
    for html in pieces:
        assert "<script" not in html
        assert "<img" not in html
        assert "<i>" not in html
        assert "<b>x" not in html
    assert "&lt;i&gt;Kurier" in pieces[0]


def test_facts_are_told_in_words(tables: dict[str, pd.DataFrame], compared: claims.Comparison) -> None:
    ladder, context = claims.ladder_html(compared.claims), context_html(page(Memory(tables), "phrased"))
    assert "2.1.2026" in ladder
    assert "2026-01" not in ladder
    assert "Regel " in context
    assert "Zweifel: " in context


def test_a_claim_is_named_by_its_wording_and_outlets(compared: claims.Comparison) -> None:
    (name, *_) = claims.claim_names(compared.claims).values()
    assert name.endswith("(2 Medien)")
    long = compared.claims.assign(wording="Wort " * 60)
    assert all(len(name) < 110 for name in claims.claim_names(long).values())


def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> AppTest:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return apps.at("certainty", timeout=90)


def test_phrase_claim_and_grouping_can_be_chosen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = opened(monkeypatch, tmp_path).run()
    app.session_state["gruppe"] = "outlet"
    phrase, claim = app.selectbox(key="wendung"), app.selectbox(key="behauptung")
    phrase.set_value(phrase.options[2])
    claim.set_value(len(claim.options) - 1).run()
    assert not app.exception
    assert app.selectbox(key="wendung").value == phrase.options[2]


def test_the_page_stands_articles_without_a_hedge(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    app = opened(monkeypatch, tmp_path)
    corpus.own_store().add([analyse(Article("a", "Minister Karl Weber sagte, der Damm sei sicher."))])
    app.session_state["korpus-wunsch"] = corpus.OWN
    app.run()
    assert not app.exception
    assert any("keine Behauptung" in note.value for note in app.info)
