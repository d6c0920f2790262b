"""Tells German texts from others, so that a batch leaves out what it cannot analyse."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from analysis.model import Article
from analysis.reading.raw.records import Unreadable
from analysis.resources import read_lexicon

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = 4_000
"""Characters that are looked at."""
_LEAST = 150
"""Letters below which nothing is said: names and quotations can fill a short one."""
_SURE = 0.22
"""Share of German function words from which a text is German without a closer look; others stay below 0.14."""
_LEAD = 0.3
"""Lead over German in log likelihood per letter; foreign texts lead by 0.9 and more, lists of names by 0.2."""
_NAMES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian",
    "la": "Latin", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ru": "Russian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
_GERMAN = {"de", "lb"}
"""Low German and Alemannic pass for Luxembourgish."""


def only_german(items: Iterable[Article | Unreadable]) -> Iterator[Article | Unreadable]:
    """The items, with the reason in place of every article that is not German."""
    for item in items:
        other = foreign_language(item.text) if isinstance(item, Article) else None
        if isinstance(item, Article) and other is not None:
            yield Unreadable(item.id, f"The text is not German: it reads as {other}.")
        else:
            yield item


def foreign_language(text: str) -> str | None:
    """The name of the language of a text that is not German; None for German and for what is too short to tell."""
    words = _WORD.findall(text[:_HEAD])
    if sum(map(len, words)) < _LEAST:
        return None
    if sum(word.lower() in _function_words() for word in words) >= _SURE * len(words):
        return None
    # Its model takes a second to load, which German texts need not spend.
    import py3langid

    read = " ".join(words)
    ranking = py3langid.rank(read)
    code, likeliest = ranking[0]
    lead = (likeliest - dict(ranking)["de"]) / len(read)
    return _NAMES.get(code, f"the language “{code}”") if code not in _GERMAN and lead > _LEAD else None


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["word"].lower() for row in read_lexicon("function_words"))
