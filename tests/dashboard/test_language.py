"""The languages of the pages: the same texts in both, each one used, and a page in English."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import dashboard
from dashboard.i18n import labels, language, texts
from dashboard.pages import script
from tests.apps import opened

FOLDER = Path(dashboard.__file__).parent


def keys(spoken: str) -> dict[str, str]:
    return {f"{section}.{key}": text for section, said in language.texts(spoken).items() for key, text in said.items()}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def mentioned(tree: ast.AST) -> Iterator[str]:
    """The keys that the code says, and ``section.`` or ``section.beginning`` where the end of a key is computed."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "texts":
            yield f"text.{node.attr.lower()}" if node.attr.isupper() and node.attr not in vars(texts) else ""
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
            continue
        given = node.args[0]
        if node.func.id == "Said" and isinstance(given, ast.Constant):
            yield f"{given.value}."
        if node.func.id in ("say", "text"):
            choices = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
            for choice in choices:
                first = choice.values[0] if isinstance(choice, ast.JoinedStr) else choice
                if isinstance(first, ast.Constant) and "." in str(first.value):
                    yield str(first.value)


def used() -> set[str]:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.rglob("*.py"))
    templates = "".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.html"))
    in_templates = set(re.findall(r'say\("([a-z_.]+)"\)', templates))
    return in_templates | {key for tree in trees for key in mentioned(tree) if key}


pytestmark = pytest.mark.usefixtures("folders")


def test_both_languages_have_the_same_texts_with_the_same_placeholders() -> None:
    german, english = keys("de"), keys("en")
    assert list(german) == list(english)
    assert {key: placeholders(text) for key, text in german.items()} == {
        key: placeholders(text) for key, text in english.items()
    }


def test_every_text_that_is_said_is_there_and_every_text_is_said() -> None:
    there, said = set(keys("de")), used()
    missing = {key for key in said if not any(name.startswith(key) for name in there)}
    idle = {name for name in there if not any(name == key or is_start(key, name) for key in said)}
    assert not missing
    assert not idle


def is_start(key: str, name: str) -> bool:
    return key.endswith((".", "_")) and name.startswith(key)


def test_numbers_and_dates_follow_the_language() -> None:
    with language.speaking("en"):
        shown = (labels.number(1234.5, 1), labels.percent(0.256), labels.points(-0.1))
        assert shown == ("1,234.5", "26%", "−10.0 points")
        assert labels.day("2026-04-09T18:00:00") == "9 Apr 2026"
        assert labels.CATEGORY["kremlin"] == "Kremlin"
        assert language.columns_of("by_category")["hedged_share"] == "hedged share"
    assert labels.percent(0.256) == "26 %"


def test_the_address_or_the_browser_decides_the_language() -> None:
    assert opened().session_state[language.PARAMETER] == "de"
    english = opened(sprache="en").switch_page(script("glossary")).run()
    assert not english.exception
    assert english.query_params[language.PARAMETER] == "en"
    assert english.title[0].value == "Glossary: What does it mean?"
    assert opened(sprache="xx").session_state[language.PARAMETER] == "de"


def test_one_is_told_in_the_singular() -> None:
    for n, told in ((0, "0 Medien"), (1, "1 Medium"), ("1", "1 Medium"), ("1.001", "1.001 Medien")):
        assert language.say("shared.outlets", n=n) == told
    with language.speaking("en"):
        assert [language.say("shared.articles", n=n) for n in (1, 2)] == ["1 article", "2 articles"]


def test_texts_in_two_forms_ask_for_n() -> None:
    for spoken in ("de", "en"):
        for key, text in keys(spoken).items():
            forms = text.split(" | ")
            assert len(forms) == 1 or (len(forms) == 2 and all("{n}" in form for form in forms)), key
