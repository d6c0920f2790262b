"""German sentences beside the tokens they consist of."""

import pytest

from analysis.language.tokens import clean_form, tokenise


def words(sentence: str) -> list[str]:
    return [sentence[start:end] for start, end in tokenise(sentence, 0, len(sentence))]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Er ging, sie blieb.", "Er ging , sie blieb ."),
        ("„Das reicht“, rief sie.", "„ Das reicht “ , rief sie ."),
        ("»Genug!«, rief er.", "» Genug ! « , rief er ."),
        ('Der "Tagesbote" fragt: "Warum?"', 'Der " Tagesbote " fragt : " Warum ? "'),
        ("Die ‚Neue Lage‘ kam.", "Die ‚ Neue Lage ‘ kam ."),
        ("US-Beamte und EU-Kommissare schweigen.", "US-Beamte und EU-Kommissare schweigen ."),
        ("Außen- und Innenpolitik", "Außen- und Innenpolitik"),
        ("Am 14. März um 10:30 Uhr", "Am 14. März um 10:30 Uhr"),
        ("Am 3.4.2021 und am 20.06. war Ruhe.", "Am 3.4.2021 und am 20.06. war Ruhe ."),
        ("Sie verlor mit 3:2 Toren.", "Sie verlor mit 3:2 Toren ."),
        ("Es kostet 1.250,50 Euro, 3,5 Prozent mehr.", "Es kostet 1.250,50 Euro , 3,5 Prozent mehr ."),
        ("Das Plus lag bei 7%.", "Das Plus lag bei 7 % ."),
        ("Er nannte z.B. Obst, d. h. Äpfel.", "Er nannte z.B. Obst , d. h. Äpfel ."),
        ("Dr. Anna Blum, Prof. an der Uni", "Dr. Anna Blum , Prof. an der Uni"),
        ("Nr. 5 lebt usw.", "Nr. 5 lebt usw."),
        ("Die U.S. Army zog ab.", "Die U.S. Army zog ab ."),
        ("Papst Pius XII. schwieg.", "Papst Pius XII. schwieg ."),
        ("Siehe https://example.org/a?b=1 dazu.", "Siehe https://example.org/a?b=1 dazu ."),
        ("Mail an post@example.org genügt.", "Mail an post@example.org genügt ."),
        ("Das meldet beispiel.de heute.", "Das meldet beispiel.de heute ."),
        ("SPD/Grüne gegen CDU/CSU", "SPD / Grüne gegen CDU/CSU"),
        ("Wie geht's McDonald's?", "Wie geht's McDonald's ?"),
        ("Bürger*innen protestieren", "Bürger*innen protestieren"),
        ("Er wollte [...] gehen …", "Er wollte [ ... ] gehen …"),
        ("Die „Welt“-Redaktion lacht.", "Die „ Welt “ -Redaktion lacht ."),
        ("Berlin–Paris 🚆 fährt", "Berlin – Paris 🚆 fährt"),
        ("Die 1990er-Jahre und 20-Jährige", "Die 1990er-Jahre und 20-Jährige"),
        ("Das war 2004.", "Das war 2004 ."),
    ],
)
def test_tokens(sentence: str, expected: str) -> None:
    assert words(sentence) == expected.split(" ")


def test_tokens_cover_every_visible_character() -> None:
    text = "Ein »Satz« — mit\u00a0allem: 50 % (z. B. Müll), \u201eja\u201c?! \x07 👩‍👩‍👧 e\u0301"
    covered = {place for start, end in tokenise(text, 0, len(text)) for place in range(start, end)}
    assert all(place in covered for place, character in enumerate(text) if not character.isspace())


def test_soft_hyphens_and_combining_accents_stay_inside_words() -> None:
    assert words("Bundes\u00adregierung U\u0308bung") == ["Bundes\u00adregierung", "U\u0308bung"]
    assert clean_form("Bundes\u00adregierung") == "Bundesregierung"
    assert clean_form("U\u0308bung") == "Übung"
    assert clean_form("\u200b") == "\u200b"
