"""pattern's rules that tag a word missing from its lexicon, by the word's letters and its neighbours."""

from collections.abc import Callable
from typing import NamedTuple

_COMMANDS = (
    "char", "haspref", "hassuf", "addpref", "addsuf", "deletepref", "deletesuf", "goodleft", "goodright",
)  # fmt: skip

BESIDE = ("goodleft", "goodright")
"""Commands that look at the next word, or at the one before."""
_Test = Callable[[str, str | None, str | None], bool]


class SuffixRule(NamedTuple):
    """A rule for unknown words."""

    guard: str | None
    """The tag that the word must have got so far."""
    test: _Test
    new: str
    command: str
    value: str


def compile_rules(rules: list[list[str]], known: dict[str, str]) -> list[SuffixRule]:
    """The rules ``x command … tag number`` and ``guard x fcommand … tag number``, ready to run."""
    compiled = []
    for x, second, third, *rest in rules:
        guarded = third[1:] in _COMMANDS and third[0] == "f"
        command, value = (third[1:], second) if guarded else (second, x)
        new = [x, second, third, *rest][-2]
        test = _test(command, value, known)
        compiled.append(SuffixRule(x if guarded else None, test, new, command, value))
    return compiled


def _test(command: str, x: str, known: dict[str, str]) -> _Test:
    tests: dict[str, _Test] = {
        "char": lambda word, before, after: x in word,
        "haspref": lambda word, before, after: word.startswith(x),
        "hassuf": lambda word, before, after: word.endswith(x),
        "addpref": lambda word, before, after: x + word in known,
        "addsuf": lambda word, before, after: word + x in known,
        "deletepref": lambda word, before, after: word.startswith(x) and word[len(x) :] in known,
        "deletesuf": lambda word, before, after: word.endswith(x) and word[: -len(x)] in known,
        "goodleft": lambda word, before, after: x == after,
        "goodright": lambda word, before, after: x == before,
    }
    return tests[command]
