"""Tables and objects in the many ways in which programs and people write them."""

import io
import json
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

from analysis.model import Article
from analysis.reading.account import Account, account_of, kind_of
from analysis.reading.files import read_bytes
from analysis.reading.preview import Preview, first_rows
from analysis.reading.raw.records import Unreadable
from tests.reading.demo_formats import csv, lines, packed, table, zipped
from tests.reading.demo_tables import ods, xls, xlsx

ONE = "Die Brücke in Seestadt bleibt zu, sagte die Dezernentin."
TWO = "Die Halle in Seestadt wird saniert; das teilte die Stadt mit."


def read(name: str, data: bytes | str, **columns: str) -> list[Article | Unreadable]:
    return list(read_bytes(name, data.encode() if isinstance(data, str) else data, columns=columns))


def texts(name: str, data: bytes | str) -> list[str]:
    found = read(name, data)
    assert all(isinstance(item, Article) for item in found), found
    return [item.text for item in found if isinstance(item, Article)]


@pytest.mark.parametrize(
    "data",
    [
        f'sep=;\nNr;Text\n1;{ONE}\n2;"{TWO}"\n',
        f'\ufeffSEP=;\r\nNr;Text\r\n1;{ONE}\r\n2;"{TWO}"\r\n',
        f'"sep=|"\nNr|Text\n1|{ONE}\n2|{TWO}\n',
        f"sep=\\t\nNr\tText\n1\t{ONE}\n2\t{TWO}\n",
        f"Nr|Text\n1|{ONE}\n2|{TWO}\n",
        f'\n\n;;\nPressespiegel;;\nStand: 3.3.2024;;\n;;\nNr;Text;\n1;{ONE};\n2;"{TWO}";\n',
        f'Nr, Text\n1, "{ONE}"\n2, "{TWO}"\n',
        f'"Nr"\t"Text"\n"1"\t"a"\t"{ONE}"\n"2"\t"b"\t"{TWO}"\n'.replace('\t"a"', "").replace('\t"b"', ""),
        f'"Autor"\t"Text"\n"1"\t"Anna"\t"{ONE}"\n"2"\t"Bernd"\t"{TWO}"\n',
        f"Text\n{ONE}\n{TWO}\n",
        f'Text\n"{ONE}"\n"{TWO}"\n',
    ],
)
def test_dialects(data: str) -> None:
    assert texts("a.csv", data) == [ONE, TWO]


def test_quotation_marks_with_a_backslash() -> None:
    (found,) = read("a.csv", 'Nr,Text,Medium\n1,"\\"Ja, gern\\", sagte sie.\\nDann ging\\\\kam sie.",Seeblatt\n')
    assert isinstance(found, Article)
    assert found.text == '"Ja, gern", sagte sie.\nDann ging\\kam sie.'
    assert found.outlet == "Seeblatt"


def test_a_quotation_mark_that_is_never_closed_swallows_no_row() -> None:
    data = f'Nr;Titel;Text\n1;"Ja" und nein;{ONE}\n2;"offen;{ONE}\n3;Gut;{ONE}\n4;Gut;{ONE}\n'
    found = read("a.csv", data)
    assert [item.id if isinstance(item, Article) else item.line for item in found] == ["1", 3, "3", "4"]
    assert isinstance(found[0], Article)
    assert found[0].title == '"Ja" und nein'
    assert found[0].warnings == ("The quotation marks of the row are not doubled; it was read as it stands.",)


def test_many_open_quotation_marks_take_linear_time() -> None:
    rows = "".join(f'{number};"offen {number};{ONE}\n' for number in range(3000))
    found = read("a.csv", f"Nr;Titel;Text\n{rows}")
    assert len(found) >= 1500


