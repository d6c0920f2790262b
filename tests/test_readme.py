"""What the README shows is what comes out, and what it names is there."""

import contextlib
import io
import re
from pathlib import Path

import pytest
from click import Context

import quellenlage
from analysis.cli.main import main
from analysis.resources import data_root, seeds_root

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
ROOTS = ("analysis/", "dashboard/", "quellenlage/", "data/", "docs/", "tests/", "benchmarks/", "seeds/", ".ci/")


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
