"""Cuts a mention of joint speakers into one mention each: "Sowohl Nordkorea als auch China"."""

from collections.abc import Callable

from analysis.sources.reading import Reading
from analysis.sources.words import Words, clean

_JOINTS = {"und", "sowie", "als"}


def split_joint(mention: Words, read: Callable[[Words], Reading | None]) -> tuple[Words, ...]:
    """The parts around "und", "sowie", "als auch", where both sides name somebody of their own; else the whole."""
    for place, word in enumerate(mention.words):
        if word.lower() not in _JOINTS or not 0 < place < len(mention.words) - 1:
            continue
        right = place + 1
        while right < len(mention.words) and mention.words[right].lower() == "auch":
            right += 1
        left = clean(mention.words[:place], mention.labels[:place])
        rest = clean(mention.words[right:], mention.labels[right:])
        if _stands_alone(left, read) and _stands_alone(rest, read):
            return (*split_joint(left, read), *split_joint(rest, read))
    return (mention,)


def _stands_alone(part: Words, read: Callable[[Words], Reading | None]) -> bool:
    """Whether the part is a person, a known body or a country by itself, so that two of them are two speakers."""
    reading = read(part) if part.words else None
    return reading is not None and reading.kind in ("person", "known", "country")
