"""Tables of any content in every format: nothing is lost, and every text comes back as it was written."""

import csv
import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.model import Article
from analysis.reading.files import read_bytes
from analysis.reading.raw.cells import is_wordless
from tests.reading.demo_formats import lines, table
from tests.reading.demo_tables import ods, xls, xlsx

HEADER = ("Nr", "Titel", "Volltext", "Medium")
SIGNS = st.sampled_from([*"abcdeßäÖU0123456789.,;:!?|'\"„“»«–-()/ \t\n", '""', '",', ";;", "\n\n", "Straße", " sagte "])
CELLS = st.lists(SIGNS, max_size=25).map("".join)
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=8)
Rows = list[tuple[str, str, str]]


def written(rows: Rows, delimiter: str) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter)
    writer.writerow(HEADER)
    writer.writerows((f"n{number}", *row) for number, row in enumerate(rows))
    return target.getvalue().encode()


def objects(rows: Rows) -> list[dict[str, object]]:
    return [dict(zip(HEADER, (f"n{number}", *row), strict=True)) for number, row in enumerate(rows)]


def grid(rows: Rows) -> list[list[object]]:
    return [list(HEADER), *([f"n{number}", *row] for number, row in enumerate(rows))]


FORMATS = {
    "comma.csv": lambda rows: written(rows, ","),
    "semicolon.csv": lambda rows: written(rows, ";"),
    "bar.csv": lambda rows: written(rows, "|"),
    "tab.csv": lambda rows: written(rows, "\t"),
    "tab.tsv": lambda rows: written(rows, "\t"),
    "sep.csv": lambda rows: b"sep=;\r\n" + written(rows, ";"),
    "titled.csv": lambda rows: "Export vom 3. März;;;\r\n;;;\r\n".encode() + written(rows, ";"),
    "rows.jsonl": lambda rows: lines(*objects(rows)),
    "rows.ndjson": lambda rows: lines(*objects(rows)),
    "list.json": lambda rows: json.dumps({"stand": 1, "daten": {"treffer": objects(rows)}}).encode(),
    "map.json": lambda rows: json.dumps({f"n{number}": row for number, row in enumerate(objects(rows))}).encode(),
    "rows.parquet": lambda rows: table(objects(rows)),
    "rows.xlsx": lambda rows: xlsx({"Artikel": grid(rows)}),
    "cells.xlsx": lambda rows: xlsx({"Artikel": grid(rows)}, shared=False),
    "rows.ods": lambda rows: ods({"Artikel": grid(rows)}),
    "rows.xls": lambda rows: xls(grid(rows)),
}


@pytest.mark.parametrize("name", FORMATS)
@given(rows=TABLES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_nothing_is_lost_and_no_text_changes(name: str, rows: Rows) -> None:
    texts = [text for _, text, _ in rows]
    # A list of objects without any text has one reason for all of them.
    if name.endswith(".json") and not any(texts):
        return
    found = list(read_bytes(name, FORMATS[name](rows)))
    assert len(found) == len(rows)
    read = {item.id: item for item in found if isinstance(item, Article)}
    assert read.keys() == {f"n{number}" for number, text in enumerate(texts) if not is_wordless(text)}
    for number, (title, text, outlet) in enumerate(rows):
        if article := read.get(f"n{number}"):
            assert article.text == text
            assert not article.warnings
            assert (article.title or "") in (title.strip(), "")
            assert (article.outlet or "") in (outlet.strip(), "")


@given(data=st.binary(max_size=300), name=st.sampled_from(["a.xlsx", "a.ods", "a.xls", "a.ndjson", "a.json"]))
def test_no_bytes_raise(data: bytes, name: str) -> None:
    for head in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        assert all(item for item in read_bytes(name, head + data))


@given(text=st.text(alphabet=st.sampled_from('a;,"\n\\ „“\t')))
def test_no_text_of_a_table_raises(text: str) -> None:
    assert all(item for item in read_bytes("a.csv", f"Nr;Text\n{text}\n".encode()))
