"""What the taggers see of a word: strings for itself and for its neighbours.

Most features depend on one word only, so the strings of every word form are built once and then only strung
together; that is what makes tagging fast. A few look at pairs of words and at what else the clause holds: an
auxiliary before or behind, a subordinating word at its head.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.language.words import Words, load_words

_DIGIT = re.compile(r"\d")
_PREFIXES = (("a", 0xF), ("b", 0x3F), ("c", 0xFF), ("d", 0x7FF), ("e", -1))
"""Bit masks that cut a Brown cluster's path to 4, 6, 8, 11 bits and the whole."""
_LONGEST = 40
_CACHE_SIZE = 60_000
_FREQUENT = -8.5
_CLAUSE_MARKS = frozenset(',.!?;:()–"„“»«')
_ROLES = {
    form: role
    for role, forms in (
        ("h", "habe hast hat haben habt hatte hatten hätte hätten"),
        ("s", "bin bist ist sind seid war waren sei seien wäre wären"),
        ("w", "werde wirst wird werden wurde wurden würde würden"),
        ("m", "kann können könne könnte könnten konnte konnten muss müssen müsse müsste musste mussten"),
        ("m", "darf dürfen dürfe dürfte dürften soll sollen solle sollte sollten will wollen wolle wollte"),
        ("m", "wollten mag mögen möge möchte möchten lässt lassen ließ ließen"),
        ("k", "dass daß weil wenn ob obwohl nachdem während bevor damit falls indem sodass sobald solange"),
        ("k", "bis als wie wo warum wann weshalb wonach welche welcher welches deren dessen denen"),
    )
    for form in forms.split()
}
"""Words that decide which form a verb later or earlier in the clause takes."""
_PLACES = ("-2", "-1", "+1", "+2")


class _Views(NamedTuple):
    """The strings of one word form: as the word in question, and as each of four neighbours."""

    core: str
    role: str
    own: list[str]
    before_last: list[str]
    last: list[str]
    next: list[str]
    after_next: list[str]


class Features:
    """Builds the feature lists of a sentence."""

    def __init__(self, words: Words | None = None) -> None:
        self._words = words or load_words()
        self._views: dict[str, _Views] = {}

    def of(self, forms: Sequence[str]) -> list[list[str]]:
        """One list of feature strings per word of a sentence."""
        alone = [self.seen_from(form) for form in ("", "", *forms, "", "")]
        return [
            [*alone[place + 2][2], *alone[place][0], *alone[place + 1][1], *alone[place + 3][3], *alone[place + 4][4],
             *(name for name in joint if name)]
            for place, joint in enumerate(self.joint(forms))
        ]  # fmt: skip

    def seen_from(self, form: str) -> tuple[list[str], ...]:
        """What depends on one word form alone, as seen from two words before it to two behind it.

        At index 2 is what it is itself; at 0 what the word after next sees of it, at 4 what the last but one sees.
        """
        view = self._view(form)
        return view.before_last, view.last, view.own, view.next, view.after_next

    def joint(self, forms: Sequence[str]) -> list[list[str]]:
        """Five features per word of a sentence that look at several words; "" stands for one that is missing."""
        views = [self._view(form) for form in forms]
        edge = self._view("")
        cores = [edge.core, *(view.core for view in views), edge.core]
        heads = _carry(views)
        tails = _carry(views[::-1])[::-1]
        return [
            [f"p{cores[place]}|{view.core}", f"n{view.core}|{cores[place + 2]}", heads[place], "r" + tails[place],
             "" if place else "first"]
            for place, view in enumerate(views)
        ]  # fmt: skip

    def _view(self, form: str) -> _Views:
        view = self._views.get(form)
        if view is None:
            if len(self._views) >= _CACHE_SIZE:
                self._views.clear()
            view = self._views[form] = self._build(form[:_LONGEST])
        return view

    def _build(self, form: str) -> _Views:
        if not form:
            edges = ([f"{place}edge"] for place in _PLACES)
            return _Views("edge", "", ["edge"], *edges)
        near = self._near(form)
        far = [part for part in near if part[0] in "wbc"]
        lowered = form.lower()
        return _Views(
            self._core(form),
            "," if form in _CLAUSE_MARKS else _ROLES.get(lowered, ""),
            self._own(form) + near,
            ["-2" + part for part in far],
            ["-1" + part for part in near],
            ["+1" + part for part in near],
            ["+2" + part for part in far],
        )

    def _core(self, form: str) -> str:
        """A frequent word itself, of any other the first bits of its cluster."""
        if self._words.log_probability(form.lower()) > _FREQUENT:
            return form.lower()
        bits = self._bits(form)
        return form[-3:] if bits is None else f"{bits & 0xFF}"

    def _near(self, form: str) -> list[str]:
        lowered = _DIGIT.sub("0", form.lower())
        bits = self._bits(form)
        cut = [f"{name}{bits & mask}" for name, mask in _PREFIXES] if bits is not None else ["?"]
        return [f"w{lowered}", f"s{lowered[-3:]}", f"h{shape(form)}", *cut]

    def _own(self, form: str) -> list[str]:
        lowered = _DIGIT.sub("0", form.lower())
        affixes = [f"{size}>{lowered[:size]}" for size in (1, 2, 3, 4) if len(lowered) > size]
        affixes += [f"{size}<{lowered[-size:]}" for size in (1, 2, 4, 5, 6) if len(lowered) > size]
        if form[0].isupper():
            affixes.append("lower" if self._words.prefers_lower(form) else "upper")
        return affixes

    def _bits(self, form: str) -> int | None:
        """The cluster of a form, else of its usual spelling, else of the last part of a compound."""
        for candidate in (form, form.lower(), form.capitalize(), form.rpartition("-")[2]):
            if candidate and (bits := self._words.bits(candidate)) is not None:
                return bits
        return None


def _carry(views: Sequence[_Views]) -> list[str]:
    """What each word's clause held so far: the first two roles since the last mark, as one feature."""
    carried: list[str] = []
    state = "l"
    for view in views:
        carried.append(state)
        if view.role == ",":
            state = "l"
        elif view.role and len(state) < 3:
            state += view.role
    return carried


def shape(form: str) -> str:
    """The pattern of capitals, small letters, digits and marks, repeats dropped: ``US-Beamte`` → ``X-Xx``."""
    pattern: list[str] = []
    for character in form:
        if character.isupper():
            kind = "X"
        elif character.isalpha():
            kind = "x"
        elif character.isdigit():
            kind = "0"
        else:
            kind = character
        if not pattern or pattern[-1] != kind:
            pattern.append(kind)
    return "".join(pattern[:8])