def test_workbooks_read_every_sheet_with_texts() -> None:
    first = [["Presse", None], [], [None, "Nr", "Datum", "Inhalt"], [0, 7, date(2024, 3, 3), ONE], [1, 8.0, 45354, TWO]]
    second = [["Text", "Datum"], [ONE, datetime(2024, 3, 3, 18, 30)]]
    found = read("m.xlsx", xlsx({"März": first, "Zahlen": [["Jahr", "Zahl"], [1, 2]], "Mai": second, "Leer": []}))
    one, two, told, three = found
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert isinstance(three, Article)
    assert (one.id, one.published, one.extra, one.text) == ("7", "2024-03-03", {"column 1": "0"}, ONE)
    assert (two.id, two.published) == ("8", "2024-03-03")
    assert (three.id, three.published) == ("m.xlsx/Mai:2", "2024-03-03T18:30:00")
    assert told == Unreadable("m.xlsx/Zahlen", "There is no column called text. The columns found are: Jahr, Zahl.", 1)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.xls"])
def test_notes_beside_a_sheet_are_kept(name: str) -> None:
    rows = [["Nr", "Text"], [1, ONE, None, "Notiz"], [2, TWO]]
    data = {"a.xlsx": xlsx({"A": rows}), "a.ods": ods({"A": rows}), "a.xls": xls(rows)}[name]
    first, second = read(name, data)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.text, first.extra, second.extra) == (ONE, {"column 4": "Notiz"}, {})


def test_formulas_hidden_rows_and_hidden_sheets() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("Artikel")
    bold = book.add_format({"bold": True})
    sheet.merge_range("A1:C1", "Artikel der Woche", bold)
    sheet.write_row(1, 0, ["Nr.", "Erschienen am", "Text"])
    sheet.write_row(2, 0, [1, None])
    sheet.write_datetime(2, 1, datetime(2024, 3, 3), book.add_format({"num_format": "[$-407]d. mmmm yyyy;@"}))
    sheet.write_rich_string(2, 2, ONE[:4], bold, ONE[4:10], ONE[10:])
    sheet.write_row(3, 0, [2, "3.3.2024"])
    sheet.write_formula(3, 2, '=A1&"x"', None, TWO)
    sheet.set_row(3, None, None, {"hidden": True})
    sheet.write_row(4, 0, [3, "3.3.2024"])
    sheet.write_formula(4, 2, "=1/0", None, "#DIV/0!")
    hidden = book.add_worksheet("Versteckt")
    hidden.hide()
    hidden.write_column(0, 0, ["Text", ONE])
    book.close()
    first, second, told, third = read("m.xlsx", target.getvalue())
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert isinstance(third, Article)
    assert [(item.text, item.published) for item in (first, second)] == [(ONE, "2024-03-03"), (TWO, "2024-03-03")]
    assert told == Unreadable("m.xlsx/Artikel", "The text is empty: it says only “#DIV/0!”.", 5)
    assert third.text == ONE


def test_workbooks_count_days_by_their_own_system() -> None:
    rows = [["Text", "Datum"], [ONE, 45354 - 1462], [TWO, date(2024, 3, 3)]]
    found = read("m.xlsx", xlsx({"A": rows}, from_1904=True))
    assert [item.published for item in found if isinstance(item, Article)] == ["2024-03-03", "2024-03-03"]


def test_signs_that_a_workbook_escapes() -> None:
    (found,) = read("m.xlsx", xlsx({"A": [["Text"], ["Eins._x000D_\nZwei mit _x005F_x0041_."]]}))
    assert isinstance(found, Article)
    assert found.text.split("\n")[0].strip() == "Eins."


