"""What a workbook calls its sheets, columns and values; by default as the column contract names them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from analysis.tables.columns import MEASURES, TABLES
from analysis.tables.fields import Column


@dataclass(frozen=True, slots=True)
class Wording:
    """Names and formats of a workbook.

    ``values`` gives the labels of a column's values, ``contract`` a unit or description as people read it. Without
    ``yes`` and ``no``, truth values stay what they are. ``words`` are the headings of the sheet that explains the rest.
    """

    table: Callable[[str], str] = str
    column: Callable[[str, str], str] = lambda table, name: name
    values: Callable[[str], Mapping[str, str]] = lambda column: {}
    contract: Callable[[str], str] = str
    yes: str | None = None
    no: str | None = None
    day: str = "yyyy-mm-dd"
    moment: str = "yyyy-mm-dd hh:mm"
    share: str = "0.0%"
    words: Mapping[str, str] = field(
        default_factory=lambda: {
            "about": "about", "sheet": "sheet", "rows": "rows", "column": "column", "name": "name", "unit": "unit",
            "meaning": "meaning", "value": "value", "label": "label",
        }
    )  # fmt: skip


def column_of(table: str, name: str) -> Column | None:
    """A column as its table's contract has it, else as any table or measure does; None where none knows it."""
    groups = (TABLES.get(table, ()), *TABLES.values(), MEASURES)
    return next((column for group in groups for column in group if column.name == name), None)
