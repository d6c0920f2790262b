"""The accuracy and speed that were measured for this version, as the benchmark wrote them down."""

import json
from dataclasses import dataclass
from functools import cache

from analysis.resources import data_root


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: what, on which gold set, on how many cases."""

    key: str
    name: str
    value: float
    unit: str
    benchmark: str
    n: str


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one measurement."""

    date: str
    """ISO 8601."""
    version: str
    rows: tuple[Figure, ...]


@cache
def measured() -> Figures:
    """The figures in ``data/measured.json``; the benchmark writes that file and nobody else does."""
    content = json.loads((data_root() / "measured.json").read_text(encoding="utf-8"))
    return Figures(content["date"], content["version"], tuple(Figure(**row) for row in content["rows"]))
