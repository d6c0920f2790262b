"""German sentences beside the verbs that stand in Konjunktiv."""

import pytest

from analysis.language.mood import find_subjunctives, readings
from tests.factories import tagged
from tests.gold import mood_labels


def subjunctives(text: str) -> list[str]:
    document = tagged(text)
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
        ("Es handele sich um Betrug.", ["handele handeln K1"]),
        ("Der Bote bedaure den Fehler und tue alles.", ["bedaure bedauern K1", "tue tun K1"]),
        ("Gehe man davon aus, bleibe wenig Zeit.", ["Gehe gehen K1", "bleibe bleiben K1"]),
        ("Minister: Habe von den Zahlungen nichts gewusst", ["Habe haben K1"]),
        ("Sollte der Damm brechen, droht eine Flut.", ["Sollte sollen K2"]),
        ("Falls es regnen sollte, fällt das Fest aus.", ["sollte sollen K2"]),
        ("Die Stadt sollte also dringend handeln.", ["sollte sollen K2"]),
        ("Er tat, als hörte er nichts.", ["hörte hören K2"]),
        ("Wenn sie mehr verdiente, würde sie umziehen.", ["verdiente verdienen K2", "würde werden K2"]),
        ("Das wäre leichter, wenn alle zusammen arbeiteten.", ["wäre sein K2", "arbeiteten arbeiten K2"]),
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
        "Kenne den Laden seit Jahren.",
        "Und hoffe, bald wieder da zu sein.",
        "Ich arbeite mit Köchen, Bäckern und Metzgern und plane ein Fest.",
        "Ich war im Hafen und habe nichts gesehen.",
        "Sie tat es nicht aus Rache, -- aus liebe zu den Tieren tat sie es.",
        "Wer sollte das bezahlen?",
        "Der Bau sollte ursprünglich 2010 beginnen.",
        "Die Wirtin sagte: „Der Bau sollte ursprünglich 2010 beginnen.“",
        "Der Wirt sagte „guten Tag“, der Bus sollte um drei kommen.",
        "Wenn sie spielte, hörten alle zu.",
        "Als hörte man nichts mehr, ging er.",
    ],
)
def test_no_subjunctive(text: str) -> None:
    assert subjunctives(text) == []


def test_a_preterite_after_a_finished_clause_stays_one() -> None:
    assert subjunctives("Er ahnte, dass er verlieren würde und verhinderte die Wahl.") == ["würde werden K2"]


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


@pytest.mark.parametrize(
    "text",
    [
        "Der Wirt sagte: „Die Gemeinde sollte den Steg reparieren.“",
        "„Wir sollten den Hang sichern“, sagte die Geologin.",
        "Ich bleibe dabei: Sollte der Deich brechen, steht das Dorf unter Wasser.",
    ],
)
def test_what_is_said_should_be_is_a_subjunctive(text: str) -> None:
    assert [found.split()[1:] for found in subjunctives(text)] == [["sollen", "K2"]]


def test_labelled_forms_of_the_open_corpus() -> None:
    found = mood_labels.figures()
    assert found["f1"] >= 97
    assert found["ambiguous.f1"] >= 93
