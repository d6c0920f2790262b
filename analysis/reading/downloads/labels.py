"""Knows the labels of the databases: "LÄNGE: 512 Wörter", "Load-Date: March 3, 2024", "Body"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis.reading.downloads.lines import Line
from analysis.resources import read_lexicon

_LABEL = re.compile(r"\W?([^\W\d_][^:\t]{1,34}?)\s?(?::|\t)(?:\s|$)(.*)")
_NUMBER = re.compile(r"\s*\d[\d.,]*\s*(?:(?:words?|wörter|woerter|wort|mots)\b.*)?$", re.IGNORECASE)
RIGHTS = re.compile(
    r"\W{0,3}(?:copyright|\(c\)|©)(?: ?(?:[:©]|\(c\)|\d{4}|by\b|(?-i:[A-ZÄÖÜ0-9])).{0,200})?"
    r"|.{0,120}\b(?:alle rechte vorbehalten|all rights reserved)\W*"
    r"|(?:alle rechte vorbehalten|all rights reserved)\b.{0,200}",
    re.IGNORECASE,
)
"""A line that says whose the text is; believed above and below a text, never in it."""
COUNT = re.compile(r"(\d[\d.,]*) (?:words?|wörter|woerter|wort|mots)\W*", re.IGNORECASE)
"""How many words a text has."""
_CAPITALS = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ /-]{2,30}: \S")
PAGE_LINE = re.compile(r"(?:page|seite) \d{1,5} (?:of|von|/) \d{1,5}(?: ?[©(|–-].{0,120})?", re.IGNORECASE)


class Label(NamedTuple):
    """A label found in a line, and what stands behind it."""

    field: str
    zone: str
    value: str
    capitals: bool


class _Entry(NamedTuple):
    field: str
    zone: str
    alone: bool


@cache
def _entries() -> dict[str, _Entry]:
    rows = read_lexicon("download_labels")
    return {row["label"]: _Entry(row["field"], row["zone"], row["alone"] == "yes") for row in rows}


def label_of(line: Line) -> Label | None:
    """The label with which a line begins, or which it is."""
    if match := _LABEL.match(line.raw):
        name = " ".join(match.group(1).split())
        entry = _entries().get(name.casefold())
        # "Länge: 300 Meter" is a sentence.
        if entry and (entry.field != "words" or _NUMBER.match(match.group(2)) or not match.group(2)):
            return Label(entry.field, entry.zone, " ".join(match.group(2).split()), name == name.upper())
    entry = _entries().get(line.text.rstrip(":").casefold()) if len(line.text) < 40 else None
    if entry and (entry.alone or line.text.endswith(":")):
        return Label(entry.field, entry.zone, "", line.text == line.text.upper())
    return None


def is_odd_label(line: Line) -> bool:
    """Whether a line looks like a label that the list has not: believed among others only."""
    return len(line.text) < 100 and _CAPITALS.match(line.text) is not None


def is_rights(line: Line) -> bool:
    """Whether a line only says whose the text is."""
    if not RIGHTS.fullmatch(line.text):
        return False
    # A sentence may begin with the word, but it has words in small letters.
    small = sum(word[0].islower() for word in line.text.split())
    return small <= 8 or "vorbehalten" in line.text.lower() or "reserved" in line.text.lower()


def labels_in(lines: list[Line]) -> Iterator[tuple[int, Label]]:
    """All lines that begin with a label, by their number."""
    for number, line in enumerate(lines):
        if label := label_of(line):
            yield number, label
