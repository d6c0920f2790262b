"""Looks up who a name in a lexicon is: persons, bodies, media, parties, organisations, armed groups.

Names of several words are matched by a key that forgets German endings ("des Weißen Hauses"); single words
need their exact form, a genitive ending apart; names of persons also meet other transliterations
("Shoigu", "Schoigu"). A longer name may carry one slip of the pen ("New York Timse").
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.resources import read_lexicon

LISTS = ("persons", "bodies", "media", "parties", "organisations", "armed_groups")
FAMILY_FIRST = {"CN", "HK", "TW", "KP", "KR", "VN"}
_ENDING = re.compile(r"(?<=\w{3})(?:es|en|em|er|e)$|(?<=\w{4})(?:(?<!s)s|n)$|(?<=\w{2}[^\Waeious])s$")
_TRANSLITERATION = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("tsch|tch", "c"), ("dsch", "j"), ("sch|zh|sh", "s"), ("ch|kh", "h"), ("ck", "k"), ("ph", "f"),
        ("th", "t"), ("w", "v"), ("tz|ts|z", "s"), ("[yj]", "i"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
_LEAST_FOR_SLIP = 10
_NONE: frozenset[int] = frozenset()
_POLITICS = ("government", "parliament", "party")
_KIN = dict.fromkeys(("parliament", "party"), _POLITICS)
_ARTICLES = frozenset(["der", "die", "das", "des", "dem", "den"])
_SEPARATOR = re.compile(r"[\s\u00a0]+")


class Entry(NamedTuple):
    """One known name: ``kind`` is the list it stands in, ``since`` and ``until`` are years where known."""

    name: str
    country: str
    institution: str
    kind: str
    since: str = ""
    until: str = ""


class Match(NamedTuple):
    """Words ``[start, end)`` of a text that name an entry."""

    start: int
    end: int
    entry: Entry


@lru_cache(maxsize=65536)
def plain(word: str) -> str:
    """A word in lower case without accents and apostrophes; umlauts lose their dots."""
    decomposed = unicodedata.normalize("NFKD", word.replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in decomposed.casefold() if not unicodedata.combining(c) and c not in "'’ʼʻ")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without accents and without a German ending: the key for names of several words."""
    return _ENDING.sub("", plain(word))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A word written the same way whatever transliteration it came through: schoigu, shoigu → soigu."""
    key = plain(word)
    for pattern, replacement in _TRANSLITERATION:
        key = pattern.sub(replacement, key)
    return key


def forms_of(word: str, adjectival: bool = False) -> tuple[str, ...]:
    """A one-word name and its genitive and dative forms; ``adjectival`` where it is declined like one."""
    bare = (word, word + "s", word + "’", word + "'")
    if word.endswith("e"):
        return (*bare, word + "n")
    if word.endswith("er") and adjectival:
        return (*bare, word[:-2] + "e", word[:-2] + "en", word + "n")
    return (*bare, word + "es") if word[-1] not in "aeiouyAEIOU" else bare


class Lexicon:
    """All known names, by exact form, by stem, by sound."""

    def __init__(self, rows: Iterable[tuple[Entry, Sequence[str], Sequence[str]]]) -> None:
        """Each row is an entry, its full names, and the short forms of a person's name."""
        self._forms: dict[str, Entry] = {}
        self._stems: dict[tuple[str, ...], Entry] = {}
        self._sounds: dict[tuple[str, ...], Entry] = {}
        self._slips: dict[tuple[int, tuple[str, ...]], list[tuple[str, Entry]]] = defaultdict(list)
        self.short: dict[str, Entry] = {}
        self._families: dict[str, list[Entry]] = defaultdict(list)
        for entry, names, short in rows:
            if entry.kind == "persons":
                self._families[sound(family_name(entry.name, entry.country))].append(entry)
            for name in names:
                self._add(entry, tuple(_SEPARATOR.split(name)))
            for name in short:
                self.short.setdefault(" ".join(sound(word) for word in name.split()), entry)
        self._longest = max(map(len, self._stems), default=1)
        self._index_lengths()
        self._lengths_from = lru_cache(maxsize=65536)(self._lengths_beginning)
        self._lengths_over = lru_cache(maxsize=65536)(self._lengths_with_second)
        self._scanned = lru_cache(maxsize=4096)(self._scan)

    def _add(self, entry: Entry, words: tuple[str, ...]) -> None:
        if len(words) == 1:
            for form in forms_of(words[0], entry.kind in ("bodies", "parties")):
                if form == words[0] or form not in self._forms:
                    self._forms[form] = entry
            return
        self._stems.setdefault(tuple(map(stem, words)), entry)
        if entry.kind == "persons":
            self._sounds.setdefault(tuple(map(sound, words)), entry)
            self._sounds.setdefault(tuple(map(sound, _unhyphened(words))), entry)
        if sum(map(len, words)) >= _LEAST_FOR_SLIP:
            raw = tuple(map(plain, words))
            for place, word in enumerate(raw):
                self._slips[place, raw[:place] + raw[place + 1 :]].append((word, entry))

    def lookup(self, mention: str) -> Entry | None:
        """The entry that the whole mention names, if any."""
        found = self._forms.get(mention)
        if found:
            return found
        words = tuple(_SEPARATOR.split(mention.strip()))
        if len(words) > 1 and words[0].lower() in _ARTICLES:
            return self.lookup(" ".join(words[1:]))
        return self.match(words) or (self.surname(words[0]) if len(words) == 1 else None)

    def match(self, words: Sequence[str]) -> Entry | None:
        """The entry whose full name ``words`` are, in whatever case, spelling or transliteration."""
        if len(words) == 1:
            return self._forms.get(words[0])
        if not words or len(words) > self._longest or not words[-1][:1].isalnum():
            return None
        found = self._stems.get(tuple(map(stem, words))) or self._sounds.get(tuple(map(sound, words)))
        if found is None and any("-" in word for word in words):
            found = self._sounds.get(tuple(map(sound, _unhyphened(words))))
        if found is None and words[-1].endswith("s"):
            found = self._sounds.get((*map(sound, words[:-1]), sound(words[-1][:-1])))
        return found or self._slipped(words)

    def _slipped(self, words: Sequence[str]) -> Entry | None:
        """The entry whose long name differs from ``words`` by one letter in one word."""
        if sum(map(len, words)) < _LEAST_FOR_SLIP or not all(word[:1].isupper() for word in words):
            return None
        raw = tuple(map(plain, words))
        for place, word in enumerate(raw):
            for other, entry in self._slips.get((place, raw[:place] + raw[place + 1 :]), ()):
                if len(word) > 3 and one_letter_apart(word, other):
                    return entry
        return None

    def surname(self, word: str) -> Entry | None:
        """The person whom this one word names in the news without more ("Putin", "Merkels")."""
        if not word[:1].isupper():
            return None
        return self.short.get(sound(word)) or (self.short.get(sound(word[:-1])) if word.endswith("s") else None)

    def bearer(self, word: str, country: str, institution: str) -> Entry | None:
        """The one listed person with this family name who may hold an office of this kind: "SPD-Chef Gabriel"."""
        kin = _KIN.get(institution, (institution,))
        forms = (word, word.removesuffix("s"))
        found = [entry for form in forms for entry in self._families.get(sound(form), ())]
        fitting = {e for e in found if e.institution in kin and (not country or e.country == country)}
        return fitting.pop() if len(fitting) == 1 and (country or len(set(found)) == 1) else None

    def short_name(self, words: Sequence[str]) -> Entry | None:
        """The person whom a short form of several words names ("von der Leyen")."""
        return self.short.get(" ".join(map(sound, words)))

    def scan(self, words: Sequence[str]) -> tuple[Match, ...]:
        """All names among ``words``, longest first at each place, without overlap; surnames alone are not matched."""
        return self._scanned(tuple(words))

    def _scan(self, words: tuple[str, ...]) -> tuple[Match, ...]:
        found = []
        start = 0
        while start < len(words):
            match = self._longest_at(words, start)
            if match:
                found.append(match)
            start = match.end if match else start + 1
        return tuple(found)

    def _index_lengths(self) -> None:
        """How many words the names have that begin with a key, so that only those lengths are tried."""
        by_stem, by_sound = defaultdict(set), defaultdict(set)
        by_first, by_second = defaultdict(set), defaultdict(set)
        for key in self._stems:
            by_stem[key[0]].add(len(key))
        for key in self._sounds:
            # a hyphen in the text may join two of the words: "Ban Ki-moon"
            by_sound[key[0]].update((len(key), max(len(key) - 1, 1)))
        for place, rest in self._slips:
            # with a slip in its first word, a name is known by its second
            (by_first if place else by_second)[rest[0]].add(len(rest) + 1)
        self._by_stem, self._by_sound = dict(by_stem), dict(by_sound)
        self._by_first, self._by_second = dict(by_first), dict(by_second)

    def _lengths_beginning(self, first: str) -> frozenset[int]:
        """The numbers of words that a name beginning with this word may have."""
        lengths = self._by_stem.get(stem(first), _NONE) | self._by_sound.get(sound(first), _NONE)
        if "-" in first:
            lengths = lengths | self._by_sound.get(sound(first.split("-")[0]), _NONE)
        return frozenset(lengths | self._by_first.get(plain(first), _NONE) if first[:1].isupper() else lengths)

    def _lengths_with_second(self, second: str) -> frozenset[int]:
        """The numbers of words that a name with this second word may have whose first word has a slip."""
        return frozenset(self._by_second.get(plain(second), _NONE)) if second[:1].isupper() else frozenset()

    def _longest_at(self, words: Sequence[str], start: int) -> Match | None:
        first = words[start]
        lengths = self._lengths_from(first)
        if first[:1].isupper() and start + 1 < len(words):
            lengths = lengths | self._lengths_over(words[start + 1])
        for length in sorted(lengths, reverse=True) if lengths else ():
            entry = self.match(words[start : start + length]) if start + length <= len(words) and length > 1 else None
            if entry:
                return Match(start, start + length, entry)
        entry = self._forms.get(first)
        return Match(start, start + 1, entry) if entry is not None and first[:1].isalnum() else None


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


