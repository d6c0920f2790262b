"""The user's corpora: stores side by side in one folder, each called by the name of its file.

A name is a plain word or several, never a path: what is no safe name of a file on any system is refused.
"""

import re
import unicodedata
from pathlib import Path
from typing import Literal

from analysis.storage.store import Store, default_path

LONGEST = 60
"""Characters of a name."""
_NAME = re.compile(r"[^\W_](?:[\w \-]*[\w])?")
_ENDING = ".duckdb"
_KEPT = re.compile(r"demo-\d+", re.IGNORECASE)
"""What the analysed demo is called, which some systems keep in the same folder."""
_TAKEN = frozenset(
    ["demo", "own", "quellenlage", "eigener korpus", "own corpus", "con", "prn", "aux", "nul"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
"""Names that mean something else already, here or to an operating system."""

Fault = Literal["", "empty", "signs", "long", "taken"]


class CorpusNameError(ValueError):
    """A name that no corpus can have."""


def folder() -> Path:
    """Where the user's corpora lie."""
    return default_path().parent


def tidy(name: str) -> str:
    """A name as it is kept: one blank between words, letters composed."""
    return unicodedata.normalize("NFC", " ".join(name.split()))


def names(where: Path | None = None) -> list[str]:
    """The corpora of a folder beside the default one, in alphabetical order."""
    found = [path.stem for path in (where or folder()).glob(f"*{_ENDING}") if path.is_file()]
    return sorted((name for name in found if not _fault(tidy(name))), key=str.casefold)


def fault(name: str, where: Path | None = None) -> Fault:
    """What is wrong with the name of a corpus to be made, "" if nothing."""
    name = tidy(name)
    there = {other.casefold() for other in names(where)}
    return _fault(name) or ("taken" if name.casefold() in there else "")


def path_of(name: str, where: Path | None = None) -> Path:
    """The file of a corpus; ``CorpusNameError`` for what is no name."""
    if kind := _fault(name):
        raise CorpusNameError(f"{name!r} is no name of a corpus ({kind})")
    return (where or folder()) / f"{name}{_ENDING}"


def create(name: str, where: Path | None = None) -> Path:
    """Make an empty corpus; ``CorpusNameError`` where it cannot be called so."""
    path = _free(name, where)
    with Store(path).writing():
        return path


def rename(store: Store, name: str, where: Path | None = None) -> Path:
    """Give a corpus another name; ``CorpusNameError`` where it cannot have it, ``StoreError`` where it is in use."""
    path = _free(name, where)
    # Whoever may write is alone with the file, and leaves nothing beside it.
    with store.writing():
        pass
    store.path.rename(path)
    _remove(store.path)
    return path


def delete(store: Store) -> None:
    """Remove a corpus and all that is in it; ``StoreError`` where it is in use."""
    with store.writing():
        pass
    _remove(store.path)


def _free(name: str, where: Path | None) -> Path:
    if kind := fault(name, where):
        raise CorpusNameError(f"{name!r} is no name of a new corpus ({kind})")
    return path_of(tidy(name), where)


def _remove(path: Path) -> None:
    for file in (path, path.with_name(f"{path.name}.wal"), path.with_name(f"{path.name}.lock")):
        file.unlink(missing_ok=True)


def _fault(name: str) -> Fault:
    if not name:
        return "empty"
    if len(name) > LONGEST:
        return "long"
    if not _NAME.fullmatch(name) or "  " in name:
        return "signs"
    return "taken" if name.casefold() in _TAKEN or _KEPT.fullmatch(name) else ""
