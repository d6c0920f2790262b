"""Makes a store of any size in a minute, to try pages and queries on.

``python -m benchmarks.scale.synthetic FILE [ARTICLES]`` writes the results of the demo and founding articles many times
over, with other outlets, days and names.
"""

import argparse
import time
from pathlib import Path

from analysis.batch.run import analyse_into
from analysis.reading.files import read_paths
from analysis.resources import data_root, seeds_root
from analysis.storage.connection import connect, transaction
from analysis.storage.store import Store
from analysis.tables.columns import RESULTS

OUTLETS, DAYS, SOURCES = 60, 730, 5000
"""How many outlets, days and differently named sources there are at most."""
COPY = 500
"""Copies of every article in one transaction."""


def main(path: Path, articles: int = 100_000) -> None:
    """Make the store at ``path``, which must not be there yet."""
    began = time.monotonic()
    if path.exists():
        raise SystemExit(f"{path} is there already")
    store = Store(path)
    base = len(analyse_into(store, read_paths([data_root() / "demo" / "demo.jsonl", seeds_root()])).keys)
    with connect(path, 10.0, write=True) as connection:
        for table in RESULTS:
            connection.execute(f"CREATE TEMP TABLE base_{table} AS SELECT * FROM {table}")
            connection.execute(f"DELETE FROM {table}")
        for first in range(0, -(-articles // base), COPY):
            last = min(first + COPY, -(-articles // base))
            with transaction(connection):
                for table in RESULTS:
                    connection.execute(_copies(table), [first, last])
    counts = {table: store.count(table) for table in RESULTS}
    print(f"{counts} in {time.monotonic() - began:.0f} s, {path.stat().st_size / 1e6:.0f} MB")


def _copies(table: str) -> str:
    """Copies number ? to ? (exclusive), article by article, each with an outlet, day and names of its own."""
    where = "hash(b.article, i)"
    changed = [
        "md5(b.article || i)[:16] AS article",
        f"'Blatt ' || ({where} % {OUTLETS} % (1 + i % {OUTLETS})) AS outlet",
        f"strftime(DATE '2024-01-01' + ({where} // 64 % {DAYS})::INTEGER, '%Y-%m-%d') AS published",
        "b.title || ' ' || i AS title",
    ]
    if table == "articles":
        changed.append("b.id || '-' || i AS id")
    if table == "statements":
        named = f"CASE WHEN b.entity <> '-' AND hash(b.entity, i) % 3 = 0 THEN b.entity || ' ' || hash(i) % {SOURCES}"
        changed.append(f"{named} ELSE b.entity END AS entity")
    columns = ", ".join(changed)
    return (
        f"INSERT INTO {table} BY NAME SELECT b.* REPLACE ({columns}) "
        f"FROM range(?, ?) AS copies(i), base_{table} b ORDER BY i, b.article, b.rowid"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", metavar="FILE", type=Path)
    parser.add_argument("articles", nargs="?", type=int, default=100_000)
    main(**vars(parser.parse_args()))
