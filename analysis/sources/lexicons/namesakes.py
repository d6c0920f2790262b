"""Bodies whose name means another one next door: "Bundesrat" is the Swiss government and the German upper house."""

from functools import cache
from typing import NamedTuple

from analysis.resources import read_lexicon


class Namesake(NamedTuple):
    """The body that a name means in one state."""

    entity: str
    country: str
    institution: str


@cache
def _namesakes() -> dict[tuple[str, str], Namesake]:
    return {
        (row["name"], row["country"]): Namesake(row["entity"], row["country"], row["institution"])
        for row in read_lexicon("namesakes")
    }


def namesake(name: str, country: str) -> Namesake | None:
    """The body that the name of an entry means in an article about this country; None where it means the entry."""
    return _namesakes().get((name, country))
