"""Looks up who a name in a lexicon is: persons, bodies, media, parties, organisations, armed groups.

Names of several words are matched by a key that forgets German endings ("des Weißen Hauses"); single words
need their exact form, a genitive ending apart; names of persons also meet other transliterations
("Shoigu", "Schoigu"). A longer name may carry one slip of the pen ("New York Timse").
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from analysis.memo import Memo
from analysis.resources import read_lexicon, split_list
from analysis.sources.lexicons.spelling import (
    OTHER_ALPHABETS,
    accented,
    forms_of,
    one_letter_apart,
    plain,
    sound,
    stem,
    unhyphened,
)

LISTS = ("persons", "bodies", "media", "parties", "organisations", "armed_groups")
FAMILY_FIRST = {"CN", "HK", "TW", "KP", "KR", "VN"}
_LEAST_FOR_SLIP = 10
_NONE: frozenset[int] = frozenset()
_POLITICS = ("government", "parliament", "party")
_KIN = dict.fromkeys(("parliament", "party"), _POLITICS)
_ARTICLES = frozenset(["der", "die", "das", "des", "dem", "den"])


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


class _Word(NamedTuple):
    """What can be said of one word by itself: how it may be spelt elsewhere, and where in a name it may stand."""

    stem: str
    sound: str
    plain: str
    capital: bool
    lengths: frozenset[int]
    """The numbers of words that a name beginning with it may have."""
    after_slip: frozenset[int]
    """The numbers of words that a name may have in which it comes second, behind a slip."""
    entry: Entry | None
    """Whom it names by itself."""
    opens: bool
    """Whether a name may begin with it."""


class Lexicon:
    """All known names, by exact form, by stem, by sound."""

    def __init__(self, rows: Iterable[tuple[Entry, Sequence[str], Sequence[str]]]) -> None:
        """Each row is an entry, its full names, and the short forms of a person's name."""
        self._forms: dict[str, Entry] = {}
        self._stems: dict[tuple[str, ...], Entry] = {}
        self._sounds: dict[tuple[str, ...], Entry] = {}
        self._slips: dict[tuple[int, tuple[str, ...]], list[tuple[str, Entry]]] = defaultdict(list)
        self._short: dict[str, Entry] = {}
        self._short_sounds: dict[str, Entry] = {}
        self._families: dict[str, list[Entry]] = defaultdict(list)
        for entry, names, short in rows:
            if entry.kind == "persons":
                self._families[sound(family_name(entry.name, entry.country))].append(entry)
            for name in names:
                self._add(entry, tuple(name.split()))
            for name in short:
                self._short.setdefault(" ".join(map(plain, name.split())), entry)
                if entry.country in OTHER_ALPHABETS:
                    self._short_sounds.setdefault(" ".join(map(sound, name.split())), entry)
        self._longest = max(map(len, self._stems), default=1)
        self._index_lengths()
        self._pairs = {key[:2] for key in self._stems} | {key[:2] for key in self._sounds}
        self._words = Memo(self._read_word)
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
            self._sounds.setdefault(tuple(map(sound, unhyphened(words))), entry)
        if sum(map(len, words)) >= _LEAST_FOR_SLIP:
            raw = tuple(map(plain, words))
            for place, word in enumerate(raw):
                self._slips[place, raw[:place] + raw[place + 1 :]].append((word, entry))

    def lookup(self, mention: str) -> Entry | None:
        """The entry that the whole mention names, if any."""
        found = self._forms.get(mention)
        if found:
            return found
        words = tuple(mention.split())
        if len(words) > 1 and words[0].lower() in _ARTICLES:
            return self.lookup(" ".join(words[1:]))
        return self.match(words) or (self.surname(words[0]) if len(words) == 1 else None)

    def match(self, words: Sequence[str]) -> Entry | None:
        """The entry whose full name ``words`` are, in whatever case, spelling or transliteration."""
        if len(words) == 1:
            return self._forms.get(words[0])
        if not words or len(words) > self._longest or not words[-1][:1].isalnum():
            return None
        found = self._stems.get(tuple(map(stem, words)))
        if found is not None and found.kind == "media" and found.name.endswith(words[-1] + "er"):
            # the town and not the paper: "New York", "The New Yorker"
            found = None
        if found is None and not self._may_sound(words[0]):
            return self._slipped(words)
        found = found or self._sounds.get(tuple(map(sound, words)))
        if found is None and any("-" in word for word in words):
            found = self._sounds.get(tuple(map(sound, unhyphened(words))))
        if found is None and words[-1].endswith("s"):
            found = self._sounds.get((*map(sound, words[:-1]), sound(words[-1][:-1])))
        return found or self._slipped(words)

    def _may_sound(self, first: str) -> bool:
        """Whether any person's name begins with a word that sounds like this one."""
        return sound(first) in self._by_sound or ("-" in first and sound(first.split("-")[0]) in self._by_sound)

    def _slipped(self, words: Sequence[str]) -> Entry | None:
        """The entry whose long name differs from ``words`` by one letter in one word."""
        if sum(map(len, words)) < _LEAST_FOR_SLIP or not all(word[:1].isupper() for word in words):
            return None
        raw = tuple(map(plain, words))
        if raw[0] not in self._by_first and raw[1] not in self._by_second:
            return None
        for place, word in enumerate(raw):
            for other, entry in self._slips.get((place, raw[:place] + raw[place + 1 :]), ()):
                # another given name is another person: "Marie Schmidt" is not Maria Schmidt
                if len(word) > 3 and (place or entry.kind != "persons") and one_letter_apart(word, other):
                    return entry
        return None

    def surname(self, word: str) -> Entry | None:
        """The person whom this one word names in the news without more ("Putin", "Merkels")."""
        if not word[:1].isupper():
            return None
        found = self.short_name((word,))
        return found or (self.short_name((word[:-1],)) if word.endswith("s") else None)

    def bearer(self, word: str, country: str, institution: str) -> Entry | None:
        """The one listed person with this family name who may hold an office of this kind: "SPD-Chef Gabriel"."""
        kin = _KIN.get(institution, (institution,))
        spelt = {plain(word), plain(word.removesuffix("s"))}
        found = [e for form in spelt for e in self._families.get(sound(form), ())
                 if e.country in OTHER_ALPHABETS or plain(family_name(e.name, e.country)) in spelt]  # fmt: skip
        fitting = {e for e in found if e.institution in kin and (not country or e.country == country)}
        return fitting.pop() if len(fitting) == 1 and (country or len(set(found)) == 1) else None

    def short_name(self, words: Sequence[str]) -> Entry | None:
        """The person whom a short form names, spelt otherwise only from another alphabet: "Pérez" is not Peres."""
        found = self._short.get(" ".join(map(plain, words)))
        if found is None and not any(map(accented, words)):
            found = self._short_sounds.get(" ".join(map(sound, words)))
        return found

    def scan(self, words: Sequence[str]) -> tuple[Match, ...]:
        """All names among ``words``, longest first at each place, without overlap; surnames alone are not matched."""
        return self._scanned(tuple(words))

    def _scan(self, words: tuple[str, ...]) -> tuple[Match, ...]:
        found: list[Match] = []
        end = 0
        known = map(self._words.__getitem__, (*words, ""))
        for start, (first, second) in enumerate(pairwise(known)):
            if start < end or not (first.opens or second.after_slip):
                continue
            lengths = self._lengths(first, second)
            match = self._longest_at(words, start, lengths) if lengths or first.entry else None
            if match:
                found.append(match)
                end = match.end
        return tuple(found)

    def _lengths(self, first: _Word, second: _Word) -> frozenset[int]:
        """The numbers of words that a name beginning with these two words may have."""
        if first.capital and second.capital and (second.after_slip or first.plain in self._by_first):
            return first.lengths | second.after_slip
        return first.lengths if first.lengths and self._may_begin(first, second) else _NONE

    def _may_begin(self, first: _Word, second: _Word) -> bool:
        """Whether any name begins with these two words or, by a quick look, may do so."""
        pairs = self._pairs
        return (
            (first.stem, second.stem) in pairs
            or (first.sound, second.sound) in pairs
            or "-" in first.plain
            or "-" in second.plain
            or (second.plain.endswith("s") and (first.sound, sound(second.plain[:-1])) in pairs)
        )

    def _index_lengths(self) -> None:
        """How many words the names have that begin with a key, so that only those lengths are tried."""
        by_stem: dict[str, set[int]] = defaultdict(set)
        by_sound: dict[str, set[int]] = defaultdict(set)
        by_first: dict[str, set[int]] = defaultdict(set)
        by_second: dict[str, set[int]] = defaultdict(set)
        for key in self._stems:
            by_stem[key[0]].add(len(key))
        for key in self._sounds:
            # a hyphen in the text may join two of the words: "Ban Ki-moon"
            by_sound[key[0]].update((len(key), max(len(key) - 1, 1)))
        for place, rest in self._slips:
            # with a slip in its first word, a name is known by its second
            (by_first if place else by_second)[rest[0]].add(len(rest) + 1)
        self._by_stem, self._by_sound = _frozen(by_stem), _frozen(by_sound)
        self._by_first, self._by_second = _frozen(by_first), _frozen(by_second)

    def _read_word(self, word: str) -> _Word:
        key, heard, bare, capital = stem(word), sound(word), plain(word), word[:1].isupper()
        lengths = self._by_stem.get(key, _NONE) | self._by_sound.get(heard, _NONE)
        if "-" in word:
            lengths = lengths | self._by_sound.get(sound(word.split("-")[0]), _NONE)
        if capital:
            lengths = lengths | self._by_first.get(bare, _NONE)
        after_slip = self._by_second.get(bare, _NONE) if capital else _NONE
        entry = self._forms.get(word)
        return _Word(key, heard, bare, capital, lengths, after_slip, entry, bool(lengths or entry))

    def _longest_at(self, words: Sequence[str], start: int, lengths: frozenset[int]) -> Match | None:
        first = words[start]
        for length in sorted(lengths, reverse=True) if lengths else ():
            entry = self.match(words[start : start + length]) if start + length <= len(words) and length > 1 else None
            if entry:
                return Match(start, start + length, entry)
        entry = self._forms.get(first)
        return Match(start, start + 1, entry) if entry is not None and first[:1].isalnum() else None


def _frozen(table: dict[str, set[int]]) -> dict[str, frozenset[int]]:
    return {key: frozenset(lengths) for key, lengths in table.items()}


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


Row = tuple[Entry, list[str], list[str]]


@cache
def load_lexicon() -> Lexicon:
    """The shipped lists as one lexicon."""
    return Lexicon(rows_of_lists())


def rows_of_lists() -> list[Row]:
    """Every row of the shipped lists: the entry, its full names, and the short forms of a person's name."""
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
    return rows
