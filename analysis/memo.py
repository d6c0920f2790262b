"""Two-generation cache: a function's value is worked out once for every key."""

from collections.abc import Callable
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")
_MOST = 1 << 16
"""Keys of one generation; the one before is kept beside it."""


class Memo(dict[_K, _V]):
    """What ``function`` gives for each key: ``memo[key]``, at the speed of a dictionary.

    When full, the present generation is kept as the old one, from which keys asked for again come back.
    """

    def __init__(self, function: Callable[[_K], _V]) -> None:
        super().__init__()
        self._function = function
        self._before: dict[_K, _V] = {}

    def __missing__(self, key: _K) -> _V:
        if len(self) >= _MOST:
            self._before = dict(self)
            super().clear()
        value = self[key] = self._before[key] if key in self._before else self._function(key)
        return value

    def clear(self) -> None:
        super().clear()
        self._before.clear()
