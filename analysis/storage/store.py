"""The results of every run in one DuckDB file: the four result tables and each article's text.

Every call opens the file, does its one thing and closes it again, so that readers and a writer take turns.
A batch is one transaction: after a crash it is there with all its rows or not at all.
"""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pandas as pd
import platformdirs
import pyarrow as pa

from analysis.fingerprint import fingerprint, package_version
from analysis.model import Article, ArticleResult
from analysis.own_words.active import active
from analysis.own_words.file import own_words_path
from analysis.source_overrides import own_list_path, read_own_list
from analysis.storage import corrections_table, word_lists
from analysis.storage.batches import article_of, merged, tables_of
from analysis.storage.conditions import conditions
from analysis.storage.connection import (
    StoreBrokenError,
    StoreBusyError,
    StoreError,
    StoreMissingError,
    connect,
    transaction,
)
from analysis.storage.correction import Correct, Correction
from analysis.storage.edits_table import apply_edits
from analysis.storage.override_views import apply_overrides
from analysis.tables.columns import RESULTS, names
from analysis.tables.frames import conform
from analysis.tables.result_view import article_key
from analysis.tables.selection import EVERYTHING, Selection

__all__ = [
    "Store",
    "StoreBrokenError",
    "StoreBusyError",
    "StoreError",
    "StoreMissingError",
    "current_fingerprint",
    "default_path",
    "tables_of",
]

_WRITING = threading.Lock()


def default_path() -> Path:
    """Where the store lies by default: ``quellenlage.duckdb`` in the user's data folder."""
    return Path(platformdirs.user_data_dir("quellenlage")) / "quellenlage.duckdb"


def current_fingerprint() -> str:
    """What an analysis depends on besides its text: the package's version and a hash of code and data."""
    return f"{package_version()}+{fingerprint()}"


class Store:
    """The result tables in one file; nothing is opened or created before the first call.

    ``wait`` is how long, in seconds, a busy file is tried again. What is read has passed the user's own list of
    sources (``own_list``, the default one where None); what is kept is as it was found, with corrections by hand in
    it. Corrections are read and applied in the transaction that writes, so none made meanwhile is lost. Each article
    is kept with the own list of words that it was analysed by; ``own_words`` is the file of the user's.
    """

    def __init__(
        self,
        path: Path | str | None = None,
        *,
        wait: float = 10.0,
        own_list: Path | None = None,
        own_words: Path | None = None,
    ) -> None:
        self.path = Path(path) if path is not None else default_path()
        self.wait = wait
        self._own_list, self._own_words = own_list, own_words

    @property
    def own_list(self) -> Path:
        """Where the user's own list of sources lies."""
        return self._own_list or own_list_path()

    @property
    def own_words(self) -> Path:
        """Where the user's own list of words lies."""
        return self._own_words or own_words_path()

    def add(self, results: Iterable[ArticleResult], correct: Correct | None = None) -> int:
        """Keep these results, all or none, in place of older ones of the same articles; how many articles.

        ``correct`` applies what people have said about the articles. Raises ``ValueError`` where there is such a
        correction and no ``correct``.
        """
        batch = {article_key(result.article): result for result in results}
        with self.writing() as connection:
            _put(connection, batch, correct)
        return len(batch)

    def replace(self, results: Mapping[str, ArticleResult], correct: Correct) -> None:
        """Keep the results of stored articles, given by key, in place of those that are there, all or none."""
        with self.writing() as connection:
            _put(connection, results, correct)

    def add_tables(self, batch: Sequence[Mapping[str, pd.DataFrame]]) -> list[Article]:
        """Keep rows made by ``tables_of``, all or none; the articles left out because somebody has corrected them.

        Corrections apply to whole results only: analyse these articles and ``add`` what comes out.
        """
        tables = merged(batch)
        with self.writing() as connection:
            said = corrections_table.of_articles(connection, tables["articles"]["article"])
            corrected = tables["articles"]["article"].isin(list(said))
            left = tables["articles"][corrected]
            if len(left):
                tables = {name: frame[~frame["article"].isin(list(said))] for name, frame in tables.items()}
            _put_tables(connection, tables)
        return [article_of(row) for row in left.to_dict("records")]

    def mark(self, grouped: pd.DataFrame) -> None:
        """Keep which article is a copy and which story it tells: columns article, copy_of, story."""
        with self.writing() as connection:
            connection.register("grouped", grouped)
            connection.execute(
                "UPDATE articles SET copy_of = g.copy_of, story = g.story FROM grouped g "
                "WHERE g.article = articles.article AND (articles.copy_of IS DISTINCT FROM g.copy_of "
                "OR articles.story IS DISTINCT FROM g.story)"
            )
            connection.unregister("grouped")

    def correct(self, correction: Correction, result: ArticleResult, correct: Correct) -> int:
        """Keep a correction and the result of its article with all corrections applied; the number it gets.

        ``result`` is what the analysis finds in the article, without any correction.
        """
        with self.writing() as connection:
            number = corrections_table.insert(connection, correction)
            _put(connection, {correction.article: result}, correct)
        return number

    def undo(self, numbers: Sequence[int], results: Mapping[str, ArticleResult], correct: Correct) -> None:
        """Take corrections back, all or none; ``results`` are what the analysis finds in their articles, by key."""
        with self.writing() as connection:
            corrections_table.mark_undone(connection, numbers)
            _put(connection, results, correct)

    def corrections(self, articles: Sequence[str] | None = None) -> list[Correction]:
        """Every correction of these articles, or of all, those undone too, in the order they were made."""
        if not self.exists():
            return []
        with self.reading() as connection:
            found = corrections_table.of_articles(connection, articles)
        return sorted((c for listed in found.values() for c in listed), key=lambda c: c.number)

    def delete(self, articles: Sequence[str]) -> None:
        """Remove these articles, given by key, and everything found in them."""
        with self.writing() as connection:
            _delete(connection, list(articles))

    def read(self, table: str, selection: Selection = EVERYTHING, columns: Sequence[str] | None = None) -> pd.DataFrame:
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
            f'SELECT t."{column}" AS value, count(*) AS n FROM {table} t {where} GROUP BY 1 ORDER BY n DESC, 1',
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

    def article(self, key: str) -> Article | None:
        """An article as it can be analysed again; None where the store has no such article."""
        rows = self._query("SELECT * FROM articles WHERE article = ?", [key]).to_dict("records")
        return article_of(rows[0]) if rows else None

    def current(self) -> frozenset[str]:
        """The keys of the articles whose results have the current fingerprint: resuming skips them.

        They were analysed by the own list of words that is followed now, or as good as.
        """
        if not self.exists():
            return frozenset()
        wanted = "SELECT article FROM articles WHERE fingerprint = ? AND coalesce(own_words, '') = ?"
        return frozenset(self._query(wanted, [current_fingerprint(), active().key])["article"])

    def exists(self) -> bool:
        """Whether the file is there."""
        return self.path.exists()

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection that sees the tables as they are to be read, for queries of the caller's own."""
        with connect(self.path, self.wait, write=False) as connection:
            apply_overrides(connection, read_own_list(self.own_list))
            yield connection

    @contextmanager
    def writing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection to the file as it is, in a transaction of the caller's own."""
        with _WRITING, connect(self.path, self.wait, write=True) as connection, transaction(connection):
            yield connection

    def _query(self, sql: str, values: list[object]) -> pd.DataFrame:
        with self.reading() as connection:
            return connection.execute(sql, values).df()


