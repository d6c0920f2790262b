"""The dictionary form of a word that stands alone, as somebody types it, without a text that would tell its tag.

A capital makes a noun of it, as German writes them.
"""

from functools import cache

from analysis.language.lemmas import _separable, _tables, lemma
from analysis.language.word_table import load_words

_CLEARLY = 1.0
"""Difference of log probabilities from which one spelling counts as the usual one."""
_OF_VERBS = ("t", "te", "ten")
"""Endings by which a form is a verb's rather than an adjective's: "sagte"."""
_TAGS = ("VVINF", "VVFIN", "VVPP", "VVIZU", "ADJA", "ADJD", "ADV")
ENDINGS = ("e", "en", "er", "es", "em")
"""Endings of adjectives."""


def base_form(word: str) -> str:
    """The form under which the engine keeps the word: infinitive, singular, positive; itself where nothing is known."""
    if word[:1].isupper():
        return lemma(word, "NN")
    word = word.lower()
    if is_infinitive(word):
        return word
    other = _tables()["other"].get(word)
    verb = _verb(word)
    if other and (other == word or not verb or not word.endswith(_OF_VERBS)):
        return other
    return verb or _tables()["participle"].get(word) or _of_separable(word) or word


def is_base(word: str) -> bool:
    """Whether the word is a dictionary form, as far as the engine knows."""
    return base_form(word) == word


def is_infinitive(word: str) -> bool:
    """Whether a word in lower case is the infinitive of a known verb, a separable one too."""
    return word in _infinitives() or split_particle(word) is not None


def split_particle(word: str) -> tuple[str, str] | None:
    """Particle and verb of a separable infinitive ("ein", "räumen"); None for other words."""
    for prefix in sorted(_separable(), key=len, reverse=True):
        if word.startswith(prefix) and word[len(prefix) :] in _infinitives():
            return prefix, word[len(prefix) :]
    return None


def joined(words: str) -> str:
    """The infinitive of a separable verb whose finite form and particle are given ("räumt ein"), else the words."""
    pieces = words.lower().split()
    if len(pieces) != 2 or pieces[1] not in _separable():
        return words
    verb = _verb(pieces[0])
    return pieces[1] + verb if verb else words


def other_case(word: str) -> str:
    """The word with its first letter the other way, where German texts clearly write it so more often; else ""."""
    other = (word[:1].lower() if word[:1].isupper() else word[:1].upper()) + word[1:]
    words = load_words()
    return other if words.log_probability(other) > words.log_probability(word) + _CLEARLY else ""


def may_be_form(form: str, base: str) -> bool:
    """Whether a form can be one of this base form under some tag."""
    if base[:1].isupper():
        return form[:1].isupper() and lemma(form, "NN") == base
    lowered = form.lower()
    return lowered == base or any(
        found == base or (found.startswith(base) and found[len(base) :] in ENDINGS)
        for found in (lemma(lowered, tag) for tag in _TAGS)
    )


def _verb(form: str) -> str | None:
    """The infinitive of a known verb whose finite form or infinitive this is."""
    found = lemma(form, "VVFIN")
    return found if found in _infinitives() else None


def _of_separable(word: str) -> str | None:
    for block in ("finite", "participle"):
        for prefix in _separable():
            if word.startswith(prefix) and (found := _tables()[block].get(word[len(prefix) :])):
                return prefix + found
    return None


@cache
def _infinitives() -> frozenset[str]:
    return frozenset(_tables()["finite"].values())
