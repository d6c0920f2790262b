"""How names are compared: without German endings, without accents, through any transliteration.

``stem`` forgets endings ("des Weißen Hauses"), ``sound`` the way of transliteration ("Shoigu", "Schoigu").
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_ENDING = re.compile(r"(?<=\w{3})(?:es|en|em|er|e)$|(?<=\w{4})(?:(?<!s)s|n)$|(?<=\w{2}[^\Waeious])s$")
_TRANSLITERATION = tuple(
    (old, plain)
    for olds, plain in (
        ("tsch tch", "c"), ("dsch", "j"), ("sch zh sh", "s"), ("ch kh", "h"), ("ck", "k"), ("ph", "f"), ("th", "t"),
        ("w", "v"), ("tz ts z", "s"), ("y j", "i"),
    )
    for old in olds.split()
)  # fmt: skip
OTHER_ALPHABETS = frozenset(
    "RU UA BY BG RS ME MK BA KZ KG TJ TM UZ MN GE AM GR CY IL PS IR AF SY LB JO SA AE QA KW BH OM YE EG LY SD TN DZ"
    " MA MR".split()
)
"""Countries whose names come into German by more than one transliteration."""
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """A word in lower case without accents and apostrophes; umlauts lose their dots."""
    if word.isascii():
        return word.lower().replace("'", "")
    decomposed = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in decomposed.casefold() if not unicodedata.combining(c) and c not in "'’ʼʻ")


def accented(word: str) -> bool:
    """Whether a letter bears an accent, as no transliteration writes it; umlauts do not count."""
    return any(letter in "áàâãåçéèêëíìîïñóòôõøúùûýćčłńőşśšźżž" for letter in word.lower())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without accents and without a German ending: the key for names of several words."""
    key = plain(word)
    ending = _ENDING.search(key, max(len(key) - 2, 0))
    return key[: ending.start()] if ending else key


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A word written the same way whatever transliteration it came through: schoigu, shoigu → soigu."""
    key = plain(word)
    for old, new in _TRANSLITERATION:
        key = key.replace(old, new)
    return _DOUBLED.sub(r"\1", key)


def forms_of(word: str, adjectival: bool = False) -> tuple[str, ...]:
    """A one-word name and its genitive and dative forms; ``adjectival`` where it is declined like one."""
    bare = (word, word + "s", word + "’", word + "'")
    if word.endswith("e"):
        return (*bare, word + "n")
    if word.endswith("er") and adjectival:
        return (*bare, word[:-2] + "e", word[:-2] + "en", word + "n")
    return (*bare, word + "es") if word[-1] not in "aeiouyAEIOU" else bare


def one_letter_apart(a: str, b: str) -> bool:
    """Whether one letter was added, dropped or changed between ``a`` and ``b``, or two neighbours swapped."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    short, long = sorted((a, b), key=len)
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return swapped or a[at + 1 :] == b[at + 1 :]


def unhyphened(words: Sequence[str]) -> tuple[str, ...]:
    """The words with hyphenated ones cut: "Franz-Josef Jung" is "Franz Josef Jung"."""
    return tuple(piece for word in words for piece in word.split("-") if piece)
