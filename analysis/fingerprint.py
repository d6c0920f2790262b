"""What stored results depend on, as one hash, and which version of the program made them."""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from analysis.resources import data_root, package_root


def package_version() -> str:
    """The version of quellenlage that runs."""
    return _version("quellenlage")


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


_LATER = frozenset(
    {"batch", "cli", "export", "fingerprint.py", "measures", "source_overrides.py", "storage", "stories"}
)
"""Rooms and modules that only keep, count or show results."""


@cache
def fingerprint() -> str:
    """A hash of all that results depend on: lexicons, models, and the code from the reading of a file to its tables.

    Stored results with another fingerprint are out of date. Builders of lexicons and models (``training``) are left
    out: what they build is in.
    """
    digest = hashlib.sha256()
    for folder in (data_root() / "lexicons", data_root() / "models"):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            _add(digest, folder, path)
    for path in modules():
        _add(digest, package_root(), path)
    return digest.hexdigest()[:16]


def modules() -> list[Path]:
    """The modules on which results depend, sorted."""
    root = package_root()
    parts = {path: path.relative_to(root).parts for path in root.rglob("*.py")}
    return sorted(path for path, names in parts.items() if names[0] not in _LATER and "training" not in names)


def _add(digest: "hashlib._Hash", folder: Path, path: Path) -> None:
    digest.update(path.relative_to(folder).as_posix().encode())
    digest.update(path.read_bytes())
