"""The corpus that is shown, the packaged demo or the user's own store, and cached queries on it.

Nothing here loads a corpus: pages get counts, made by DuckDB and kept until the file changes, and single pages of rows.
"""

import argparse
import hashlib
import pickle
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar, cast

import pandas as pd
import platformdirs
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from analysis.own_words.file import read_own_words
from analysis.resources import data_root, seeds_root
from analysis.storage import corpora, counts, rows
from analysis.storage.conditions import Condition, Where
from analysis.storage.correction import Correction
from analysis.storage.counts import Memory, Source, Unit
from analysis.storage.migrations import SCHEMA
from analysis.storage.rows import NOTHING, Size
from analysis.storage.stale_words import stale
from analysis.storage.store import Store, current_fingerprint, default_path, tables_of
from analysis.storage.word_lists import Due
from analysis.tables.frames import frames
from analysis.tables.selection import EVERYTHING, Selection
from dashboard.i18n.language import say

DEMO, OWN = "demo", "own"
_LAST_OWN = "eigener-korpus"
_Result = TypeVar("_Result")


def given() -> Path | None:
    """The file named by ``--store`` on the command line: then it is the only corpus of the user's."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--store", type=Path)
    path: Path | None = parser.parse_known_args(sys.argv[1:])[0].store
    return path


def own_names() -> list[str]:
    """The user's corpora: the default one or that of the command line, then the others by their names."""
    return [OWN] if given() else [OWN, *corpora.names()]


def own_name() -> str:
    """The corpus of the user's that texts go into: the one chosen, or the last that was."""
    # Without a page Streamlit has no session and would warn.
    name = st.session_state.get(_LAST_OWN, OWN) if get_script_run_ctx(suppress_warning=True) else OWN
    return str(name) if name in own_names() else OWN


def own_store() -> Store:
    """The store of ``own_name``."""
    return store_of(own_name())


def title(name: str) -> str:
    """What a corpus is called on the page."""
    return say(f"corpus.{name}") if name in (DEMO, OWN) else name


def choose(name: str) -> None:
    """Remember that a corpus is chosen."""
    if name != DEMO:
        st.session_state[_LAST_OWN] = name


def holding(article: str) -> str | None:
    """The corpus of the user's that has an article with this key, the one in use first."""
    listed = [own_name(), *(name for name in own_names() if name != own_name())]
    return next((name for name in listed if Corpus(store_of(name)).text(article)), None)


@st.cache_resource(show_spinner=False)
def demo_store() -> Store:
    """The demo articles and the founding article, really analysed, kept in the user's cache folder."""
    store = Store(_demo_path(), wait=10.0)
    sources = [data_root() / "demo" / "demo.jsonl", seeds_root()]
    # What the results were made of lies beside them: as long as it holds, the analysis need not even be loaded.
    note, made_of = store.path.with_suffix(".txt"), _made_of(sources)
    if not store.exists() or not note.exists() or note.read_bytes() != made_of:
        _analyse(store, sources)
        with suppress(OSError):  # without it the next start takes longer, no more
            note.write_bytes(made_of)
    return store


def _made_of(sources: Sequence[Path]) -> bytes:
    """What an analysis of these files depends on, in one hash."""
    digest = hashlib.sha256(current_fingerprint().encode())
    for source in sources:
        for path in sorted(source.rglob("*")) if source.is_dir() else [source]:
            if path.is_file():
                digest.update(path.read_bytes())
    return digest.hexdigest().encode()


def _analyse(store: Store, sources: Sequence[Path]) -> None:
    """Analyse what of these files is not current in the store; what is no longer in them leaves it."""
    from analysis.batch.run import analyse_into
    from analysis.reading.files import read_paths
    from analysis.stories.group import group

    report = analyse_into(store, list(read_paths(sources)))
    stale = set(store.articles()["article"]) - set(report.keys)
    if stale:
        store.delete(sorted(stale))
    if report.analysed or stale:
        group(store)


def store_of(corpus: str) -> Store:
    """The store behind a corpus name; ``CorpusNameError`` for what is none."""
    if corpus == OWN:
        return Store(given() or default_path(), wait=3.0)
    if corpus != DEMO:
        return Store(corpora.path_of(corpus), wait=3.0)
    with st.spinner(say("corpus.waiting")):
        return demo_store()


def _demo_path() -> Path:
    return Path(platformdirs.user_cache_dir("quellenlage")) / f"demo-{SCHEMA}.duckdb"


def name_of(store: Store) -> str:
    """What a corpus is called: the demo, the own one, or by the file of another."""
    if store.path == _demo_path():
        return say("corpus.demo")
    return say("corpus.own") if store.path == default_path() else store.path.stem


