"""Wordings, the ladder of claims, headlines against bodies, phrases and keywords in context, on analysed articles."""

import pandas as pd
import pytest

from analysis.measures import RUNGS, claims, headlines, hedge_rate, in_context, phrases, wordings
from analysis.model import Article
from analysis.pipeline import analyse
from analysis.stories.tfidf import Similarity, stems
from analysis.tables.frames import frames
from tests.factories import counted

TOLD = {
    "Kurier": "Speicher in Kalmbach angezündet\n\nKalmbach – Der alte Speicher am Hafen von Kalmbach wurde nach "
    "Angaben der Feuerwehr angezündet. Die Halle ist zerstört. Bürgermeister Jan Thiel behauptete, der Speicher "
    "am Hafen sei nie versichert gewesen.",
    "Bote": "Feuer am Hafen\n\nKalmbach – Der Speicher am Hafen könnte angezündet worden sein, sagte Feuerwehrchef Ole "
    "Brandt. Der Schaden am Speicher ist hoch.",
    "Blatt": "Rätsel um Speicher\n\nKalmbach – Der alte Speicher am Hafen soll angezündet worden sein. Zeugen sahen "
    "einen Wagen. Das Amt bestritt, dass der Speicher am Hafen von Kalmbach angezündet worden sei.",
}


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return frames(
        analyse(Article(outlet, text, outlet=outlet, published=f"2026-01-0{day}"))
        for day, (outlet, text) in enumerate(TOLD.items(), start=1)
    )


@pytest.fixture(scope="module")
def said(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    return wordings(tables["statements"], tables["sentences"], tables["hedges"])


def used(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """The phrases that hedge in these tables."""
    return phrases(counted(tables, "phrase", "class", table="phrased"))


def rate(tables: dict[str, pd.DataFrame], *by: str) -> pd.DataFrame:
    """Hedges per 100 words by these columns."""
    outer = [name for name in by if name == "outlet"]
    words = counted(tables, *outer, table="articles", sums=["words"])
    return hedge_rate(words, counted(tables, *by, table="hedges"), by)


def rung_of(said: pd.DataFrame, outlet: str, words: str) -> str:
    (row,) = said[(said["outlet"] == outlet) & said["wording"].str.contains(words, regex=False)].to_dict("records")
    return str(row["rung"])


@pytest.mark.parametrize(
    ("outlet", "words", "rung"),
    [
        ("Kurier", "Die Halle ist zerstört", "flat"),
        ("Kurier", "nie versichert", "distanced"),
        ("Bote", "könnte angezündet worden sein", "possible"),
        ("Blatt", "soll angezündet worden sein", "rumour"),
        ("Blatt", "von Kalmbach angezündet worden sei", "denied"),
        ("Blatt", "Zeugen sahen einen Wagen", "flat"),
    ],
)
def test_every_wording_stands_on_a_rung(said: pd.DataFrame, outlet: str, words: str, rung: str) -> None:
    assert rung_of(said, outlet, words) == rung


def test_a_sentence_that_reports_somebody_is_not_the_authors_own(said: pd.DataFrame) -> None:
    flat = said[said["rung"] == "flat"]["wording"]
    assert not flat.str.contains("behauptete|Angaben der Feuerwehr").any()


def test_one_claim_is_found_across_outlets_from_rumour_to_assertion(said: pd.DataFrame) -> None:
    told = claims(said)
    first = told[told["claim"] == 0]
    assert set(first["outlet"]) == set(TOLD)
    assert set(first["outlets"]) == {3}
    rungs = list(first["rung"])
    assert rungs == sorted(rungs, key=RUNGS.index)
    assert {"rumour", "possible"} <= set(rungs)


def test_no_claim_within_one_outlet_or_across_weeks(said: pd.DataFrame) -> None:
    assert not len(claims(said.assign(outlet="Kurier")))
    days = {"Kurier": "2026-01-01", "Bote": "2026-02-01", "Blatt": "2026-03-01"}
    assert not len(claims(said.assign(published=said["outlet"].map(days))))


def test_a_flat_headline_over_a_careful_body_stands_first() -> None:
    text = "Wolf riss Schafe in Ebertal\n\nIm Tal Ebertal hat vermutlich ein Wolf mehrere Schafe gerissen. Es regnete."
    careful = "Wolf riss wohl Schafe in Ebertal\n\nEin Wolf riss in Ebertal zwei Schafe. Es regnete."
    found = frames([analyse(Article("a", text)), analyse(Article("b", careful))])
    compared = headlines(wordings(found["statements"], found["sentences"], found["hedges"]))
    assert list(compared["rung"]) == ["flat", "possible"]
    assert list(compared["body_rung"]) == ["possible", "flat"]
    assert compared["step"].iloc[0] > 0 > compared["step"].iloc[1]
    assert compared["cues"].iloc[0] == "vermutlich"


def test_empty_tables_give_empty_frames(tables: dict[str, pd.DataFrame]) -> None:
    nothing = {name: frame.head(0) for name, frame in tables.items()}
    empty = wordings(nothing["statements"], nothing["sentences"], nothing["hedges"])
    assert [len(frame) for frame in (empty, claims(empty), headlines(empty), used(nothing))] == [0] * 4


def test_forms_of_one_phrase_are_counted_together() -> None:
    text = "Der mutmaßliche Dieb floh. Die mutmaßlichen Helfer schwiegen. Die mutmaßlichen Täter auch. Vielleicht."
    (first, second) = used(frames([analyse(Article("a", text, outlet="Kurier"))])).to_dict("records")
    assert (first["phrase"], first["n"], first["base"], first["class"]) == ("mutmaßlichen", 3, 4, "adverb")
    assert (second["phrase"], second["share"]) == ("vielleicht", 0.25)


def test_a_keyword_is_cut_out_of_its_sentence() -> None:
    hedges = frames([analyse(Article("a", "Der Mann soll zwei Kinder entführt haben, hieß es."))])["hedges"]
    row = in_context(hedges).iloc[0]
    assert (row["before"], row["keyword"]) == ("Der Mann", "soll zwei Kinder entführt haben")
    assert row["after"].startswith(", hieß es")
    assert in_context(hedges.assign(sentence="…")).iloc[0]["before"] == "…"


def test_hedges_by_two_columns_add_up_to_those_by_one(tables: dict[str, pd.DataFrame]) -> None:
    articles, hedges = tables["articles"], tables["hedges"]
    both = rate(tables, "class", "holder")
    assert both.groupby("class")["rate"].sum().tolist() == pytest.approx(
        rate(tables, "class").sort_values("class")["rate"].tolist()
    )
    outlets = rate(tables, "outlet", "class")
    assert outlets["n"].sum() == len(hedges)
    assert set(outlets["base"]) == set(articles["words"])


def test_similarity_looks_at_meaning_words_and_their_beginnings() -> None:
    alike = Similarity(["Waffenverkäufe an Kalmbach", "der Waffenverkauf nach Kalmbach", "ein Fest im Garten", ""])
    assert alike.between(0, 1) == pytest.approx(1.0)
    assert alike.between(0, 2) == 0.0
    assert alike.between(3, 3) == 0.0
    assert stems("Die 21 Männer und sie") == ["21", "männer"]
