"""The lists of sources: well formed, free of contradictions, quick to search, true to inflection and spelling."""

import re
from collections import defaultdict

import pytest

from analysis.resources import lexicon_path, read_lexicon, split_list
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.head_nouns import split_noun
from analysis.sources.lexicons.known_entities import LISTS, load_lexicon
from analysis.sources.lexicons.spelling import one_letter_apart, sound, stem
from analysis.sources.lexicons.terms_of_office import at_day, day_of
from analysis.sources.mentions.person_names import gender_of_name, given_names
from analysis.taxonomy import INSTITUTIONS

OWN = (*LISTS, "countries", "places", "heads", "given_names", "terms")
SUPRANATIONAL = {"EU", "NATO", "UN", "INT"}
HEAD_KINDS = {"office", "member", "voice", "title", "body", "group", "press", "report", "text", "study"}
# One spelling, two bodies: the first listed is meant where nothing else is said.
SHARED_FORMS = {
    "AU", "FR", "SDA", "KBA", "PP", "TAP", "FSF", "Bundesrat", "AKP", "ABC", "CAS", "TT", "IMK", "DB", "Kongress",
}  # fmt: skip


@pytest.fixture(scope="module")
def states() -> set[str]:
    return {row["code"] for row in read_lexicon("countries")}


@pytest.mark.parametrize("name", OWN)
def test_header_tells_purpose_source_and_licence(name: str) -> None:
    head = [line for line in lexicon_path(name).read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    text = " ".join(head)
    assert all(word in text for word in ("Purpose:", "Source:", "Licence: MIT"))


@pytest.mark.parametrize("name", LISTS)
def test_countries_and_institutions_are_of_the_taxonomy(name: str, states: set[str]) -> None:
    for row in read_lexicon(name):
        assert row["country"] in states | SUPRANATIONAL, row
        assert row["institution"] in INSTITUTIONS, row
        assert row["name"] == row["name"].strip(), row
        assert all(alias == alias.strip() for alias in split_list(row["aliases"])), row


def test_there_are_at_least_six_hundred_entities_and_forty_states_with_state_media() -> None:
    assert sum(len(read_lexicon(name)) for name in LISTS) >= 600
    assert len({row["country"] for row in read_lexicon("media") if row["institution"] == "state_media"}) >= 40


@pytest.mark.parametrize("name", LISTS)
def test_names_are_listed_once(name: str) -> None:
    names = [row["name"] for row in read_lexicon(name)]
    assert len(names) == len(set(names)), sorted(n for n in names if names.count(n) > 1)


def test_no_form_names_two_entities_unless_declared() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for name in LISTS:
        for row in read_lexicon(name):
            full = [] if " (" in row["name"] else [row["name"]]
            for form in (*full, *split_list(row["aliases"])):
                owners[form].add(row["name"])
    shared = {form for form, names in owners.items() if len(names) > 1}
    assert shared <= SHARED_FORMS, shared - SHARED_FORMS


def test_years_in_office_are_years_in_order() -> None:
    for row in read_lexicon("persons"):
        years = [row["since"], row["until"]]
        assert all(year == "" or (year.isdigit() and 1900 < int(year) < 2100) for year in years), row
        assert not all(years) or years[0] <= years[1], row


def test_country_codes_are_two_letters_and_unique(states: set[str]) -> None:
    codes = [row["code"] for row in read_lexicon("countries")]
    assert len(codes) == len(states)
    assert all(len(code) == 2 and code.isupper() for code in codes if code != "INT")
    assert len(codes) > 190
    assert {row["country"] for row in read_lexicon("places")} <= states


def test_heads_have_known_kinds_and_institutions() -> None:
    heads = [row["head"] for row in read_lexicon("heads")]
    assert len(heads) == len(set(heads))
    for row in read_lexicon("heads"):
        assert row["kind"] in HEAD_KINDS, row
        assert row["institution"] in (*INSTITUTIONS, ""), row
        assert row["borrows"] in ("yes", "no", ""), row
        assert row["place"] in ("-", ""), row


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Kremls", "Kreml"),
        ("des Weißen Hauses", "Weißes Haus"),
        ("Weiße Haus", "Weißes Haus"),
        ("des Bundesgerichtshofes", "Bundesgerichtshof"),
        ("Auswärtigen Amtes", "Auswärtiges Amt"),
        ("Wolodimir Selenskij", "Wolodymyr Selenskyj"),
        ("Dmitry Medvedev", "Dmitri Medwedew"),
        ("Vladimir Putin", "Wladimir Putin"),
        ("Merkels", "Angela Merkel"),
        ("Hosni Mubarak", "Husni Mubarak"),
        ("Kim Jong-il", "Kim Jong Il"),
        ("Ministry of Nothing", None),
        ("Welt", "Die Welt"),
        ("welt", None),
        ("Haus", None),
    ],
)
def test_lookup(form: str, name: str | None) -> None:
    entry = load_lexicon().lookup(form)
    assert (entry.name if entry else None) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Schoigu", "Shoigu"),
        ("Lawrow", "Lavrov"),
        ("Selenskyj", "Zelensky"),
        ("Peskow", "Peskov"),
        ("Sergej", "Sergey"),
    ],
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("Putin", "Pugin"), ("Merkel", "Merz"), ("Schröder", "Schreiber")])
def test_different_names_do_not_sound_alike(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Hauses", "Haus"), ("Amts", "Amt"), ("Vereinten", "Vereinte"), ("Amtes", "Amt"), ("Rotes", "Roten")],
)
def test_endings_do_not_matter(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("times", "timer", True),
        ("times", "time", True),
        ("times", "tmies", True),
        ("times", "times", False),
        ("abc", "xyz", False),
    ],
)
def test_one_letter_apart(one: str, other: str, apart: bool) -> None:
    assert one_letter_apart(one, other) is apart


