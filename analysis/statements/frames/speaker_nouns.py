"""Whether a phrase names somebody or something that can speak (people, bodies, papers)."""

from functools import cache

from analysis.language.token_columns import TokenColumns
from analysis.resources import read_lexicon

_PRONOUNS = frozenset({"er", "sie", "ich", "wir", "man", "dieser", "diese", "jener", "jene", "beide", "wer"})
_SHORTEST_PART = 4


@cache
def _nouns(kind: str = "") -> frozenset[str]:
    rows = (row for row in read_lexicon("speaker_nouns") if kind in ("", row["kind"]))
    return frozenset(form for row in rows for form in row["noun"].split())


@cache
def is_agent_noun(low: str, kind: str = "") -> bool:
    """Whether a noun, or the last part of a compound, is on the list of speakers (of one kind)."""
    known = _nouns(kind)
    if low in known:
        return True
    return any(low[start:] in known for start in range(1, len(low) - _SHORTEST_PART + 1))


def is_paper(view: TokenColumns, first: int, last: int) -> bool:
    """Whether the first noun of the phrase at tokens ``[first, last)`` is something written: a study, a statistic."""
    noun = next((index for index in range(first, last) if view.tag[index] == "NN"), None)
    return noun is not None and is_agent_noun(view.low[noun], "paper")


def is_agent(view: TokenColumns, first: int, last: int) -> bool:
    """Whether the head of the phrase at tokens ``[first, last)`` can be the speaker of a statement."""
    for index in range(first, last):
        tag, low = view.tag[index], view.low[index]
        if tag == "NN":
            return is_agent_noun(low) or (index + 1 < last and view.tag[index + 1] == "NE")
        if tag in ("NE", "FM"):
            return True
        if view.entity[index] and tag != "ADJA":
            return True
        if tag in ("PPER", "PDS", "PIS") and low in _PRONOUNS:
            return True
    return any(is_agent_noun(view.low[index]) for index in range(first, last) if view.tag[index] in ("ADJA", "PIS"))
