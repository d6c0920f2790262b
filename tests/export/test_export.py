"""What is exported is what was there: every row, every value, safe for spreadsheets."""

import csv
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.runtime.download_data_util import convert_data_to_bytes_and_infer_mime

import analysis.export.xlsx
from analysis.csv_form import DECIMAL_COMMA, DECIMAL_POINT, CsvForm
from analysis.export.digits import sensible
from analysis.export.json_result import to_json
from analysis.export.methods import corpus_hash, methods
from analysis.export.spreadsheet_safe import neutral, neutral_frame
from analysis.export.wording import Wording
from analysis.export.writers import (
    ExportError,
    Pieces,
    all_tables,
    csv_file,
    jsonl_writer,
    write,
    xlsx_file,
    zip_file,
)
from analysis.source_overrides import OwnSource, write_own_list
from analysis.storage.counts import Memory
from analysis.tables.columns import TABLES
from analysis.tables.frames import frames
from analysis.tables.result_view import storable
from tests.csv_files import from_csv, restore
from tests.factories import INSIDERS, KREMLIN, example, simple

FORMS = [DECIMAL_POINT, DECIMAL_COMMA]
RESULTS = [example(title="=HYPERLINK(x)"), simple(1, [KREMLIN, INSIDERS], "@blatt", {1}), simple(2, [], None)]


@pytest.fixture(scope="module")
def pieces() -> dict[str, Pieces]:
    return {name: list(parts) for name, parts in all_tables(Memory(frames(RESULTS))).items()}


@pytest.fixture(scope="module")
def tables(pieces: dict[str, Pieces]) -> dict[str, pd.DataFrame]:
    return {name: pd.concat(parts, ignore_index=True) for name, parts in pieces.items()}


def csv_bytes(frame: pd.DataFrame, form: CsvForm = DECIMAL_POINT) -> bytes:
    with csv_file([frame], form) as file:
        return file.read()


def told(pieces: dict[str, Pieces], settings: dict[str, object] | None = None) -> dict[str, Any]:
    """The methods.json of these tables."""
    with zip_file(pieces, settings) as file:
        return json.loads(zipfile.ZipFile(file).read("methods.json"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"), ("+49 30", "'+49 30"), ("-3", "'-3"), ("@name", "'@name"), ("\tx", "'\tx"),
        ("\rx", "'\rx"), ("\nx", "'\nx"), ("＝1", "'＝1"), ("'=x", "''=x"),
        ("- Ende", "'- Ende"), ("=", "'="),
        ("-", "-"), ("", ""), ("Kreml", "Kreml"), ("a=b", "a=b"), ("'s war", "'s war"), ("„=“", "„=“"),
    ],
)  # fmt: skip
def test_text_that_could_be_a_formula_gets_an_apostrophe(text: str, shown: str) -> None:
    assert neutral(text) == shown
    assert restore(shown) == text


@given(st.text(alphabet="'=+-@\t\r\n＝ab ", max_size=8))
def test_the_apostrophe_can_always_be_taken_away(text: str) -> None:
    assert restore(neutral(text)) == text
    assert neutral(text) == "-" or neutral(text)[:1] not in tuple("=+-@\t\r\n＝＋－＠")


def test_numbers_are_not_touched() -> None:
    frame = pd.DataFrame({"a": [-1.5], "b": [-2], "c": pd.Series(["-x"], dtype="str")})
    assert neutral_frame(frame).to_numpy().tolist() == [[-1.5, -2, "'-x"]]


@pytest.mark.parametrize("form", FORMS)
def test_csv_reads_back_as_the_table(
    pieces: dict[str, Pieces], tables: dict[str, pd.DataFrame], tmp_path: Path, form: CsvForm
) -> None:
    write(pieces, tmp_path, "csv", form=form)
    for name, frame in tables.items():
        read = from_csv(tmp_path / f"{name}.csv", name, form)
        pd.testing.assert_frame_equal(read, sensible(frame), check_exact=True)
        pd.testing.assert_frame_equal(read, frame, rtol=1e-5)


def test_parquet_reads_back_as_the_table(
    pieces: dict[str, Pieces], tables: dict[str, pd.DataFrame], tmp_path: Path
) -> None:
    write(pieces, tmp_path, "parquet")
    for name, frame in tables.items():
        pd.testing.assert_frame_equal(pd.read_parquet(tmp_path / f"{name}.parquet"), frame)


