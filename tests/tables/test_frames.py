"""Results become rows with the contract's columns, types and meanings."""

import json
from dataclasses import replace

import pandas as pd
import pytest

from analysis.model import Statement
from analysis.tables.columns import RESULTS, TABLES, names
from analysis.tables.frames import frames
from analysis.tables.result_view import article_key
from tests.factories import KREMLIN, TEXT, document, example, simple, spans

DTYPES = {"str": "str", "int": "int64", "float": "float64", "bool": "bool"}


@pytest.mark.parametrize("count", [0, 1, 3])
@pytest.mark.parametrize("table", RESULTS)
def test_columns_and_types_follow_the_contract(table: str, count: int) -> None:
    results = [example(), simple(1, [KREMLIN], None), simple(2, [])][:count]
    frame = frames(results)[table]
    assert list(frame.columns) == names(table)
    assert [str(dtype) for dtype in frame.dtypes] == [DTYPES[column.dtype] for column in TABLES[table]]


@pytest.mark.parametrize("table", RESULTS)
def test_only_nullable_columns_miss_values(table: str) -> None:
    frame = frames([example(), simple(1, [KREMLIN], None, published=None), simple(2, [])])[table]
    missing = {name for name in frame.columns if frame[name].isna().any()}
    assert missing <= {column.name for column in TABLES[table] if column.nullable}


def test_article_row_counts_what_was_found() -> None:
    row = frames([example()])["articles"].iloc[0]
    assert row[["id", "words", "sentences", "statements", "hedges", "verbs", "subjunctives"]].tolist() == [
        "a1", 29, 5, 3, 2, 6, 2,
    ]  # fmt: skip
    assert row["words_quoted"] == 12
    assert row["tone_label"] == "negative"


def test_words_hold_a_letter_or_a_digit() -> None:
    assert frames([simple(7, [KREMLIN])])["statements"]["words"].tolist() == [3]
    assert frames([simple(7, [KREMLIN])])["articles"]["words"].tolist() == [3]


def test_nested_statements_count_their_words_once_in_the_article() -> None:
    result = example()
    inner = Statement("s9", "direct", "body", spans(TEXT, "bald beginnen"), source=KREMLIN)
    nested = replace(result, statements=(*result.statements, inner))
    assert frames([nested])["articles"]["words_quoted"].tolist() == [12]
    assert frames([nested])["statements"]["words"].tolist() == [5, 3, 4, 2]


def test_statement_row() -> None:
    row = frames([example()])["statements"].iloc[0]
    assert row["quote"] == "die Gespräche könnten bald beginnen"
    assert row["speaker"] == "Sprecher Peskow"
    assert row["sentence"] == "Sprecher Peskow sagte laut TASS, die Gespräche könnten bald beginnen."
    assert (row["via"], row["via_country"], row["via_category"]) == ("TASS", "RU", "state_media")
    assert row["via_kind"] == "relay"
    assert (row["hedges"], row["subjunctive"], row["withheld"]) == (1, True, False)
    for column, piece in {
        "spans": "die Gespräche könnten\nbald beginnen",
        "speaker_spans": "Sprecher Peskow",
    }.items():
        ((start, end),) = json.loads(row[column])
        assert TEXT[start:end] == piece
    assert (row["start"], row["end"]) == tuple(json.loads(row["spans"])[0])


def test_sentence_joins_all_that_overlap_and_marks_what_is_left_out() -> None:
    result = example()
    pieces = spans(TEXT, "Sprecher Peskow", "Das Weiße Haus", "Offenbar")
    wide = Statement("s1", "indirect", "body", pieces, source=KREMLIN)
    frame = frames([replace(result, statements=(wide,), hedges=())])["statements"]
    assert frame["sentence"].tolist() == [
        "Sprecher Peskow sagte laut TASS, die Gespräche könnten bald beginnen. … "
        "Das Weiße Haus wollte sich nicht äußern. Offenbar ist die Lage schwierig."
    ]


def test_a_statement_without_source_names_nobody() -> None:
    statement = Statement("s1", "direct", "body", spans(TEXT, "bald"))
    row = frames([replace(example(), statements=(statement,), hedges=())])["statements"].iloc[0]
    assert row[["entity", "country", "institution", "category", "naming"]].tolist() == [
        "-", "-", "unknown", "unknown", "none",
    ]  # fmt: skip


def test_hedges_and_sentences_carry_the_category_of_their_statement() -> None:
    tables = frames([example()])
    assert tables["hedges"]["category"].fillna("").tolist() == ["kremlin", ""]
    assert tables["hedges"]["section"].tolist() == ["body", "body"]
    assert tables["sentences"]["category"].fillna("").tolist() == ["", "", "kremlin", "", ""]
    assert tables["sentences"]["section"].tolist() == ["headline"] + 4 * ["body"]


def test_key_depends_on_text_and_metadata_but_not_on_the_name() -> None:
    article = example().article
    assert article_key(article) == article_key(replace(article, id="other", author="A. B."))
    changed = [{"text": "x"}, {"title": None}, {"outlet": "x"}, {"published": None}, {"url": None}]
    keys = {article_key(replace(article, **change)) for change in changed}
    assert len(keys | {article_key(article)}) == 6
    assert all(len(key) == 16 and int(key, 16) >= 0 for key in keys)


def test_key_tells_a_missing_field_from_one_moved_to_its_neighbour() -> None:
    article = example().article
    assert article_key(replace(article, title="x", outlet=None)) != article_key(
        replace(article, title=None, outlet="x")
    )


def test_the_same_article_twice_counts_once() -> None:
    tables = frames([example(), example(id="copy"), example(outlet="Anderes Blatt")])
    assert len(tables["articles"]) == 2
    assert len(tables["statements"]) == 6


def test_what_no_table_can_hold_is_replaced() -> None:
    result = example(title="a\ud800b\x00c", outlet=" \n ", extra={"note": "x\ud800"})
    row = frames([result])["articles"].iloc[0]
    assert row["title"] == "a\ufffdb\ufffdc"
    assert pd.isna(row["outlet"])
    assert json.loads(row["extra"]) == {"note": "x\ufffd"}


def test_text_without_sentences_gives_an_article_row() -> None:
    empty = replace(example(), document=document(""), statements=(), hedges=(), subjunctives=(), sentences=())
    tables = frames([empty])
    assert tables["articles"][["words", "sentences", "statements"]].to_numpy().tolist() == [[0, 0, 0]]
    assert all(len(tables[name]) == 0 for name in ("statements", "hedges", "sentences"))