def test_a_row_that_stands_many_times_in_a_sheet() -> None:
    cell = f'<table:table-cell office:value-type="string"><text:p>{ONE}</text:p></table:table-cell>'
    head = cell.replace(ONE, "Text")
    rows = (f"<table:table-row>{head}</table:table-row>"
            f'<table:table-row table:number-rows-repeated="3">{cell}</table:table-row>'
            f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>')  # fmt: skip
    found = read("m.ods", ods({"A": []}, before={"A": rows}))
    assert [isinstance(item, Article) for item in found] == [True, True, True, False]
    assert found[-1] == Unreadable("m.ods", "The row stands 1,000,000 times in the sheet; it was not read.", 5)


def test_a_workbook_with_a_monstrous_row_is_refused() -> None:
    cells = "<c t='inlineStr'><is><t>Wort</t></is></c>" * 600_000
    book = xlsx({"A": [["Text"], [ONE]]})
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b"</sheetData>", f"<row>{cells}</row></sheetData>".encode())
    found = read("m.xlsx", packed(parts))
    assert isinstance(found[-1], Unreadable)
    assert any(word in found[-1].reason for word in ("larger than", "more columns", "bomb"))


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ({"a": {"b": {"liste": [{"text": ONE}, {"text": TWO}]}}}, [ONE, TWO]),
        ({"woche1": [{"text": ONE}], "woche2": [{"text": TWO}]}, [ONE, TWO]),
        ({"stand": "heute", "a1": {"text": ONE}, "a2": {"text": TWO}}, [ONE, TWO]),
        ([{"article": {"title": "T", "text": ONE}}, {"article": {"title": "T", "text": TWO}}], [ONE, TWO]),
        (
            {"success": True, "result": {"records": [{"_id": 1, "Volltext": ONE}, {"_id": 2, "Volltext": TWO}]}},
            [ONE, TWO],
        ),
        ([{"content": {"rendered": f"<p>{ONE}</p>"}}, {"content": {"rendered": f"<p>{TWO}</p>"}}], [ONE, TWO]),
        ([{"text": [ONE, TWO]}], [f"{ONE}\n\n{TWO}"]),
        ([{"body": {"sections": [{"headline": ["Kopf"], "paragraphs": [ONE]}]}}], [f"Kopf\n\n{ONE}"]),
        ([{"content": [{"type": "paragraph", "text": ONE}, {"type": "image", "src": "x"}]}], [ONE]),
        ([{"text": ONE, "comments": [{"text": TWO}]}], [ONE]),
        ({"data": [{"type": "x", "id": "1", "attributes": {"body": ONE}}]}, [ONE]),
        ({"text": ONE, "title": "Allein"}, [ONE]),
        ({"status": "ok", "message": "Gefunden.", "articles": [{"text": ONE}, {"text": TWO}]}, [ONE, TWO]),
        (
            [{"content": {"blocks": [{"type": "header", "data": {"text": "Kopf"}}, {"data": {"text": ONE}}]}}],
            [f"Kopf\n\n{ONE}"],
        ),
        ({"data": {"articles": {"edges": [{"node": {"body": ONE}}, {"node": {"body": TWO}}]}}}, [ONE, TWO]),
        ({"kind": "Listing", "data": {"children": [{"data": {"selftext": ONE}}]}}, [ONE]),
        (json.dumps([{"text": ONE}]), [ONE]),
    ],
)
def test_articles_wherever_they_stand_in_json(value: object, found: list[str]) -> None:
    assert texts("a.json", json.dumps(value)) == found


def test_objects_without_a_text_are_told_one_by_one_among_others_and_once_where_all_lack_it() -> None:
    mixed = read("a.json", json.dumps([{"text": ONE}, {"title": "Ohne"}, "kein Objekt"]))
    assert [isinstance(item, Article) for item in mixed] == [True, False, False]
    (told,) = read("a.json", json.dumps({"docs": [{"aussage": ONE}, {"aussage": TWO, "n": {"m": 1}}]}))
    assert isinstance(told, Unreadable)
    assert told.reason == "There is no column called text. The columns found are: aussage, n.m."


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.ods", "a.xls", "a.jsonl", "a.json", "a.parquet"])
def test_columns_named_by_hand(name: str) -> None:
    rows = [["Aussage", "Blatt", "Text"], [ONE, "Seeblatt", "Anderes."]]
    row = dict(zip(*rows, strict=True))
    data = {
        "csv": "\n".join(";".join(cells) for cells in rows).encode(), "xlsx": xlsx({"A": rows}),
        "ods": ods({"A": rows}), "xls": xls(rows), "jsonl": lines(row),
        "json": json.dumps([row]).encode(), "parquet": table([row]),
    }[name.split(".")[1]]  # fmt: skip
    (found,) = read(name, data, text="aussage", outlet="Blatt")
    assert isinstance(found, Article)
    assert (found.text, found.outlet, found.extra) == (ONE, "Seeblatt", {"Text": "Anderes."})
    (told,) = read(name, data, text="Aussage", outlet="Zeitung")
    assert isinstance(told, Unreadable)
    assert told.reason == (
        "There is no column called “Zeitung”, named for outlet. The columns found are: Aussage, Blatt, Text."
    )


