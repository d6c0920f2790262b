"""Corrections kept in a store: they override everywhere, stay through new analyses, and can be taken back."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from analysis.batch.run import analyse_into
from analysis.corrections.places import nearest, occurrences, whole_words, words_at
from analysis.corrections.record import NotFoundError, add, record, undo
from analysis.model import Article, Spans
from analysis.pipeline import analyse
from analysis.source_overrides import OwnSource, write_own_list
from analysis.storage.correction import spans_from
from analysis.storage.store import Store
from analysis.tables.columns import RESULTS
from analysis.tables.result_view import article_key
from analysis.tables.selection import Selection

TEXT = (
    "Streit um die Brücke\n\n"
    "Die Brücke könnte bald gesperrt werden, sagte Bürgermeisterin Anna Lorenz am Montag. "
    "„Wir warten auf das Gutachten“, sagte Lorenz. Möglicherweise kommt es morgen."
)
ARTICLE = Article("b", TEXT, "Streit um die  Brücke", "Kurier", "2026-03-02", extra={"ressort": "Lokales"})
KEY = article_key(ARTICLE)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = Store(tmp_path_factory.mktemp("made") / "s.duckdb")
    analyse_into(store, [ARTICLE, Article("c", "Der Kreml erklärte, er könne das nicht bestätigen.")])
    return store.path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Store:
    return Store(shutil.copy(made, tmp_path / "s.duckdb"), own_list=tmp_path / "own.csv")


def rows(store: Store, table: str = "statements") -> pd.DataFrame:
    return store.read(table, Selection(articles=(KEY,)))


def place(store: Store, number: int = 0, table: str = "statements") -> Spans:
    return spans_from(rows(store, table)["spans"].iloc[number])


def test_a_correction_is_kept_with_who_and_when_and_counts_at_once(store: Store) -> None:
    spans = place(store)
    police = {"entity": "Stadtpolizei", "institution": "justice", "naming": "role"}
    number = record(store, KEY, "statement", spans, police | {"type": "reported", "withheld": True}, "AL", "siehe Bild")
    row = rows(store).iloc[0]
    assert [row[name] for name in ("entity", "category", "type", "withheld", "origin")] == [
        "Stadtpolizei", "justice", "reported", True, "corrected",
    ]  # fmt: skip
    (kept,) = store.corrections()
    assert (kept.number, kept.article, kept.who, kept.note, kept.target) == (number, KEY, "AL", "siehe Bild", spans)
    assert kept.words.startswith("Die Brücke könnte")
    assert kept.created[:2] == "20"
    assert store.values("statements", "category", Selection(articles=(KEY,)))["justice"] == 1
    assert len(store.articles()) == 2


def test_another_word_on_a_changed_place_is_about_the_same_place(store: Store) -> None:
    spans = place(store)
    record(store, KEY, "statement", spans, {"spans": ((34, 61),)}, "AL")
    record(store, KEY, "statement", place(store), {"type": "reported"}, "BM")
    record(store, KEY, "statement", place(store), None, "CD")
    assert {c.target for c in store.corrections()} == {spans}
    assert len(rows(store)) == 1


def test_undoing_takes_back_but_forgets_nothing(store: Store) -> None:
    before = store.read_all()
    numbers = [record(store, KEY, "statement", place(store), {"type": "reported"}, "AL"),
               record(store, KEY, "hedge", place(store, 0, "hedges"), None, "AL"),
               add(store, KEY, "hedge", spans_of("morgen"), {"class": "adverb"}, "AL")]  # fmt: skip
    assert rows(store, "hedges")["origin"].tolist() == ["machine", "added"]
    undo(store, numbers[-1])
    assert rows(store, "hedges")["origin"].tolist() == ["machine"]
    undo(store, *numbers)
    for table, frame in store.read_all().items():
        pd.testing.assert_frame_equal(frame, before[table])
    assert [bool(c.undone) for c in store.corrections()] == [True] * 3


def spans_of(words: str) -> Spans:
    return occurrences(TEXT, words)[0]


def test_corrections_outlive_a_new_analysis_and_the_removal_of_their_article(store: Store) -> None:
    record(store, KEY, "statement", place(store), {"entity": "Stadtpolizei"}, "AL")
    add(store, KEY, "statement", spans_of("Streit um die Brücke"), {"entity": "Rat"}, "AL")
    after = store.read_all()
    analyse_into(store, [ARTICLE], again=True)
    for table in RESULTS:
        pd.testing.assert_frame_equal(store.read(table), after[table])
    store.delete([KEY])
    assert len(store.corrections()) == 2
    analyse_into(store, [ARTICLE])
    assert rows(store)["entity"].tolist()[:2] == ["Rat", "Stadtpolizei"]


def test_results_without_corrections_never_replace_corrected_ones(store: Store) -> None:
    number = record(store, KEY, "statement", place(store), {"entity": "Stadtpolizei"}, "AL")
    after = store.read_all()
    with pytest.raises(ValueError, match="corrected articles"):
        store.add([analyse(ARTICLE)])
    for table in RESULTS:
        pd.testing.assert_frame_equal(store.read(table), after[table])
    undo(store, number)
    assert store.add([analyse(ARTICLE)]) == 1


def test_a_confirmed_place_keeps_what_the_machine_says(store: Store) -> None:
    before = rows(store).drop(columns="origin")
    record(store, KEY, "statement", place(store), {}, "AL")
    pd.testing.assert_frame_equal(rows(store).drop(columns="origin"), before)
    assert rows(store)["origin"].tolist() == ["confirmed", "machine"]
    (kept,) = store.corrections()
    assert kept.found == kept.label or kept.found.quote == kept.label.quote


def test_the_own_list_is_no_part_of_what_a_person_confirms(store: Store) -> None:
    entity = rows(store)["entity"].iloc[0]
    write_own_list([OwnSource(entity, "Rathaus", institution="party")], store.own_list)
    record(store, KEY, "statement", place(store), {}, "AL")
    assert rows(store)["entity"].iloc[0] == "Rathaus"
    assert rows(store)["origin"].iloc[0] == "confirmed"
    store.own_list.unlink()
    assert rows(store)["entity"].iloc[0] == entity


def test_a_relaying_source_is_set_as_the_lists_know_it_and_taken_away(store: Store) -> None:
    record(store, KEY, "statement", place(store), {"via": "TASS"}, "AL")
    assert rows(store)[["via", "via_category"]].iloc[0].tolist() == ["TASS", "state_media"]
    record(store, KEY, "statement", place(store), {"via_kind": "told"}, "AL")
    assert rows(store)[["via", "via_kind"]].iloc[0].tolist() == ["TASS", "told"]
    record(store, KEY, "statement", place(store), {"via": "dpa"}, "AL")
    assert rows(store)[["via", "via_kind"]].iloc[0].tolist() == ["dpa", "told"]
    record(store, KEY, "statement", place(store), {"via": ""}, "AL")
    assert rows(store)["via"].isna().iloc[0]
    assert rows(store)["origin"].iloc[0] == "confirmed"


def test_what_is_not_there_cannot_be_spoken_about(store: Store) -> None:
    with pytest.raises(NotFoundError):
        record(store, "no such article", "statement", ((0, 5),), {}, "AL")
    with pytest.raises(NotFoundError):
        record(store, KEY, "statement", ((0, 3),), {}, "AL")
    with pytest.raises(ValueError, match="name"):
        record(store, KEY, "statement", place(store), {}, "  ")
    for spans in (((0, 9999),), ((5, 5),), ((9, 5),), ((0, 5), (3, 9)), ()):
        with pytest.raises(ValueError, match="no place"):
            add(store, KEY, "statement", spans, {}, "AL")
    assert store.corrections() == []


def test_hostile_words_of_a_person_are_only_text(store: Store) -> None:
    bad = "'); DROP TABLE corrections; -- \x00 \ud800 <b>"
    record(store, KEY, "statement", place(store), {"entity": bad}, bad, bad)
    assert store.corrections()[0].who == bad.replace("\x00", "\ufffd").replace("\ud800", "\ufffd")
    assert rows(store)["entity"].iloc[0].startswith("');")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Brücke", ["Brücke", "Brücke"]),
        ("die  Brücke\nDie", ["die Brücke Die"]),
        ("um die\nBrücke", ["um die Brücke"]),
        ('"Wir warten auf das Gutachten"', ["„Wir warten auf das Gutachten“"]),
        ("Die Brücke […] gesperrt", ["Die Brücke … gesperrt"]),
        ("könnte … werden", ["könnte … werden"]),
        ("werden … könnte", []),
        ("(.*)", []),
        (" … ", []),
    ],
)
def test_words_are_found_as_people_paste_them(words: str, found: list[str]) -> None:
    places = occurrences(TEXT, words)
    assert [words_at(TEXT, spans) for spans in places] == found
    for spans in places:
        assert spans in occurrences(TEXT, words_at(TEXT, spans))


def test_of_several_places_the_nearest_counts() -> None:
    assert nearest(TEXT, "Brücke", ((40, 50),)) == ((26, 32),)
    assert nearest(TEXT, "Brücke", ()) == ((14, 20),)
    assert nearest(TEXT, "Tunnel", ((0, 5),)) is None


def test_a_marked_stretch_is_made_of_whole_words() -> None:
    start = TEXT.index("Brücke")
    assert whole_words(TEXT, start + 2, start + 3) == (start, start + 6)
    assert whole_words(TEXT, start - 1, start + 8) == (start, start + 6)
    assert whole_words(TEXT, -5, 3) == (0, 6)
    assert whole_words(TEXT, 20, 22) is None
    assert whole_words(TEXT, 9, 5) is None
