"""pattern's rules that change a tag by the words and tags around it, indexed by the tag and by what they look at."""

from collections import defaultdict
from typing import Any, NamedTuple

PAD = 3
"""Context rules look at most three tokens to either side."""
EDGE = ("STAART",) * PAD
"""Words and tags beyond the ends of a sentence."""
WORDS, TAGS = 0, 1
Place = tuple[int, int]
"""Whether words or tags are looked at, and the distance from the token."""

_CONTEXTS: dict[str, tuple[tuple[Place, ...], ...]] = {
    "prevtag": (((TAGS, -1),),),
    "nexttag": (((TAGS, 1),),),
    "prev2tag": (((TAGS, -2),),),
    "next2tag": (((TAGS, 2),),),
    "prev1or2tag": (((TAGS, -1),), ((TAGS, -2),)),
    "next1or2tag": (((TAGS, 1),), ((TAGS, 2),)),
    "prev1or2or3tag": (((TAGS, -1),), ((TAGS, -2),), ((TAGS, -3),)),
    "next1or2or3tag": (((TAGS, 1),), ((TAGS, 2),), ((TAGS, 3),)),
    "surroundtag": (((TAGS, -1), (TAGS, 1)),),
    "curwd": (((WORDS, 0),),),
    "prevwd": (((WORDS, -1),),),
    "nextwd": (((WORDS, 1),),),
    "prev1or2wd": (((WORDS, -1),), ((WORDS, -2),)),
    "next1or2wd": (((WORDS, 1),), ((WORDS, 2),)),
    "prevwdtag": (((WORDS, -1), (TAGS, -1)),),
    "nextwdtag": (((WORDS, 1), (TAGS, 1)),),
    "wdprevtag": (((TAGS, -1), (WORDS, 0)),),
    "wdnexttag": (((WORDS, 0), (TAGS, 1)),),
    "wdand2aft": (((WORDS, 0), (WORDS, 2)),),
    "wdand2tagbfr": (((TAGS, -2), (WORDS, 0)),),
    "wdand2tagaft": (((WORDS, 0), (TAGS, 2)),),
    "lbigram": (((WORDS, -1), (WORDS, 0)),),
    "rbigram": (((WORDS, 0), (WORDS, 1)),),
    "prevbigram": (((TAGS, -2), (TAGS, -1)),),
    "nextbigram": (((TAGS, 1), (TAGS, 2)),),
}
"""Where each kind of context rule looks; alternatives are listed one after the other."""


class ContextTable(NamedTuple):
    """The rules for a tag that look at the same one or two places: what stands there -> (number, new tag)."""

    place: Place
    second: Place | None
    rules: dict[Any, tuple[int, str]]


def index(rules: list[list[str]]) -> dict[str, list[ContextTable]]:
    """Context rules by the tag they change; the rules for any tag are in every entry."""
    tables: dict[str, dict[tuple[Place, ...], dict[Any, tuple[int, str]]]] = defaultdict(dict)
    for tag in {rule[0] for rule in rules}:
        for number, (old, new, command, *values) in enumerate(rules):
            if old not in (tag, "*"):
                continue
            for places in _CONTEXTS.get(command.lower(), ()):
                key = values[0] if len(places) == 1 else (values[0], values[1] if len(values) > 1 else "")
                tables[tag].setdefault(places, {})[key] = (number, new)
    return {
        tag: [ContextTable(p[0], p[1] if len(p) > 1 else None, found) for p, found in by_places.items()]
        for tag, by_places in tables.items()
    }