def _put(connection: duckdb.DuckDBPyConnection, results: Mapping[str, ArticleResult], correct: Correct | None) -> None:
    """Write the results, with corrections applied, in place of what the store has of these articles, by key."""
    made = corrections_table.of_articles(connection, results)
    standing = {key: listed for key, listed in made.items() if not all(correction.undone for correction in listed)}
    if standing and correct is None:
        raise ValueError(f"corrected articles cannot be replaced by uncorrected results: {sorted(standing)}")
    corrected = {key: correct(results[key], listed) for key, listed in standing.items()} if correct else {}
    tables = tables_of([corrected[key].result if key in corrected else result for key, result in results.items()])
    # The key of an article that was read from the store can differ where its title had white space to tidy up.
    keys = {article_key(result.article): key for key, result in results.items()}
    for frame in tables.values():
        frame["article"] = frame["article"].map(keys).astype("str")
    _put_tables(connection, tables)
    for done in corrected.values():
        corrections_table.note_found(connection, done.found)


def _put_tables(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pd.DataFrame]) -> None:
    articles = tables["articles"].assign(
        fingerprint=current_fingerprint(), created=datetime.now(UTC).isoformat(timespec="seconds")
    )
    apply_edits(connection, {**tables, "articles": articles})
    word_lists.note(connection, active())
    marks = connection.execute(
        "SELECT article, copy_of, story FROM articles WHERE article = ANY(?) AND (copy_of IS NOT NULL OR story "
        "IS NOT NULL)", [list(articles["article"])],
    ).fetchall()  # fmt: skip
    _delete(connection, list(articles["article"]))
    for table in RESULTS:
        # DuckDB reads a frame of pandas text by text, and Arrow's columns as they lie.
        frame = articles if table == "articles" else tables[table]
        connection.register("batch", pa.Table.from_pandas(frame, preserve_index=False))
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM batch")
        connection.unregister("batch")
    for key, copy_of, story in marks:  # which text is whose copy is not for the analysis to say
        connection.execute("UPDATE articles SET copy_of = ?, story = ? WHERE article = ?", [copy_of, story, key])


def _delete(connection: duckdb.DuckDBPyConnection, articles: list[str]) -> None:
    there = connection.execute("SELECT article FROM articles WHERE article = ANY(?)", [articles]).fetchall()
    if not there:  # as in most batches: looking through the larger tables is spared
        return
    for table in RESULTS:
        connection.execute(f"DELETE FROM {table} WHERE article = ANY(?)", [[key for (key,) in there]])
