"""The store's table of corrections: rows are never deleted, undone ones only marked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import duckdb

from analysis.storage.correction import Correction, Finding, Kind, from_text, spans_from, spans_text, to_text
from analysis.tables.result_view import storable

_COLUMNS = ("number", "article", "kind", "target", "label", "found", "words", "who", "note", "created", "undone")
_LISTED = ", ".join(_COLUMNS)


def insert(connection: duckdb.DuckDBPyConnection, correction: Correction) -> int:
    """Keep a new correction; the number that it gets."""
    row = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM corrections").fetchone()
    number = int(row[0]) if row else 1
    values = [
        number, correction.article, correction.kind, spans_text(correction.target), to_text(correction.label),
        to_text(correction.found), storable(correction.words), storable(correction.who), storable(correction.note),
        _now(), "",
    ]  # fmt: skip
    connection.execute(f"INSERT INTO corrections ({_LISTED}) VALUES ({', '.join('?' * len(values))})", values)
    return number


def mark_undone(connection: duckdb.DuckDBPyConnection, numbers: Sequence[int]) -> None:
    """Mark these corrections as undone now; what is undone already keeps its time."""
    connection.execute(
        "UPDATE corrections SET undone = ? WHERE undone = '' AND number = ANY(?)", [_now(), list(numbers)]
    )


def note_found(connection: duckdb.DuckDBPyConnection, found: Mapping[int, Finding | None]) -> None:
    """Remember what the analysis has found at the target of each correction."""
    for number, thing in found.items():
        connection.execute("UPDATE corrections SET found = ? WHERE number = ?", [to_text(thing), number])


def of_articles(
    connection: duckdb.DuckDBPyConnection, articles: Iterable[str] | None = None
) -> dict[str, list[Correction]]:
    """All corrections of these articles, or of all, by article and in the order they were made."""
    where, values = ("", []) if articles is None else ("WHERE article = ANY(?)", [list(articles)])
    rows = connection.execute(f"SELECT {_LISTED} FROM corrections {where} ORDER BY number", values).fetchall()
    found: dict[str, list[Correction]] = defaultdict(list)
    for row in rows:
        correction = _correction(dict(zip(_COLUMNS, row, strict=True)))
        found[correction.article].append(correction)
    return found


def _correction(row: Mapping[str, str]) -> Correction:
    kind: Kind = "hedge" if row["kind"] == "hedge" else "statement"
    return Correction(
        article=row["article"],
        kind=kind,
        target=spans_from(row["target"]),
        label=from_text(row["label"], kind),
        who=row["who"],
        note=row["note"],
        words=row["words"],
        found=from_text(row["found"], kind),
        number=int(row["number"]),
        created=row["created"],
        undone=row["undone"],
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
