"""How an Excel workbook speaks the language of the page."""

import re
from collections.abc import Mapping

from analysis.export.wording import Wording
from analysis.tables.columns import TABLES
from dashboard.i18n import labels, language
from dashboard.i18n.language import say

_HEADINGS = ("about", "sheet", "rows", "column", "name", "unit", "meaning", "value", "label")
_LONGEST = 31
"""Characters of the name of a sheet."""


def wording() -> Wording:
    """Names of sheets, columns and values, and the formats of days and shares, in the language spoken."""
    return Wording(
        table=lambda name: sheet_name(labels.TABLE.get(name, name)),
        column=_column,
        values=_values,
        contract=language.contract,
        yes=say("report.yes"),
        no=say("report.no"),
        day=say("workbook.day"),
        moment=say("workbook.moment"),
        share=say("workbook.share"),
        words={name: say(f"workbook.{name}") for name in _HEADINGS},
    )


def sheet_name(words: str) -> str:
    """The words as Excel takes them for the name of a sheet."""
    return re.sub(r"[\[\]:*?/\\]", " ", words)[:_LONGEST].strip(" '") or "1"


def _column(table: str, name: str) -> str:
    if table in TABLES:
        return language.columns_of(table)[name]
    return labels.CHART_COLUMN.get(name) or language.column(name)


def _values(column: str) -> Mapping[str, str]:
    return labels.VALUES.get(column, {})
