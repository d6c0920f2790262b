"""Cuts a stretch of text into sentences.

A line break always ends a sentence. Within a line a sentence may end after ``. ! ? …`` and the closing marks
that follow; whether it does is decided by what stands before and after. Quotations of several sentences are
cut like any other text.
"""

import re
from functools import cache
from itertools import takewhile

from analysis.language.tokens import abbreviations
from analysis.language.word_table import load_words
from analysis.model import Span
from analysis.resources import read_lexicon

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CLOSING = "“”\"»«›‹‘’'´)\\]"
_CANDIDATE = re.compile(
    # the usual end, a stray closing mark included
    rf"(?<![.!?…])[.!?…]++[{_CLOSING}]*+(?:\s++[“”\"»«›‹‘’'](?=\s))?(?=\s)"
    # the space was forgotten
    rf"|(?<=[a-zäöüß]{{3}})[.!?][{_CLOSING}]*(?=[A-ZÄÖÜ][a-zäöüß])"
)
_NEXT = re.compile(r"\s*([\"'„“”‚‘»«›‹(\[–—-]*)\s*([^\W_]*)")
_ROMAN = re.compile(r"[IVXL]+")
_BEFORE = re.compile(r"[\w.]*$")
_LOOK_BACK = 24
_LONGEST_AFTER_NUMBER = 6
"""Longer function words after an ordinal are adjectives of a name: "3. Internationale Messe"."""
_COMMON = -9.0
"""Words rarer than this log probability are no function words."""


@cache
def _starters() -> frozenset[str]:
    """Function words, capitalised: they are capitalised only where a sentence starts."""
    words = load_words()
    common = takewhile(lambda form: words.log_probability(form) > _COMMON, words.index)
    capitalised = (form.capitalize() for form in common if form[:1].islower())
    return frozenset(form for form in capitalised if words.prefers_lower(form))


@cache
def _never_final() -> frozenset[str]:
    rows = read_lexicon("abbreviations")
    return frozenset(row["abbreviation"].removesuffix(".").lower() for row in rows if row["final"] == "no")


def split_sentences(text: str, start: int, end: int) -> list[Span]:
    """The sentences within characters ``[start, end)``, without the white space around them."""
    spans: list[Span] = []
    for line in _LINE.finditer(text, start, end):
        first, stop = line.span()
        for candidate in _CANDIDATE.finditer(text, first, stop):
            if _ends_sentence(text, first, candidate, stop):
                _append(spans, text, first, candidate.end())
                first = candidate.end()
        _append(spans, text, first, stop)
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if stripped := piece.strip():
        start += piece.index(stripped[0])
        spans.append((start, start + len(stripped)))


def _ends_sentence(text: str, first: int, candidate: re.Match[str], stop: int) -> bool:
    """Whether the sentence begun at ``first`` ends with this candidate."""
    ahead = _NEXT.match(text, candidate.end(), stop)
    marks, following = ahead.groups() if ahead else ("", "")
    if not following:
        return "„" in marks or "»" in marks or ahead is None
    if following[0].islower() or marks.startswith(("–", "—", "-")):
        return False
    starts = following in _starters()
    mark = candidate.group()
    if mark[0] == "…" or mark.startswith(".."):
        return starts or bool(marks)
    if mark == ".":
        before = text[max(first, candidate.start() - _LOOK_BACK) : candidate.start()]
        return _stop_ends(before, starts, following)
    return True


def _stop_ends(before: str, starts: bool, following: str) -> bool:
    """Whether a lone full stop after ``before`` ends the sentence although it may mark a short form."""
    found = _BEFORE.search(before)
    word = found.group() if found else ""
    if word.isdigit():
        return len(word) > 3 or (starts and len(following) <= _LONGEST_AFTER_NUMBER)
    lowered = word.lower()
    if lowered in _never_final() or ("." in word and word.replace(".", "").isalpha() and word.islower()):
        return False
    is_short = len(word) == 1 or "." in word or lowered in abbreviations() or _ROMAN.fullmatch(word)
    return starts or not is_short
