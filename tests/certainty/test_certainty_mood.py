"""German sentences beside the verbs that stand in Konjunktiv."""

import pytest

from analysis.certainty.mood import find_subjunctives
from analysis.language.engine import load_engine
from analysis.language.mood import readings
from analysis.model import Section


def subjunctives(text: str) -> list[str]:
    document = load_engine().tag(text, (Section("body", 0, len(text)),))
    found = find_subjunctives(document)
    assert all(text[verb.span[0] : verb.span[1]].strip() for verb in found)
    return [f"{text[verb.span[0] : verb.span[1]]} {verb.verb} {verb.mood}" for verb in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sagte, er habe nichts gewusst.", ["habe haben K1"]),
        ("Sie sagte, die Lage sei ernst und werde sich bessern.", ["sei sein K1", "werde werden K1"]),
        ("Die Täter seien geflohen, teilte die Polizei mit.", ["seien sein K1"]),
        ("Der Konzern könne das nicht bestätigen.", ["könne können K1"]),
        ("Er müsse gehen, wolle aber nicht.", ["müsse müssen K1", "wolle wollen K1"]),
        ("Der Plan gehe nicht auf, sagte sie.", ["gehe gehen K1"]),
        ("Die Regierung nehme das ernst.", ["nehme nehmen K1"]),
        ("Man wisse, dass der Feind näher rücke.", ["wisse wissen K1", "rücke rücken K1"]),
        ("Er behauptet, sie hätten ihn bedroht.", ["hätten haben K2"]),
        ("Das würde gegen das Recht verstoßen.", ["würde werden K2"]),
        ("Es gäbe einen Ausweg, wenn alle mitmachen.", ["gäbe geben K2"]),
        ("Das bräuchte mehr Zeit.", ["bräuchte brauchen K2"]),
        ("Man müßte es versuchen.", ["müßte müssen K2"]),
        ("Er hoffe, dass sie Geld aufbrächten.", ["hoffe hoffen K1", "aufbrächten aufbringen K2"]),
        ("Sie könnten gehen.", ["könnten können K2"]),
        ("Man wolle das prüfen, und kündigte Schritte an.", ["wolle wollen K1"]),
        ("Sie spreche von Betrug, führe aber nichts an.", ["spreche sprechen K1", "führe führen K1"]),
    ],
)
def test_subjunctives(text: str, expected: list[str]) -> None:
    assert subjunctives(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ich habe das nicht gewusst.",
        "Ich gehe und komme nicht zurück.",
        "Das habe ich nie gesagt.",
        "Sie sagen, ich stehe allein.",
        "Er sollte 1990 die Leitung übernehmen.",
        "Sie wollte damals nicht reden.",
        "Die Truppen führten den Befehl aus.",
        "Die Verhandlungen führen zu nichts.",
        "Er sagte nichts und teilte den Gewinn.",
        "Wir haben gewonnen.",
        "Sie haben verloren, sagt er.",
        "Der Mann ging nach Hause.",
        "Das Seien und die Habe sind Nomen.",
        "Die Reise und die Lage waren schlecht.",
        "Sie verwendete altes Papier.",
        "Er brauchte Hilfe.",
        "Der Wagen raste in die Menge.",
        "Es sind große Summen.",
        "Der Sprecher teilte mit und kündigte an.",
    ],
)
def test_no_subjunctive(text: str) -> None:
    assert subjunctives(text) == []


def test_a_coordinated_preterite_follows_its_neighbour() -> None:
    assert subjunctives("Sie könnten schlechter sehen und hörten nur noch Lärm.") == [
        "könnten können K2",
        "hörten hören K2",
    ]


@pytest.mark.parametrize(
    ("form", "infinitive"),
    [("sei", "sein"), ("stünde", "stehen"), ("empföhle", "empfehlen"), ("zurückginge", "zurückgehen")],
)
def test_readings(form: str, infinitive: str) -> None:
    assert infinitive in {reading.infinitive for reading in readings(form)}


def test_a_form_of_two_verbs_has_both_readings() -> None:
    assert {(reading.infinitive, reading.mood) for reading in readings("führe")} == {
        ("führen", "K1"),
        ("fahren", "K2"),
    }
