"""What a reader needs to repeat a figure: versions, hashes, corpus, settings and time."""

import hashlib
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from analysis.fingerprint import _version, fingerprint, package_version
from analysis.own_words.active import active
from analysis.own_words.file import as_csv
from analysis.resources import data_root
from analysis.source_overrides import own_list_path
from analysis.storage.article_edits import edits
from analysis.storage.counts import Source
from analysis.storage.stale_words import lists_followed
from analysis.storage.store import Store
from analysis.storage.word_lists import Followed

_LIBRARIES = (
    "duckdb", "numpy", "onnxruntime", "pandas", "pyarrow", "textblob",
    "textblob-de", "trafilatura", "xlsxwriter",
)  # fmt: skip


def methods(
    articles: Iterable[str],
    rows: Mapping[str, int],
    settings: Mapping[str, object] | None = None,
    now: datetime | None = None,
    source: Source | None = None,
) -> dict[str, object]:
    """The content of ``methods.json``: ``articles`` are the keys of the corpus, ``rows`` how many each table has.

    ``settings`` are the user's choices as plain data. ``source`` tells by which own lists of words the articles were
    analysed; without one it is the list that is followed now.
    """
    articles = list(articles)
    return {
        "package": {"name": "quellenlage", "version": package_version()},
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "lexicons": file_hashes("lexicons"),
        "models": file_hashes("models"),
        "fingerprint": fingerprint(),
        "own_list": own_list_hash(),
        "own_words": own_words(source, articles),
        "corpus": corpus_hash(articles),
        "edits": edited(source, articles),
        "rows": dict(rows),
        "settings": dict(settings or {}),
        "time": (now or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="seconds"),
    }


def corpus_hash(articles: Iterable[str]) -> str:
    """A SHA-256 over the sorted keys of the articles: the same articles in any order give the same hash."""
    return hashlib.sha256("\n".join(sorted(articles)).encode()).hexdigest()


def own_list_hash(path: Path | None = None) -> str | None:
    """The SHA-256 of the user's own list of sources, which every figure has passed; None where there is none."""
    path = path or own_list_path()
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None


def own_words(source: Source | None, articles: Sequence[str]) -> list[dict[str, object]] | None:
    """The own lists of words by which these articles were analysed: file, hash, rows and number of articles of each.

    None where all were analysed without; the hash is the SHA-256 of a file with these rows as the program writes it.
    """
    if isinstance(source, Store):
        followed = lists_followed(source, articles)
    else:
        followed = [Followed(active(), len(articles))] if source is None else []
    if not any(one.words.rows for one in followed):
        return None
    return [
        {
            "file": one.words.file or None,
            "sha256": hashlib.sha256(as_csv(one.words.rows)).hexdigest() if one.words.rows else None,
            "rows": [asdict(row) for row in one.words.rows],
            "articles": one.articles,
        }
        for one in followed
    ]


def edited(source: Source | None, articles: Sequence[str]) -> dict[str, dict[str, str | None]] | None:
    """What people gave these articles as title, outlet or day in place of what their files say; None for none."""
    made = edits(source, articles) if isinstance(source, Store) else {}
    return {key: {one.field: one.value for one in listed} for key, listed in made.items()} or None


@cache
def file_hashes(folder: str) -> dict[str, str]:
    """The SHA-256 of every file under a folder of the data root, by its path in that folder."""
    root = data_root() / folder
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
