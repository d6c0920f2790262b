"""A correction by hand: what one person says about one place in one text, and its form in the store."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal

from analysis.model import ArticleResult, Hedge, Source, Spans, Statement, Via

Kind = Literal["statement", "hedge"]
Finding = Statement | Hedge


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody says stands at ``target``; the newest one that is not undone counts.

    ``target`` are the spans of the quote or hedge as it stood when first spoken about, so that later analyses can be
    matched to it. ``label`` is the statement or hedge in full, as it should be; None says that there is none.
    ``found`` is what the last analysis made of the place; None where it found nothing there.
    """

    article: str
    kind: Kind
    target: Spans
    label: Finding | None
    who: str
    note: str = ""
    words: str = ""
    """The words at the target, for people to read."""
    found: Finding | None = None
    number: int = 0
    """Running number in the store, from 1."""
    created: str = ""
    undone: str = ""
    """When it was taken back, ISO 8601; "" where it holds."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """A result with the corrections in it, and for each of them, by number, what the analysis had found there."""

    result: ArticleResult
    found: Mapping[int, Finding | None]


Correct = Callable[[ArticleResult, Sequence[Correction]], Corrected]
"""Applies an article's corrections, in the order they were made, to what the analysis finds in it."""


def to_text(thing: Finding | None) -> str | None:
    """A statement or hedge as JSON in ASCII, which any database can hold; None for None."""
    return None if thing is None else json.dumps(asdict(thing))


def from_text(text: str | None, kind: Kind) -> Finding | None:
    """A statement or hedge from JSON of ``to_text``; fields that this version does not know are left out."""
    if not text:
        return None
    made: type[Statement] | type[Hedge] = Statement if kind == "statement" else Hedge
    return made(**_known(made, json.loads(text)))


def spans_text(spans: Spans) -> str:
    """Spans as the tables write them."""
    return json.dumps([list(span) for span in spans])


def spans_from(text: str) -> Spans:
    """Spans from the text of ``spans_text``."""
    return tuple((int(start), int(end)) for start, end in json.loads(text or "[]"))


def place_of(thing: Finding) -> Spans:
    """Where a statement or hedge stands: the spans of its quote or cue."""
    return thing.quote if isinstance(thing, Statement) else thing.spans


def _known(made: type, values: Mapping[str, Any]) -> dict[str, Any]:
    known = {field.name for field in fields(made)}
    return {name: _value(name, value) for name, value in values.items() if name in known}


def _value(name: str, value: Any) -> Any:
    if name in ("source", "via"):
        made = Via if name == "via" else Source
        return None if value is None else made(**_known(made, value))
    return tuple((start, end) for start, end in value) if isinstance(value, list) else value
