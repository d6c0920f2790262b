"""Which corpus is shown: the demo that travels with the package, or the user's own store."""

import argparse
import sys
from pathlib import Path

import pandas as pd
import platformdirs
import streamlit as st

from analysis.batch import analyse_into
from analysis.database import SCHEMA
from analysis.reading.files import read_paths
from analysis.resources import data_root, seeds_root
from analysis.store import Store, default_path
from analysis.tables.frames import frames as no_results
from analysis.tables.selection import EVERYTHING, Selection

DEMO, OWN = "demo", "own"
NAMES = {DEMO: "Demo", OWN: "Eigener Korpus"}


def own_store() -> Store:
    """The user's store: the one named by ``--store`` on the command line, else the default one."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--store", type=Path)
    return Store(parser.parse_known_args(sys.argv[1:])[0].store or default_path(), wait=3.0)


@st.cache_resource(show_spinner="Der Demo-Korpus wird ausgewertet …")
def demo_store() -> Store:
    """The demo articles and the founding article, really analysed, kept in the user's cache folder."""
    store = Store(Path(platformdirs.user_cache_dir("quellenlage")) / f"demo-{SCHEMA}.duckdb", wait=10.0)
    inputs = list(read_paths([data_root() / "demo" / "demo.jsonl", seeds_root()]))
    report = analyse_into(store, inputs)
    stale = set(store.articles()["article"]) - set(report.keys)
    if stale:
        store.delete(sorted(stale))
    return store


def store_of(corpus: str) -> Store:
    """The store behind a corpus name."""
    return own_store() if corpus == OWN else demo_store()


def frames(store: Store, selection: Selection = EVERYTHING) -> dict[str, pd.DataFrame]:
    """The four result tables as far as selected; read again only when the file has changed."""
    return _frames(str(store.path), _stamp(store), selection)


def options(store: Store, table: str, column: str) -> list[str]:
    """The values of a column that occur, most frequent first."""
    return _options(str(store.path), _stamp(store), table, column)


def _stamp(store: Store) -> tuple[int, ...]:
    """What changes when the store or the user's own list of sources changes."""
    files = [path.stat() for path in (store.path, store.own_list) if path.exists()] if store.exists() else []
    return tuple(number for stat in files for number in (stat.st_mtime_ns, stat.st_size))


@st.cache_data(show_spinner=False, max_entries=8)
def _frames(path: str, stamp: tuple[int, ...], selection: Selection) -> dict[str, pd.DataFrame]:
    store = Store(path)
    return store.read_all(selection) if store.exists() else no_results([])


@st.cache_data(show_spinner=False, max_entries=64)
def _options(path: str, stamp: tuple[int, ...], table: str, column: str) -> list[str]:
    store = Store(path)
    return [str(value) for value in store.values(table, column).index] if store.exists() else []