def _unhyphened(words: Sequence[str]) -> tuple[str, ...]:
    """The words with hyphenated ones cut: "Franz-Josef Jung" is "Franz Josef Jung"."""
    return tuple(piece for word in words for piece in word.split("-") if piece)


def split_list(cell: str) -> list[str]:
    """The pieces of a lexicon cell that holds several values."""
    return [piece for piece in cell.split("|") if piece]


def _short_forms(row: dict[str, str], taken: dict[str, int]) -> list[str]:
    """The short forms of a person: those stated, else the family name where only one person bears it."""
    if row.get("short") == "-":
        return []
    if row.get("short"):
        return split_list(row["short"])
    family = family_name(row["name"], row["country"])
    return [family] if taken[sound(family)] == 1 else []


def family_name(name: str, country: str) -> str:
    """The word of a full name that stands for the person: the first in Chinese and Korean names, else the last."""
    words = name.split()
    return words[0] if country in FAMILY_FIRST else words[-1]


@cache
def load_lexicon() -> Lexicon:
    """The shipped lists as one lexicon."""
    taken: dict[str, int] = defaultdict(int)
    for row in read_lexicon("persons"):
        taken[sound(family_name(row["name"], row["country"]))] += 1
    rows = []
    for kind in LISTS:
        for row in read_lexicon(kind):
            name = row["name"].split(" (")[0] if " (" in row["name"] else row["name"]
            entry = Entry(row["name"], row["country"], row["institution"], kind,
                          row.get("since", ""), row.get("until", ""))  # fmt: skip
            names = split_list(row.get("aliases", ""))
            names = names if name != row["name"] else [name, *names]
            rows.append((entry, names, _short_forms(row, taken) if kind == "persons" else []))
    return Lexicon(rows)
