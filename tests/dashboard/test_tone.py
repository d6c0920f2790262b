"""The tone page's pieces on sentences made up here, and the page with every grouping and with one target."""

from pathlib import Path

import pandas as pd
import pytest

from analysis.storage.counts import Memory
from analysis.storage.rows import number
from analysis.tables.frames import frames
from dashboard.charts import tone_pairs
from dashboard.components import drilldown, tone_power
from dashboard.i18n import labels, language
from dashboard.views.tone import measures
from tests import apps
from tests.factories import KREMLIN, WHITE_HOUSE, counted, simple

TABLES = frames([simple(1, [KREMLIN, WHITE_HOUSE, WHITE_HOUSE]), simple(2, [KREMLIN, KREMLIN]), simple(3, [])])
SENTENCES = TABLES["sentences"].assign(
    tone=[-0.5, 0.0, 0.5, 0.3, 0.1, 0.0],
    tone_events=[-0.8, 0.0, 0.5, 0.3, 0.1, 0.0],
    names=pd.Series(["Berlin; NATO", "Berlin", None, "NATO", "Berlin", "Berlin"], dtype="str"),
)
SOURCE = Memory(TABLES | {"sentences": SENTENCES})


def test_balances_stand_on_every_scale_large_groups_first() -> None:
    found = measures.balances(counted(SENTENCES, "category", table="sentences", sums=measures.SUMS), "category")
    assert set(found["scale"]) == set(measures.SCALES)
    assert list(dict.fromkeys(found["category"])) == ["kremlin", "us_officials"]
    own = found[found["scale"] == "tone"].set_index("category")
    assert own["balance"].tolist() == pytest.approx([0, 0.5])


@pytest.mark.parametrize("scale", ["tone", "textblob"])
def test_a_cell_of_the_shares_has_its_sentences(scale: str) -> None:
    label = f"{scale}_label"
    found = measures.shares(counted(SENTENCES, "category", label, table="sentences"), "category", scale)
    assert found[label].tolist() == ["negative", "neutral", "positive"] * 2 or scale == "textblob"
    for cell in found.to_dict("records"):
        behind = drilldown.matching({name: cell[name] for name in ("category", label)})
        assert number(SOURCE, "sentences", only=behind) == cell["n"]


def test_pairs_have_their_sentences() -> None:
    tables = TABLES | {"sentences": SENTENCES}
    mentions = counted(tables, "target", "speaker", table="mentions", sums=measures.PAIR_SUMS, top=measures.TOP)
    found = measures.pairs(mentions)
    assert found["n"].is_monotonic_decreasing
    assert found["target"].iloc[0] == "Berlin"
    for cell in found.to_dict("records"):
        behind = drilldown.matching({name: cell[name] for name in ("speaker", "target")})
        assert number(SOURCE, "mentions", only=behind) == cell["n"]
    spec = tone_pairs.pair_bars(found).to_dict()
    assert spec["params"][0]["select"]["fields"] == ["speaker", "target"]


def test_tables_say_why_a_row_is_pale() -> None:
    found = measures.balances(counted(SENTENCES, "voice", table="sentences", sums=measures.SUMS), "voice")
    shown = drilldown.in_words(found)
    assert set(shown["woran es fehlt"]) == {"zu wenige Fälle"}
    assert shown["Stimme"].iloc[0] in labels.VOICE.values()
    assert shown["negativ"].tolist() == [labels.percent(value) for value in found["negative"]]


def test_sentences_from_articles_are_escaped() -> None:
    hostile = SENTENCES.assign(sentence="<script>alert(1)</script>", title="<b>T</b>")
    html = measures.differing_html(hostile)
    assert "<script>" not in html
    assert "<b>T" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("by", ["voice", "category", "outlet"])
def test_page_in_every_grouping_and_about_one_target(by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    app = apps.at("tone")
    app.session_state["tongruppe"] = by
    app.run()
    target = app.selectbox(key="ueber")
    target.set_value(target.options[0]).run()
    assert not app.exception
    assert not app.error
    assert any("Saldo" in header.value for header in app.subheader)


def test_larger_groups_tell_smaller_differences() -> None:
    balance = pd.DataFrame({"n": [4000, 900, 200], "articles": [500, 150, 0]})
    groups = tone_power.compared(balance)
    assert groups == (900, 6.0)
    assert tone_power.compared(balance.head(1)) is None
    assert "**" in tone_power.told(groups)
    table = tone_power.table(6.0)
    assert table.iloc[0].tolist()[-1] > table.iloc[-1].tolist()[-1]
    with language.speaking("en"):
        assert "900 sentences" in tone_power.told(groups)


def test_what_no_group_can_show_is_said_so() -> None:
    assert "keiner" in tone_power.told(tone_power.Groups(3, 3.0))
