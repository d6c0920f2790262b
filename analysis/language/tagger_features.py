"""Features of a word for the taggers, as strings: its own and those of its neighbours.

Most features depend on one word only. A few look at pairs of words and at what else the clause holds: an auxiliary
before or behind, a subordinating word at its head. The taggers look up the sums of what depends on one word and
put the rest together in numbers; here stands what all of it is called.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.language.word_table import Words, load_words

_DIGIT = re.compile(r"\d")
_PREFIXES = (("a", 0xF), ("b", 0x3F), ("c", 0xFF), ("d", 0x7FF), ("e", -1))
"""Bit masks that cut a Brown cluster's path to 4, 6, 8, 11 bits and the whole."""
_LONGEST = 40
_FREQUENT = -8.5
_CLAUSE_MARKS = frozenset(',.!?;:()–"„“»«')
ROLES = "hswmk"
"""What a word can be to a clause: a form of haben, of sein, of werden, a modal verb, a subordinating word."""
MARK = ","
"""The role of the marks at which a clause may end."""
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
PLACES = ("-2", "-1", "", "+1", "+2")
"""Names of the places from which a word is looked at: two words before it to two behind, "" for itself."""
FIRST = "first"
"""The feature of a sentence's first word."""
CASES = ("lower", "upper")
"""The feature of a capitalised word: how running text writes it mostly."""
_SEEN_FROM_AFAR = ("w", "b", "c", "edge")
"""What the parts start with that a word sees of those two places away."""


class WordFeatures(NamedTuple):
    """Features that depend on one word form alone.

    ``core`` and ``role`` are what the joint features put together; ``own`` is seen of the word in question only,
    ``near`` of its neighbours too, there with the place before it.
    """

    core: str
    role: str
    own: list[str]
    near: list[str]


class Features:
    """Builds the feature lists of a sentence."""

    def __init__(self, words: Words | None = None) -> None:
        self._words = words or load_words()

    def of(self, forms: Sequence[str]) -> list[list[str]]:
        """One list of feature strings per word of a sentence."""
        seen = [self._from_everywhere(self.view(form)) for form in ("", "", *forms, "", "")]
        return [
            [*seen[place + 2][2], *seen[place][0], *seen[place + 1][1], *seen[place + 3][3], *seen[place + 4][4],
             *(name for name in joint if name)]
            for place, joint in enumerate(self.joint(forms))
        ]  # fmt: skip

    def _from_everywhere(self, view: WordFeatures) -> list[list[str]]:
        """The strings of one word as the word after next sees it, as the next one does, as itself, and so on."""
        far = [part for part in view.near if part.startswith(_SEEN_FROM_AFAR)]
        parts = (far, view.near, view.near, view.near, far)
        seen = [[place + part for part in some] for place, some in zip(PLACES, parts, strict=True)]
        seen[2] = view.own + seen[2]
        return seen

    def joint(self, forms: Sequence[str]) -> list[list[str]]:
        """Five features per word of a sentence that look at several words; "" stands for one that is missing."""
        views = [self.view(form) for form in forms]
        edge = self.view("")
        cores = [edge.core, *(view.core for view in views), edge.core]
        heads = _carry(views)
        tails = _carry(views[::-1])[::-1]
        return [
            [f"p{cores[place]}|{view.core}", f"n{view.core}|{cores[place + 2]}", heads[place], "r" + tails[place],
             "" if place else FIRST]
            for place, view in enumerate(views)
        ]  # fmt: skip

    def view(self, form: str) -> WordFeatures:
        """The features of one word form; "" stands for a place outside the sentence."""
        if not form:
            return WordFeatures("edge", MARK, [], ["edge"])
        form = form[:_LONGEST]
        lowered = form.lower()
        bits = self._bits(form, lowered)
        role = MARK if form in _CLAUSE_MARKS else _ROLES.get(lowered, "")
        plain = _DIGIT.sub("0", lowered)
        return WordFeatures(self._core(form, lowered, bits), role, self._own(form, plain), _near(form, plain, bits))

    def _core(self, form: str, lowered: str, bits: int | None) -> str:
        """A frequent word itself, of any other the first bits of its cluster."""
        if self._words.log_probability(lowered) > _FREQUENT:
            return lowered
        return form[-3:] if bits is None else f"{bits & 0xFF}"

    def _own(self, form: str, lowered: str) -> list[str]:
        size = len(lowered)
        own = [f"{length}>{lowered[:length]}" for length in (1, 2, 3, 4) if size > length]
        own += [f"{length}<{lowered[-length:]}" for length in (1, 2, 4, 5, 6) if size > length]
        if form[0].isupper():
            own.append(CASES[not self._words.prefers_lower(form)])
        return own

    def _bits(self, form: str, lowered: str) -> int | None:
        """The cluster of a form, else of its usual spelling, else of the last part of a compound."""
        for candidate in (form, lowered, form.capitalize(), form.rpartition("-")[2]):
            if candidate and (bits := self._words.bits(candidate)) is not None:
                return bits
        return None


def _near(form: str, lowered: str, bits: int | None) -> list[str]:
    cut = [f"{name}{bits & mask}" for name, mask in _PREFIXES] if bits is not None else ["?"]
    return [f"w{lowered}", f"s{lowered[-3:]}", f"h{shape(form)}", *cut]


def _carry(views: Sequence[WordFeatures]) -> list[str]:
    """What each word's clause held so far: the first two roles since the last mark, as one feature."""
    carried: list[str] = []
    state = "l"
    for view in views:
        carried.append(state)
        if view.role == MARK:
            state = "l"
        elif view.role and len(state) < 3:
            state += view.role
    return carried


def shape(form: str) -> str:
    """The pattern of capitals, small letters, digits and marks, repeats dropped: ``US-Beamte`` → ``X-Xx``."""
    if form.isalpha():
        if form.islower():
            return "x"
        if form[0].isupper() and form[1:].islower():
            return "Xx"
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
