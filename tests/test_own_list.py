"""The user's own list of sources: read, written, refused with a reason, and applied to the stored corpus."""

import csv
import shutil
from pathlib import Path

import pytest

from analysis.source_overrides import (
    OwnSource,
    cleaned,
    own_list_path,
    read_own_list,
    settled,
    settlements,
    unsettled,
    write_own_list,
)
from analysis.storage.store import Store
from analysis.tables.selection import Selection
from analysis.taxonomy import CATEGORIES, INSTITUTIONS, category
from tests.factories import example


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = Store(tmp_path_factory.mktemp("made") / "s.duckdb")
    store.add([example()])
    return store.path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Store:
    return Store(shutil.copy(made, tmp_path / "s.duckdb"), own_list=tmp_path / "sources.csv")


def edit(store: Store, *rows: OwnSource) -> None:
    write_own_list(rows, store.own_list)


def test_the_list_lies_in_the_data_folder_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert tmp_path in own_list_path().parents


def test_without_a_list_everything_is_as_found(store: Store) -> None:
    before = store.read("statements")
    edit(store)
    assert read_own_list(store.own_list) == ()
    assert store.read("statements").equals(before)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    rows = (OwnSource("Peskow", "Dmitri Peskow"), OwnSource(country="CN", category="Peking"))
    write_own_list(rows, tmp_path / "x" / "own.csv")
    assert read_own_list(tmp_path / "x" / "own.csv") == rows


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (OwnSource("A", country="Russland"), "Ländercode"),
        (OwnSource("A", institution="bank"), "Institution"),
        (OwnSource("A"), "nichts zu ändern"),
        (OwnSource(country="RU"), "Quellentyp"),
        (OwnSource(category="x"), "Land oder Institution"),
    ],
)
def test_a_faulty_row_is_refused_and_the_file_stays(row: OwnSource, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    write_own_list([OwnSource("B", "C")], path)
    with pytest.raises(ValueError, match=reason):
        write_own_list([row], path)
    assert read_own_list(path) == (OwnSource("B", "C"),)


def test_a_spreadsheet_takes_no_cell_for_a_formula(tmp_path: Path) -> None:
    rows = (
        OwnSource('=HYPERLINK("x")', "@sum", "-", "ngo", "+1"),
        OwnSource("'=x", country="DE"),
        OwnSource("'s", "-"),
    )
    path = tmp_path / "own.csv"
    write_own_list(rows, path)
    cells = [cell for row in csv.reader(path.open(encoding="utf-8")) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "@") or (cell.startswith("-") and cell != "-")]
    assert read_own_list(path) == rows


LISTED = (OwnSource("A", "B"), OwnSource("b", category="c"), OwnSource(country="CN", category="Peking"))


def test_what_is_settled_is_kept_in_the_row_of_the_source() -> None:
    typed = settled(LISTED, "B", "DE", "party")
    assert typed == (LISTED[0], OwnSource("b", "", "DE", "party", "c"), LISTED[2])
    assert settlements(typed) == (typed[1],)
    assert unsettled(typed, "B") == LISTED
    assert settled(typed, "B", "FR", "ngo")[1] == OwnSource("b", "", "FR", "ngo", "c")


def test_a_source_without_a_row_gets_one_and_loses_it_again() -> None:
    typed = settled(LISTED, "X", "DE", "party")
    assert typed == (*LISTED, OwnSource("X", "", "DE", "party"))
    assert unsettled(typed, "x") == LISTED


def test_an_alias_is_typed_as_the_source_that_it_counts_as(store: Store) -> None:
    edit(store, OwnSource("Weißes Haus", "Dmitri Peskow"), OwnSource("Dmitri Peskow", "", "CN", "expert"))
    told = store.read("statements", Selection(entities=("Dmitri Peskow",)))
    assert set(told["country"]) == {"CN"}
    assert set(told["category"]) == {"expert"}
    edit(store, OwnSource("Weißes Haus", "Dmitri Peskow", "FR"), OwnSource("Dmitri Peskow", "", "CN", "expert"))
    assert set(store.read("statements", Selection(entities=("Dmitri Peskow",)))["country"]) == {"CN", "FR"}


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-8")])
def test_a_list_that_a_spreadsheet_saved_is_read(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = (OwnSource("Süßwerk", "Süßwerk AG", "DE", "business"), OwnSource(country="DE", category="kunden"))
    path = tmp_path / "sources.csv"
    write_own_list(rows, path)
    text = path.read_text(encoding="utf-8").replace(",", delimiter)
    path.write_bytes(text.encode(encoding))
    assert read_own_list(path) == rows


def test_faulty_rows_of_a_file_written_by_hand_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("name,entity,country,institution,category\nA,B,,,\nC,,Russland,,\n", encoding="utf-8")
    assert read_own_list(path) == (OwnSource("A", "B"),)


def test_cells_are_trimmed_and_empty_rows_left_out() -> None:
    assert cleaned([{"name": " A  B ", "entity": None}, {"name": "", "entity": " "}]) == (OwnSource("A B"),)


def test_an_alias_merges_two_names_in_the_stored_corpus(store: Store) -> None:
    names = store.values("statements", "entity")
    first, second = names.index[:2]
    edit(store, OwnSource(str(second).lower(), str(first)))
    merged = store.values("statements", "entity")
    assert merged[first] == names[first] + names[second]
    assert second not in merged.index


def test_a_corrected_institution_changes_the_category_everywhere(store: Store) -> None:
    edit(store, OwnSource("Dmitri Peskow", country="CN", institution="expert"))
    told = store.read("statements", Selection(entities=("Dmitri Peskow",)))
    assert set(told["category"]) == {"expert"}
    assert set(told["country"]) == {"CN"}
    for table in ("hedges", "sentences"):
        behind = store.read(table).merge(told[["article", "statement"]], on=["article", "statement"])
        assert set(behind["category"]) <= {"expert"}


def test_rollups_apply_to_sources_and_relays_and_the_narrower_one_wins(store: Store) -> None:
    edit(
        store,
        OwnSource(country="RU", category="Russland"),
        OwnSource(country="RU", institution="government", category="Moskau"),
    )
    told = store.read("statements")
    assert set(told.loc[told["entity"] == "Dmitri Peskow", "category"]) == {"Moskau"}
    assert set(told.loc[told["via"] == "TASS", "via_category"]) == {"Russland"}


def test_a_selection_sees_the_edited_values(store: Store) -> None:
    edit(store, OwnSource(country="RU", category="Russland"))
    assert store.count("statements", Selection(categories=("Russland",))) > 0
    assert store.count("statements", Selection(categories=("kremlin",))) == 0


def test_names_with_quotes_are_values_and_never_sql(store: Store) -> None:
    edit(store, OwnSource("x'); DROP TABLE statements; --", "y"))
    assert store.count("statements") > 0


@pytest.mark.parametrize("country", ["US", "RU", "UA", "DE", "FR", "UN", "-"])
def test_the_category_in_sql_is_that_of_the_taxonomy(country: str, store: Store) -> None:
    for institution in INSTITUTIONS:
        edit(store, OwnSource("Dmitri Peskow", country=country, institution=institution))
        found = store.read("statements", Selection(entities=("Dmitri Peskow",)))["category"]
        assert set(found) == {category(country, institution)} <= set(CATEGORIES)
