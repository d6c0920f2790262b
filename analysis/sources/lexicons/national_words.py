"""Words of German that one state alone uses for its own bodies and offices: "Kantonsrat", "Landeshauptfrau"."""

import re
from functools import cache, lru_cache

from analysis.resources import read_lexicon, split_list


@cache
def _ends() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For every state what its words end in, whatever stands before: "Agrarlandesrat"."""
    return tuple(
        # "Oberlandesgericht" is German, "Landesgericht" Austrian
        (row["country"], re.compile(rf".*(?<!ober)(?:{row['words']})(?:s|es|e|en|n|nen)?"))
        for row in read_lexicon("national_words")
        if split_list(row["words"])
    )


@lru_cache(1 << 16)
def country_of_word(word: str) -> str:
    """The one state that uses this word, alone or at the end of a compound; "" for every other word."""
    if not word[:1].isupper() or len(word) < _SHORTEST:
        return ""
    lower = word.lower()
    return next((country for country, ends in _ends() if ends.fullmatch(lower)), "")


_SHORTEST = 5
