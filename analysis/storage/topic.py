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
            whole = f"(?i)(?:^|{_BREAK})(?:{spelt})(?:{_BREAK}|$)"
            kept = sorted({f" {one} " for form in forms for one in (form, form.replace("ss", "ß"))})
            among = [f"coalesce(contains({alias}.lemmas, ?), false)"] * len(kept)
            # Letters alone are looked for first: that takes a seventh of the time, and most articles have none.
            in_text = f"CASE WHEN regexp_matches({alias}.text, ?) THEN regexp_matches({alias}.text, ?) ELSE false END"
            in_title = f"regexp_matches(coalesce({alias}.title, ''), ?)"
            texts.append(f"({' OR '.join([in_title, in_text, *among])})")
            values += [whole, f"(?i){spelt}", whole, *kept]
    return " AND ".join(texts) or "true", values


def _forms(word: str) -> Sequence[str]:
    """The word, and the base forms that it can be of, written small or with a capital; none where it has no letter."""
    bases = (base_form(word.lower()), base_form(word.capitalize()))
    return sorted({piece for form in (word, *bases) for piece in plain_words(form)})
