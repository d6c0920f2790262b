"""In which forms a word of the own list stands in stored texts: told before it counts."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from analysis.language.base_forms import is_base, joined, may_be_form
from analysis.own_words.active import OwnWords
from analysis.own_words.rows import OwnWord
from analysis.storage.stale_words import stale, stored_articles
from analysis.storage.store import Store

LOOKED_AT = 500
"""Articles whose forms are counted."""
_WORD = re.compile(r"\w+(?:-\w+)*")


class Preview(NamedTuple):
    """What a list would change: articles to be analysed, their characters, and the forms of one of its words."""

    articles: int
    characters: int
    forms: tuple[tuple[str, int], ...]
    """The most frequent first, in at most ``LOOKED_AT`` articles."""


def preview(store: Store, words: OwnWords, row: OwnWord) -> Preview:
    """What following this list would change, with the forms of the row's word."""
    keys = stale(store, words).concerned
    read = [article.text for _, article in stored_articles(store, keys[:LOOKED_AT])]
    counted = forms(read, row)
    characters = sum(map(len, read)) * len(keys) // max(len(read), 1)
    return Preview(len(keys), characters, tuple(counted.most_common(12)))


def forms(texts: Sequence[str], row: OwnWord) -> Counter[str]:
    """The forms of the row's word in these texts; those of a verb in two pieces as far as they stand together."""
    word = joined(row.word)
    if " " in word:
        sought = word.lower()
        number = sum(" ".join(text.lower().split()).count(sought) for text in texts)
        return Counter({word: number} if number else {})
    found = Counter(form for text in texts for form in _WORD.findall(text))
    grows = row.list in ("event", "tone") and word[:1].isupper()
    counted: Counter[str] = Counter()
    for form, number in found.items():
        if _is_form(form, word) or (grows and form[:1].isupper() and _is_form(_end(form, word), word)):
            counted[form if word[:1].isupper() else form.lower()] += number
    return counted


def _is_form(form: str, word: str) -> bool:
    return may_be_form(form, word) if is_base(word) else form.lower() == word.lower()


def _end(form: str, word: str) -> str:
    """What of a compound may be the word: its end from where the word begins."""
    at = form.lower().rfind(word.lower())
    return form[at:].capitalize() if at > 0 else ""
