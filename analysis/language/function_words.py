"""Words without a meaning of their own: articles, pronouns, prepositions, conjunctions."""

from functools import cache

from analysis.resources import read_lexicon


@cache
def function_words() -> frozenset[str]:
    """Words that running text writes with a small letter."""
    return frozenset(row["word"] for row in read_lexicon("function_words"))


_PRONOUNS = frozenset(("sie", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres"))
"""Left out of the list of function words, where a capital makes them polite."""


def empty_words() -> frozenset[str]:
    """Words that carry no meaning by themselves, lower-cased."""
    return function_words() | _PRONOUNS
