"""What people said an article's title, outlet or day is, in place of what its file says; it outlives every analysis.

The key of an article is that of its file, so that the file is known again; only what is told about it differs.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from analysis.storage.connection import connect
from analysis.storage.store import Store
from analysis.tables.columns import RESULTS
from analysis.tables.result_view import one_line

FIELDS = ("title", "outlet", "published")
"""What can be edited; a day is an ISO 8601 date."""
LONGEST = 500
"""Characters of a title or an outlet."""
Fields = Mapping[str, str | None]
"""Some of the fields with their values; None for none."""


class Edit(NamedTuple):
    """A field that reads otherwise than in the file."""

    field: str
    before: str | None
    value: str | None


def checked(fields: Fields) -> dict[str, str | None]:
    """The fields as they are kept, on one line; ``ValueError`` for what is no field, no day or too long."""
    kept = {name: one_line(value) or None for name, value in fields.items()}
    if unknown := set(kept) - set(FIELDS):
        raise ValueError(f"no field that can be edited: {sorted(unknown)}")
    if day := kept.get("published"):
        date.fromisoformat(day[:10])
    if any(value and len(value) > LONGEST for value in kept.values()):
        raise ValueError(f"a title or an outlet has {LONGEST} characters at most")
    return kept


def edits(store: Store, articles: Sequence[str] | None = None) -> dict[str, list[Edit]]:
    """The standing edits of these articles, given by key, or of all."""
    if not store.exists():
        return {}
    where, values = ("", []) if articles is None else ("WHERE article = ANY(?)", [list(articles)])
    with connect(store.path, store.wait, write=False) as connection:
        rows = connection.execute(f"SELECT article, field, before, value FROM edits {where} ORDER BY ALL", values)
        found: dict[str, list[Edit]] = {}
        for article, *edit in rows.fetchall():
            found.setdefault(str(article), []).append(Edit(*edit))
    return found


def note(store: Store, article: str, fields: Fields) -> None:
    """Make an article, given by key, read so in every table from now on; what its file says is no edit any more.

    What depends on it (whom "the government" means, which text is whose copy) is for a new analysis to say.
    """
    with store.writing() as connection:
        row = connection.execute(f"SELECT {', '.join(FIELDS)} FROM articles WHERE article = ?", [article]).fetchone()
        if row is None:
            return
        now = dict(zip(FIELDS, row, strict=True))
        made = connection.execute("SELECT field, before FROM edits WHERE article = ?", [article]).fetchall()
        filed = now | dict(made)
        for name, value in checked(fields).items():
            connection.execute("DELETE FROM edits WHERE article = ? AND field = ?", [article, name])
            if value != filed[name]:
                connection.execute("INSERT INTO edits VALUES (?, ?, ?, ?)", [article, name, filed[name], value])
            for table in RESULTS:
                connection.execute(f"UPDATE {table} SET {name} = ? WHERE article = ?", [value, article])