@pytest.mark.parametrize(
    ("lead", "text", "joined"),
    [
        ("Der Rat tagt.", "Mehr dazu.", True),
        ("Die Brücke in Seestadt …", ONE, False),
        ("Die Brücke in Seestadt bleibt zu", ONE, False),
        ("<p>Der Rat &amp; die Stadt.</p>", "Mehr dazu.", True),
        ("NULL", ONE, False),
        ("Halle zu", ONE, False),
        ("Ein Anriss, der mitten …", ONE, False),
    ],
)
def test_leads(lead: str, text: str, joined: bool) -> None:
    (found,) = read("a.jsonl", lines({"title": "Halle zu", "Vorspann": lead, "text": text}))
    assert isinstance(found, Article)
    assert (found.text != text) == joined
    assert found.text.endswith(text)
    assert not joined or "was put before the text" in found.warnings[0]


def test_a_headline_is_put_before_a_lead_unless_the_text_begins_with_it() -> None:
    row = {"title": "Eins", "teaser": "Der Rat tagt.", "content": "Die Brücke in Seestadt ist zu."}
    (found,) = texts("a.jsonl", lines(row))
    assert found == "Eins\n\nDer Rat tagt.\n\nDie Brücke in Seestadt ist zu."
    (found,) = texts("a.jsonl", lines(row | {"content": "EINS\n\nDie Brücke ist zu."}))
    assert found == "EINS\n\nDer Rat tagt.\n\nDie Brücke ist zu."


def test_ambiguous_dates_and_second_dates_are_told() -> None:
    (found,) = read("a.jsonl", lines({"text": ONE, "date": "03/04/2024"}))
    assert isinstance(found, Article)
    assert (found.published, found.warnings) == (
        "2024-04-03",
        ("The date “03/04/2024” can be read in two ways; it was read as 2024-04-03.",),
    )
    (found,) = read("a.jsonl", lines({"text": ONE, "date": "neulich", "created_at": "2024-03-03"}))
    assert isinstance(found, Article)
    assert found.published == "2024-03-03"
    assert "neulich" in found.warnings[0]
    assert found.extra == {"date": "neulich"}


def test_preview() -> None:
    shown = first_rows("a.csv", csv())
    assert isinstance(shown, Preview)
    assert shown.columns == ("Nr", "Titel", "Medium", "Datum", "Volltext", "Ressort")
    assert shown.rows[0][:4] == ("b-1", "Brücke gesperrt", "Seeblatt", "24.11.2026")
    assert shown.fields["text"] == "Volltext"
    grid = [["Jahr", "Aussage"], *([year, f"Satz {year}"] for year in range(2000, 2020))]
    row = {"Jahr": 2000, "Aussage": "Satz 2000"}
    inputs = {
        "a.xlsx": xlsx({"A": grid}), "a.ods": ods({"A": grid}), "a.xls": xls(grid), "a.parquet": table([row] * 9),
        "a.jsonl.gz": zipped(lines(row)), "a.zip": packed({"x.txt": b"Ja.", "b/c.json": json.dumps([row]).encode()}),
    }  # fmt: skip
    for name, data in inputs.items():
        shown = first_rows(name, data, 3)
        assert isinstance(shown, Preview), (name, shown)
        assert (shown.columns, shown.rows[0], len(shown.rows) <= 3) == (
            ("Jahr", "Aussage"),
            ("2000", "Satz 2000"),
            True,
        )
        assert "text" not in shown.fields
    for name, data in {"a.txt": b"Ja.", "a.xlsx": b"PK\x03\x04", "a.csv": b"", "a.json": b"{"}.items():
        assert isinstance(first_rows(name, data), Unreadable)


