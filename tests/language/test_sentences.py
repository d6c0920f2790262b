"""German texts beside the sentences they consist of; a bar marks every cut."""

import pytest

from analysis.language.sentences import split_sentences


@pytest.mark.parametrize(
    "text",
    [
        "Er kam.| Sie ging.",
        "Am 14. März tagte der Rat.| Danach war Pause.",
        "Der 2. Weltkrieg endete 1945.| Die Stadt lag in Trümmern.",
        "Die 3. Internationale Messe beginnt.| Sie dauert lange.",
        "Er ist z. B. Arzt oder z.B. Bauer.| Das weiß Dr. Weber.",
        "Die Firma Beispiel Inc. Boston liefert.| Der Kurs fällt.",
        "Äpfel, Birnen usw.| Der Rest blieb liegen.",
        "Das sagte George W. Miller gestern.| Er war allein.",
        "Kaiser Wilhelm II.| Der Titel passt.",
        "„Das reicht.| Wir gehen.“| Dann schwieg sie.",
        "„Das reicht.“, sagte sie.",
        "„Reicht das?“, fragte er.| Niemand antwortete.",
        "„Nein!“ rief er.",
        "Er sagte: „Kommt!“| „Wohin?“, fragte sie.",
        "Ob das stimmt?!| Man weiß es nicht …| Die Polizei sucht.",
        "Er wollte … gehen.",
        "Überschrift ohne Punkt\n|Der Text beginnt.",
        "Eine Zeile\r\n|noch eine\u2028|und noch eine",
        "Der Streit endet.|Die Parteien einigen sich.",
        "Das meldet beispiel.de am Montag.",
        '"Das genügt." |"Nein."',
    ],
)
def test_sentences(text: str) -> None:
    plain = text.replace("|", "")
    found = [plain[start:end] for start, end in split_sentences(plain, 0, len(plain))]
    assert found == [part.strip() for part in text.split("|")]


def test_only_the_given_stretch_is_cut() -> None:
    text = "Weg damit. Eins. Zwei. Weg damit."
    assert [text[a:b] for a, b in split_sentences(text, 11, 22)] == ["Eins.", "Zwei."]


@pytest.mark.parametrize("text", ["", " \n\t ", "\u2028", "\x00"])
def test_nothing_to_cut(text: str) -> None:
    assert len(split_sentences(text, 0, len(text))) <= 1