class Corpus(NamedTuple):
    """A store and what of it is selected: all that a page looks at."""

    store: Store
    selection: Selection = EVERYTHING

    @property
    def source(self) -> Source:
        """What is read; an empty corpus where there is no file yet."""
        return self.store if self.store.exists() else _nothing()

    def size(self) -> Size:
        """How much is selected."""
        return cached_query(self, rows.size) if self.store.exists() else NOTHING

    def counts(
        self,
        table: str,
        *by: str,
        sums: Sequence[str] = (),
        only: Sequence[Where] = (),
        top: Mapping[str, int] | None = None,
        unit: Unit | None = None,
    ) -> pd.DataFrame:
        """The counts that a measure reads; see ``analysis.storage.counts.counts``."""
        return cached_query(self, counts.counts, table, by, sums=tuple(sums), only=tuple(only), top=top, unit=unit)

    def hedging(
        self, *by: str, only: Sequence[Where] = (), said: bool | None = None
    ) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Words, and the hedges in them, as ``analysis.measures.hedge_rate`` wants them."""
        return cached_query(self, counts.hedging, by, only=tuple(only), said=said)

    def number(self, table: str, only: Sequence[Condition] = ()) -> int:
        """How many rows of a table are selected."""
        return cached_query(self, rows.number, table, only=tuple(only))

    def rows(
        self,
        table: str,
        only: Sequence[Condition] = (),
        *,
        order: Sequence[str] = (),
        limit: int = 100,
        offset: int = 0,
    ) -> pd.DataFrame:
        """Some of the rows of a table, as ``analysis.storage.rows.page`` has them."""
        return cached_query(self, rows.page, table, only=tuple(only), order=tuple(order), limit=limit, offset=offset)

    def values(self, table: str, column: str, limit: int = 200) -> list[str]:
        """The most frequent values of a column."""
        return [str(value) for value in cached_query(self, rows.values, table, column, limit=limit).index]

    def articles(self, search: str = "", limit: int = 200) -> pd.DataFrame:
        """Articles to choose from, the earliest first."""
        return cached_query(self, rows.articles, search=search, limit=limit)

    def keys(self) -> list[str]:
        """The keys of the articles."""
        return cached_query(self, rows.keys)

    def text(self, article: str) -> str:
        """The text of an article, empty where there is none."""
        return _text(self.store, repr((_stamp(self.store), article)), article)

    def corrections(self, article: str | None = None) -> list[Correction]:
        """The corrections of an article, or of the whole store whatever is selected."""
        return _corrections(self.store, repr((_stamp(self.store), article)), article)

    def known(self, column: str, names: Sequence[str]) -> set[str]:
        """Which of the names a column of the statements has."""
        only = [Where(column, tuple(names))]
        return set(self.counts("statements", column, only=only, unit="none")[column])


@cache
def _nothing() -> Memory:
    return Memory(tables_of([]))


def result_tables(store: Store, selection: Selection = EVERYTHING) -> dict[str, pd.DataFrame]:
    """The four result tables of a few articles; read again only when the file has changed."""
    return _result_tables(store, repr((_stamp(store), selection)), selection)


def cached_query(corpus: Corpus, query: Callable[..., _Result], *args: object, **kwargs: object) -> _Result:
    """What ``query(source, *args, selection=…, **kwargs)`` gives, cached until the file or the own list changes.

    The arguments must tell itself apart by its ``repr``, as texts, numbers, tuples and named tuples do.
    """
    name = f"{query.__module__}.{query.__qualname__}"
    key = repr((name, _stamp(corpus.store), corpus.selection, args, kwargs))
    return cast(_Result, _cached(corpus, query, key, args, kwargs))


def words_due(store: Store) -> Due:
    """The articles whose results follow another own list of words than the user's."""
    return of_store(store, _words_due)


def _words_due(store: Store) -> Due:
    return stale(store, read_own_words(store.own_words))


def of_store(store: Store, query: Callable[..., _Result], *args: object) -> _Result:
    """What ``query(store, *args)`` gives, cached as ``cached_query`` does."""
    key = repr((f"{query.__module__}.{query.__qualname__}", _stamp(store), args))
    return cast(_Result, _of_store(store, query, key, args))


def _stamp(store: Store) -> tuple[object, ...]:
    """Which store it is, and what changes when it or one of the user's own lists changes."""
    # While somebody reads, a change may stand beside the file for a time.
    beside = store.path.with_name(f"{store.path.name}.wal")
    paths = (store.path, beside, store.own_list, store.own_words)
    files = [path.stat() if path.exists() else None for path in paths]
    return str(store.path), *((stat.st_mtime_ns, stat.st_size) if stat else None for stat in files)


def measured(measure: Callable[..., _Result], *counted: object, **options: object) -> _Result:
    """What ``measure(*counted, **options)`` gives for frames of counts, cached: pages measure anew at every click."""
    name = f"{measure.__module__}.{measure.__qualname__}"
    return cast(_Result, _measured(measure, name, counted, options))


# What is kept is found by one text: Streamlit takes longer to hash a selection than to do all else here.
@st.cache_data(show_spinner=False, max_entries=500)
def _cached(
    _corpus: Corpus, _query: Callable[..., object], key: str, _args: tuple[object, ...], _kwargs: dict[str, object]
) -> object:
    return _query(_corpus.source, *_args, selection=_corpus.selection, **_kwargs)


# Pickled, frames are told apart eight times as fast as by Streamlit's own hash.
@st.cache_data(show_spinner=False, max_entries=500, hash_funcs={pd.DataFrame: pickle.dumps})
def _measured(
    _measure: Callable[..., object], name: str, counted: tuple[object, ...], options: dict[str, object]
) -> object:
    return _measure(*counted, **options)


@st.cache_data(show_spinner=False, max_entries=50)
def _of_store(_store: Store, _query: Callable[..., object], key: str, _args: tuple[object, ...]) -> object:
    return _query(_store, *_args)


@st.cache_data(show_spinner=False, max_entries=8)
def _result_tables(_store: Store, key: str, _selection: Selection) -> dict[str, pd.DataFrame]:
    return _store.read_all(_selection) if _store.exists() else frames([])


@st.cache_data(show_spinner=False, max_entries=8)
def _text(_store: Store, key: str, _article: str) -> str:
    return (_store.text(_article) or "") if _store.exists() else ""


@st.cache_data(show_spinner=False, max_entries=8)
def _corrections(_store: Store, key: str, _article: str | None) -> list[Correction]:
    return _store.corrections(None if _article is None else [_article])
