"""The architecture in tests: the analysis knows no user interface, and every lexicon says what it is."""

import ast
from pathlib import Path

import pytest

import analysis
from analysis.resources import Lexicon, lexicons

FILES = sorted(Path(analysis.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_analysis_never_imports_the_user_interface(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        for name in names:
            assert name.split(".")[0] not in {"altair", "dashboard"}
            # The command line starts the server; nothing else knows Streamlit.
            assert name.split(".")[0] != "streamlit" or path.name == "cli.py"


@pytest.mark.parametrize("lexicon", lexicons(), ids=lambda lexicon: lexicon.name)
def test_every_lexicon_has_entries_and_a_licence(lexicon: Lexicon) -> None:
    assert lexicon.rows > 0
    assert lexicon.licence
