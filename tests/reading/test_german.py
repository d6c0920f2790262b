"""What is not German is told and left out; German of every kind stays."""

from pathlib import Path

import pytest

from analysis.model import Article
from analysis.reading.inputs import read_inputs
from analysis.reading.language_filter import foreign_language, only_german
from analysis.reading.raw.records import Unreadable

FOREIGN = {
    "English": "The president said on Monday that the talks would go on, in spite of the warnings of the army. ",
    "French": "Le président a déclaré lundi que les négociations se poursuivraient malgré les avertissements. ",
    "Dutch": "De minister zei dat de onderhandelingen in de komende week zullen worden hervat. ",
    "Danish": "Ministeren sagde mandag, at der ikke er nogen aftale, og at det var en god dag for regeringen. ",
    "Spanish": "El ministro dijo el lunes que no hay acuerdo y que las conversaciones seguirán esta semana. ",
    "Polish": "Minister powiedział w poniedziałek, że rozmowy będą kontynuowane mimo ostrzeżeń armii. ",
}
GERMAN = [
    "Bern sperrt den Tunnel",
    "Ja.",
    "",
    "Merkel, Obama, Putin, Macron, Johnson, Trudeau, Abe, Xi, Modi, Erdoğan, Netanjahu, Rouhani, Maduro, Lukaschenko, "
    "Selenskyj, Orbán, Kurz, Conte, Sánchez, Rutte, Michel, Bettel, Löfven, Frederiksen, Solberg, Marin, Kaljulaid",
    "Der Sprecher sagte: „The president said on Monday that the talks would go on, whatever the army has to say.“ "
    "Mehr war aus dem Umfeld der Delegation nicht zu erfahren, und auch die Botschaft wollte sich dazu nicht äußern.",
    "Dr Bundesrat het gseit, dass er nüt dervo wüssi, und er wöll jetzt emal luege, was da no chunt. " * 3,
]


@pytest.mark.parametrize("language", FOREIGN)
def test_a_foreign_text_is_told(language: str) -> None:
    assert foreign_language(FOREIGN[language] * 4) == language


@pytest.mark.parametrize("text", GERMAN, ids=lambda text: text[:20])
def test_german_stays(text: str) -> None:
    assert foreign_language(text) is None


def test_the_rest_goes_on() -> None:
    problem = Unreadable("x.txt", "The file is empty.")
    items = [Article("a", FOREIGN["English"] * 4), problem, Article("b", "Das ist gut.")]
    first, second, third = only_german(items)
    assert first == Unreadable("a", "The text is not German: it reads as English.")
    assert second is problem
    assert third is items[2]


def test_what_is_given_holds_for_every_article(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": "Das ist gut.", "outlet": "X"}\n', encoding="utf-8")
    (article,) = read_inputs([str(tmp_path / "a.jsonl")], outlet="Nordlicht", published="2026-03-05")
    assert isinstance(article, Article)
    assert (article.outlet, article.published) == ("Nordlicht", "2026-03-05")
