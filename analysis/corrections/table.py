"""The corrections as a table: the history of all of them, each with its present state."""

import pandas as pd

from analysis.corrections.apply import differences
from analysis.storage import corrections_table as kept
from analysis.storage.conditions import conditions
from analysis.storage.correction import Correction, spans_text, to_text
from analysis.storage.counts import Source
from analysis.tables.columns import names
from analysis.tables.frames import conform
from analysis.tables.selection import EVERYTHING, Selection

_PLACE = ("article", "title", "outlet", "published")


def corrections_table(source: Source, selection: Selection = EVERYTHING) -> pd.DataFrame:
    """The table ``corrections`` of the contract, in the order they were made, those undone too.

    Of the selection, only what is about articles counts; without any such filter, corrections of articles that are no
    longer there are in it as well.
    """
    articles = selection.of_articles
    where, values = conditions("articles", articles)
    with source.reading() as connection:
        listed = connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        said = kept.of_articles(connection) if ("corrections",) in listed else {}
        place = connection.execute(f"SELECT {', '.join(_PLACE)} FROM articles t {where}", values).df()
    rows = [row for about in said.values() for row in _rows(about)]
    frame = pd.DataFrame(rows, columns=[name for name in names("corrections") if name not in _PLACE[1:]])
    frame = frame.astype({"article": "str"}).merge(place.astype({"article": "str"}), on="article", how="left")
    if articles != EVERYTHING:
        frame = frame[frame["article"].isin(place["article"])]
    return conform(frame[names("corrections")].sort_values("correction", ignore_index=True), "corrections")


def _rows(about: list[Correction]) -> list[dict[str, object]]:
    """The rows of one article's corrections."""
    last = {(c.kind, c.target): c.number for c in about if not c.undone}
    return [_row(c, is_last=last.get((c.kind, c.target)) == c.number) for c in about]


def _row(correction: Correction, *, is_last: bool) -> dict[str, object]:
    label, found = correction.label, correction.found
    changed = differences(found, label) if label is not None and found is not None else {}
    verdict = "rejected" if label is None else "added" if found is None else "corrected" if changed else "confirmed"
    gone = label is None and found is None
    state = "undone" if correction.undone else "gone" if gone else "standing" if is_last else "replaced"
    return {
        "correction": correction.number,
        "article": correction.article,
        "kind": correction.kind,
        "verdict": verdict,
        "state": state,
        "quote": correction.words,
        "changes": "; ".join(f"{name}: {old or '-'} → {new or '-'}" for name, (old, new) in changed.items()),
        "who": correction.who,
        "note": correction.note,
        "created": correction.created,
        "undone": correction.undone or None,
        "spans": spans_text(correction.target),
        "label": to_text(label),
        "found": to_text(found),
    }