texts = st.text(max_size=12).map(storable)
polarity = st.floats(-1, 1).map(lambda value: value + 0.0)
rows = st.lists(st.tuples(texts, st.none() | texts.filter(bool), st.integers(0, 99), st.booleans(), polarity))


@settings(max_examples=60, deadline=None)
@given(rows, st.sampled_from(FORMS))
def test_any_table_survives_csv(values: list[tuple[str, str | None, int, bool, float]], form: CsvForm) -> None:
    names = ["quote", "via", "words", "withheld", "confidence"]
    frame = pd.DataFrame(values, columns=names)
    frame = frame.astype({"quote": "str", "via": "str", "words": "int64", "withheld": "bool", "confidence": "float64"})
    read = from_csv(io.BytesIO(csv_bytes(frame, form)), "statements", form)
    pd.testing.assert_frame_equal(read, sensible(frame), check_exact=True)


@given(st.lists(st.floats(-1e6, 1e6)))
def test_numbers_keep_the_digits_that_tell(values: list[float]) -> None:
    frame = pd.DataFrame({"x": pd.Series(values, dtype="float64")})
    rounded = sensible(frame)
    np.testing.assert_allclose(rounded["x"], values, rtol=5.001e-6, atol=1e-15)
    pd.testing.assert_frame_equal(sensible(rounded), rounded, check_exact=True)


def test_a_german_file_has_semicolons_commas_and_few_digits() -> None:
    texts = ["a;b", "-0,5", "1,5", "=1"]
    frame = pd.DataFrame({"x": [0.1 + 0.2, -2 / 3, 1234567.0, None], "n": [1, -2, 3, 4], "t": texts})
    content = csv_bytes(frame, DECIMAL_COMMA).decode("utf-8-sig")
    assert content.split("\r\n") == [
        "x;n;t", '0,3;1;"a;b"', "-0,666667;-2;'-0,5", "1234567,0;3;1,5", ";4;'=1", "",
    ]  # fmt: skip
    assert csv_bytes(frame).decode("utf-8-sig").split("\r\n")[1:3] == ["0.3,1,a;b", '-0.666667,-2,"\'-0,5"']


@pytest.mark.parametrize("dtype", ["str", "object", "category"])
def test_formulas_are_neutral_in_every_kind_of_column(dtype: str) -> None:
    frame = pd.DataFrame({"t": pd.Series(["=1+1", "-x", "a"], dtype=dtype)})
    for form in FORMS:
        assert csv_bytes(frame, form).decode("utf-8-sig").split("\r\n")[1:4] == ["'=1+1", "'-x", "a"]


def test_csv_is_what_excel_and_others_expect(tables: dict[str, pd.DataFrame]) -> None:
    content = csv_bytes(tables["statements"])
    assert content.startswith("\ufeffarticle,title,".encode())
    assert content.endswith(b"\r\n")
    read = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert len(read) == len(tables["statements"])
    assert read[0]["title"] == "'=HYPERLINK(x)"
    assert read[-1]["entity"] == "-"


def test_excel_holds_every_row_as_what_it_is(pieces: dict[str, Pieces], tables: dict[str, pd.DataFrame]) -> None:
    book = openpyxl.load_workbook(xlsx_file(pieces))
    assert book.sheetnames == [*tables, "about"]
    for name, frame in tables.items():
        header, *body = book[name].iter_rows(values_only=True)
        assert list(header) == list(frame.columns)
        read = pd.DataFrame(body, columns=header)
        for column in frame.columns:
            given = neutral_frame(frame)[column]
            if column in ("published", "created", "undone"):
                days = [None if day != day else datetime.fromisoformat(day) for day in given]
                assert [None if day != day else day for day in read[column]] == days
            elif given.dtype == "str":
                assert read[column].fillna("").tolist() == given.fillna("").tolist()
            elif given.dtype == "bool":
                assert read[column].tolist() == given.tolist()
            else:  # Excel keeps 16 digits
                assert read[column].astype(float).tolist() == pytest.approx(given.tolist(), nan_ok=True)
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]


def test_excel_splits_what_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis.export.xlsx, "MAX_ROWS", 3)
    frame = pd.DataFrame({"n": range(5)})
    book = openpyxl.load_workbook(xlsx_file({"articles": [frame[:1], frame[1:4], frame[4:]], "none": [frame[:0]]}))
    assert book.sheetnames == ["articles", "articles 2", "articles 3", "none", "about"]
    assert [[row[0] for row in sheet.iter_rows(min_row=2, values_only=True)] for sheet in book.worksheets[:-1]] == [
        [0, 1], [2, 3], [4], [],
    ]  # fmt: skip


