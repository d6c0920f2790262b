"""The architecture in tests: rooms stand above each other, and every lexicon says what it is."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import analysis
from analysis.resources import Lexicon, lexicons

ROOT = Path(analysis.__file__).parents[1]
ROOMS = """
analysis
analysis.taxonomy analysis.memo analysis.resources analysis.csv_form
analysis.source_overrides
analysis.model analysis.fingerprint
analysis.own_words
analysis.language
analysis.reading.raw
analysis.reading.apart
analysis.reading.page
analysis.reading.html
analysis.reading.downloads
analysis.reading.parsers
analysis.reading.tabular
analysis.reading.web
analysis.reading
analysis.sources.lexicons
analysis.sources.mentions
analysis.sources.entities
analysis.sources.institution
analysis.sources
analysis.statements.syntax
analysis.statements.frames
analysis.statements.rules analysis.statements.model
analysis.statements
analysis.certainty.stance
analysis.certainty
analysis.tone.textblob_de
analysis.tone
analysis.pipeline
analysis.tables
analysis.storage
analysis.stories
analysis.measures
analysis.corrections
analysis.export
analysis.batch
analysis.language.training analysis.sources.training analysis.statements.training analysis.tone.training
analysis.certainty.training
analysis.cli
dashboard
dashboard.pages dashboard.address
dashboard.i18n
dashboard.templates
dashboard.corpus
dashboard.charts dashboard.reader
dashboard.review
dashboard.components
dashboard.report
dashboard.views dashboard.views.certainty dashboard.views.export dashboard.views.sources dashboard.views.start
dashboard.views.stories dashboard.views.tone dashboard.views.words
dashboard.views.compare dashboard.views.data
dashboard.preload
dashboard.app
"""
"""Every folder, and every module directly in ``analysis`` or ``dashboard``, from the lowest level to the highest.

A room imports from itself and from the levels below; on one line, rooms know nothing of each other.
"""
LEVEL = {room: level for level, line in enumerate(ROOMS.strip().splitlines()) for room in line.split()}
FILES = sorted(path for package in ("analysis", "dashboard") for path in (ROOT / package).rglob("*.py"))
ALLOWED = {
    # The command line starts the server, and warms it up while the browser loads.
    ("analysis.cli.main", "streamlit"),
    ("analysis.cli.main", "dashboard.preload"),
}


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): path for path in FILES}


def room_of(module: str) -> str:
    """The folder of a module; modules directly in a package, but for its ``__init__``, are rooms of their own."""
    path = MODULES[module]
    own = path.parent.parent == ROOT and path.name != "__init__.py"
    return module if own else ".".join(path.parent.relative_to(ROOT).parts)


def imported(path: Path) -> Iterator[str]:
    """All that a module imports, inside functions and by name too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in MODULES else node.module
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            yield from (part.value for part in node.args if isinstance(part, ast.Constant))


@pytest.mark.parametrize("module", MODULES)
def test_no_arrow_runs_up(module: str) -> None:
    room = room_of(module)
    for name in imported(MODULES[module]):
        if (module, name) in ALLOWED or name not in MODULES:
            continue
        below = room_of(name)
        assert below == room or LEVEL[below] < LEVEL[room], f"{module} imports {name}"


def test_every_room_has_its_level() -> None:
    assert {room_of(module) for module in MODULES} == set(LEVEL)


def test_modules_import_each_other_in_no_circle() -> None:
    below = {module: {n for n in imported(path) if n in MODULES and n != module} for module, path in MODULES.items()}
    while free := [module for module, names in below.items() if not names & set(below)]:
        for module in free:
            del below[module]
    assert not below


@pytest.mark.parametrize("module", [module for module in MODULES if module.startswith("analysis")])
def test_analysis_never_imports_the_user_interface(module: str) -> None:
    for name in imported(MODULES[module]):
        assert (module, name) in ALLOWED or name.split(".")[0] not in {"altair", "streamlit", "dashboard"} or (
            (module, name.split(".")[0]) in ALLOWED
        )  # fmt: skip


def test_rooms_are_small() -> None:
    sizes = {module: len(path.read_text(encoding="utf-8").splitlines()) for module, path in MODULES.items()}
    assert not {module: lines for module, lines in sizes.items() if lines > 300}
    assert len([*(ROOT / "dashboard").glob("*.py")]) <= 8
    for folder in (ROOT / "analysis/statements/rules", *(ROOT / "dashboard/views").glob("**/")):
        assert len([*folder.glob("*.py")]) <= 12, folder


@pytest.mark.parametrize("lexicon", lexicons(), ids=lambda lexicon: lexicon.name)
def test_every_lexicon_has_entries_and_a_licence(lexicon: Lexicon) -> None:
    assert lexicon.rows > 0
    assert lexicon.licence
