"""Counts of the expressions, one to three words long, in the statements of two selections.

Words are counted where they lie, in DuckDB, and only those frequent enough come out. Of a large selection a sample of
statements is read, always the same one.
"""

from typing import NamedTuple

import pandas as pd

from analysis.language.function_words import empty_words
from analysis.storage.conditions import Condition, ContainsWords, Where, conditions
from analysis.storage.counts import Source
from analysis.storage.rows import number
from analysis.storage.virtual_tables import PORTIONS, WORDS
from analysis.tables.selection import EVERYTHING, Selection

SAMPLE = 10_000
"""Statements of a selection beyond which about so many are read."""
RARE = 3
"""Expressions in fewer statements of both selections together are left out."""
_SIDE = f"""(
    SELECT expression, count(*) AS said, count(DISTINCT article) AS articles, mode(
        CASE WHEN contains(lower(quote), expression)
        THEN substr(quote, strpos(lower(quote), expression), length(expression)) END) AS form
    FROM (SELECT article, quote, unnest(list_distinct(list_concat(words,
            list_transform(range(1, len(words)), lambda i: words[i] || ' ' || words[i + 1]),
            list_transform(range(1, len(words) - 1), lambda i: words[i] || ' ' || words[i + 1] || ' ' || words[i + 2])
        ))) AS expression
        FROM (SELECT article, quote, {WORDS} AS words FROM statements t %s))
    GROUP BY expression)"""
_ALL = "(sum(coalesce({side}.said, 0)) OVER (PARTITION BY len(string_split(expression, ' '))))::BIGINT"
_BOTH = f"""
    SELECT expression, coalesce(l.form, r.form, expression) AS form,
        coalesce(l.said, 0) AS "left", coalesce(l.articles, 0) AS left_articles, {_ALL.format(side="l")} AS left_all,
        coalesce(r.said, 0) AS "right", coalesce(r.articles, 0) AS right_articles, {_ALL.format(side="r")} AS right_all
    FROM %s l FULL JOIN %s r USING (expression)
    QUALIFY coalesce(l.said, 0) + coalesce(r.said, 0) >= {RARE} ORDER BY expression"""


class Sample(NamedTuple):
    """Which statements of a selection are read, as conditions; how many these are, and of how many."""

    only: tuple[Condition, ...]
    portions: int
    read: int
    of: int


class Expressions(NamedTuple):
    """Counts as ``measures.distinctive`` wants them, and what was read for them of either selection."""

    counts: pd.DataFrame
    left: Sample
    right: Sample


def expressions(source: Source, other: Selection, selection: Selection = EVERYTHING) -> Expressions:
    """The expressions of what ``selection`` (left) and ``other`` (right) report; what was withheld is not read.

    Columns of the counts: expression, form (as it is mostly written), and for either side (left, right) the statements
    that have it, _articles, and _all: the sum of these statements over all expressions of this length.
    """
    samples = [sample(source, side) for side in (selection, other)]
    pairs = zip((selection, other), samples, strict=True)
    clauses = [conditions("statements", side, only=part.only) for side, part in pairs]
    sql = _BOTH % tuple(_SIDE % where for where, _ in clauses)
    with source.reading() as connection:
        found = connection.execute(sql, [value for _, values in clauses for value in values]).df()
    empty = empty_words()
    bare = [not empty.isdisjoint(words[:1] + words[-1:]) for words in found["expression"].str.split()]
    return Expressions(found.drop(index=found.index[bare]).reset_index(drop=True), *samples)


def sample(source: Source, selection: Selection = EVERYTHING) -> Sample:
    """The statements of a selection, without withheld ones, or about ``SAMPLE`` of them."""
    not_withheld = Where("withheld", (False,))
    whole = number(source, "statements", selection, only=[not_withheld])
    portions = PORTIONS if whole <= SAMPLE else max(PORTIONS * SAMPLE // whole, 1)
    only = (not_withheld, ContainsWords(portions=portions))
    return Sample(only, portions, number(source, "statements", selection, only=only), whole)
