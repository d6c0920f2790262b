"""What a reader needs to repeat a figure: versions, hashes, corpus, settings and time."""

import hashlib
import platform
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from analysis.fingerprint import _version, fingerprint, package_version
from analysis.resources import data_root
from analysis.source_overrides import own_list_path

_LIBRARIES = (
    "duckdb", "numpy", "onnxruntime", "pandas", "pyarrow", "textblob",
    "textblob-de", "trafilatura", "xlsxwriter",
)  # fmt: skip


def methods(
    articles: Iterable[str],
    rows: Mapping[str, int],
    settings: Mapping[str, object] | None = None,
    now: datetime | None = None,
) -> dict[str, object]:
    """The content of ``methods.json``: ``articles`` are the keys of the corpus, ``rows`` how many each table has.

    ``settings`` are the user's choices as plain data.
    """
    return {
        "package": {"name": "quellenlage", "version": package_version()},
        "python": platform.python_version(),
        "libraries": {name: _version(name) for name in _LIBRARIES},
        "lexicons": file_hashes("lexicons"),
        "models": file_hashes("models"),
        "fingerprint": fingerprint(),
        "own_list": own_list_hash(),
        "corpus": corpus_hash(articles),
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


@cache
def file_hashes(folder: str) -> dict[str, str]:
    """The SHA-256 of every file under a folder of the data root, by its path in that folder."""
    root = data_root() / folder
    files = sorted(path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
