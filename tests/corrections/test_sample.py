"""What people have said as a table, and which of it is a random sample."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.corrections.judgements import judged, last_words
from analysis.corrections.record import record, undo
from analysis.corrections.sample import draw, sample
from analysis.model import Article, Source, Statement
from analysis.pipeline import analyse
from analysis.storage.correction import Correction, spans_from
from analysis.storage.store import Store
from analysis.tables.selection import Selection

KREMLIN = Source("Kreml", "RU", "government", "kremlin", "named")
PLACE = ((0, 9),)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = Store(tmp_path_factory.mktemp("made") / "s.duckdb")
    text = "Der Kreml erklärte, er könne Bericht {} nicht bestätigen. Die UN sagten, das sei neu."
    store.add(analyse(Article(str(n), text.format(n), outlet="AB"[n % 2])) for n in range(8))
    return store.path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Store:
    return Store(shutil.copy(made, tmp_path / "s.duckdb"), own_list=tmp_path / "own.csv")


def test_only_the_newest_word_of_a_person_on_a_place_stands() -> None:
    statement = Statement("s1", "direct", "body", PLACE, source=KREMLIN)
    rejected = Correction("a", "statement", PLACE, None, "AL", found=statement, number=1)
    kept = replace(rejected, label=replace(statement, type="reported"), number=2)
    other = replace(kept, who="BM", number=3, label=None)
    gone = replace(kept, who="CD", number=4, undone="2026-01-01")
    table = judged([other, gone, kept, rejected], "statement")
    assert table[["who", "kept", "found", "type", "type_found", "category"]].to_numpy().tolist() == [
        ["AL", True, True, "reported", "direct", "kremlin"], ["BM", False, True, "", "direct", ""],
    ]  # fmt: skip
    assert last_words(table)["who"].tolist() == ["BM"]
    assert len(judged([rejected], "hedge")) == 0


def review(store: Store, row: object, changes: dict[str, str] | None) -> int:
    return record(store, row["article"], "statement", spans_from(row["spans"]), changes, "AL")


def test_places_come_in_the_order_of_their_numbers_and_make_the_sample(store: Store) -> None:
    empty = sample(store, "statement", ahead=99)
    assert len(empty.rows) == 0
    assert len(empty.following) == store.count("statements") == int(empty.totals.sum())
    numbers = [draw(*pair) for pair in empty.following[["article", "spans"]].to_numpy()]
    assert numbers == sorted(numbers)
    review(store, empty.following.iloc[0], {})
    review(store, empty.following.iloc[1], None)
    now = sample(store, "statement", ahead=99)
    assert now.rows[["kept", "found"]].to_numpy().tolist() == [[True, True], [False, True]]
    assert now.following["spans"].tolist() == empty.following["spans"].tolist()[2:]
    assert now.totals.to_dict() == empty.totals.to_dict()


def test_a_correction_made_elsewhere_enters_only_when_the_order_has_come_past_it(store: Store) -> None:
    order = sample(store, "statement", ahead=99).following
    later = review(store, order.iloc[2], {"entity": "Rat", "institution": "party"})
    assert len(sample(store, "statement").rows) == 0
    for at in (0, 1):
        review(store, order.iloc[at], {})
    assert len(sample(store, "statement").rows) == 3
    assert sample(store, "statement").totals.to_dict() == order["category"].value_counts().to_dict()
    undo(store, later)
    assert len(sample(store, "statement").rows) == 2


def test_the_sample_is_of_the_selected_articles(store: Store) -> None:
    outlet = Selection(outlets=("A",))
    part = sample(store, "statement", outlet, ahead=99)
    assert int(part.totals.sum()) == store.count("statements", outlet)
    for at in range(3):
        review(store, part.following.iloc[at], {})
    assert len(sample(store, "statement", outlet).rows) == 3
    assert len(sample(store, "statement", Selection(outlets=("B",))).rows) == 0


def test_when_all_is_reviewed_the_sample_is_all(store: Store) -> None:
    rows = sample(store, "statement", Selection(outlets=("A",)), ahead=99).following
    for _, row in rows.iterrows():
        review(store, row, {})
    whole = sample(store, "statement", Selection(outlets=("A",)))
    assert len(whole.rows) == len(rows) == int(whole.totals.sum())
    assert len(whole.following) == 0
