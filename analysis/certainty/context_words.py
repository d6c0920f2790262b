"""The words of the context lexicon, by kind."""

from functools import cache

from analysis.resources import read_lexicon


@cache
def words(kind: str) -> frozenset[str]:
    """The lower-case words of one kind, as the header of ``hedges_context.tsv`` explains them."""
    return frozenset(row["word"] for row in read_lexicon("hedges_context") if row["kind"] == kind)


@cache
def states() -> dict[str, str]:
    """Infinitives that name a state, each with the word its clause must hold (or nothing)."""
    return {row["word"]: row["needs"] for row in read_lexicon("hedges_context") if row["kind"] == "state"}
