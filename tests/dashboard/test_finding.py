"""The sentence above a chart: its numbers are the chart's, and it claims no more than the intervals carry."""

import pandas as pd
import pytest

from dashboard.components import finding
from dashboard.i18n import labels, language
from dashboard.i18n.language import speaking
from dashboard.views.compare import finding as compared
from dashboard.views.stories import finding as told

NAN = float("nan")


def shares(*rows: tuple[str, int, float, float], base: int = 200, small: bool = False) -> pd.DataFrame:
    """Shares of categories with their intervals: name, n, low, high."""
    frame = pd.DataFrame(rows, columns=["category", "n", "low", "high"])
    return frame.assign(base=base, share=frame["n"] / base, small=small, few="cases" if small else "")


def test_the_most_frequent_is_told_with_share_base_and_interval() -> None:
    frame = shares(("kremlin", 80, 0.35, 0.45), ("expert", 40, 0.15, 0.25))
    assert finding.ranking(frame, "category") == (
        "Der Kreml kommt am häufigsten zu Wort: 40 % von 200 Aussagen, zwischen 35 und 45 %."
    )
    with speaking("en"):
        assert finding.ranking(frame, "category") == (
            "The Kremlin speaks most often: 40% of 200 statements, between 35 and 45%."
        )


def test_the_order_is_open_where_intervals_overlap() -> None:
    frame = shares(("expert", 50, 0.2, 0.3), ("kremlin", 44, 0.15, 0.19), ("politics", 40, 0.05, 0.35))
    assert finding.ranking(frame, "category") == (
        "Fachleute kommen am häufigsten zu Wort: 25 % von 200 Aussagen, zwischen 20 und 30 %. "
        "Die Reihenfolge ist offen, denn die Intervalle überschneiden sich (als Nächstes: Parteien & Parlamente, 20 %)."
    )


def test_equals_few_cases_single_articles_and_nothing_are_told_as_such() -> None:
    same = shares(("kremlin", 40, 0.1, 0.3), ("expert", 40, 0.1, 0.3))
    assert finding.ranking(same, "category") == "Am häufigsten, mit je 40 von 200 Aussagen: Kreml, Fachleute."
    few = shares(("kremlin", 1, NAN, NAN), base=1, small=True)
    assert finding.ranking(few, "category") == "Zu wenige für einen Befund: 1 Aussage."
    assert finding.ranking(few, "category", "words") == "Zu wenige Aussagen für einen Befund."
    single = shares(("kremlin", 30, NAN, NAN), ("expert", 10, NAN, NAN), base=40)
    assert finding.ranking(single, "category").endswith("die nicht alle in einem einzigen stehen.")
    assert "zwischen" not in finding.ranking(single, "category")
    assert finding.ranking(shares(), "category") == ""
    alone = shares(("kremlin", 200, 1.0, 1.0))
    assert finding.ranking(alone, "category") == "Alle 200 Aussagen: Kreml."
    assert finding.ranking(alone, "category", "words") == "Alle zitierten Wörter: Kreml."


@pytest.mark.parametrize("spoken", language.NAMES)
@pytest.mark.parametrize("column", finding.CLAUSES)
def test_every_value_has_a_clause_of_its_own(column: str, spoken: str) -> None:
    with speaking(spoken):
        assert set(finding.CLAUSES[column]) == set(labels.VALUES[column])


def test_names_from_articles_are_no_markdown() -> None:
    frame = shares(("*Wort* [x](y)", 80, 0.35, 0.45)).rename(columns={"category": "entity"})
    assert "\\*Wort\\* \\[x\\](y)" in finding.ranking(frame, "entity")


def test_hedges_are_counted_by_class_and_holder() -> None:
    total = pd.DataFrame([{"n": 6, "base": 1000, "rate": 0.6, "low": 0.31, "high": 0.92, "small": False}])
    cells = pd.DataFrame(
        {"class": ["modal", "modal", "status"], "holder": ["source", "author", "source"], "n": [3, 1, 2]}
    )
    assert finding.hedging(total, cells) == (
        "6 Abschwächungen auf 1.000 Wörter, 0,6 je 100 (zwischen 0,3 und 0,9). "
        "Am häufigsten: Modalverb (4). Zugerechnet: 5 der Quelle, 1 der Redaktion."
    )
    assert finding.hedging(total.assign(small=True), cells) == (
        "6 Abschwächungen auf 1.000 Wörter, 0,6 je 100. Das ist zu wenig Text für einen Befund."
    )
    assert "je 100. Am häufigsten" in finding.hedging(total.assign(low=NAN, high=NAN), cells)
    assert finding.hedging(total.assign(n=0), cells) == ""


def voices(author: tuple[float, float, float], quoted: tuple[float, float, float], n: int = 400) -> pd.DataFrame:
    frame = pd.DataFrame([author, quoted], columns=["mean", "low", "high"])
    return frame.assign(voice=["author", "quoted"], n=n, small=n < 300, few="cases" if n < 300 else "")


def test_tone_of_both_voices_differs_only_where_intervals_are_apart() -> None:
    assert finding.voices(voices((0.0, -0.01, 0.01), (-0.1, -0.12, -0.08))) == (
        "Zitierte Rede hat den negativeren Ton: −0,10 gegen 0,00 im Text der Redaktion."
    )
    assert "positiveren" in finding.voices(voices((0.0, -0.01, 0.01), (0.1, 0.08, 0.12)))
    assert "nicht belegt" in finding.voices(voices((0.0, -0.1, 0.1), (-0.1, -0.12, -0.08)))
    assert "Aus 1 Satz " in finding.voices(voices((0.0, -0.1, 0.1), (-0.1, -0.12, -0.08), n=1))
    assert finding.voices(voices((0.0, -0.1, 0.1), (0.0, 0.0, 0.0)).head(1)) == ""


