"""The public Python interface: its names, what they do, and how little an import costs."""

import subprocess
import sys
import tomllib
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

import quellenlage
from analysis.resources import data_root, seeds_root

ROOT = Path(__file__).parents[1]
NAMES = {
    "TABLES", "Article", "ArticleResult", "Column", "Document", "Hedge", "SentenceTone", "Source", "Statement", "Store",
    "Subjunctive", "TextTone", "Unreadable", "Via", "__version__", "analyse", "frames", "read",
}  # fmt: skip


def test_public_names() -> None:
    assert set(quellenlage.__all__) == NAMES
    assert set(dir(quellenlage)) >= NAMES
    assert all(getattr(quellenlage, name) is not None for name in NAMES)
    with pytest.raises(AttributeError, match="no attribute 'analyze'"):
        quellenlage.analyze  # noqa: B018


def test_import_loads_nothing_yet() -> None:
    lines = "import sys, quellenlage; print(*({'analysis', 'numpy', 'pandas', 'streamlit'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", lines], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not done.stdout.strip()


def test_version_is_that_of_the_package() -> None:
    assert quellenlage.__version__ == version("quellenlage")


def test_packages_say_that_they_are_typed() -> None:
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    for package in wheel["wheel"]["packages"]:
        assert (ROOT / package / "py.typed").exists(), package
        assert f"/{package}" in wheel["sdist"]["include"]


def test_an_article_given_as_text() -> None:
    text = "Titel\n\n„Wir helfen“, sagte Ministerin Anna Berg."
    result = quellenlage.analyse(text, outlet="Blatt", published=date(2026, 11, 24), title="Titel")
    (statement,) = result.statements
    assert isinstance(statement, quellenlage.Statement)
    assert statement.source is not None
    assert statement.source.entity == "Anna Berg"
    assert [text[start:end] for start, end in statement.quote] == ["Wir helfen"]
    assert (result.article.outlet, result.article.published) == ("Blatt", "2026-11-24")


def test_what_is_said_beside_an_article_comes_first() -> None:
    article = quellenlage.Article("a1", "Sie helfe, sagte sie.", outlet="Blatt", author="Berg")
    got = quellenlage.analyse(article, outlet="Zeitung", published="24.11.2026").article
    assert (got.id, got.outlet, got.author, got.published) == ("a1", "Zeitung", "Berg", "2026-11-24")


@pytest.mark.parametrize("text", ["", " \n"])
def test_nothing_is_found_in_nothing(text: str) -> None:
    assert not quellenlage.analyse(text).statements


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(ValueError, match="'gestern' is no date"):
        quellenlage.analyse("Text", published="gestern")
    with pytest.raises(ValueError, match="'gestern' is no date"):
        quellenlage.read(".", published="gestern")
    with pytest.raises(TypeError, match="not bytes"):
        quellenlage.analyse(b"Text")  # type: ignore[arg-type]


def test_files_and_folders_are_read_article_by_article() -> None:
    (article,) = quellenlage.read(seeds_root(), published="2026-11-24")
    assert isinstance(article, quellenlage.Article)
    assert article.published == "2026-11-24"
    demo = [*quellenlage.read(str(data_root() / "demo" / "demo.jsonl"), outlet="Blatt")]
    assert {item.outlet for item in demo if isinstance(item, quellenlage.Article)} == {"Blatt"}
    assert len(demo) == 13


def test_what_cannot_be_read_comes_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Das ist ein deutscher Satz über die Lage."}\n{"id": 1}\n', "utf-8")
    good, bad = quellenlage.read(tmp_path)
    assert isinstance(good, quellenlage.Article)
    assert isinstance(bad, quellenlage.Unreadable)
    assert (bad.line, bad.reason) == (2, "The row has no text; every article needs a field called text.")
    (missing,) = quellenlage.read(tmp_path / "none.txt")
    assert isinstance(missing, quellenlage.Unreadable)
    assert "no such file" in missing.reason


def test_results_as_tables_by_the_contract_and_in_a_store(tmp_path: Path) -> None:
    results = [quellenlage.analyse("Die Lage könne sich bessern, sagte Merkel.")]
    tables = quellenlage.frames(results)
    assert [*tables] == ["articles", "statements", "hedges", "sentences"]
    for name, frame in tables.items():
        assert [*frame.columns] == [column.name for column in quellenlage.TABLES[name]]
    store = quellenlage.Store(tmp_path / "s.duckdb")
    assert store.add(results) == 1
    assert [*store.read("statements")["entity"]] == [*tables["statements"]["entity"]]
