"""Finds persons' names among the words of a mention, with the engine's entity labels where there are any."""

from collections.abc import Sequence
from functools import cache, lru_cache

from analysis.model import Span
from analysis.resources import read_lexicon, split_list
from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.head_nouns import BEFORE_NAMES, split_noun
from analysis.sources.lexicons.known_entities import load_lexicon
from analysis.sources.mentions.words import ARTICLES, COMMON, PARTICLES, Words, capital

_TITLES = {
    "Dr.",
    "Prof.",
    "Dr",
    "Prof",
    "Herr",
    "Herrn",
    "Frau",
    "Sir",
    "Lord",
    "Lady",
    "Don",
    "Scheich",
    "Mr.",
    "Mrs.",
    "Mag.",
    "MMag.",
    "Ing.",
    "Dipl.-Ing.",
    "DI",
    "Me",
    "Maître",
}
_HYPHENS = ("al-", "el-", "as-", "at-", "an-", "ar-", "ad-", "az-", "ash-", "asch-", "d’", "d'")

_OCCUPATIONS = (
    "er", "in", "or", "ist", "at", "it", "ent", "ant", "on", "el", "rt", "ier", "nd", "ling",
)  # fmt: skip
"""What German nouns for what somebody does end in."""
_SMALL = ("de", "van", "von", "bin")
"""Particles that a name can begin with."""


@cache
def given_names() -> dict[str, str]:
    """Given name to gender (m, f)."""
    return {name: row["gender"] for row in read_lexicon("given_names") for name in split_list(row["names"])}


def gender_of_name(name: str) -> str:
    """The gender that the given name of a full name tells: m, f or ""."""
    first = name.split(" ")[0]
    names = given_names()
    return names.get(first) or names.get(first.split("-")[0], "")


def find_names(mention: Words) -> list[Span]:
    """Where persons' names stand among the words, in order, without overlap."""
    blocked = _other_names(mention.words) | _common_behind_article(mention)
    listed = {match.start: match.end for match in load_lexicon().scan(mention.words) if match.entry.kind == "persons"}
    found: list[Span] = []
    start = 0
    while start < len(mention.words):
        if start not in listed and _never_begins(mention.words[start], start > 0 and mention.labels[start] == COMMON):
            start += 1
            continue
        end = 0 if start in blocked else max(_name_at(mention, start, blocked), listed.get(start, 0))
        if not end and start == 0 and len(mention.words) > 1 and mention.labels[1].endswith("B-PER"):
            end = _first_name(mention, blocked)
        if end > start and not _firm(mention.words, end):
            found.append((start + _calling(mention.words, start, end), end))
        start = max(end, start + 1)
    return found


def _firm(words: Sequence[str], end: int) -> bool:
    """Whether what was taken for a name is the first partner of a firm: "Wiebe & Sohn", but "Sonja & Willi Bogen"."""
    return tuple(words[end : end + 1]) == ("&",) and end + 1 < len(words) and not _is_given(words[end + 1])


def _common_behind_article(mention: Words) -> set[int]:
    """Places of common nouns behind "der": "Ida Kern von der Liste" is of no noble family."""
    pairs = zip(mention.words, mention.labels[1:], strict=False)
    return {at for at, (word, label) in enumerate(pairs, 1) if word in ("der", "den", "dem") and label == COMMON}


def _calling(words: Sequence[str], start: int, end: int) -> int:
    """1 where the first word taken for a name is what its bearer does: "Partikulier Henk Wessel"."""
    first, second = words[start], words[start + 1] if start + 1 < end else ""
    noun = len(first) > 4 and first[1:].islower() and first.endswith(_OCCUPATIONS) and not _is_given(first)
    return int(end - start > 2 and noun and _is_given(second))


@lru_cache(1 << 16)
def _never_begins(word: str, common: bool) -> bool:
    """Whether no name begins with this word: small words, and nouns that the tagger takes for ``common`` ones."""
    if not capital(word):
        return word.lower() not in _SMALL and not word.startswith(_HYPHENS)
    return common and not _is_given(word)


def _is_given(word: str) -> bool:
    return word in given_names() or word.split("-")[0] in given_names()


def _first_name(mention: Words, blocked: set[int]) -> int:
    """The end of a name whose first word the engine left out, at the start of a mention: "Dolkun Isa"."""
    word = mention.words[0]
    if word.lower() in _openers():
        return 0
    fits = capital(word) and word[1:].islower() and word.lower() not in ARTICLES and split_noun(word) is None
    return _name_at(mention, 1, blocked) if fits and load_geography().place(word) is None else 0


@cache
def _openers() -> frozenset[str]:
    """Small words that stand with a capital only because they open a sentence: "Während", "Trotz"."""
    return frozenset(row["word"] for row in read_lexicon("function_words"))


