"""Interviews, transcripts and debates: answers are statements of whoever gives them, questions are none."""

import pytest

from analysis import pipeline
from analysis.model import Article

ANSWERED = [
    (
        "Küstenbote: Frau Roth, ist der Haushalt solide?\n\nRoth: Ja, das haben alle Prüfer bestätigt.\n\n"
        "Küstenbote: Was erwarten Sie?\n\nRoth: Ein klares Ja.",
        [("Roth", "Ja, das haben alle Prüfer bestätigt."), ("Roth", "Ein klares Ja.")],
    ),
    (
        "Moderatorin: Guten Morgen, Frau Roth. Es ist 7:42 Uhr.\nRoth: Guten Morgen. Um 8:15 Uhr beginnt die Sitzung.\n"
        "Moderatorin: Was erwarten Sie?\nRoth: Ich erwarte ein klares Ja.",
        [("Roth", "Guten Morgen. Um 8:15 Uhr beginnt die Sitzung."), ("Roth", "Ich erwarte ein klares Ja.")],
    ),
    (
        "Frage: Ist der Haushalt solide?\nAntwort: Ja, das haben alle Prüfer bestätigt.",
        [("Antwort", "Ja, das haben alle Prüfer bestätigt.")],
    ),
    (
        "[00:01:12] Sprecher 1: Ist der Haushalt solide?\n[00:01:15] Sprecher 2: Ja, das haben alle Prüfer bestätigt.",
        [("Sprecher 2", "Ja, das haben alle Prüfer bestätigt.")],
    ),
    (
        "Jens Kuhl (CDU/CSU):\nFrau Präsidentin! Dieser Haushalt ist nicht solide.\n(Beifall bei der CDU/CSU)\n"
        "Wir lehnen ihn ab.\n\nPräsidentin Ute Rahn:\nDas Wort hat die Ministerin.\n\n"
        "Carla Roth, Bundesministerin der Finanzen:\nDer Haushalt ist solide.",
        [
            ("Jens Kuhl (CDU/CSU)", "Frau Präsidentin! Dieser Haushalt ist nicht solide."),
            ("Jens Kuhl (CDU/CSU)", "Wir lehnen ihn ab."),
            ("Präsidentin Ute Rahn", "Das Wort hat die Ministerin."),
            ("Carla Roth, Bundesministerin der Finanzen", "Der Haushalt ist solide."),
        ],
    ),
    (
        "Die Halle schließt. Ein Gespräch mit Bürgermeisterin Karla Voss über Geld und Beton.\n\n"
        "Frau Voss, warum schließt die Halle?\n\nWeil das Dach nicht mehr hält. Uns fehlt das Geld.\n\n"
        "Und was kommt danach?\n\nEin Park. Das haben wir so beschlossen.",
        [
            ("Bürgermeisterin Karla Voss", "Weil das Dach nicht mehr hält. Uns fehlt das Geld."),
            ("Bürgermeisterin Karla Voss", "Ein Park. Das haben wir so beschlossen."),
        ],
    ),
]


def answers(text: str) -> list[tuple[str, str]]:
    statements = pipeline.analyse(Article("x", text)).statements
    return [
        (" ".join(text[a:b] for a, b in s.speaker), " ".join(text[a:b] for a, b in s.quote))
        for s in statements
        if s.rule == "interview"
    ]


@pytest.mark.parametrize(("text", "expected"), ANSWERED)
def test_answers(text: str, expected: list[tuple[str, str]]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat tagt am Montag. Warum gerade jetzt?\n\nDas Geld fehlt.\n\nDie Halle schließt im Herbst.",
        "Wetter: Es bleibt schön.\n\nVerkehr: Die Brücke ist gesperrt.\n\nDer Rat tagt am Montag.",
        "Kuhl sagte: „Wir gehen.“\n\nVoss sagte: „Wir bleiben.“\n\nWarum das alles?\n\nNiemand weiß es.",
    ],
)
def test_other_texts_hold_no_answers(text: str) -> None:
    assert answers(text) == []
