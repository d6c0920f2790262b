"""Boosters and approximators: German sentences beside what is found in them, and traps."""

import pytest

from analysis import pipeline
from analysis.certainty.boosters import find_markers
from analysis.certainty.hedges import find_hedges
from analysis.model import Article
from tests.factories import tagged

FOUND = [
    ("Zweifellos war der Damm zu alt.", "booster:Zweifellos"),
    ("Das Band ist nachweislich geschnitten worden.", "booster:nachweislich"),
    ("Die Spuren sind eindeutig.", "booster:eindeutig"),
    ("Der Verein steigt definitiv ab.", "booster:definitiv"),
    ("Ohne Zweifel war es ein Fehler.", "booster:Ohne Zweifel"),
    ("Daran besteht kein Zweifel.", "booster:kein Zweifel"),
    ("Seine Schuld steht außer Frage.", "booster:außer Frage"),
    ("Tatsächlich fehlten drei Ordner.", "booster:Tatsächlich"),
    ("Fest steht, dass der Tank leer war.", "booster:Fest steht"),
    ("Bekanntlich ist die Brücke gesperrt.", "booster:Bekanntlich"),
    ("Der Plan wird mit Sicherheit scheitern.", "booster:mit Sicherheit"),
    ("Rund 200 Gäste kamen.", "approximator:Rund"),
    ("Das dauert etwa drei Wochen.", "approximator:etwa"),
    ("Ungefähr ein Drittel der Felder ist überflutet.", "approximator:Ungefähr"),
    ("Knapp die Hälfte stimmte zu.", "approximator:Knapp"),
    ("Mehr als 40 Helfer suchten im Wald.", "approximator:Mehr als"),
    ("Bis zu 90 Betriebe müssen schließen.", "approximator:Bis zu"),
    ("Mindestens zwölf Autos brannten.", "approximator:Mindestens"),
    ("Mehrere hundert Menschen standen am Ufer.", "approximator:Mehrere"),
    ("Rund 20 Zeugen sind zweifellos glaubwürdig.", "approximator:Rund booster:zweifellos"),
]
TRAPS = [
    "Der Tisch ist rund.",
    "In anderen Städten, etwa in Kassel, gilt das nicht.",
    "Ob das tatsächlich stimmt, prüft das Amt.",
    "Die Spuren sind nicht eindeutig.",
    "Natürliche Quellen versiegen.",
    "Das Spiel war gut, doch zu kurz.",
    "Die Mehrheit war knapp.",
    "Das Gebäude gilt als sicher.",
    "Die Partei verfügt über 20 Sitze.",
    "Das war nicht unbedingt klug.",
    "Im Zweifel entscheidet das Los.",
    "Sie redeten über den Umbau.",
]


def found(text: str) -> str:
    return " ".join(f"{marker.layer}:{marker.cue}" for marker in find_markers(tagged(text)))


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds_boosters_and_approximators(text: str, expected: str) -> None:
    assert found(text) == expected


@pytest.mark.parametrize("text", TRAPS)
def test_leaves_traps_alone(text: str) -> None:
    assert found(text) == ""


def test_one_layer_can_be_asked_for() -> None:
    markers = find_markers(tagged("Rund 20 Zeugen sind zweifellos glaubwürdig."), ["booster"])
    assert [(marker.layer, marker.rule) for marker in markers] == [("booster", "zweifellos")]


@pytest.mark.parametrize(("text", "_"), FOUND)
def test_they_are_no_hedges(text: str, _: str) -> None:
    assert find_hedges(tagged(text), ()) == ()
    assert pipeline.analyse(Article("a", text)).hedges == ()
