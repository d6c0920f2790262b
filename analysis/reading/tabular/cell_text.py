"""Makes plain text of a cell that holds HTML or traces of programs; a clean cell is its text, sign for sign."""

from analysis.reading.parsers.markup import text_of
from analysis.reading.raw.cells import has_tags, is_clean, repaired
from analysis.reading.raw.encoding import without_surrogates


def clean_text(raw: str) -> tuple[str, list[str]]:
    """The text of a cell, and what was changed in it or is doubtful about it, a sentence each."""
    raw = without_surrogates(raw)
    if is_clean(raw):
        return raw, []
    text, told = repaired(raw)
    if has_tags(text) and (plain := text_of(text)):
        return plain, [*told, "The text was written in HTML; its plain text was read."]
    return text, told


def clean_line(raw: str) -> str:
    """A title or a name in one cell, without HTML and traces of programs."""
    raw = without_surrogates(raw.strip())
    if is_clean(raw):
        return raw
    text, _ = clean_text(raw)
    return " ".join(text.split()) if text != raw else raw
