"""Tells joint speakers apart: "sowohl Nordkorea als auch China", "Boris Tadić und Vojislav Koštunica"."""

from collections.abc import Callable

from analysis.sources.lexicons.head_nouns import split_noun
from analysis.sources.mentions.interpretation import Interpretation
from analysis.sources.mentions.person_names import find_names
from analysis.sources.mentions.words import ARTICLES, Words, clean

_JOINS = {"und", "sowie"}
Read = Callable[[Words], Interpretation | None]


def split_joint(mention: Words, read: Read) -> tuple[Words, ...]:
    """The parts of a mention that are speakers of their own; one part where there is one speaker."""
    for place, word in enumerate(mention.words):
        if word not in _JOINS and not (word == "auch" and place and mention.words[place - 1] == "als"):
            continue
        left = _part(mention, 0, place - (word == "auch"))
        right = _part(mention, place + 1, len(mention.words))
        if _are_two(left, right, read):
            return (*_split_list(left, read), *split_joint(right, read))
    return (mention,)


def _part(mention: Words, start: int, end: int) -> Words:
    return clean(mention.words[start:end], mention.labels[start:end])._replace(asides=mention.asides)


def _split_list(left: Words, read: Read) -> tuple[Words, ...]:
    """The speakers before "und" that commas part: only where each has a name of its own."""
    for place, word in enumerate(left.words):
        if word == ",":
            first, rest = _part(left, 0, place), _part(left, place + 1, len(left.words))
            if (_named(first, read) and _named(rest, read)) or _listed(first, rest, read):
                return (first, *_split_list(rest, read))
    return (left,)


def _listed(first: Words, rest: Words, read: Read) -> bool:
    """Whether two bodies or roles with articles stand in a list: "das Militär, der Präsident und …"."""
    if not first.words or not rest.words or find_names(first) or find_names(rest):
        return False
    both = first.words[0].lower() in ARTICLES and rest.words[0].lower() in ARTICLES
    readings = (read(first), read(rest)) if both and "," not in rest.words else (None, None)
    return all(reading is not None and reading.settled for reading in readings)


def _named(part: Words, read: Read) -> bool:
    """Whether the part names somebody: a person's name, or a known body or country without a role before it."""
    if find_names(part):
        return True
    reading = read(part) if part.words else None
    return reading is not None and reading.kind in ("known", "country")


def _are_two(left: Words, right: Words, read: Read) -> bool:
    """Whether what stands on both sides of "und" are two speakers."""
    if not left.words or not right.words or left.words[-1].endswith("-"):
        return False
    if find_names(left) and "," in left.words and not find_names(right) and right.words[0].lower() == "der":
        # "Lothar Tietge, Mitglied der Fraktion und der Partei"
        return False
    if _named(left, read) and _named(right, read):
        return not (find_names(right) and not find_names(left) and _role_first(right) and "," in right.words)
    first, second = read(left), read(right)
    if first is None or second is None or not first.settled or not second.settled:
        return False
    if find_names(left) or find_names(right):
        return right.words[0].lower() in ARTICLES and not find_names(left) and bool(first.noun)
    if first.rule.startswith("behind") and second.rule.startswith("behind"):
        return True
    return _same_level(first, second, right)


def _role_first(part: Words) -> bool:
    noun = split_noun(part.words[0])
    return noun is not None and noun.head.kind == "office"


def _same_level(first: Interpretation, second: Interpretation, right: Words) -> bool:
    """Two roles or bodies side by side; a second role without article is another role of the same person."""
    if "role" in (first.kind, second.kind) and not first.plural:
        return right.words[0].lower() in ARTICLES
    return second.kind in ("known", "country", "body", "group", "role")
