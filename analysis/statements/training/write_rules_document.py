"""Writes docs/rules.md from the table of rules.

python -m analysis.statements.training.write_rules_document
"""

from pathlib import Path

from analysis.statements.frames.rule_table import RULES

PATH = Path(__file__).parents[3] / "docs" / "rules.md"
_TEXT = """\
# Rules for statements

Every statement carries the id of its rule: column `rule` of the tables, field `rule` of the JSON results. The rules
read a document first; the trained model then corrects quotes and roles, and keeps the id of the rule whose statement
it confirms. How often each rule is right is counted in `data/lexicons/rule_confidence.tsv`.

Written from `analysis/statements/frames/rule_table.py` by
`python -m analysis.statements.training.write_rules_document`.

| rule | family | matches | example |
|---|---|---|---|
"""


def rules_document() -> str:
    """The text of docs/rules.md: the table of rules as Markdown."""
    rows = [f"| `{rule.id}` | {rule.family} | {rule.matches} | {rule.example} |" for rule in RULES.values()]
    return _TEXT + "".join(row.replace("\n", "<br>") + "\n" for row in rows)


if __name__ == "__main__":
    PATH.write_text(rules_document(), encoding="utf-8")
