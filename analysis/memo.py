"""A function's values worked out once for every key."""

from collections.abc import Callable
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")
_MOST = 1 << 16


class Memo(dict[_K, _V]):
    """What ``function`` gives for each key: ``memo[key]``, at the speed of a dictionary; when full it starts anew."""

    def __init__(self, function: Callable[[_K], _V]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, key: _K) -> _V:
        if len(self) >= _MOST:
            self.clear()
        value = self[key] = self._function(key)
        return value
