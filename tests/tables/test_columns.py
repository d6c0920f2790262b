"""The column contract is whole: every column is told once per table, with a label and a meaning."""

import pytest

from analysis.tables.columns import MEASURES, RESULTS, TABLES, label, labels, names


@pytest.mark.parametrize("table", TABLES)
def test_columns_are_unique_and_described(table: str) -> None:
    assert len(set(names(table))) == len(names(table))
    assert all(column.description and column.label for column in TABLES[table])
    assert list(labels(table)) == names(table)


@pytest.mark.parametrize("table", RESULTS)
def test_every_result_has_its_place(table: str) -> None:
    assert {"article", "title", "outlet", "published"} <= set(names(table))


def test_whole_numbers_are_never_missing() -> None:
    every = [column for group in (*TABLES.values(), MEASURES) for column in group]
    assert not [column.name for column in every if column.nullable and column.dtype in ("int", "bool")]


def test_any_column_has_a_label() -> None:
    assert label("category") == "Quellentyp"
    assert label("difference") == "Differenz"
    assert label("no such column") == "no such column"
