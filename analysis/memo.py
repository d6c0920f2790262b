"""A function's values worked out once for every key."""

from collections.abc import Callable
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")
_MOST = 1 << 16
"""Keys of one generation; the one before is kept beside it."""


class Memo(dict[_K, _V]):
    """What ``function`` gives for each key: ``memo[key]``, at the speed of a dictionary.

    When full it starts anew, but what was asked for since it last did so is not worked out again.
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