@pytest.mark.parametrize(
    ("form", "country", "kind"),
    [
        ("Pekings", "CN", "capital"),
        ("nordkoreanischen", "KP", "adjective"),
        ("US-Beamte", "US", "adjective"),
        ("Göttinger", "DE", "adjective"),
        ("Bremer", "DE", "adjective"),
        ("Zürcher", "CH", "adjective"),
        ("Südfrankreich", "FR", "town"),
        ("Südkorea", "KR", "state"),
        ("Norwegerin", "NO", "people"),
        ("Kongos", "CD", "state"),
    ],
)
def test_places(form: str, country: str, kind: str) -> None:
    place = load_geography().place(form)
    assert place is not None
    assert (place.country, place.kind) == (country, kind)


@pytest.mark.parametrize("form", ["Haus", "Ostern", "Westen", "Südwind", "gestern"])
def test_words_that_are_no_places(form: str) -> None:
    assert load_geography().place(form) is None


@pytest.mark.parametrize(
    ("word", "first", "head"),
    [
        ("Kremlsprecherin", "Kreml", "sprecherin"),
        ("Innenministern", "Innen", "minister"),
        ("US-Beamten", "US", "beamt"),
        ("Fischereiministeriums", "Fischerei", "ministerium"),
        ("Behörden", "", "behörden"),
    ],
)
def test_nouns_are_split_at_their_head(word: str, first: str, head: str) -> None:
    noun = split_noun(word)
    assert noun is not None
    assert (noun.first, noun.head.word) == (first, head)


@pytest.mark.parametrize("word", ["Standort", "Monat", "Heirat", "Moment", "minister", "Haus"])
def test_words_that_head_no_source(word: str) -> None:
    assert split_noun(word) is None


def test_given_names_tell_the_gender_and_no_name_has_two() -> None:
    names = [name for row in read_lexicon("given_names") for name in split_list(row["names"])]
    assert len(names) == len(set(names)), sorted(n for n in set(names) if names.count(n) > 1)
    assert len(given_names()) > 800
    assert gender_of_name("Karin Moll") == "f"
    assert gender_of_name("Hans-Otto Lind") == "m"
    assert gender_of_name("Xuqa Lind") == ""


MEDIA_TYPES = {"agency", "television", "radio", "newspaper", "online"}


def test_state_media_have_a_type_and_plausible_years() -> None:
    told = [row for row in read_lexicon("media") if row["institution"] == "state_media"]
    assert {row["type"] for row in told} == MEDIA_TYPES
    assert all(row["since"] == "" or 1850 < int(row["since"]) < 2100 for row in told)
    assert sum(bool(row["since"]) for row in told) > 100
    assert len({row["country"] for row in told}) >= 70


def test_every_state_has_a_seat_an_adjective_and_its_name_of_the_cldr() -> None:
    named = {row["code"] for row in read_lexicon("country_names")}
    for row in read_lexicon("countries"):
        if row["code"] not in ("EU", "INT", "HK", "MO", "GI"):
            assert row["capital"], row
            assert row["adjective"], row
            assert row["code"] in named, row


def test_terms_of_office_are_of_listed_persons_and_in_order(states: set[str]) -> None:
    persons = {row["name"] for row in read_lexicon("persons")}
    for row in read_lexicon("terms"):
        assert row["name"] in persons, row
        assert row["country"] in states | SUPRANATIONAL, row
        assert row["institution"] in INSTITUTIONS, row
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", row["valid_from"]), row
        assert not row["valid_to"] or row["valid_from"] <= row["valid_to"], row


@pytest.mark.parametrize(
    ("name", "day", "country", "institution"),
    [
        ("Angela Merkel", "2005-11-21", "DE", "party"),
        ("Angela Merkel", "2005-11-22", "DE", "government"),
        ("Angela Merkel", "2021-12-08", "DE", "government"),
        ("Jens Stoltenberg", "2011-07-22", "NO", "government"),
        ("Jens Stoltenberg", "2020-01-01", "NATO", "igo"),
        ("Günther Oettinger", "2010-02-10", "DE", "government"),
        ("Günther Oettinger", "2010-02-11", "EU", "igo"),
        ("Barack Obama", "2008-06-06", "US", "party"),
        ("Barack Obama", "", "US", "government"),
        ("Wladimir Putin", "2020-01-01", "RU", "government"),
    ],
)
def test_the_day_decides_between_offices(name: str, day: str, country: str, institution: str) -> None:
    entry = load_lexicon().lookup(name)
    assert entry is not None
    told = at_day(entry, day)
    assert (told.country, told.institution) == (country, institution)


@pytest.mark.parametrize(
    ("published", "title", "day"),
    [
        ("2024-03-05T10:00:00", None, "2024-03-05"),
        (None, "Neue Regierung (2005-11-23)", "2005-11-23"),
        ("gestern", "Ohne Datum", ""),
        (None, None, ""),
    ],
)
def test_the_day_of_publication(published: str | None, title: str | None, day: str) -> None:
    assert day_of(published, title) == day
