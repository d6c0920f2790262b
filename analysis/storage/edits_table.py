"""The store's table of edits of articles, as rows that are about to be written need it; see ``article_edits``."""

from collections.abc import Mapping

import duckdb
import pandas as pd

from analysis.tables.columns import RESULTS


def apply_edits(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pd.DataFrame]) -> None:
    """Put the standing edits into rows that are about to be written."""
    keys = list(tables["articles"]["article"])
    rows = connection.execute("SELECT article, field, value FROM edits WHERE article = ANY(?)", [keys]).fetchall()
    for article, name, value in rows:
        for table in RESULTS:
            frame = tables[table]
            frame.loc[frame["article"] == article, name] = value