def test_excel_cells_are_typed_and_the_sheet_can_be_worked_with(pieces: dict[str, Pieces]) -> None:
    book = openpyxl.load_workbook(xlsx_file(pieces))
    sheet, articles = book["by_category"], book["articles"]
    formats = {cell.value: below.number_format for cell, below in zip(sheet[1], sheet[2], strict=True)}
    assert {formats[name] for name in ("share", "hedged_share")} == {"0.0%"}
    assert {formats[name] for name in ("low", "high")} <= {"0.0%", "General"}  # an empty cell has no format
    ends = xlsx_file({"by_category": [pd.DataFrame({"share": [0.5], "low": [0.4], "high": [0.6]})]})
    assert [cell.number_format for cell in openpyxl.load_workbook(ends)["by_category"][2]] == ["0.0%"] * 3
    assert formats["statements"] == "#,##0"
    assert sheet["F2"].value is True
    (day,) = (below for cell, below in zip(articles[1], articles[2], strict=True) if cell.value == "published")
    assert day.is_date
    assert day.number_format == "yyyy-mm-dd"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
    assert book["statements"].column_dimensions["Y"].width > book["statements"].column_dimensions["J"].width


def test_the_last_sheet_explains_every_column_with_corpus_and_filters(tables: dict[str, pd.DataFrame]) -> None:
    file = xlsx_file({"by_outlet": [tables["by_outlet"]]}, facts=[("corpus", "=Küste"), ("outlets", "Bote")])
    rows = [tuple(filter(None, row)) for row in openpyxl.load_workbook(file)["about"].iter_rows(values_only=True)]
    assert rows[:2] == [("corpus", "'=Küste"), ("outlets", "Bote")]
    assert ("by_outlet", len(tables["by_outlet"])) in rows
    for column in TABLES["by_outlet"]:
        told = ("by_outlet", column.name, column.name, column.unit, column.description)
        assert tuple(filter(None, told)) in rows


def test_labels_are_those_passed_in(tables: dict[str, pd.DataFrame]) -> None:
    wording = Wording(
        table=lambda name: "Quellentypen",
        column=lambda table, name: name.upper(),
        values=lambda column: {"kremlin": "Kreml"} if column == "category" else {},
        yes="ja",
        no="nein",
        day="dd.mm.yyyy",
        share="0.0 %",
    )
    book = openpyxl.load_workbook(xlsx_file({"by_category": [tables["by_category"]]}, wording))
    head, first, *_ = book["Quellentypen"].iter_rows()
    assert [cell.value for cell in head] == [column.name.upper() for column in TABLES["by_category"]]
    shown = {name.value.lower(): cell for name, cell in zip(head, first, strict=True)}
    assert (shown["category"].value, shown["small"].value, shown["share"].number_format) == ("Kreml", "ja", "0.0 %")
    told = [tuple(filter(None, row)) for row in book["about"].iter_rows(values_only=True)]
    assert ("CATEGORY", "category", "kremlin", "Kreml") in told


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("2026-04-21", datetime(2026, 4, 21)), ("2026-04-21T18:05:00+02:00", datetime(2026, 4, 21, 18, 5)),
        ("1848-03-18", "1848-03-18"), ("=1", "'=1"), ("im Mai", "im Mai"), (None, None),
    ],
)  # fmt: skip
def test_days_are_dates_where_excel_can_hold_them(told: str | None, shown: object) -> None:
    frame = pd.DataFrame({"published": pd.Series([told], dtype="str")})
    assert openpyxl.load_workbook(xlsx_file({"articles": [frame]}))["articles"]["A2"].value == shown


def test_excel_marks_a_text_that_it_must_cut() -> None:
    frame = pd.DataFrame({"quote": pd.Series(["a" * 40_000, "b" * 32_767], dtype="str")})
    book = openpyxl.load_workbook(xlsx_file({"x": [frame]}))
    cut, whole = (row[0] for row in book["x"].iter_rows(min_row=2, values_only=True))
    assert len(cut) == 32_767
    assert cut.endswith("a […]")
    assert whole == "b" * 32_767


