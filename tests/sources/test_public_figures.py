"""Public lists: whom a name unknown to the short lists speaks for, and names that must never be confused."""

import pytest

from analysis.language.engine import load_engine
from analysis.model import Document, Section
from analysis.resources import data_root
from analysis.sources.entities.index import ArticleEntities
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.lexicons.public_figures import figures_named, office_of


def tagged(text: str) -> Document:
    return load_engine().tag(text, (Section("body", 0, len(text)),))


def figures(text: str, day: str) -> list[tuple[str, str, str]]:
    """Name, country and institution of the persons of an article."""
    found = ArticleEntities(tagged(text), day).entities
    return [(f.reading.entity, f.reading.country, f.reading.institution) for f in found if f.person]


@pytest.mark.parametrize(
    ("name", "day", "told"),
    [
        ("Susanne Raab", "2022-05-01", ("AT", "government")),
        ("Joseph Deiss", "2004-05-01", ("CH", "government")),
        ("Ricarda Lang", "2023-05-01", ("DE", "parliament")),
        # another transliteration of a name from another alphabet
        ("Sergei Schojgu", "2020-05-01", ("RU", "government")),
        # two persons of one name, in two countries' offices
        ("Ban Ki Moon", "2005-06-01", ("KR", "government")),
        ("Ban Ki Moon", "2010-06-01", ("UN", "igo")),
        # a former minister is a politician, a future one too
        ("Kurt Biedenkopf", "2007-08-30", ("DE", "party")),
        ("Michel Wolter", "2006-11-16", ("LU", "party")),
        # nobody of this full name is listed
        ("Adolfo Pérez Esquivel", "2013-03-20", None),
        ("Peter Peres", "2013-03-20", None),
        # a surname alone names nobody
        ("Raab", "2022-05-01", None),
    ],
)
def test_office_of_a_full_name(name: str, day: str, told: tuple[str, str] | None) -> None:
    office = office_of(name, day, {"AT", "CH", "DE", "GB", "IL", "KR", "LU", "RU", "UN", "US"})
    assert (office and (office.country, office.institution)) == told


def test_namesakes_in_two_offices_tell_nothing() -> None:
    """Of two persons called Michael Collins one was ambassador, one a member of parliament, both of Ireland."""
    assert len(figures_named("Michael Collins")) == 2
    assert office_of("Michael Collins", "2010-08-05", {"IE"}) is None


def test_nobody_of_a_country_that_the_article_does_not_name() -> None:
    text = "Der Mond ist kalt. Michael Collins sagte: „Es war still.“"
    assert figures(text, "2005-08-05") == [("Michael Collins", "", "")]


@pytest.mark.parametrize(
    ("text", "day", "told"),
    [
        ("In Österreich gibt es Streit. Susanne Raab sagte am Montag, das sei falsch.", "2022-05-01",
         ("Susanne Raab", "AT", "government")),
        # the article states the office, the lists its country
        ("Frauenministerin Susanne Raab (ÖVP) widersprach.", "2022-05-01", ("Susanne Raab", "AT", "government")),
        ("Der Schweizer Politiker Joseph Deiss kündigte es an.", "2006-04-27", ("Joseph Deiss", "CH", "government")),
        # the article says what somebody is
        ("In Österreich sagte die Sängerin Susanne Raab, das sei falsch.", "2022-05-01",
         ("Susanne Raab", "", "citizen")),
    ],
)  # fmt: skip
def test_public_figures_of_an_article(text: str, day: str, told: tuple[str, str, str]) -> None:
    assert figures(text, day)[0] == told


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Abbas Araghchi sagte, man werde antworten. Araghchi war in Teheran.", "Donald Rumsfeld"),
        ("Adolfo Pérez Esquivel dankte. Pérez sagte, er hoffe.", "Schimon Peres"),
        ("Der Stürmer Perez traf. Perez sagte, er sei froh.", "Schimon Peres"),
        ("Susanne Raab dankte in Wien. Raab sagte, sie freue sich.", "Dominic Raab"),
        ("Moody sagte, er sei in Slowenien gewesen.", "Narendra Modi"),
        ("Der Zeichner Busch lachte. Busch sagte nichts.", "George W. Bush"),
    ],
)
def test_names_that_only_sound_alike(text: str, others: str) -> None:
    assert others not in {name for name, _, _ in figures(text, "2025-06-05")}


def test_another_given_name_is_another_person() -> None:
    lexicon = load_lexicon()
    assert lexicon.match(("Annalena", "Baerbok")) is not None
    assert lexicon.match(("Annalene", "Baerbock")) is None


def test_former_members_of_governments_speak_for_their_party() -> None:
    text = "Hillary Clinton nannte es falsch."
    assert figures(text, "2012-11-05") == [("Hillary Clinton", "US", "government")]
    assert figures(text, "2024-11-05") == [("Hillary Clinton", "US", "party")]


def test_a_person_goes_before_a_town_of_the_same_name() -> None:
    place = load_geography().place("Brühl")
    assert place is not None
    assert (place.country, place.kind) == ("DE", "town")


@pytest.mark.parametrize("word", ["Ende", "Lage", "Auch", "Clinton", "Kennedy", "Regen", "Mission"])
def test_everyday_words_and_names_are_no_towns(word: str) -> None:
    assert load_geography().place(word) is None


@pytest.mark.parametrize("name", ["figures", "leaders"])
def test_figures_lie_in_the_order_of_their_bytes(name: str) -> None:
    table = (data_root() / "lexicons" / "knowledge" / f"{name}.tsv").read_bytes()
    rows = table[table.index(b"\nkey\t") + 1 :].splitlines()[1:]
    assert rows == sorted(rows)
    assert table.endswith(b"\n")
