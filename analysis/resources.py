"""Where the data files lie, and how lexicons are read.

A lexicon is a UTF-8 text file: a header of ``#`` lines (purpose, source, licence), then a line of
tab-separated column names, then one tab-separated row per entry. Blank lines and later ``#`` lines are
comments.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def package_root() -> Path:
    """The folder of the package ``analysis``."""
    return _PACKAGE


def data_root() -> Path:
    """The folder with lexicons, models and demo: inside the installed package, else the checkout's ``data/``."""
    packed = _PACKAGE / "_data"
    return packed if packed.is_dir() else _PACKAGE.parent / "data"


def seeds_root() -> Path:
    """The folder with the founding article."""
    packed = data_root() / "seeds"
    return packed if packed.is_dir() else _PACKAGE.parent / "seeds"


def lexicon_path(name: str) -> Path:
    """The file of the lexicon ``name``; ``name`` has no ending and never comes from an article."""
    return data_root() / "lexicons" / f"{name}.tsv"


def model_path(name: str) -> Path:
    """The file of the model ``name``, ending included."""
    return data_root() / "models" / name


@cache
def read_lexicon(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a lexicon as ``column -> value``; missing trailing cells are empty strings.

    Raises ``ValueError`` naming file and line where a row has more cells than columns.
    """
    path = lexicon_path(name)
    columns: list[str] | None = None
    rows: list[dict[str, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if columns is None:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise ValueError(f"{path.name}:{number}: {len(cells)} cells for {len(columns)} columns")
        rows.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One word list as people see it: its file, number of entries, and what its header says."""

    name: str
    rows: int
    purpose: str
    source: str
    licence: str


@cache
def lexicons() -> tuple[Lexicon, ...]:
    """Every lexicon with the purpose, source and licence of its header, the long lists of knowledge last."""
    folder = data_root() / "lexicons"
    return tuple(_describe(path) for place in (folder, folder / "knowledge") for path in sorted(place.glob("*.tsv")))


def _describe(path: Path) -> Lexicon:
    head: dict[str, str] = {}
    name = ""
    lines = path.read_text(encoding="utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            break
        text = line.lstrip("# ").strip()
        key, colon, value = text.partition(":")
        if colon and key.strip().lower() in ("purpose", "source", "licence"):
            name = key.strip().lower()
            head[name] = value.strip()
        elif name and text:
            head[name] += " " + text
    # all lines but comments, blank ones and the names of the columns
    rows = sum(1 for line in lines if line.strip() and not line.startswith("#")) - 1
    return Lexicon(path.stem, rows, *(head.get(k, "") for k in ("purpose", "source", "licence")))


def split_list(cell: str) -> list[str]:
    """The pieces of a lexicon cell that holds several values."""
    return [piece for piece in cell.split("|") if piece]
