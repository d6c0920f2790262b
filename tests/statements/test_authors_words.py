"""What the author says is nobody's statement; what a source kept to itself is marked so; topics do not speak."""

import pytest

from analysis import pipeline
from analysis.model import Article, Statement

SAID = "Die Ministerin sagte, der Plan sei fertig."


def statements(text: str, title: str | None = None) -> list[Statement]:
    return list(pipeline.analyse(Article("x", text, title=title)).statements)


def words(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    return " … ".join(text[start:end] for start, end in spans)


@pytest.mark.parametrize(
    "formula",
    [
        "Gott sei Dank blieb es ruhig.",
        "Alle müssen zahlen, sei es mit Geld, sei es mit Zeit.",
        "Niemand kommt hinein, es sei denn, er hat einen Ausweis.",
        "Die Mannschaft will gewinnen, koste es, was es wolle.",
        "Wie dem auch sei, morgen wird gewählt.",
        "Man nehme drei Eier und etwas Mehl.",
        "Es lebe die Freiheit.",
        "Das dürfte dem Rat nicht gefallen.",
        "Das sagt einiges. Kurz gesagt: Es wird teuer.",
        "Sagen wir mal so: Es wird teuer.",
        "Wer A sagt, muss auch B sagen.",
        "Das Haus ist, sagen wir, etwas in die Jahre gekommen.",
        "Ich glaube, das stimmt.",
    ],
)
@pytest.mark.parametrize("before", ["Der Rat tagte am Montag.", SAID])
def test_formulas_of_the_author_are_no_statements(formula: str, before: str) -> None:
    text = f"{before} {formula}"
    assert not [s for s in statements(text) if s.quote[-1][1] > len(before) + 1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Das Amt wollte sich dazu nicht äußern.", "Das Amt"),
        ("Der Konzern lehnte es ab, Einzelheiten zu nennen.", "Der Konzern"),
        ("Der Konzern lehnte es ab, sich zu äußern.", "Der Konzern"),
        ("Mehrere Anfragen blieben bis Redaktionsschluss unbeantwortet.", ""),
        ("Das Ministerium reagierte nicht auf eine Anfrage.", "Das Ministerium"),
        ("Aus dem Kreml hieß es: kein Kommentar.", "dem Kreml"),
        ("Ob die Leitungen noch halten, ließ er offen.", "er"),
        ("Wann die Brücke öffnet, ließ die Stadt offen.", "die Stadt"),
        ("Warum er ging, sagte Kuhl nicht.", "Kuhl"),
        ("Wie viel das kostet, wollte der Sprecher nicht sagen.", "der Sprecher"),
    ],
)
def test_answers_that_were_withheld(text: str, speaker: str) -> None:
    assert [(s.withheld, words(text, s.speaker)) for s in statements(text)] == [(True, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Der Sprecher sagte, der Motor sei ausgefallen. Danach sei es zu einem Brand gekommen.",
        "Der Sprecher sagte, der Motor sei ausgefallen. Dort sei es kalt oder nass gewesen.",
        "Der Sprecher sagte, der Plan sei gut. Drei Millionen koste es, was der Rat wolle.",
    ],
)
def test_a_subjunctive_that_only_resembles_a_formula_is_carried_on_speech(text: str) -> None:
    assert [s.type for s in statements(text)] == ["indirect", "subjunctive"]


def test_what_one_might_think_is_nobodys_statement() -> None:
    assert statements("Der Rat tagte am Montag. Man könnte meinen, es sei Sommer.") == []


BODY = "\n\nDas Wetter bleibt am Montag überall schön, und es regnet nicht."


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Rente: Mehr Geld ab Juli", None),
        ("Berlin: Mann bei Unfall verletzt", None),
        ("Ukraine: Zwei Tote nach Angriff", None),
        ("EM 2024: Deutschland schlägt Schottland", None),
        ("Hamburg: Polizei nimmt drei Männer fest", None),
        ("Lauterbach: Kliniken brauchen mehr Geld", "Lauterbach"),
        ("Experten: Preise steigen weiter", "Experten"),
        ("Moskau: Berlin bleibt jeden Beweis schuldig", "Moskau"),
        ("„Wir haben genug“: Söder legt nach", "Söder"),
        ("Interview mit Söder: „Wir haben genug“", "Söder"),
    ],
)
def test_a_topic_before_the_colon_is_no_speaker(headline: str, speaker: str | None) -> None:
    text = headline + BODY
    found = [words(text, s.speaker) for s in statements(text, headline) if s.section == "headline"]
    assert found == ([] if speaker is None else [speaker])


def test_a_name_before_the_colon_speaks_where_the_body_lets_it_speak() -> None:
    headline = "Bayern: Kein Geld für die Halle"
    text = f"{headline}\n\nBayern will nicht zahlen. Das Geld reiche nicht, teilte Bayern mit."
    assert [s.section for s in statements(text, headline)][:1] == ["headline"]
