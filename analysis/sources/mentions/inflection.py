"""Puts the words of a mention into the form a list shows: no article, nominative ("eines Gerichtes" → "Gericht")."""

from collections.abc import Sequence

from analysis.sources.lexicons.head_nouns import UMLAUT, Noun, adjectival, gender, weak
from analysis.sources.mentions.words import ARTICLES, INDEFINITE, PLURAL_ARTICLES, behind_participle, capital

_DEFINITE = {"m": "er", "f": "e", "n": "es"}
_ADJECTIVE_ENDINGS = ("em", "en", "er", "es", "e")
_UNCHANGED = frozenset("bisher immer sehr nicht aller dessen deren weiter ihrer unter aus in am im".split())
_DEFINITE_SINGULAR = {"dem", "des", "das"}


def is_plural(noun: Noun, article: str, before_name: bool = False) -> bool:
    """Whether a head noun after this article ("" for none) means several."""
    article = article.lower()
    if noun.plural or article in PLURAL_ARTICLES:
        return True
    if article == "die" and gender(noun.head.word) == "m" and not adjectival(noun.head):
        return True
    if before_name and article == "den" and gender(noun.head.word) == "m" and not adjectival(noun.head):
        return True
    if adjectival(noun.head) and article == "" and not before_name:
        return noun.ending in ("e", "en")
    if before_name or article in INDEFINITE or article in _DEFINITE_SINGULAR or noun.head.kind == "office":
        return article == "die" and adjectival(noun.head) and noun.ending == "en"
    ends_in_n = noun.ending.endswith("n")
    if adjectival(noun.head):
        return (article == "" and noun.ending in ("e", "en")) or (article in ("die", "den") and noun.ending == "en")
    if weak(noun.head.word):
        return article in ("", "die", "den") and ends_in_n
    countable = noun.head.kind in ("voice", "member")
    return article == "" and countable and gender(noun.head.word) == "m"


def nominative(words: Sequence[str], head: int, noun: Noun, plural: bool) -> str:
    """The phrase whose head noun is ``words[head]``, article dropped, adjectives and head in the nominative."""
    ending = "e" if plural else _DEFINITE[gender(noun.head.word)]
    first = next((i for i, word in enumerate(words[:head]) if word.lower() not in ARTICLES), head)
    first = max(first, min(behind_participle(words), head))
    adjectives = [_adjective(word, ending) for word in words[first:head]]
    return " ".join([*adjectives, _base(words[head], noun, plural), *words[head + 1 :]])


def _adjective(word: str, ending: str) -> str:
    """An attributive adjective with the given strong ending; other words stay."""
    if capital(word):
        return word if not word.startswith("US-amerik") else _adjective(word.replace("US-", "us-"), ending)
    for old in _ADJECTIVE_ENDINGS if word not in _UNCHANGED else ():
        if word.endswith(old) and len(word) - len(old) >= 3:
            return word[: -len(old)] + ending
    return word


def _base(word: str, noun: Noun, plural: bool) -> str:
    """The head noun in the nominative of its number."""
    if adjectival(noun.head):
        stem = word.removesuffix(noun.ending) if noun.ending else word
        return stem + ("e" if plural or gender(noun.head.word) == "f" else "er")
    if plural:
        masculine_report = noun.head.kind in ("press", "report") and gender(noun.head.word) == "m"
        if noun.ending in ("sen", UMLAUT + "en", UMLAUT + "n", UMLAUT + "ern"):
            return word[:-1]
        if word.endswith(("ern", "eln")) or (word.endswith("en") and noun.ending == "en" and masculine_report):
            return word[:-1]
        return word[:-1] if word.lower().endswith(("kreisen", "kräften", "worten")) else word
    if noun.ending in ("s", "es", "ses") or (noun.ending in ("n", "en") and weak(noun.head.word)):
        return word.removesuffix(noun.ending)
    return word


_OF_ADJECTIVE = {
    "gewerkschaftlich": "ngo", "kirchlich": "ngo", "polizeilich": "justice", "behördlich": "government",
    "amtlich": "government", "offiziell": "government", "staatlich": "government", "militärisch": "military",
    "diplomatisch": "government", "ärztlich": "expert", "wissenschaftlich": "expert", "gerichtlich": "justice",
}  # fmt: skip


def institution_of_adjectives(words: Sequence[str]) -> str:
    """The institution that an attributive adjective tells ("gewerkschaftlicher Seite"), "" if none."""
    stems = (word[: -len(end)] for word in words for end in _ADJECTIVE_ENDINGS if word.lower().endswith(end))
    return next((_OF_ADJECTIVE[stem.lower()] for stem in stems if stem.lower() in _OF_ADJECTIVE), "")


def attributes(words: Sequence[str], head: int) -> list[str]:
    """The lower-case words before the head that are no articles: its adjectives."""
    return [word for word in words[:head] if word.lower() not in ARTICLES]