def _other_names(words: Sequence[str]) -> set[int]:
    """Places that belong to known bodies, media, parties, states or towns."""
    blocked: set[int] = set()
    for match in load_lexicon().scan(words):
        if match.entry.kind != "persons" and not _given(words, match.start, match.end):
            blocked.update(range(match.start, match.end))
    for start, end, place in load_geography().scan(words):
        if place.kind in ("state", "capital") or end - start > 1 or "-" in words[start] or start == 0:
            blocked.update(range(start, end))
    return blocked


def _given(words: Sequence[str], start: int, end: int) -> bool:
    """Whether a one-word list name is a given name here: "Petra Pau"."""
    follows = end < len(words) and capital(words[end]) and split_noun(words[end]) is None
    return end - start == 1 and words[start] in given_names() and follows


def _name_at(mention: Words, start: int, blocked: set[int]) -> int:
    """The end of the name that starts here, 0 if none does."""
    words, labels = mention.words, mention.labels
    word = words[start]
    if word in _TITLES and start + 1 < len(words):
        return 0
    if labels[start].endswith("PER") and _nameable(words, start):
        end = start + 1
        while (
            end < len(words)
            and not (end > start + 1 and _owned(mention, end))
            and ((labels[end] == "I-PER" and _inside(words[end])) or _goes_on(words, end, blocked))
        ):
            end += 1
        while words[end - 1].lower() in PARTICLES and end - 1 > start:
            end -= 1
        return end
    begins = _is_given(word)
    follows = start > 0 and labels[start] != COMMON and _introduces(words[start - 1])
    if (not begins and not follows) or not _nameable(words, start) or labels[start].endswith(("LOC", "ORG")):
        return 0
    end = start + 1
    while end < len(words) and _goes_on(words, end, blocked):
        end += 1
    return end if follows or end - start > 1 or start == 0 == len(words) - 1 else 0


def _owned(mention: Words, at: int) -> bool:
    """Whether the word is a thing of the genitive before it: "Hillary Clintons Verweis"."""
    return mention.labels[at] == COMMON and mention.words[at - 1].endswith("s")


def _inside(word: str) -> bool:
    """Whether the word can go on a name that the engine found: no noun for a body."""
    noun = split_noun(word)
    return noun is None or noun.head.kind not in ("body", "group")


@lru_cache(1 << 16)
def _introduces(word: str) -> bool:
    """Whether a name may follow this word directly: "Sprecher", "Herr"."""
    noun = split_noun(word)
    return word in _TITLES or bool(noun and noun.head.kind in BEFORE_NAMES and not noun.plural)


def _nameable(words: Sequence[str], at: int) -> bool:
    """Whether the word can be the first of a name: not an article, a common noun with a role or an adjective."""
    word = words[at]
    if word.lower() in ARTICLES and not word.startswith(_HYPHENS):
        return word.lower() in PARTICLES and _after_particles(words, at) and word.lower() in ("de", "van", "von")
    if word.startswith(_HYPHENS):
        return True
    if not capital(word) or (len(word) > 4 and word.isupper()):
        return word.lower() in _SMALL and _after_particles(words, at)
    noun = split_noun(word)
    if noun is not None and word not in given_names():
        return False
    place = load_geography().place(word)
    return place is None or place.kind == "town"


def _after_particles(words: Sequence[str], at: int) -> bool:
    following = at
    while following < len(words) and words[following].lower() in PARTICLES:
        following += 1
    return following > at and following < len(words) and capital(words[following]) and at == 0


def _goes_on(words: Sequence[str], at: int, blocked: set[int]) -> bool:
    """Whether a name that has begun goes on with this word."""
    word = words[at]
    if at in blocked:
        return False
    if word.lower() in PARTICLES and not capital(word):
        following = at + 1
        while following < len(words) and words[following].lower() in PARTICLES:
            following += 1
        if following >= len(words) or not capital(words[following]) or following in blocked:
            return False
        return word not in ("von", "der", "den", "zu", "zur") or _noble(words, at, following)
    if word.startswith(_HYPHENS) or word in ("II.", "III.", "XVI.", "IV.", "Jr.", "jun.", "sen."):
        return True
    plain = split_noun(word) is None or word in given_names() or words[at - 1] in given_names()
    return capital(word) and plain and word not in _TITLES


def _noble(words: Sequence[str], at: int, following: int) -> bool:
    """Whether "von" belongs to the name ("Ursula von der Leyen") and not to a body ("Sifton von der Caritas")."""
    if words[at] in ("der", "den") and words[at - 1] not in PARTICLES:
        return False
    family = words[following]
    known = load_lexicon().surname(" ".join(words[at : following + 1]))
    return bool(known) or (at <= 2 and split_noun(family) is None and words[at - 1] in given_names()
                           and family.upper() != family)  # fmt: skip
