"""Conflicts: which sources two articles type differently, with one statement as evidence of each typing."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.measures import conflicts
from analysis.measures.conflicts import is_generic
from analysis.model import Article, Source
from analysis.pipeline import analyse
from analysis.source_overrides import OwnSource, settled, write_own_list
from analysis.storage.counts import Memory
from analysis.storage.store import Store
from analysis.storage.typings import typings
from analysis.tables.frames import frames
from analysis.tables.selection import Selection
from analysis.taxonomy import category
from tests.factories import INSIDERS, KREMLIN, simple


def source(entity: str, country: str, institution: str, naming: str = "named") -> Source:
    return Source(entity, country, institution, category(country, institution), naming)


UNION, PARTY = source("Nordbund", "DE", "ngo"), source("Nordbund", "DE", "party")
HERE, THERE = source("Polizei", "DE", "justice"), source("Polizei", "FR", "justice")


def found(*articles: list[Source]) -> list[tuple[str, str, str, int, int]]:
    memory = Memory(frames([simple(number, sources) for number, sources in enumerate(articles)]))
    rows = conflicts(typings(memory).rows)
    return list(rows[["entity", "country", "institution", "statements", "articles"]].itertuples(index=False, name=None))


def test_typings_of_one_name_in_two_articles_are_in_conflict() -> None:
    assert found([UNION, UNION, KREMLIN], [PARTY, KREMLIN], [UNION]) == [
        ("Nordbund", "DE", "ngo", 3, 2), ("Nordbund", "DE", "party", 1, 1),
    ]  # fmt: skip


def test_another_country_is_a_conflict_too() -> None:
    rows = found([UNION], [source("Nordbund", "CH", "ngo")])
    assert {country for _, country, *_ in rows} == {"DE", "CH"}


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param([[UNION], [UNION]], id="typed alike"),
        pytest.param([[UNION, PARTY]], id="two typings in one article"),
        pytest.param([[HERE], [THERE]], id="a kind of body that every country has"),
        pytest.param([[INSIDERS], [source("-", "DE", "party", "unnamed")]], id="nobody"),
        pytest.param([[source("Chef", "DE", "ngo", "role")], [source("Chef", "FR", "party", "role")]], id="roles"),
        pytest.param([[]], id="nothing"),
    ],
)
def test_no_conflict(articles: list[list[Source]]) -> None:
    assert found(*articles) == []


def test_a_kind_of_body_of_two_institutions_is_in_conflict() -> None:
    assert all(map(is_generic, ("Polizei", "Verteidigungsministerium", "Parlament")))
    assert not any(map(is_generic, ("Polizei Bremen", "Nordbund", "Sparkasse", "Kreml", "Müller")))
    assert len(found([HERE], [source("Polizei", "DE", "expert")])) == 2


def test_every_typing_has_its_evidence_and_its_share() -> None:
    tables = frames([simple(1, [UNION, UNION, UNION]), simple(2, [PARTY])])
    rows = conflicts(typings(Memory(tables)).rows)
    assert rows["share"].tolist() == [0.75, 0.25]
    said = tables["statements"].set_index(["article", "statement"])
    for row in rows.to_dict("records"):
        behind = said.loc[(row["article"], row["statement"])]
        assert (behind["entity"], behind["institution"]) == (row["entity"], row["institution"])
        assert (behind["sentence"], behind["quote"]) == (row["sentence"], row["quote"])


def test_a_statement_that_names_the_source_is_the_evidence() -> None:
    text = (
        "Nordbund-Chefin Ute Rahn sagte, das Geld genüge. „Alles ist gut“, sagte sie. Sie betonte, dass es sicher sei."
    )
    tables = frames([analyse(Article("a", text)), simple(1, [source("Ute Rahn", "FR", "party")])])
    rows = conflicts(typings(Memory(tables)).rows)
    assert "Ute Rahn sagte" in rows[rows["country"] == "DE"]["sentence"].iloc[0]


def test_the_most_frequent_come_first_and_the_rest_is_counted() -> None:
    here, there = (
        [source(name, country, "ngo") for name in names] for country, names in (("DE", "ABBC"), ("FR", "ABC"))
    )
    memory = Memory(frames([simple(1, here), simple(2, there)]))
    assert list(dict.fromkeys(typings(memory).rows["entity"])) == ["B", "A", "C"]
    some = typings(memory, limit=1)
    assert (set(some.rows["entity"]), some.sources) == ({"B"}, 3)


def test_a_selection_narrows_the_articles() -> None:
    memory = Memory(frames([simple(1, [UNION], "Bote"), simple(2, [PARTY], "Kurier")]))
    assert typings(memory, Selection(outlets=("Bote",))).rows.empty


TYPED = st.builds(source, st.sampled_from("XYZ"), st.sampled_from(["DE", "FR"]), st.sampled_from(["ngo", "party"]))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(TYPED, max_size=4), max_size=4))
def test_conflicts_are_the_names_with_two_typings_and_two_articles(articles: list[list[Source]]) -> None:
    said = [(one.entity, one.country, one.institution, at) for at, sources in enumerate(articles) for one in sources]
    expected = {
        name for name in "XYZ"
        if len({(c, i) for e, c, i, _ in said if e == name}) > 1 and len({at for e, *_, at in said if e == name}) > 1
    }  # fmt: skip
    rows = found(*articles)
    assert {entity for entity, *_ in rows} == expected
    assert sum(row[3] for row in rows) == sum(entity in expected for entity, *_ in said)


def test_what_is_settled_is_no_conflict_under_whichever_names_it_was_found(tmp_path: Path) -> None:
    store = Store(tmp_path / "s.duckdb", own_list=tmp_path / "own.csv")
    store.add([simple(1, [UNION]), simple(2, [PARTY]), simple(3, [source("NB", "FR", "business")])])
    merged = (OwnSource("NB", "Nordbund"),)
    write_own_list(merged, store.own_list)
    assert len(conflicts(typings(store).rows)) == 3
    write_own_list(settled(merged, "Nordbund", "DE", "party"), store.own_list)
    assert typings(store).rows.empty
    assert set(store.read("statements")["category"]) == {"politics"}
