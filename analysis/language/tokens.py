"""Cuts a sentence into words and punctuation marks.

Works on one sentence at a time: that a full stop does not end the sentence is what tells an abbreviation or
an ordinal ("14. März") from a last word. Repetitions are bounded or possessive, to keep the time linear in
the length of the text whatever it holds.
"""

import re
import unicodedata

from analysis.model import Span
from analysis.resources import read_lexicon

_LETTERS = r"[\w\u00ad\u0300-\u036f]"
"""What a word consists of: soft hyphens and combining accents belong to it."""
_WORD = rf"{_LETTERS}+(?:['’&]{_LETTERS}+)*"
_DOMAINS = r"(?:de|com|org|net|at|ch|eu|info|ru|ua|uk|us|tv|gov|io|fr|pl|by|asia|news|di)"

_TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>„“”"»«]*[\w/]             # addresses
    | [\w.+-]{{1,64}}+@\w[\w-]*+(?:\.\w[\w-]*+)+          # mail
    | \w[\w-]{{0,63}}+(?:\.[\w-]{{1,63}}+){{0,3}}\.{_DOMAINS}\b(?:-\w+)*    # domains: tagesschau.de, ver.di
    | (?:[^\W\d_]\.){{2,}}(?:-\w+)*                      # z.B., U.S.
    | [+±]?\d{{1,2}}\.\d{{1,2}}\.(?!\d)                  # 20.06.
    | \d{{1,3}}\.(?=\s*[\w–/,;-])(?!\d)                  # ordinals: never last in the sentence
    | [+±]?\d+(?:[.,:*]\d+)*{_LETTERS}*(?:[-‐‑]{_WORD})*-?    # numbers, times, scores, 1970er, 1:0-Sieg
    | CDU/CSU(?:[-‐‑]{_WORD})*                           # one party in parliament
    | {_WORD}(?:[-‐‑]{_WORD})*                           # words, compounds
      (?:[:*_·’/]-?(?:inn?en|in|[er])\b(?:-{_WORD})*|-(?![\w–]))?   # Bürger*innen, jede:r, Sprecher/-in; Presse- und
    | (?<![\w-])[-‐‑](?=[^\W\d_]){_WORD}(?:[-‐‑]{_WORD})*     # „Bild“-Zeitung
    | \.{{2,}} | '' | `` | -{{2,}} | –{{2,}}
    | \S
    """,
    re.VERBOSE,
)
_ROMAN = re.compile(r"[IVXL]+")
_IGNORED = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")


def abbreviations() -> frozenset[str]:
    """The abbreviations that keep their full stop, without it, lower-cased."""
    return _ABBREVIATIONS


_ABBREVIATIONS = frozenset(row["abbreviation"].removesuffix(".").lower() for row in read_lexicon("abbreviations"))
_LONGEST_UNLISTED = 6


def tokenise(text: str, start: int, end: int) -> list[Span]:
    """The words and marks of the sentence at characters ``[start, end)`` of ``text``, in order."""
    spans: list[Span] = []
    position = start
    while match := _TOKEN.search(text, position, end):
        first, last = match.span()
        if text[last - 1].isalpha() and text[last : last + 1] == "." and _keeps_stop(text, first, last, end):
            last += 1
        spans.append((first, last))
        position = last
    return spans


def _keeps_stop(text: str, first: int, last: int, end: int) -> bool:
    """Whether the full stop after the word at ``[first, last)`` belongs to it."""
    if last >= end:
        return False
    word = text[first:last].lower()
    if word in _ABBREVIATIONS:
        return True
    after = text[last + 1 : min(end, last + 4)]
    if not after.strip() or not (after[0].isspace() or after[0] in ",;)"):
        return False
    return len(word) == 1 or len(word) <= _LONGEST_UNLISTED or _ROMAN.fullmatch(text, first, last) is not None


def clean_form(word: str) -> str:
    """A word as a dictionary would hold it: composed accents, no soft hyphens or zero-width marks."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", word if word.isalpha() else word.translate(_IGNORED)) or word
