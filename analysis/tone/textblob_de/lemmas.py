"""How textblob-de lemmatises a tagged word, by pattern's inflection for German."""

from collections import defaultdict
from collections.abc import Callable
from functools import cache
from types import FunctionType
from typing import Any, Literal

from analysis.tone.textblob_de.tokenizer import pattern

LemmaKind = Literal["as it stands", "adjective", "plural", "verb"]

KINDS: tuple[LemmaKind, ...] = ("as it stands", "adjective", "verb", "plural")
COMMON_KINDS = KINDS[:3]
"""Only words that the lexicon lists as plurals are lemmatised as such."""


@cache
def lemma_kind(tag: str) -> tuple[LemmaKind, bool]:
    """How a word with this STTS tag is lemmatised, and whether it counts as a noun."""
    penn: str = pattern("text.de").stts.get(tag, tag)
    kind: LemmaKind = "as it stands"
    if penn.startswith(("DT", "JJ")):
        kind = "adjective"
    elif penn == "NNS":
        kind = "plural"
    elif penn.startswith(("VB", "MD")):
        kind = "verb"
    return kind, penn.startswith("N")


def lemmatise(word: str, kind: LemmaKind) -> str:
    """The lower-case lemma of a word, with ss for ß as the lexicon has it."""
    german = pattern("text.de")
    lemma: str = word
    if kind == "adjective":
        lemma = german.predicative(word)
    elif kind == "plural":
        lemma = german.singularize(word)
    elif kind == "verb":
        # The infinitive that conjugate() would look up for this lemma is the lemma itself.
        lemma = _infinitive(word) or word
    return lemma.lower().replace("ß", "ss")


def _infinitive(verb: str) -> str:
    """What ``verbs.lemma`` gives; the prefixes, which it tries one after the other on every word, are looked up."""
    verbs, lower = pattern("text.de").verbs, verb.lower()
    listed: dict[str, str] = verbs.inflections
    for form in (lower, verb):
        if form in listed:
            return listed[form]
    if not (lower.startswith("ge") and lower.endswith("t")):
        for prefix in _prefixes().get(lower[:2], ()):
            if lower.startswith(prefix) and lower[len(prefix) :] in listed:
                return prefix + listed[lower[len(prefix) :]]
    infinitive: str = _regular_infinitive()(verbs, verb)
    return infinitive


@cache
def _prefixes() -> dict[str, list[str]]:
    """The prefixes of verbs by their first two letters, in the order in which they are tried."""
    prefixes = defaultdict[str, list[str]](list)
    for prefix in pattern("text.de.inflect").prefixes:
        prefixes[prefix[:2]].append(prefix)
    return dict(prefixes)


@cache
def _regular_infinitive() -> Callable[[Any, str], str]:
    """pattern's ``find_lemma`` without prefixes."""
    inflect = pattern("text.de.inflect")
    return FunctionType(inflect.Verbs.find_lemma.__code__, {**vars(inflect), "prefixes": ()})
