"""Copies are found however they are trimmed; what two desks write on their own about one event is none."""

from datetime import date, timedelta

import pytest

from analysis.stories.near_duplicates import DAYS, Text, sequences
from analysis.stories.near_duplicates import copies as copies_of

DAY = date(2026, 3, 10)

AGENCY = (
    "Die Wasserwerke der Stadt Lindau haben am Dienstag ihren Betrieb eingeschränkt. Ein Sprecher sagte, nach dem "
    "Rohrbruch im Norden sei der Druck gefallen. Betroffen seien rund 12.000 Haushalte. Die Feuerwehr verteilt "
    "Trinkwasser an drei Plätzen. Bürgermeisterin Karla Wenz rief dazu auf, sparsam zu sein. Die Ursache ist unklar. "
    "Ein Gutachter soll die Leitung am Mittwoch untersuchen. Die Opposition wirft dem Rathaus vor, die Netze "
    "jahrelang vernachlässigt zu haben. Das Rathaus wies das zurück. Bis zum Wochenende sollen alle Haushalte wieder "
    "versorgt sein."
)
OWN = (
    "In Lindau sitzen seit Dienstag 12.000 Haushalte auf dem Trockenen. Schuld ist ein geborstenes Rohr im Norden der "
    "Stadt. Man müsse jetzt haushalten, mahnte Bürgermeisterin Karla Wenz. An drei Plätzen gibt es Wasser von der "
    "Feuerwehr. Die Opposition spricht von jahrelanger Vernachlässigung, was das Rathaus bestreitet. Warum das Rohr "
    "brach, weiß noch niemand; ein Gutachter kommt am Mittwoch."
)
CREDITED = "Lindau (dpa) - " + AGENCY + " © dpa"
CUT = ". ".join(AGENCY.split(". ")[:7]) + "."
CHANGED = (
    AGENCY.replace("Dienstag", "gestrigen Dienstag")
    .replace("rund 12.000", "etwa 12.000")
    .replace("Rathaus", "Magistrat")
)


def copies(texts: list[tuple[str, str]], apart: int = 1) -> dict[str, str]:
    """The copies among texts that come so many days apart."""
    return copies_of(Text(key, DAY + n * timedelta(apart), text) for n, (key, text) in enumerate(texts))


@pytest.mark.parametrize("copy", [AGENCY, AGENCY.upper(), CREDITED, CUT, CHANGED])
def test_a_copy_leads_to_the_first(copy: str) -> None:
    assert copies([("x", OWN), ("a", AGENCY), ("b", copy)]) == {"b": "a"}


def test_what_another_desk_writes_is_no_copy() -> None:
    assert copies([("a", AGENCY), ("b", OWN)]) == {}


def test_a_copy_of_a_copy_leads_to_the_original() -> None:
    assert copies([("a", AGENCY), ("b", CREDITED), ("c", CREDITED + " Mehr in Kürze.")]) == {"b": "a", "c": "a"}


@pytest.mark.parametrize("text", ["", "Kurz.", "Zwei Wörter"])
def test_the_shortest_texts(text: str) -> None:
    assert len(sequences(text)) == 1
    assert copies([("a", text), ("b", text), ("c", AGENCY)]) == {"b": "a"}


def test_long_after_only_the_very_same_words_count() -> None:
    assert copies([("a", AGENCY), ("b", CREDITED), ("c", AGENCY)], apart=DAYS + 1) == {"c": "a"}


def test_articles_without_a_day_are_compared_with_each_other() -> None:
    texts = [("a", DAY, CREDITED), ("b", None, AGENCY), ("c", None, CUT), ("d", None, OWN)]
    assert copies_of(Text(*text) for text in texts) == {"c": "b"}