def test_account() -> None:
    rows = [{"text": ONE, "outlet": "Seeblatt", "date": "2024-03-03", "Notiz": "x"}, {"text": TWO, "date": "neulich"},
            {"text": "nan"}, {"text": f"<p>{TWO}</p>", "Notiz": "y", "date": "gestern"}]  # fmt: skip
    account = Account()
    passed = list(account.watch(read_bytes("a.jsonl", lines(*rows))))
    assert len(passed) == 4
    assert (account.articles, account.unread, account.without_outlet, account.without_date) == (3, 1, 2, 2)
    assert account.aside == {"Notiz": 2}
    assert account.warnings == {
        "The date “…” was not understood; it is kept beside the article.": 2,
        "The text was written in HTML; its plain text was read.": 1,
    }
    assert account == account_of(read_bytes("a.jsonl", lines(*rows)))
    assert kind_of("The row has 3 cells for 2 columns.") == "The row has … cells for … columns."


FRAME = {"Titel": ["Eins", "Zwei"], "Text": [ONE, TWO], "Datum": ["2024-03-03", "4.3.2024"]}
FRAMES = {
    "records": [dict(zip(FRAME, row, strict=True)) for row in zip(*FRAME.values(), strict=True)],
    "columns": {name: dict(zip("01", cells, strict=True)) for name, cells in FRAME.items()},
    "lists": FRAME,
    "split": {
        "columns": list(FRAME),
        "index": [0, 1],
        "data": [list(row) for row in zip(*FRAME.values(), strict=True)],
    },
    "rows": [list(FRAME), *(list(row) for row in zip(*FRAME.values(), strict=True))],
    "sheet": {"range": "A1:C3", "values": [list(FRAME), *(list(row) for row in zip(*FRAME.values(), strict=True))]},
}


@pytest.mark.parametrize("name", FRAMES)
def test_data_frames_in_json(name: str) -> None:
    found = [item for item in read("a.json", json.dumps(FRAMES[name])) if isinstance(item, Article)]
    assert [(item.title, item.text, item.published) for item in found] == [
        ("Eins", ONE, "2024-03-03"), ("Zwei", TWO, "2024-03-04"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.ndjson"])
@pytest.mark.parametrize(
    "data",
    [
        "\n".join(json.dumps({"text": text}, indent=2) for text in (ONE, TWO)),
        json.dumps([{"text": ONE}, {"text": TWO}], indent=1),
        "[\n" + ",\n".join(json.dumps({"text": text}) for text in (ONE, TWO)) + "\n]\n",
        ",\n".join(json.dumps({"text": text}) for text in (ONE, TWO)) + ",\n",
        json.dumps({"text": ONE}) + json.dumps({"text": TWO}),
        "\ufeff" + "\n".join(json.dumps({"text": text}) for text in (ONE, TWO)),
    ],
)
def test_json_and_json_lines_under_each_others_names(name: str, data: str) -> None:
    assert texts(name, data) == [ONE, TWO]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"content_html": f"<p>{ONE}</p>", "date_published": "2024-03-03T08:00:00Z", "authors": [{"name": "A. B."}]},
         (None, "2024-03-03", "A. B.")),
        ({"content": {"content": ONE}, "published": 1709451000000, "origin": {"title": "Seeblatt"}},
         ("Seeblatt", "2024-03-03", None)),
        ({"body": ONE, "source": {"uri": "s.example", "title": "Seeblatt"}, "dateTime": "2024-03-03T07:40:00Z"},
         ("Seeblatt", "2024-03-03", None)),
        ({"text": ONE, "thread": {"site": "s.example"}, "published": "2024-03-03T08:00:00.000+02:00"},
         ("s.example", "2024-03-03", None)),
        ({"full_text": ONE, "created_at": "Sun Mar 03 08:00:00 +0000 2024"}, (None, "2024-03-03", None)),
        ({"text": ONE, "date": {"$date": {"$numberLong": "1709451000000"}}}, (None, "2024-03-03", None)),
        ({"articleBody": ONE, "datePublished": "2024-03-03", "publisher": {"name": "Seeblatt"},
          "author": [{"@type": "Person", "name": "A. B."}]}, ("Seeblatt", "2024-03-03", "A. B.")),
        ({"title": ["Eins"], "content": [ONE], "medium_s": "Seeblatt", "published_dt": "2024-03-03T00:00:00Z"},
         ("Seeblatt", "2024-03-03", None)),
        ({"TD": ONE, "SN": "Seeblatt", "PD": "3 March 2024", "BY": "A. B."}, ("Seeblatt", "2024-03-03", "A. B.")),
        ({"selftext": ONE, "created_utc": 1709451000.0, "site": "s.example"}, ("s.example", "2024-03-03", None)),
        ({"dc:description": "Die Brücke in Seestadt …", "dc:creator": "A. B.", "dc:date": "2024-03-03", "text": ONE},
         (None, "2024-03-03", "A. B.")),
        ({"Quelle": "Seeblatt vom 03.03.2024", "Volltext": ONE, "VÖ-Datum": "3.3.24"},
         ("Seeblatt", "2024-03-03", None)),
        ({"text": ONE, "source": "https://s.example/1", "authors": "['A. B.', 'C. D.']"},
         ("s.example", None, "A. B.; C. D.")),
    ],
)  # fmt: skip
def test_fields_of_portals_and_programs(row: dict[str, object], expected: tuple[str | None, ...]) -> None:
    (found,) = read("a.jsonl", lines(row))
    assert isinstance(found, Article)
    assert (found.text, found.outlet, (found.published or "")[:10] or None, found.author) == (ONE, *expected)


