"""A random sample of findings, judged by people, in an order fixed by hashes instead of a draw.

Every place has a fixed random number, a hash of its article and spans. Reviewing shows the places in the order of these
numbers; those that come before the first one nobody has spoken about are a random sample, judged in full. Corrections
made elsewhere, which are mostly of errors, enter only where the order has come past them: they bias nothing.
"""

import hashlib
from dataclasses import dataclass

import pandas as pd

from analysis.corrections.judgements import VARIABLES, judged, last_words
from analysis.storage.conditions import conditions
from analysis.storage.connection import connect
from analysis.storage.correction import Kind
from analysis.storage.store import Store
from analysis.tables.columns import names
from analysis.tables.frames import conform
from analysis.tables.selection import EVERYTHING, Selection

_TABLES = {"statement": "statements", "hedge": "hedges"}


@dataclass(frozen=True, slots=True)
class Sample:
    """``rows`` as ``last_words(judged(…))`` has them, all of them found by the analysis.

    ``totals``: how many places the analysis found, by its value of the first variable of the kind (category, class).
    ``following``: the rows of the store that come next, not yet spoken about.
    """

    rows: pd.DataFrame
    totals: "pd.Series[int]"
    following: pd.DataFrame


def draw(article: str, target: str) -> str:
    """The pseudo-random number of a place: the MD5 of its article and spans, 32 hexadecimal digits."""
    return hashlib.md5(f"{article}{target}".encode(), usedforsecurity=False).hexdigest()


def sample(store: Store, kind: Kind, selection: Selection = EVERYTHING, ahead: int = 1) -> Sample:
    """The sample of the selected articles, and the next ``ahead`` places; other filters of the selection are ignored.

    Values are as the analysis gave them, without the user's own list.
    """
    articles = selection.of_articles
    table, by = _TABLES[kind], VARIABLES[kind][0]
    where, values = conditions(table, articles, "t.origin = 'machine'")
    of_articles, further = conditions("articles", articles)
    columns = ", ".join(f't."{name}"' for name in names(table))
    with connect(store.path, store.wait, write=False) as connection:
        following = connection.execute(
            f"SELECT {columns} FROM {table} t {where} ORDER BY md5(t.article || t.spans) LIMIT ?", [*values, ahead]
        ).df()
        counted = connection.execute(f'SELECT t."{by}", count(*) FROM {table} t {where} GROUP BY 1', values).fetchall()
        selected = connection.execute(f"SELECT t.article FROM articles t {of_articles}", further).df()["article"]
    said = last_words(judged(store.corrections(), kind))
    said = said[said["found"] & said["article"].isin(set(selected))]
    totals = pd.Series(dict(counted), dtype="int64").add(said[f"{by}_found"].value_counts(), fill_value=0)
    numbers = [draw(*place) for place in zip(said["article"], said["target"], strict=True)]
    end = draw(following["article"].iloc[0], following["spans"].iloc[0]) if len(following) else "g"
    passed = pd.Series(numbers, index=said.index, dtype="str") < end
    return Sample(said[passed], totals.astype("int64").sort_index(), conform(following, table))
