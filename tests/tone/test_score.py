import pytest

from analysis.sources.entities.index import ArticleEntities
from analysis.tone.rate import rate_tone
from analysis.tone.score import Sum, label, score
from analysis.tone.words import tone_word
from tests.factories import tagged


def summed(text: str) -> Sum:
    document = tagged(text)
    return sum((score(document.tokens_of(sentence)) for sentence in document.sentences), Sum())


def lexicon(text: str) -> float:
    """What the tone words of the lists say, without the trained model."""
    return summed(text).mean


def tone(text: str) -> float:
    return summed(text).tone


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
    assert 0 < lexicon(text) <= 1


@pytest.mark.parametrize("text", NEGATIVE)
def test_negative(text: str) -> None:
    assert -1 <= lexicon(text) < 0


@pytest.mark.parametrize("text", NEUTRAL)
def test_neutral(text: str) -> None:
    assert lexicon(text) == 0


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
    assert 0 < abs(lexicon(weaker)) < abs(lexicon(stronger))


@pytest.mark.parametrize("text", ["Er ist nicht nur gut, sondern großartig.", "Nicht zuletzt war es ein Erfolg."])
def test_no_real_negation(text: str) -> None:
    assert lexicon(text) > 0


def test_negation_stays_in_its_clause() -> None:
    assert lexicon("Er kam nicht, und der Abend war ein Erfolg.") > 0


def test_case_of_nouns_counts() -> None:
    assert lexicon("Die Chaospolitik ist eine Lüge.") < 0
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
    document = tagged(text)
    sentences, _ = rate_tone(document, (), ArticleEntities(document))
    assert sum(sentence.event_words for sentence in sentences) == events


def test_labels_follow_the_band() -> None:
    assert [label(value) for value in (-1.0, -0.2, -0.19, 0.0, 0.19, 0.2, 1.0)] == [
        "negative", "negative", "neutral", "neutral", "neutral", "positive", "positive",
    ]  # fmt: skip


def test_most_plain_judgements_get_their_label() -> None:
    found = {name: [label(tone(text)) for text in texts] for name, texts in
             (("positive", POSITIVE), ("negative", NEGATIVE), ("neutral", NEUTRAL))}  # fmt: skip
    for name, labels in found.items():
        assert labels.count(name) >= 0.7 * len(labels)
    assert "negative" not in found["positive"][:15]
    assert "positive" not in found["negative"]


@pytest.mark.parametrize("frame", [
    "Der Auftritt der Mannschaft war {}.", "Die Kritik nennt den Film {}.", "Das Ergebnis ist {}, sagte sie.",
])  # fmt: skip
def test_a_worse_word_lowers_the_tone(frame: str) -> None:
    tones = [tone(frame.format(word)) for word in ("schwach", "lang", "gut")]
    assert tones == sorted(tones)


@pytest.mark.parametrize(("plain", "turned"), [
    ("Das Essen war gut.", "Das Essen war nicht gut."),
    ("Die Bürger sind zufrieden.", "Die Bürger sind nie zufrieden."),
    ("Der Plan ist sinnvoll.", "Der Plan ist keineswegs sinnvoll."),
    pytest.param("Der Film gefällt ihm.", "Der Film gefällt ihm nicht.",
                 marks=pytest.mark.xfail(reason="what the model adds for gefallen says the opposite of the lists")),
])  # fmt: skip
def test_negation_turns_the_whole_tone_down(plain: str, turned: str) -> None:
    assert tone(turned) < tone(plain)


def test_the_model_knows_words_beyond_the_lists() -> None:
    clean, dirty = "Der Mann nimmt einen Spaziergang.", "Der Mann nimmt einen Vollpfosten."
    assert lexicon(clean) == lexicon(dirty) == 0
    assert summed(clean).weights != summed(dirty).weights


def test_event_words_count_apart() -> None:
    with_events, without = summed("Der Krieg und die Katastrophe sind schlimm."), summed("Die Lage ist schlimm.")
    assert with_events.events == 2
    assert with_events.mean == without.mean
    assert with_events.tone_events < with_events.tone
    assert without.tone_events == without.tone


def test_tone_is_bounded() -> None:
    assert 0.5 < tone("Großartig. " * 200) <= 1
    assert -1 <= tone("Katastrophal. " * 200) < -0.5


def test_sums_add_up() -> None:
    first, second = summed("Das ist gut."), summed("Der Krieg ist schlimm.")
    both = first + second
    assert both == Sum(*(a + b for a, b in zip(first, second, strict=True)))
    assert Sum().tone == Sum().tone_events == 0


def test_huge_words_do_not_score() -> None:
    assert tone_word("A" * 100_000 + "krieg", "NN") == tone_word("Tisch", "NN")
