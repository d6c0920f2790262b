"""Articles about something: those in whose title or text certain words stand, in whatever form, as a SQL condition."""

from collections.abc import Iterable, Sequence

from analysis.language.base_forms import base_form
from analysis.storage.word_lists import plain_words

_BREAK = "[^\\p{L}\\p{N}]"
"""What stands between two words."""


def has_words(alias: str, words: Iterable[str]) -> tuple[str, list[object]]:
    """The condition that each of the words stands in the article called ``alias``, and its values.

    A word, without blanks and signs, is found whole, whatever its case, and in every form of the same word that the
    analysis knows: "Waffe" also where the text has "Waffen". A compound ("Waffenruhe") is another word.
    """
    texts: list[str] = []
    values: list[object] = []
    for word in words:
        if forms := _forms(word):
            spelt = "|".join(form.replace("ss", "(?:ss|ß)") for form in forms)
            of_lemmas = [f"contains(replace(coalesce({alias}.lemmas, ''), 'ß', 'ss'), ?)"] * len(forms)
            written = f"concat_ws(' ', {alias}.title, {alias}.text)"
            texts.append(f"(regexp_matches({written}, ?) OR {' OR '.join(of_lemmas)})")
            values += [f"(?i)(?:^|{_BREAK})(?:{spelt})(?:{_BREAK}|$)", *(f" {form} " for form in forms)]
    return " AND ".join(texts) or "true", values


def _forms(word: str) -> Sequence[str]:
    """The word, and the base forms that it can be of, written small or with a capital; none where it has no letter."""
    bases = (base_form(word.lower()), base_form(word.capitalize()))
    return sorted({piece for form in (word, *bases) for piece in plain_words(form)})