@pytest.mark.parametrize("kind", ["csv", "xlsx", "parquet"])
def test_methods_lie_beside_and_no_parts_are_left(pieces: dict[str, Pieces], tmp_path: Path, kind: str) -> None:
    files = write(pieces, tmp_path / "a" / "b", kind, {"outlets": ["x"]})
    assert sorted(files) == sorted((tmp_path / "a" / "b").iterdir())
    found = json.loads((tmp_path / "a" / "b" / "methods.json").read_text(encoding="utf-8"))
    assert found["settings"] == {"outlets": ["x"]}
    assert found["rows"]["statements"] == 5
    assert found["corpus"] == corpus_hash(frames(RESULTS)["articles"]["article"])


def test_a_failure_keeps_the_older_file(tmp_path: Path) -> None:
    with jsonl_writer(tmp_path / "x.jsonl") as add:
        add(RESULTS[0])
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(AttributeError), jsonl_writer(tmp_path / "x.jsonl") as add:
        [add(result) for result in (RESULTS[1], None)]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize(("out", "file"), [("new", "new/results.jsonl"), ("a/x.jsonl", "a/x.jsonl")])
def test_jsonl_has_one_contract_object_per_line(tmp_path: Path, out: str, file: str) -> None:
    with jsonl_writer(tmp_path / out, {"paths": ["p"]}) as add:
        for result in RESULTS:
            add(result)
    lines = (tmp_path / file).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [to_json(result) for result in RESULTS]
    found = json.loads((tmp_path / file).with_name("methods.json").read_text(encoding="utf-8"))
    assert found["rows"] == {"articles": 3}
    assert found["corpus"] == corpus_hash(frames(RESULTS)["articles"]["article"])


def test_an_unknown_format_is_refused(pieces: dict[str, Pieces], tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no such format: pdf"):
        write(pieces, tmp_path / "x", "pdf")
    assert not (tmp_path / "x").exists()


def test_a_folder_that_cannot_be_made_is_told(pieces: dict[str, Pieces], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ExportError, match="choose another --out"):
        write(pieces, tmp_path / "file", "csv")
    with pytest.raises(ExportError, match="choose another --out"), jsonl_writer(tmp_path / "file"):
        pass


def test_the_archive_holds_what_the_folder_would(pieces: dict[str, Pieces], tables: dict[str, pd.DataFrame]) -> None:
    archive = zipfile.ZipFile(zip_file(pieces, {"outlets": ["x"]}))
    assert archive.namelist() == [*(f"{name}.csv" for name in tables), "methods.json"]
    assert archive.read("statements.csv") == csv_bytes(tables["statements"])
    assert json.loads(archive.read("methods.json"))["settings"] == {"outlets": ["x"]}


def test_files_are_what_a_download_button_takes(pieces: dict[str, Pieces]) -> None:
    for file in (csv_file(pieces["statements"]), xlsx_file(pieces), zip_file(pieces)):
        content, _ = convert_data_to_bytes_and_infer_mime(file, unsupported_error=AssertionError("not taken"))
        assert len(content) > 1000


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_pieces_make_the_same_file_as_the_whole(tables: dict[str, pd.DataFrame], tmp_path: Path, kind: str) -> None:
    whole = tables["statements"]
    write({"statements": [whole]}, tmp_path / "whole", kind)
    write({"statements": [whole[:2], whole[2:3], whole[3:]]}, tmp_path / "pieces", kind)
    read = pd.read_parquet if kind == "parquet" else Path.read_bytes
    one, other = (read(tmp_path / name / f"statements.{kind}") for name in ("whole", "pieces"))
    assert one.equals(other) if kind == "parquet" else one == other


def test_methods_tell_corpus_and_data_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    keys = frames(RESULTS)["articles"]["article"].tolist()
    found = methods(keys, {"articles": 3}, now=datetime(2024, 5, 1, 12, tzinfo=UTC))
    assert found["time"] == "2024-05-01T12:00:00+00:00"
    assert found["corpus"] == corpus_hash(reversed(keys))
    assert found["corpus"] != corpus_hash(keys[1:])
    assert all(len(digest) == 64 for digest in found["lexicons"].values())
    assert found["libraries"]["pandas"] == pd.__version__
    assert found["own_list"] is None


def test_methods_tell_the_own_list(pieces: dict[str, Pieces], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    write_own_list([OwnSource("Nordwind", "Nordwind AG")])
    before = told(pieces)["own_list"]
    assert isinstance(before, str)
    write_own_list([OwnSource("Nordwind", "Nordwind GmbH")])
    assert told(pieces)["own_list"] != before