def test_groups_are_compared_only_where_cases_are_enough() -> None:
    groups = pd.DataFrame({"outlet": ["Bote", "Kurier", ""], "share": [0.3, 0.1, 0.9], "base": [40, 50, 2],
                           "low": [0.25, 0.05, NAN], "high": [0.4, 0.15, NAN]})  # fmt: skip
    groups["small"] = groups["base"] < 20
    assert finding.hedged(groups, "outlet", 20) == (
        "Abschwächungen stehen am häufigsten in Aussagen dieser Gruppe: Bote (30 % von 40 Aussagen, zwischen 25 und "
        "40 %); am seltensten: Kurier (10 % von 50 Aussagen, zwischen 5 und 15 %)."
    )
    assert finding.hedged(groups.assign(high=0.5), "outlet", 20).endswith("überschneiden sich.")
    assert finding.hedged(groups.assign(small=True), "outlet", 20).startswith("Keine Gruppe hat 20")
    assert finding.hedged(groups.head(0), "outlet", 20) == ""
    cells = groups.assign(category="kremlin", n=[12, 5, 1])
    assert finding.spread(cells, "category", "outlet") == (
        "Am weitesten auseinander: Kreml – Bote 30 % von 40 Aussagen, Kurier 10 % von 50 Aussagen."
    )
    assert finding.spread(cells.tail(2), "category", "outlet").startswith("Keine zwei Medien")
    assert finding.cell(cells, "outlet", "category") == (
        "Größter Anteil: Kreml bei Bote, 30 % von 40 Aussagen, zwischen 25 und 40 %."
    )
    tone = groups.assign(balance=[0.2, -0.1, 0.9], low=[0.1, -0.2, NAN], high=[0.3, 0.0, NAN])
    assert finding.balances(tone, "outlet") == "Am negativsten: Kurier (Saldo −0,10); am positivsten: Bote (0,20)."
    assert "kein Unterschied" in finding.balances(tone.assign(low=-1.0), "outlet")
    assert finding.balances(tone.tail(2), "outlet").startswith("Keine zwei Gruppen")


def test_negative_sentences_are_compared_by_their_share() -> None:
    shares_of_tone = pd.DataFrame({
        "outlet": ["Bote", "Bote", "Kurier", "Kurier"], "tone_label": ["negative", "positive"] * 2,
        "share": [0.4, 0.1, 0.2, 0.1], "base": 400, "low": [0.35, 0.05, 0.15, 0.05], "high": [0.45, 0.15, 0.25, 0.15],
        "small": False,
    })  # fmt: skip
    told = finding.negative(shares_of_tone, "outlet", "tone_label")
    assert told == (
        "Größter Anteil negativer Sätze: Bote (40 % von 400 Sätzen, zwischen 35 und 45 %); "
        "kleinster: Kurier (20 % von 400 Sätzen, zwischen 15 und 25 %)."
    )
    assert finding.negative(shares_of_tone.assign(low=0.1), "outlet", "tone_label").endswith("überschneiden sich.")
    assert finding.negative(shares_of_tone.assign(small=True), "outlet", "tone_label").startswith("Keine zwei Gruppen")
    assert finding.negative(shares_of_tone.head(0), "outlet", "tone_label") == ""


def gaps(*rows: tuple[str, float, float, float], small: bool = False) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["category", "difference", "low", "high"])
    return frame.assign(small=small)


def test_only_differences_beyond_chance_are_named() -> None:
    frame = gaps(("kremlin", 0.12, 0.03, 0.2), ("expert", -0.1, -0.2, -0.01), ("media", 0.3, -0.1, 0.5))
    assert compared.gaps(frame, ["category"], "share") == (
        "Deutlich mehr bei A: Kreml (+12,0 Punkte, +3,0 bis +20,0). Deutlich mehr bei B: Fachleute (−10,0 Punkte, "
        "−20,0 bis −1,0). Alles andere in diesem Bild kann Zufall sein (3 Vergleiche, von zwanzig übersteigt einer die "
        "Grenze auch durch Zufall)."
    )
    assert compared.gaps(frame.tail(1), ["category"], "share").startswith("Kein Unterschied")
    assert compared.gaps(frame.assign(small=True), ["category"], "share").startswith("Eine Seite hat zu wenige")
    many = gaps(*((name, 0.1, 0.05, 0.2) for name in ("kremlin", "expert", "media", "ngo", "igo")))
    assert "2 weitere Zeilen" in compared.gaps(many, ["category"], "share")


def test_a_story_tells_who_is_named_where() -> None:
    grid = pd.DataFrame(
        [("Vera Lind", "A-Blatt", 2, 2), ("Vera Lind", "B-Blatt", 1, 2), ("Vera Lind", "C-Blatt", 0, 2),
         ("Otto Reh", "A-Blatt", 1, 3), ("Otto Reh", "B-Blatt", 1, 3), ("Otto Reh", "C-Blatt", 1, 3)],
        columns=["entity", "outlet", "rows", "told"],
    )  # fmt: skip
    assert told.named(grid) == (
        "1 Quelle kommt in allen 3 Medien vor. Vera Lind: in 2 von 3 Medien genannt, nicht in: C-Blatt."
    )
    assert told.named(grid[grid["outlet"] == "A-Blatt"]) == ""
    articles = pd.DataFrame(
        {"published": ["2026-03-01", "2026-03-02", None], "outlet": ["A-Blatt", "B-Blatt", "C-Blatt"]}
    )
    assert told.when(articles) == "Zuerst, am 1.3.2026: A-Blatt. Zuletzt, am 2.3.2026: B-Blatt."
    assert told.when(articles.tail(1)) == ""
