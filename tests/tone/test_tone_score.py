import pytest

from analysis.language.engine import load_engine
from analysis.model import Document, Section
from analysis.tone.rate import rate_tone
from analysis.tone.score import Sum, label, score
from analysis.tone.words import tone_word


def tag(text: str) -> Document:
    return load_engine().tag(text, [Section("body", 0, len(text))])


def tone(text: str) -> float:
    document = tag(text)
    return sum((score(document.tokens_of(sentence)) for sentence in document.sentences), Sum()).tone


POSITIVE = [
    "Der neue Trainer ist ein Erfolg.",
    "Die Kritiker lobten das Stück.",
    "Das war ein großartiger Abend.",
    "Die Helfer freuen sich über die Spende.",
    "Ein hervorragendes Ergebnis für die kleine Partei.",
    "Die Einigung weckt Hoffnung.",
    "Ihre Freude war ansteckend und echt.",
    "Die Firma profitiert von der guten Auftragslage.",
    "Der Verein feiert einen verdienten Sieg.",
    "„Ein wunderbarer Tag“, sagte sie.",
    "»Das Konzert war brillant«, schrieb die Zeitung.",
    "Sie wurde für ihren Mut ausgezeichnet.",
    "Der Patient ist glücklich.",
    "Die Lage hat sich deutlich verbessert.",
    "Ein Riesenerfolg für die Stadt.",
    "Der Plan ist sinnvoll und gerecht.",
    "Das gefällt den Anwohnern.",
    "Die Bürger sind zufrieden.",
    "Der Vorschlag überzeugt.",
    "Die Lösung ist nicht schlecht.",
    "Es gab keine Probleme.",
    "Die Reform verlief ohne Fehler.",
    "Das ist keineswegs schlimm.",
    "Er ist niemals unfreundlich.",
]
NEGATIVE = [
    "Die Reform ist gescheitert.",
    "Der Minister warnte vor einem Chaos.",
    "Die Opposition kritisierte den Plan.",
    "Eine Blamage für den Verband.",
    "Das Urteil ist ein Skandal.",
    "Die Anwohner klagen über schlechte Luft.",
    "Der Versuch war vergeblich.",
    "Das Ergebnis ist enttäuschend.",
    "Die Stimmung ist miserabel.",
    "„Das ist eine Schande“, rief er.",
    "“Ein Desaster”, hieß es.",
    "»Unerträglich«, sagte die Sprecherin.",
    "Die Gemeinde lehnt den Entwurf ab.",
    "Sein Versagen empörte die Zuschauer.",
    "Die Zahlen sind katastrophal.",
    "Das Vorgehen ist verantwortungslos und zynisch.",
    "Die Mannschaft verlor das Spiel.",
    "Das Haushaltsdefizit wächst nicht, es bleibt ein Problem.",
    "Ein Vertrauensverlust für die Bank.",
    "Mit Sorge sehen die Nachbarn den Streit.",
    "Der Plan überzeugt nicht.",
    "Das Essen war nicht gut.",
    "Die Fans waren nie zufrieden.",
    "Es gab keinen Erfolg.",
    "Der Vorschlag ist weder sinnvoll noch gerecht.",
    "Die Stadt steht ohne Hilfe da.",
    "Der Film gefällt ihm nicht.",
    "Die Antwort ist unbefriedigend.",
]
NEUTRAL = [
    "Die Sitzung beginnt um neun Uhr.",
    "Bei dem Erdbeben gab es drei Tote.",
    "Nach dem Mord nahm die Polizei einen Mann fest.",
    "Der Krieg dauert an.",
    "Die Truppen griffen die Stadt an.",
    "Der Bombenangriff begann am Morgen.",
    "Die Grippeepidemie erreicht den Süden.",
    "Zwei Schwerverletzte kamen in eine Klinik.",
    "Der Zug fährt nach Kassel.",
    "Das Kind geht in die Schule.",
]


@pytest.mark.parametrize("text", POSITIVE)
def test_positive(text: str) -> None:
    assert 0 < tone(text) <= 1


@pytest.mark.parametrize("text", NEGATIVE)
def test_negative(text: str) -> None:
    assert -1 <= tone(text) < 0


@pytest.mark.parametrize("text", NEUTRAL)
def test_neutral(text: str) -> None:
    assert tone(text) == 0


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("Das Ergebnis ist gut.", "Das Ergebnis ist sehr gut."),
        ("Das Ergebnis ist ziemlich gut.", "Das Ergebnis ist gut."),
        ("Das Ergebnis ist kaum gut.", "Das Ergebnis ist ziemlich gut."),
        ("Die Regeln sind sinnvoll.", "Die Regeln sind äußerst sinnvoll."),
        ("Die Lage ist problematisch.", "Die Lage ist höchst problematisch."),
        ("Das ist nicht schlecht.", "Das ist schlecht."),
        ("Das ist nicht gut.", "Das ist gut."),
    ],
)
def test_strength(weaker: str, stronger: str) -> None:
    assert 0 < abs(tone(weaker)) < abs(tone(stronger))


@pytest.mark.parametrize(
    "text", ["Er ist nicht nur gut, sondern großartig.", "Nicht zuletzt war es ein Erfolg."]
)
def test_no_real_negation(text: str) -> None:
    assert tone(text) > 0


def test_negation_stays_in_its_clause() -> None:
    assert tone("Er kam nicht, und der Abend war ein Erfolg.") > 0


def test_case_of_nouns_counts() -> None:
    assert tone("Die Katastrophenpolitik ist eine Lüge.") < 0
    assert tone_word("Freude", "NN").value > 0
    assert tone_word("Freude", "NE").value == 0


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Bei dem Anschlag gab es drei Tote und viele Verletzte.", 3),
        ("Ein Toter lag am Ufer.", 1),
        ("Der Bürgerkrieg und die Hungersnot vertreiben die Menschen.", 3),
        ("Nach dem Mord und dem Raubüberfall begann der Prozess.", 3),
        ("Der Wahlkampf beginnt.", 1),
        ("Der Garten blüht.", 0),
    ],
)
def test_event_words(text: str, events: int) -> None:
    sentences, _ = rate_tone(tag(text), ())
    assert sum(sentence.event_words for sentence in sentences) == events


def test_labels_follow_the_score() -> None:
    assert [label(value) for value in (-1.0, -0.1, 0.0, 0.1, 1.0)] == [
        "negative", "neutral", "neutral", "neutral", "positive",
    ]  # fmt: skip


def test_tone_is_bounded() -> None:
    assert 0.9 < tone("Großartig. " * 200) <= 1
    assert -1 <= tone("Katastrophal. " * 200) < -0.9


def test_huge_words_do_not_score() -> None:
    assert tone_word("A" * 100_000 + "krieg", "NN") == tone_word("Tisch", "NN")
