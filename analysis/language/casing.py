"""Gives the words of a Title Case headline the case of running text: ``Könnte`` → ``könnte``."""

from collections import Counter
from collections.abc import Iterable, Sequence

from analysis.language.word_table import Words


def seen_in_text(sentences: Iterable[Sequence[str]]) -> Counter[str]:
    """Counts of each form in running text, without the first word of each sentence, whose case is no evidence."""
    return Counter(form for forms in sentences for form in forms[1:])


def true_case(form: str, seen: Counter[str], words: Words) -> str:
    """The form in the case of running text: by its counts in the same text first, then by the word table."""
    if not form[:1].isupper() or not form[1:].islower():
        return form
    lowered = form.lower()
    if seen[form] != seen[lowered]:
        return form if seen[form] > seen[lowered] else lowered
    return lowered if words.prefers_lower(form) else form
