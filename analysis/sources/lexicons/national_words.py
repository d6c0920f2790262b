"""Words of German that one state alone uses for its own bodies and offices: "Kantonsrat", "Landeshauptfrau"."""

from functools import cache, lru_cache

from analysis.resources import read_lexicon, split_list

_SHORTEST = 5
_ENDINGS = ("", "s", "es", "e", "en", "n", "nen")


@cache
def _forms() -> dict[str, str]:
    """Every form of the words, to the state."""
    return {
        word + ending: row["country"]
        for row in read_lexicon("national_words")
        for word in split_list(row["words"])
        for ending in _ENDINGS
    }


@lru_cache(1 << 16)
def country_of_word(word: str) -> str:
    """The one state that uses this word, alone or at the end of a compound ("Agrarlandesrat"); "" for every other."""
    if not word[:1].isupper() or len(word) < _SHORTEST:
        return ""
    lower, forms = word.lower(), _forms()
    for start in range(len(lower) - _SHORTEST + 1):
        # "Oberlandesgericht" is German, "Landesgericht" Austrian
        if lower[start:] in forms and not lower[:start].endswith("ober"):
            return forms[lower[start:]]
    return ""
