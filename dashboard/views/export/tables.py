"""What the export page shows of a table: how many rows it has, and the first of them."""

from dataclasses import replace

import pandas as pd

from analysis.corrections.table import corrections_table
from analysis.export.summaries import SUMMARIES, by_article, by_source
from analysis.storage.rows import distinct
from analysis.tables.columns import RESULTS
from dashboard.components import layout
from dashboard.corpus import Corpus, cached_query

PREVIEW = 1000
"""Rows of a table that are shown."""


def exported(corpus: Corpus, name: str) -> tuple[int, pd.DataFrame]:
    """How many rows a table has for export, and the first ``PREVIEW`` of them."""
    if name in RESULTS:
        return corpus.number(name), corpus.rows(name, limit=PREVIEW)
    if name == "by_article":
        first = tuple(corpus.rows("articles", limit=PREVIEW)["article"])
        part = corpus._replace(selection=replace(corpus.selection, articles=first))
        return corpus.size().articles, cached_query(part, by_article)
    if name == "by_source":
        return cached_query(corpus, distinct, "statements", ("entity",)), cached_query(
            corpus, by_source, top=layout.LISTED
        )
    found = cached_query(corpus, corrections_table if name == "corrections" else SUMMARIES[name])
    return len(found), found
