"""Sources that are not of one country and institution in all of their articles, with a statement for each typing."""

from typing import NamedTuple

import pandas as pd

from analysis.storage.conditions import Where, conditions
from analysis.storage.counts import Source
from analysis.tables.selection import EVERYTHING, Selection

LIMIT = 200
"""Sources that are looked at, those with the most statements first."""
_NAMED = (Where("entity", ("-",), negated=True), Where("naming", ("named",)))
_EVIDENCE = ("article", "statement", "title", "outlet", "published", "speaker", "quote", "sentence")

_NAMES_IT = "contains(lower(sentence), lower(string_split(entity, ' ')[-1]))"
"""Whether the sentence has the last word of the name, and not only a pronoun for it."""


class Typings(NamedTuple):
    """``rows`` has a row per source and typing; ``sources`` is how many such sources there are in all."""

    rows: pd.DataFrame
    sources: int


def typings(source: Source, selection: Selection = EVERYTHING, *, limit: int = LIMIT) -> Typings:
    """Every named source that has several typings and several articles; of more than ``limit`` the most frequent.

    Columns: entity, country, institution, statements, articles, and of the surest statement that names the source so
    article, statement, title, outlet, published, speaker, quote, sentence. The most frequent come first.
    """
    where, values = conditions("statements", selection, only=_NAMED)
    evidence = ", ".join(f"s.{name}" for name in _EVIDENCE)
    sql = (
        f"WITH named AS (SELECT t.rowid AS place, t.* FROM statements t {where}), "
        "several AS (SELECT entity, count(*) AS n, count(*) OVER () AS sources FROM named GROUP BY entity "
        "HAVING (min(country) < max(country) OR min(institution) < max(institution)) AND min(article) < max(article) "
        "ORDER BY n DESC, entity LIMIT ?), "
        "typed AS (SELECT entity, country, institution, count(*) AS statements, count(DISTINCT article) AS articles, "
        f"arg_max(place, ({_NAMES_IT}, confidence, -place)) AS place "
        "FROM named SEMI JOIN several USING (entity) GROUP BY ALL) "
        f"SELECT typed.entity, typed.country, typed.institution, typed.statements, typed.articles, {evidence}, "
        "several.sources FROM typed JOIN several USING (entity) JOIN statements s ON s.rowid = typed.place "
        "ORDER BY several.n DESC, entity, typed.statements DESC, typed.country, typed.institution"
    )
    with source.reading() as connection:
        rows = connection.execute(sql, [*values, limit]).df()
    sources = int(rows["sources"].iloc[0]) if len(rows) else 0
    texts = dict.fromkeys(("entity", "country", "institution", *_EVIDENCE), "str")
    return Typings(rows.drop(columns="sources").astype(texts), sources)
