"""Reads every file of ``fixtures/`` and compares it with ``fixtures.tsv``, whole ones and broken ones."""

import csv
import random
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from analysis.cli.main import main
from analysis.model import Article
from analysis.reading.files import read_bytes, read_paths
from analysis.reading.formats import ENDINGS, ending, is_known
from analysis.reading.raw.records import Unreadable
from tests.reading.demo_formats import packed
from tests.reading.make_fixtures import FOLDER, KEPT, broken_files, whole_files

TABLE = Path(__file__).parent / "fixtures.tsv"
WORDS = 8


def expected() -> dict[str, list[dict[str, str]]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {name: [row for row in rows if row["file"] == name] for name in dict.fromkeys(row["file"] for row in rows)}


def row(item: Article | Unreadable, file: str) -> dict[str, str]:
    """A line of the table: an article, or the place and reason of a failure, with the path cut off."""
    if isinstance(item, Unreadable):
        where = item.file.removeprefix(f"{FOLDER}/") + (f", line {item.line}" if item.line else "")
        return {"file": file, "id": "", "title": "", "outlet": "", "published": "", "begins": "", "where": where,
                "reason": item.reason}  # fmt: skip
    begins = " ".join(item.text.split()[:WORDS])
    return {"file": file, "id": item.id, "title": item.title or "", "outlet": item.outlet or "",
            "published": item.published or "", "begins": begins, "where": "", "reason": ""}  # fmt: skip


@pytest.mark.parametrize("name", expected())
def test_a_file_is_read_as_the_table_says(name: str) -> None:
    assert [row(item, name) for item in read_paths([FOLDER / name])] == expected()[name]


def test_the_table_names_every_file_and_every_ending() -> None:
    names = sorted(path.name for path in FOLDER.iterdir())
    assert names == sorted(expected()) == sorted([*KEPT, *(whole_files() | broken_files())])
    assert {ending(name) for name in names} >= ENDINGS.keys() - {".htm", ".tgz"}
    broken = [name for name, rows in expected().items() if any(found["reason"] for found in rows)]
    assert len(broken) >= 12
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 400_000


def test_a_folder_of_all_files_goes_on_after_every_broken_one() -> None:
    rows = [found for name in sorted(expected()) for found in expected()[name]]
    read = list(read_paths([FOLDER]))
    assert [item.id for item in read if isinstance(item, Article)] == [found["id"] for found in rows if found["id"]]
    reasons = [item.reason for item in read if isinstance(item, Unreadable)]
    assert reasons == [found["reason"] for found in rows if found["reason"]]


def test_nothing_is_written_where_an_archive_says(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    shutil.copy(FOLDER / "sammlung.zip", inner)
    shutil.copy(FOLDER / "sammlung.tar.gz", inner)
    assert len(list(read_paths([inner]))) == 7
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "b", "sammlung.tar.gz", "sammlung.zip"]


def test_the_text_of_a_pdf_file_is_whole() -> None:
    (article,) = read_paths([FOLDER / "artikel.pdf"])
    assert isinstance(article, Article)
    assert article.text == (
        "Brücke gesperrt\n\nErfundener Demotext: Die Behörde in Neustadt erklärte am Dienstag, die Brücke müsse über "
        "Nacht gesperrt werden. Das teilte die Stadtverwaltung mit. Betroffen sei auch die Verbindung Nord-Süd.\n\n"
        "„Wir prüfen das“, sagte eine Sprecherin. Der Verkehr wird umgeleitet, die Busse fahren weiter. Zu Vor- und "
        "Nachteilen sagte sie nichts."
    )


def test_tracked_changes_of_a_word_file_count_as_accepted() -> None:
    (article,) = read_paths([FOLDER / "artikel.docx"])
    assert isinstance(article, Article)
    assert "Das ist neu." in article.text
    assert "Gestrichen" not in article.text
    assert "Linie 4\n\nfährt alle zehn Minuten." in article.text


def test_wordpress_markup_leaves_the_text() -> None:
    first, second, _ = read_paths([FOLDER / "wordpress.xml"])
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.author == "erika"
    assert first.extra == {"section": "Lokales"}
    assert "\n\nKritik: Die Opposition" in second.text
    assert not any(sign in first.text + second.text for sign in ("Foto", "Ein Bild", "wp:", "[", "<"))


def test_the_documentation_names_every_ending() -> None:
    root = Path(__file__).parents[2]
    lines = (root / "docs" / "formats.md").read_text(encoding="utf-8").splitlines()
    rows = "".join(line.split("|")[1] for line in lines if line.startswith("| `."))
    assert set(re.findall(r"\.\w+", rows)) == ENDINGS.keys()
    told = (root / "README.md").read_text(encoding="utf-8").partition("It reads ")[2].partition("docs/formats")[0]
    assert set(re.findall(r"\.\w+", told)) == ENDINGS.keys()
    shown = CliRunner().invoke(main, ["analyse", "--help"]).output
    assert ENDINGS.keys() <= set(re.findall(r"\.\w+", shown.partition("Endings")[2]))


@pytest.mark.parametrize("name", [name for name in expected() if name not in ("leer.txt", "bombe.txt.gz", "bombe.zip")])
def test_a_file_damaged_anywhere_yields_articles_or_reasons(name: str) -> None:
    chance = random.Random(name)
    whole = (FOLDER / name).read_bytes()
    for changes in (0, 1, 5, 200):
        data = bytearray(whole if changes else whole[: chance.randrange(len(whole))])
        for _ in range(changes):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert all(isinstance(item, Article | Unreadable) for item in read_bytes(name, bytes(data)))


def test_gzip_names_are_known_by_what_they_hold() -> None:
    assert all(is_known(name) for name in ("a.JSONL.gz", "a.tar.gz", "a.tgz", "a.warc.gz", "a.pdf"))
    assert not any(is_known(name) for name in ("a.gz", "a.png.gz", "a.png", "gz", ".gz"))


def test_a_zip_file_with_an_endless_list_is_refused_before_it_is_loaded() -> None:
    data = packed({"a.txt": b"Ja."})
    end = data.rfind(b"PK\x05\x06")
    long = data[: end + 12] + (40 << 20).to_bytes(4, "little") + data[end + 16 :]
    (found,) = read_bytes("a.zip", long)
    assert isinstance(found, Unreadable)
    assert "more than" in found.reason
