"""Stance cues of the user's own list, laid over the rows of the lexicon."""

from collections.abc import Iterable, Iterator, Mapping

from analysis.language.base_forms import is_infinitive, joined, split_particle
from analysis.own_words.active import active


def with_own(rows: Iterable[Mapping[str, str]]) -> Iterator[Mapping[str, str]]:
    """The rows of the lexicon of stance cues, as the list that is followed now changes them."""
    own = {_words(joined(row.word).lower()): row for row in active().of("stance")}
    yield from (row for row in rows if not own or _words(row["cue"].lower().replace("|", "")) not in own)
    for row in own.values():
        if row.action != "remove":
            word = joined(row.word)
            yield {"cue": _cue(word.lower()), "kind": _kind(word), "stance": row.value}


def _words(cue: str) -> frozenset[str]:
    """What a cue is known by: its words, in whatever order."""
    return frozenset(cue.split())


def _cue(word: str) -> str:
    """The word as the lexicon writes it, with a bar behind the particle of a separable verb."""
    split = split_particle(word)
    return "|".join(split) if split else word


def _kind(word: str) -> str:
    if " " in word:
        return "phrase"
    if word[:1].isupper():
        return "noun"
    return "verb" if is_infinitive(word) or word.endswith("n") else "adverb"
