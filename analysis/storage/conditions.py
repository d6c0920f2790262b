"""A selection as the WHERE of a query: placeholders and their values, never values inside the SQL.

It is the rule of ``analysis.tables.selection`` once more for the database; a test holds the two together.
"""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.storage.topic import has_words
from analysis.storage.virtual_tables import PORTION, PORTIONS, WORDS, base_of, expression
from analysis.tables.columns import TABLES, names
from analysis.tables.selection import IN_STATEMENTS, Selection

_Clause = tuple[str, list[object]]
_MISSING = {column.name for column in TABLES["statements"] if column.nullable}
"""Columns of statements in which "" stands for a missing value."""


class Where(NamedTuple):
    """``column IN values``, ``NOT IN`` with ``negated``; "" stands for missing text."""

    column: str
    values: tuple[object, ...]
    negated: bool = False


class ContainsWords(NamedTuple):
    """Statements whose quote contains the phrase (lower-case words, one blank between); an empty phrase matches all.

    ``portions`` keeps those of a sample: so many in a thousand, always the same.
    """

    words: str = ""
    portions: int = PORTIONS


Condition = Where | ContainsWords
"""What narrows a selection further."""


def conditions(
    table: str, selection: Selection, *further: str, only: Sequence[Condition] = ()
) -> tuple[str, list[object]]:
    """The WHERE clause for rows of ``table``, called ``t``, and the values of its placeholders in order.

    ``further`` are conditions of the caller's own, without values; ``only`` narrows by any column that
    ``analysis.storage.virtual_tables`` knows, and raises ``KeyError`` for others. Where everything passes it is empty.
    """
    found = [_said(where) if isinstance(where, ContainsWords) else _where(table, where) for where in only]
    table = base_of(table)
    found += _by_article(table, selection)
    if table == "statements":
        found += _by_statement("t", selection)
    elif table in ("hedges", "sentences") and selection.by_statement:
        inner = _by_statement("s", selection)
        sql = " AND ".join(["s.article = t.article", "s.statement = t.statement", *(text for text, _ in inner)])
        if selection.sections:
            sql, inner = f"{sql} AND s.section = ANY(?)", [*inner, ("", [list(selection.sections)])]
        found.append((f"EXISTS (SELECT 1 FROM statements s WHERE {sql})", [v for _, vs in inner for v in vs]))
    texts = [text for text, _ in found] + list(further)
    return ("WHERE " + " AND ".join(texts) if texts else ""), [v for _, values in found for v in values]


def _where(table: str, where: Where) -> _Clause:
    column = expression(table, where.column)
    if not where.values:
        return ("true" if where.negated else "false"), []
    return f"{'NOT ' if where.negated else ''}{column} = ANY(?)", [list(where.values)]


def _said(said: ContainsWords) -> _Clause:
    found = f"contains(' ' || array_to_string({WORDS}, ' ') || ' ', ' ' || ? || ' ')" if said.words else "true"
    values: list[object] = [said.words] if said.words else []
    # Cut into words only where it must be: that takes longest.
    drawn = f"CASE WHEN {PORTION} < ? THEN {found} ELSE false END"
    return (drawn, [said.portions, *values]) if said.portions < PORTIONS else (found, values)


def _by_article(table: str, selection: Selection) -> list[_Clause]:
    found: list[_Clause] = []
    if selection.articles:
        found.append(("t.article = ANY(?)", [list(selection.articles)]))
    if selection.outlets:
        found.append(("coalesce(t.outlet, '') = ANY(?)", [list(selection.outlets)]))
    if selection.start:
        found.append(("left(t.published, 10) >= ?", [selection.start[:10]]))
    if selection.end:
        found.append(("left(t.published, 10) <= ?", [selection.end[:10]]))
    if selection.topic:
        found.append(_about("t" if table == "articles" else "", selection.topic))
    if selection.originals:
        found.append(("t.article NOT IN (SELECT article FROM articles WHERE copy_of IS NOT NULL)", []))
    if selection.sections and "section" in names(table):
        found.append(("t.section = ANY(?)", [list(selection.sections)]))
    return found


def _about(articles: str, topic: tuple[str, ...]) -> _Clause:
    """What the words of a topic ask of ``articles``, or of the article of ``t`` where that is another table."""
    sql, values = has_words(articles or "a", topic)
    return (sql if articles else f"t.article IN (SELECT a.article FROM articles a WHERE {sql})"), values


def _by_statement(alias: str, selection: Selection) -> list[_Clause]:
    found: list[_Clause] = []
    for name, column in IN_STATEMENTS.items():
        if wanted := getattr(selection, name):
            value = f'{alias}."{column}"'
            value = f"coalesce({value}, '')" if column in _MISSING else value
            found.append((f"{value} = ANY(?)", [list(wanted)]))
    if selection.withheld is not None:
        found.append((f"{alias}.withheld = ?", [selection.withheld]))
    if selection.hedged is not None:
        found.append((f"({alias}.hedges > 0) = ?", [selection.hedged]))
    if selection.relayed is not None:
        found.append((f"(coalesce({alias}.via_kind, '') = 'relay') = ?", [selection.relayed]))
    return found
