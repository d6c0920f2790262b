"""Which own list of words an analysis follows: none, unless the caller says ``using(words)``."""

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import astuple, dataclass, field
from functools import wraps
from typing import TypeVar, TypeVarTuple

from analysis.memo import Memo
from analysis.own_words.rows import OwnWord

_A = TypeVarTuple("_A")
_R = TypeVar("_R")
_KEPT = 4
"""Lists for which values are kept at a time."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A list of own words; ``key`` tells lists apart by their rows, "" for the empty one."""

    rows: tuple[OwnWord, ...] = ()
    file: str = field(default="", compare=False)
    """The name of the file that it was read from."""
    key: str = field(default="", init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", _key(self.rows))

    def of(self, *lists: str) -> tuple[OwnWord, ...]:
        """The rows of these lists."""
        return tuple(row for row in self.rows if row.list in lists)


def _key(rows: tuple[OwnWord, ...]) -> str:
    if not rows:
        return ""
    told = json.dumps(sorted({astuple(row) for row in rows}), ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


NO_WORDS = OwnWords()
_ACTIVE: ContextVar[OwnWords] = ContextVar("own_words", default=NO_WORDS)


def active() -> OwnWords:
    """The list that the analysis follows now."""
    return _ACTIVE.get()


@contextmanager
def using(words: OwnWords) -> Iterator[None]:
    """Analyse by this list inside the block."""
    token = _ACTIVE.set(words)
    try:
        yield
    finally:
        _ACTIVE.reset(token)


def per_list(function: Callable[[*_A], _R]) -> Callable[[*_A], _R]:
    """The function with its values kept, as by ``functools.cache``, for each own list by itself.

    For functions of hashable arguments, given in order, that look at ``active``.
    """
    kept: dict[str, Memo[tuple[*_A], _R]] = {}

    def begin(key: str) -> Memo[tuple[*_A], _R]:
        if len(kept) >= _KEPT:
            kept.pop(next(iter(kept)), None)
        return kept.setdefault(key, Memo(lambda arguments: function(*arguments)))

    @wraps(function)
    def found(*arguments: *_A) -> _R:
        key = _ACTIVE.get().key
        return (kept[key] if key in kept else begin(key))[arguments]

    return found
