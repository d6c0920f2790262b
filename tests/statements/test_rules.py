"""The table of rules: each finds the statement of its example, and docs/rules.md shows the table as it is."""

import re
from pathlib import Path

import pytest

from analysis.language.engine import load_engine
from analysis.language.token_columns import TokenColumns
from analysis.model import Section
from analysis.resources import read_lexicon
from analysis.statements.apply_rules import find_drafts
from analysis.statements.frames.rule_table import LEARNED, RULES, Rule
from analysis.statements.model.onnx_model import load_network
from analysis.statements.syntax.quotation_marks import pair_marks
from analysis.statements.training.write_rules_document import PATH, rules_document

STATEMENTS = Path(__file__).parents[2] / "analysis" / "statements"


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.id != LEARNED], ids=lambda rule: rule.id)
def test_every_rule_finds_its_example(rule: Rule) -> None:
    """Without the model, whose own finds change with its weights."""
    assert rule.id in found_by(rule)


def test_no_rule_finds_the_example_of_the_model() -> None:
    assert found_by(RULES[LEARNED]) == []


def found_by(rule: Rule) -> list[str]:
    """The ids of the rules that find a statement in an example."""
    section = Section("headline" if rule.headline else "body", 0, len(rule.example))
    view = TokenColumns(load_engine().tag(rule.example, (section,)))
    return [draft.rule for draft in find_drafts(view, pair_marks(view))]


def test_the_document_shows_the_table() -> None:
    rewrite = "python -m analysis.statements.training.write_rules_document"
    assert PATH.read_text(encoding="utf-8") == rules_document(), f"docs/rules.md is out of date: {rewrite}"


def test_every_rule_is_in_the_table() -> None:
    measured = {row["rule"] for row in read_lexicon("rule_confidence")}
    verbs = (*read_lexicon("reporting_verbs"), *read_lexicon("reporting_phrases"))
    summed_up = {f"act.{row['kind']}" for row in verbs if {"object", "topic"} & set(row["takes"].split())}
    assert measured | summed_up | {LEARNED} == set(RULES)
    if (network := load_network()) is not None:
        assert set(network.vocabulary["rule"]) <= set(RULES)


def test_nothing_depends_on_how_an_id_is_spelt() -> None:
    """What follows from a rule is a field of its row."""
    spelling = re.compile(r"""\brule\.(starts|ends)with\(|\brule (==|!=) ["']|\.rule (not )?in """)
    modules = {path.name: path.read_text(encoding="utf-8") for path in STATEMENTS.rglob("*.py")}
    assert {name: match.group() for name, text in modules.items() if (match := spelling.search(text))} == {}
