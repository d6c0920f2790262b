"""The results of every run in one DuckDB file: the four result tables and each article's text.

Every call opens the file, does its one thing and closes it again, so that readers and a writer take turns.
A batch is one transaction: after a crash it is there with all its rows or not at all.
"""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pandas as pd
import platformdirs

from analysis.database import (
    StoreBrokenError,
    StoreBusyError,
    StoreError,
    StoreMissingError,
    connect,
    transaction,
)
from analysis.methods import package_version
from analysis.model import ArticleResult
from analysis.own_list import own_list_path, read_own_list
from analysis.own_views import lay_over
from analysis.query import conditions
from analysis.resources import fingerprint
from analysis.tables.columns import RESULTS, names
from analysis.tables.frames import conform, frames
from analysis.tables.selection import EVERYTHING, Selection
from analysis.tables.view import article_key, storable

__all__ = [
    "Store",
    "StoreBrokenError",
    "StoreBusyError",
    "StoreError",
    "StoreMissingError",
    "current_fingerprint",
    "default_path",
]

_WRITING = threading.Lock()


def default_path() -> Path:
    """Where the store lies unless told otherwise: ``quellenlage.duckdb`` in the user's data folder."""
    return Path(platformdirs.user_data_dir("quellenlage")) / "quellenlage.duckdb"


def current_fingerprint() -> str:
    """What an analysis depends on besides its text: the package's version and a hash of its data files."""
    return f"{package_version()}+{fingerprint()}"


class Store:
    """The result tables in one file; nothing is opened or created before the first call.

    ``wait`` is how long, in seconds, a busy file is tried again. What is read has passed the user's own list of
    sources (``own_list``, the default one where None); what is kept is as it was found.
    """

    def __init__(
        self, path: Path | str | None = None, *, wait: float = 10.0, own_list: Path | None = None
    ) -> None:
        self.path = Path(path) if path is not None else default_path()
        self.wait = wait
        self._own_list = own_list

    @property
    def own_list(self) -> Path:
        """Where the user's own list of sources lies."""
        return self._own_list or own_list_path()

    def add(self, results: Iterable[ArticleResult]) -> int:
        """Keep these results, all or none, in place of older ones of the same articles; how many articles."""
        batch = list(results)
        tables = frames(batch)
        articles = tables["articles"]
        texts = {article_key(result.article): storable(result.article.text) for result in batch}
        articles["text"] = articles["article"].map(texts).astype("str")
        articles["fingerprint"] = current_fingerprint()
        articles["created"] = datetime.now(UTC).isoformat(timespec="seconds")
        with _WRITING, connect(self.path, self.wait, write=True) as connection, transaction(connection):
            _delete(connection, list(texts))
            for table in RESULTS:
                connection.register("batch", tables[table])
                connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM batch")
                connection.unregister("batch")
        return len(articles)

    def delete(self, articles: Sequence[str]) -> None:
        """Remove these articles, given by key, and everything found in them."""
        with _WRITING, connect(self.path, self.wait, write=True) as connection, transaction(connection):
            _delete(connection, list(articles))

    def read(
        self, table: str, selection: Selection = EVERYTHING, columns: Sequence[str] | None = None
    ) -> pd.DataFrame:
        """One of the four result tables with the contract's columns (or some of them), as far as selected.

        Rows are ordered by article and then as they stand in it. An empty store gives an empty frame. Raises
        ``KeyError`` for a table or column outside the contract.
        """
        wanted = list(columns) if columns is not None else names(table)
        if table not in RESULTS or not set(wanted) <= set(names(table)):
            raise KeyError(f"no such table or column: {table} {wanted}")
        where, values = conditions(table, selection)
        chosen = ", ".join(f't."{name}"' for name in wanted)
        frame = self._query(f"SELECT {chosen} FROM {table} t {where} ORDER BY t.article, t.rowid", values)
        return conform(frame, table)

    def read_all(self, selection: Selection = EVERYTHING) -> dict[str, pd.DataFrame]:
        """The four result tables as far as selected."""
        return {table: self.read(table, selection) for table in RESULTS}

    def count(self, table: str, selection: Selection = EVERYTHING) -> int:
        """How many rows of a result table are selected."""
        if table not in RESULTS:
            raise KeyError(table)
        where, values = conditions(table, selection)
        return int(self._query(f"SELECT count(*) AS n FROM {table} t {where}", values)["n"].iloc[0])

    def values(self, table: str, column: str, selection: Selection = EVERYTHING) -> "pd.Series[int]":
        """The different values of a column with their number of rows, most frequent first, none missing."""
        if table not in RESULTS or column not in names(table):
            raise KeyError(f"no such table or column: {table} {column}")
        where, values = conditions(table, selection, f't."{column}" IS NOT NULL')
        frame = self._query(
            f'SELECT t."{column}" AS value, count(*) AS n FROM {table} t {where} GROUP BY 1 '
            "ORDER BY n DESC, 1",
            values,
        )
        return frame.set_index("value")["n"].astype("int64")

    def articles(self) -> pd.DataFrame:
        """The table ``articles`` and two more columns: ``fingerprint`` of the analysis, time ``created``."""
        chosen = ", ".join(f'"{name}"' for name in [*names("articles"), "fingerprint", "created"])
        frame = self._query(f"SELECT {chosen} FROM articles ORDER BY article", [])
        return conform(frame, "articles").astype({"fingerprint": "str", "created": "str"})

    def text(self, article: str) -> str | None:
        """The text of an article, as spans count it; None where the store has no such article."""
        found = self._query("SELECT text FROM articles WHERE article = ?", [article])
        return str(found["text"].iloc[0]) if len(found) else None

    def current(self) -> frozenset[str]:
        """The keys of all articles that this version analysed with these data files: resuming skips them."""
        if not self.exists():
            return frozenset()
        frame = self._query("SELECT article FROM articles WHERE fingerprint = ?", [current_fingerprint()])
        return frozenset(frame["article"])

    def is_current(self, article: str) -> bool:
        """Whether the results of this one article need no new analysis."""
        return article in self.current()

    def exists(self) -> bool:
        """Whether the file is there."""
        return self.path.exists()

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection that sees the tables as they are to be read, for queries of the caller's own."""
        with connect(self.path, self.wait, write=False) as connection:
            lay_over(connection, read_own_list(self.own_list))
            yield connection

    def _query(self, sql: str, values: list[object]) -> pd.DataFrame:
        with self.reading() as connection:
            return connection.execute(sql, values).df()


def _delete(connection: duckdb.DuckDBPyConnection, articles: list[str]) -> None:
    for table in RESULTS:
        connection.execute(f"DELETE FROM {table} WHERE article = ANY(?)", [articles])
