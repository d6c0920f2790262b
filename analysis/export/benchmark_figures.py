"""The accuracy and speed that were measured for this version, as the benchmark wrote them down."""

import json
from dataclasses import dataclass
from functools import cache

from analysis.measures.tone_power import ToneError
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
class Step:
    """Statements of like confidence: its mean, the share that is right with its 95 % interval, how many."""

    confidence: float
    right: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of one measurement."""

    date: str
    """ISO 8601."""
    version: str
    rows: tuple[Figure, ...]
    reliability: tuple[Step, ...] = ()
    """How often statements are right that are said to be so with a given confidence."""


@cache
def measured() -> Figures:
    """The figures in ``data/measured.json``; the benchmark writes that file and nobody else does."""
    content = json.loads((data_root() / "measured.json").read_text(encoding="utf-8"))
    return Figures(
        content["date"],
        content["version"],
        tuple(Figure(**row) for row in content["rows"]),
        tuple(Step(**step) for step in content.get("reliability", ())),
    )


@dataclass(frozen=True, slots=True)
class MeasuredTone:
    """How the tone errs, with where and when that was measured."""

    error: ToneError
    date: str
    """ISO 8601."""
    benchmark: str
    n: int
    """Snippets judged by people."""


@cache
def tone_error() -> MeasuredTone:
    """What ``data/tone_error.json`` says; ``benchmarks.tone_error`` writes that file and nobody else does."""
    content = json.loads((data_root() / "tone_error.json").read_text(encoding="utf-8"))
    error = ToneError(
        tuple(tuple(row) for row in content["confusion"]),
        tuple(content["labels"]),
        content["spread"],
        content["likeness"],
    )
    return MeasuredTone(error, content["date"], content["benchmark"], content["n"])
