"""What the README shows is what comes out, and what it names is there."""

import contextlib
import io
import re
from pathlib import Path

import pytest
from click import Context

import quellenlage
from analysis.cli.main import main
from analysis.export.benchmark_figures import measured
from analysis.resources import data_root, seeds_root

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
ROOTS = ("analysis/", "dashboard/", "quellenlage/", "data/", "docs/", "tests/", "benchmarks/", "seeds/", ".ci/")


MEASURED = [
    ("unseen.newspapers.message.f1", r"words of the statement are at F1 ([\d.]+) and"),
    ("unseen.newspapers.speaker.f1", r"and the speaker at ([\d.]+) \(five"),
    ("unseen.corpus.message.f1", r"on Wikinews ([\d.]+) and [\d.]+, 528 articles"),
    ("unseen.corpus.speaker.f1", r"on Wikinews [\d.]+ and ([\d.]+), 528 articles"),
    ("unread.newspapers.category", r"category of the source is right for ([\d.]+) %"),
    ("unread.newspapers.country", r"and the country for ([\d.]+) % in newspapers"),
    ("unseen.hedges.newspapers.f1", r"F1 is ([\d.]+) in newspapers"),
    ("unseen.hedges.corpus.f1", r"and ([\d.]+) on Wikinews"),
    ("unseen.hedges.corpus.holder", r"Whose doubt it is, is right for (\d+) %"),
    ("unseen.tone.macro_f1", r"macro F1 ([\d.]+) in three classes"),
    ("unseen.tone.auc", r"in three classes, AUC ([\d.]+) on"),
    ("tone.macro_f1", r"([\d.]+) and [\d.]+ in cross-validation on 2,224"),
    ("tone.auc", r"[\d.]+ and ([\d.]+) in cross-validation on 2,224"),
]
"""The figures of this version that the README tells, and where they stand in it."""


def table(header: str) -> list[dict[str, str]]:
    """The rows of the README's table that begins with this header."""
    lines = README[README.index(header) :].split("\n\n", 1)[0].splitlines()
    first, _, *rest = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return [dict(zip(first, cells, strict=True)) for cells in rest]


def test_the_python_example_prints_what_stands_below_it() -> None:
    example = re.search(r"```python\n(.*?)```\s+```text\n(.*?)```", README, re.DOTALL)
    assert example
    code, printed = example.groups()
    with contextlib.redirect_stdout(io.StringIO()) as got:
        exec(compile(code, "README.md", "exec"), {})
    assert got.getvalue() == printed


def test_the_statements_shown_are_found() -> None:
    articles = [*quellenlage.read(seeds_root()), *quellenlage.read(data_root() / "demo" / "demo.jsonl")]
    assert all(isinstance(article, quellenlage.Article) for article in articles)
    found = quellenlage.frames(map(quellenlage.analyse, articles))["statements"]
    rows = table("| outlet | entity |")
    assert len(rows) == 3
    for row in rows:
        near = found[found["entity"] == row["entity"]][[*row]].fillna("").astype("str")
        assert row in near.to_dict("records"), near.to_string()


@pytest.mark.parametrize(("key", "told"), MEASURED)
def test_figures_of_this_version_are_those_of_the_method_page(key: str, told: str) -> None:
    value = next(figure.value for figure in measured().rows if figure.key == key)
    found = re.search(told, " ".join(README.split()))
    assert found, told
    assert found[1] == f"{value:.{len(found[1].partition('.')[2])}f}"


def test_figures_of_the_first_version_are_those_of_the_document_on_accuracy() -> None:
    lines = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    for row in table("| what | Wikinews, test part |"):
        name = row["what"].split(" (")[0]
        line = next(line for line in lines.splitlines() if line.startswith(f"| {name}"))
        for cell in list(row.values())[1:]:
            assert set(re.findall(r"\d+\.\d", cell)) <= set(re.findall(r"\d+\.\d", line)), name


def test_commands_and_options_exist() -> None:
    lines = re.findall(r"^quellenlage (\w+) ([^#\n]*)", README, re.MULTILINE)
    assert {name for name, _ in lines} == {"analyse", "read", "stories", "dashboard", "words"}
    for name, line in lines:
        command = main.get_command(Context(main), name)
        assert command, name
        assert set(re.findall(r"--[\w-]+", line)) <= {option for given in command.params for option in given.opts}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_paths_and_targets_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        assert link.startswith("https://") or (page.parent / link).exists(), link
    for code in re.findall(r"`([^`\n]+)`", text):
        if code.startswith(ROOTS) and re.fullmatch(r"[\w./*-]+", code):
            assert any(ROOT.glob(code.rstrip("/"))), code
        if code.startswith("make "):
            assert set(re.findall(r"\b[a-z]+\b", code.split("=")[0])) <= {"make"} | targets, code