def test_a_text_that_goes_on_behind_a_backslash_is_told_and_not_cut() -> None:
    first, *_, last = read("a.tsv", f"id\ttext\tauthor\n1\tZeile eins.\\\nZeile zwei.\tA. B.\n2\t{ONE}\t\\N\n")
    assert isinstance(first, Unreadable)
    assert "backslash" in first.reason
    assert isinstance(last, Article)
    assert (last.text, last.author) == (ONE, None)


def test_a_table_without_a_header_is_refused() -> None:
    (told,) = read("a.csv", f'1;Brücke;"{ONE} {TWO} {ONE} {TWO}"\n2;Halle;"{TWO}"\n')
    assert isinstance(told, Unreadable)
    assert "no header" in told.reason


def test_a_header_that_stands_again_is_no_article() -> None:
    assert texts("a.csv", f'Nr;Text\n1;{ONE}\nNr;Text\n2;"{TWO}"\n') == [ONE, TWO]


@pytest.mark.parametrize(
    ("content", "texts", "others"),
    [
        ({"articles": [{"text": ONE}], "entities": [{"text": "Berlin"}, {"text": "Bonn"}]}, [ONE], 2),
        ({"results": [{"content": ONE}], "suggestions": [{"text": "brücke"}]}, [ONE], 1),
        ({"seite1": [{"text": ONE}], "seite2": [{"text": TWO}]}, [ONE, TWO], 0),
        ([{"text": ONE, "entities": [{"text": "Berlin"}]}], [ONE], 0),
        ({"a": [{"text": "Nur kurz."}], "b": [{"text": "Auch das."}]}, ["Nur kurz.", "Auch das."], 0),
    ],
)
def test_lists_of_mere_names_beside_the_articles_are_told(content: object, texts: list[str], others: int) -> None:
    found = list(read_bytes("a.json", json.dumps(content).encode()))
    assert [item.text if isinstance(item, Article) else item for item in found] == texts
    assert isinstance(found[0], Article)
    told = [warning for warning in found[0].warnings if "beside the articles" in warning]
    assert told == (
        [f"{others} objects beside the articles hold no more than phrases; they were not read."] if others else []
    )
