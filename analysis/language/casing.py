"""Gives the words of a Title Case headline the case of running text: ``Könnte`` → ``könnte``."""

from collections import Counter
from collections.abc import Iterable, Sequence

from analysis.language.word_table import Words


def seen_in_text(sentences: Iterable[Sequence[str]]) -> Counter[str]:
    """How often each form stands inside sentences of running text; the first word of each tells nothing."""
    return Counter(form for forms in sentences for form in forms[1:])


def true_case(form: str, seen: Counter[str], words: Words) -> str:
    """The form as running text writes it; the text's own use weighs more than the language's."""
    if not form[:1].isupper() or not form[1:].islower():
        return form
    lowered = form.lower()
    if seen[form] != seen[lowered]:
        return form if seen[form] > seen[lowered] else lowered
    return lowered if words.prefers_lower(form) else form
