"""Tables, objects and dates as archives, portals and people hand them over, each with what must be read from it."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from analysis.model import Article
from analysis.reading.files import read_bytes, read_paths
from analysis.reading.raw.dates import iso_date
from analysis.reading.raw.records import Unreadable

FOLDER = Path(__file__).parent / "field_tables"
TITLES = ("Seestadt sperrt alte Hafenbrücke", "Kreml weist Bericht über Truppenabzug zurück",
          "Ministerium kündigt Prüfung der Netzentgelte an")  # fmt: skip
OUTLETS = ("Küstenbote", "Abendblatt für Politik", "Wirtschaft am Morgen")
DAYS = ("2024-03-03", "2024-03-04", "2024-03-05")


def rows_of(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in (FOLDER / name).read_bytes().splitlines()]


SMOOTH = {row["id"]: row["text"] for row in rows_of("zeichen.jsonl")}
NONE = (None, None, None)


class Expected(NamedTuple):
    """What three articles of a file say about themselves."""

    outlets: tuple[str | None, ...] = NONE
    days: tuple[str | None, ...] = NONE
    authors: tuple[str | None, ...] = NONE
    ids: tuple[str, ...] = ()


AUTHORS = ("Jana Brede", "Olaf Wendt", "Suse Halm")
FULL = Expected(OUTLETS, DAYS)
SITE = ("kuestenbote.example",) * 3
FILES = {
    "sep.csv": FULL._replace(ids=("0", "1", "2")),
    "leerzeile.csv": FULL, "kopfzeile.csv": FULL, "utf16.csv": FULL, "cp1252.csv": FULL,
    "backslash.csv": Expected(), "unquoted_inner.csv": Expected(), "tab_in_csv.csv": Expected(),
    "index.csv": Expected(days=DAYS), "text_mit_komma_kopf.csv": Expected(days=DAYS),
    "excel.xlsx": FULL._replace(ids=("0", "1", "2")),
    "mpeds.csv": FULL._replace(ids=("x0", "x1", "x2")), "mediacloud.csv": FULL._replace(ids=("mc0", "mc1", "mc2")),
    "lntools.csv": FULL._replace(authors=AUTHORS), "zotero.csv": FULL._replace(authors=AUTHORS, ids=("K0", "K1", "K2")),
    "content.csv": FULL, "body.csv": FULL, "beitrag.csv": FULL,
    "newsplease.json": Expected(SITE, DAYS, AUTHORS), "newsapi.json": Expected(OUTLETS, DAYS, AUTHORS),
    "trafilatura.json": Expected(OUTLETS, DAYS, AUTHORS), "fundus.json": Expected(NONE, DAYS, AUTHORS),
    "fundus_plain.json": FULL, "elastic.json": FULL._replace(ids=("e0", "e1", "e2")),
    "dict.json": Expected(ids=("a0", "a1", "a2")),
}  # fmt: skip


def articles(name: str) -> list[Article]:
    found = list(read_paths([FOLDER / name]))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


@pytest.mark.parametrize("name", FILES)
def test_three_articles_with_all_that_is_told_about_them(name: str) -> None:
    expected, found = FILES[name], articles(name)
    assert tuple(article.title for article in found) == TITLES
    assert tuple(article.outlet for article in found) == expected.outlets
    assert tuple(article.published and article.published[:10] for article in found) == expected.days
    assert tuple(article.author for article in found) == expected.authors
    assert not expected.ids or tuple(article.id for article in found) == expected.ids
    assert [article.text[:8] for article in found] == ["Seestadt", "Moskau. ", "Berlin. "]


@pytest.mark.parametrize("name", [name for name in FILES if name not in ("newsapi.json", "zotero.csv")])
def test_clean_texts_are_whole_and_without_warnings(name: str) -> None:
    found = articles(name)
    quotes = str.maketrans("„“", '""')
    assert " ".join(found[0].text.translate(quotes).split()) == " ".join(SMOOTH["a_glatt"].translate(quotes).split())
    assert not any(article.warnings for article in found)


def test_texts_that_may_be_less_than_the_article_are_told() -> None:
    assert {article.warnings for article in articles("newsapi.json")} == {
        ("The text is cut off by its source; 2219 characters are missing.",)
    }
    assert all("chars]" not in article.text for article in articles("newsapi.json"))
    assert {article.warnings for article in articles("zotero.csv")} == {
        ("“Abstract Note” was read as the text, which may hold less than the article.",)
    }


def test_metadata_without_a_field_of_its_own_is_kept() -> None:
    assert articles("mediacloud.csv")[0].extra == {
        "indexed_date": "2024-03-03 11:12:13.123456", "language": "de", "media_url": "kuestenbote.example",
    }  # fmt: skip
    kept = articles("lntools.csv")[0].extra
    assert (kept["section"], kept["Source_File"], kept["Length"]) == ("Lokales", "a.DOCX", "212 words")
    assert articles("fundus.json")[0].url == "https://x"


def test_a_lead_is_put_before_the_text_and_told() -> None:
    (article,) = articles("vorspann.csv")
    assert article.text == (
        "Halle zu\n\n„Wir schließen die Halle“, sagte Bürgermeisterin Karla Voss.\n\n"
        "Der Rat tagt am Montag. Zuschauer sind zugelassen."
    )
    assert article.warnings == (
        "“lead_paragraph” was put before the text as its lead; spans count in both together.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "word"), [("webanno.tsv", "WebAnno"), ("gdelt.csv", "no column called text. The columns found are: URL")]
)
def test_what_holds_no_texts_is_refused_once(name: str, word: str) -> None:
    (found,) = read_paths([FOLDER / name])
    assert isinstance(found, Unreadable)
    assert word in found.reason


def test_articles_of_one_id_are_all_read_and_empty_ones_told() -> None:
    found = list(read_paths([FOLDER / "doppelt.jsonl"]))
    read = [item for item in found if isinstance(item, Article)]
    assert [article.id for article in read] == ["1", "1", "1", "1", "2", "2.0"]
    assert [item.reason for item in found if isinstance(item, Unreadable)] == [
        f"The text is empty: it says only “{said}”." for said in ("nan", "NaN", "NULL", "None", "-", "[Paywall]")
    ]


def test_of_columns_of_one_name_the_longest_text_is_read() -> None:
    (article,) = articles("doppelspalte.csv")
    assert article.text.startswith("Seestadt. Die alte")
    assert article.extra == {"text": "kurz", "Preis": "1,50"}
    assert article.warnings == (
        "More than one column is called “text”.", "2 columns are called “text”; the longest text was read.",
    )  # fmt: skip


CHANGED = {
    "b_entities": "entities", "c_ptags": "HTML", "d_br": "HTML", "e_mojibake1252": "wrong encoding",
    "e2_mojibake_latin1": "wrong encoding", "h_zerowidth": "without a width", "l_literal_n": "Escapes",
    "m_x000D": "Escapes of a spreadsheet",
}  # fmt: skip


@pytest.mark.parametrize("article", articles("zeichen.jsonl"), ids=lambda article: article.id)
def test_traces_of_programs_leave_the_text_and_clean_texts_stay(article: Article) -> None:
    if word := CHANGED.get(article.id):
        assert article.text.split() == SMOOTH["a_glatt"].split()
        assert [word in told for told in article.warnings] == [True]
    else:
        assert article.text == SMOOTH[article.id]
        assert not article.warnings


@pytest.mark.parametrize("name", ["c_ptags", "d_br", "l_literal_n", "m_x000D"])
def test_paragraphs_of_cells_are_paragraphs(name: str) -> None:
    (text,) = (article.text for article in articles("zeichen.jsonl") if article.id == name)
    lines = [line for line in text.split("\n") if line]
    assert lines == [line for line in SMOOTH["a_glatt"].split("\n") if line]


FORMS = [(row["published"], row["id"]) for row in rows_of("daten.jsonl")]
NO_DAY = {"2024-03", "2024", "März 2024", "vor 2 Stunden", "gestern", "heute, 14:30", "31.02.2024", "2024-W10"}
OTHER_DAY = {
    "1709451000": "2024-03-03T08:30:00+01:00", "1709451000000": "2024-03-03T08:30:00+01:00", "3/13/2024": "2024-03-13",
    "13/03/2024": "2024-03-13", "Mi, 21.04.2021 - 15:26": "2021-04-21T15:26:00",
    "Mo, 25 Jun 2018 11:41:36": "2018-06-25T11:41:36", "Di, 23 Jan 2018 00:00:00 +0100": "2018-01-23T00:00:00+01:00",
    "1. Mrz. 2024": "2024-03-01", "1 MRZ 2024": "2024-03-01", "1. Febr. 2024": "2024-02-01",
    "1. Sept. 2024": "2024-09-01", "1. Jänner 2024": "2024-01-01", "1. Feber 2024": "2024-02-01",
}  # fmt: skip


@pytest.mark.parametrize("raw", [raw for raw, _ in FORMS])
def test_a_date_is_understood_or_left(raw: str) -> None:
    found = iso_date(raw)
    if raw in NO_DAY:
        assert found is None
    elif raw in OTHER_DAY:
        assert found == OTHER_DAY[raw]
    else:
        assert (found or "")[:10] == "2024-03-03"


def test_a_date_that_is_not_understood_is_told_and_kept() -> None:
    found = {dict(FORMS)[raw]: raw for raw in NO_DAY}
    for article in articles("daten.jsonl"):
        raw = found.get(article.id)
        assert article.extra == ({"published": raw} if raw else {})
        told = f"The date “{raw}” was not understood; it is kept beside the article."
        if article.id == dict(FORMS)["24-03-03"]:
            told = "The date “24-03-03” can be read in two ways; it was read as 2024-03-03."
        assert article.warnings == ((told,) if raw or "24-03-03" in told else ())


def test_feeds_with_german_days_and_missing_years() -> None:
    assert [article.published for article in articles("rss_deutsch.rss")] == [
        "2024-03-03T08:00:00+01:00", "2024-03-04T15:26:00", "2024-03-05T08:00:00+01:00",
    ]  # fmt: skip
    assert [article.published for article in articles("atom.xml")] == ["2024-03-03T09:00:00+01:00"]
    exported = [item.published for item in read_paths([FOLDER / "wxr.xml"]) if isinstance(item, Article)]
    assert exported[:2] == ["2024-03-03T08:00:00+01:00", "2024-03-04T09:30:00"]


@pytest.mark.parametrize("name", ["~$artikel.docx", "~$tabelle.xlsx", ".~lock.artikel.odt#"])
def test_lock_files_are_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\x05Anna")
    (tmp_path / "gut.txt").write_text("Gut.", encoding="utf-8")
    assert [item.id for item in read_paths([tmp_path]) if isinstance(item, Article)] == ["gut.txt"]
    assert len(list(read_paths([tmp_path]))) == 1
    assert list(read_bytes(name, b"\x05Anna")) == []
    (told,) = read_paths([tmp_path / name])
    assert isinstance(told, Unreadable)
    assert "lock file" in told.reason


def test_endings_that_mean_the_same(tmp_path: Path) -> None:
    text = "Die Behörde in Seestadt erklärte, die Brücke müsse über Nacht gesperrt werden. Die Busse fahren weiter."
    (tmp_path / "TABELLE.CSV").write_text(f"Nr;Text\n1;{text}\n", encoding="utf-8")
    (tmp_path / "zeilen.ndjson").write_text(json.dumps({"id": "2", "text": text}), encoding="utf-8")
    (tmp_path / "seite.xhtml").write_text(
        f"<html><body><article><p>{text}</p></article></body></html>", encoding="utf-8"
    )
    (tmp_path / "notiz.markdown").write_text(f"# Titel\n\n{text}", encoding="utf-8")
    found = {item.id: item.text for item in read_paths([tmp_path]) if isinstance(item, Article)}
    assert found == {"1": text, "2": text, "seite.xhtml": text, "notiz.markdown": f"# Titel\n\n{text}"}
