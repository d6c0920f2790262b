"""The dictionary form of a word, given its form and part of speech."""

from functools import lru_cache

import simplemma

from analysis.language.words import load_words

_LONGEST = 50
_VERBS = ("VV", "VA", "VM")
_KEPT = ("$", "CARD", "XY", "FM", "TRUNC", "ITJ")
_CONTRACTED = {
    "am": "an", "im": "in", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei", "ins": "in", "ans": "an",
    "aufs": "auf", "fürs": "für", "ums": "um", "durchs": "durch", "übers": "über", "unterm": "unter",
    "unters": "unter", "vors": "vor", "vorm": "vor", "hinterm": "hinter", "überm": "über",
}  # fmt: skip


@lru_cache(maxsize=100_000)
def lemma(form: str, tag: str) -> str:
    """The lemma: infinitive, nominative singular or positive; names keep their form but for a genitive s."""
    if len(form) > _LONGEST or tag.startswith(_KEPT) or not form:
        return form
    if tag == "NE":
        return _name(form)
    if tag == "NN":
        found = simplemma.lemmatize(form, lang="de")
        return found[:1].upper() + found[1:]
    lowered = form.lower()
    if tag == "APPRART":
        return _CONTRACTED.get(lowered, lowered)
    found = simplemma.lemmatize(lowered, lang="de")
    if tag.startswith(_VERBS) and not found.endswith("n"):
        return simplemma.lemmatize(lowered, lang="de", greedy=True)
    return found if found[:1].islower() else found.lower()


def _name(form: str) -> str:
    """A name without the s of the genitive: ``Putins`` → ``Putin``, but ``Paris``."""
    if len(form) > 4 and form.endswith("s") and not form.endswith("ss") and form[-2].islower():
        words = load_words()
        if words.log_probability(form[:-1]) > words.log_probability(form):
            return form[:-1]
    return form
