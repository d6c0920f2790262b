"""Which news agencies an article credits for its text: "BERLIN (dpa) –", "(AFP, Reuters)", "Quelle: dpa/AFP"."""

import re
from functools import cache

from analysis.resources import read_lexicon, split_list

_HEAD = 250
_TAIL = 200
_INTRODUCED = re.compile(r"^(?:quellen?|von|text|mit material (?:von|der)|bearbeitet (?:von|nach))\s*:?\s*", re.I)
_APART = re.compile(r"\s*(?:[/,;+&]|\bund\b|\bvon\b|\bder\b|\bmit\b)\s*")
_PARENTHESES = re.compile(r"\(([^()]{2,60})\)")
_SIGN = re.compile(r"[a-zäöü]{2,4}")


@cache
def _agencies() -> dict[str, str]:
    """Every form of an agency's name in lower case, to the name in the lists."""
    found: dict[str, str] = {}
    for row in read_lexicon("media"):
        if row["institution"] == "news_agency" or row["name"] in ("TASS", "Xinhua", "KCNA"):
            for form in (row["name"], *split_list(row["aliases"])):
                found.setdefault(form.casefold(), row["name"])
    return found


def credited(text: str, author: str | None = None) -> tuple[str, ...]:
    """The agencies in the credit lines at the start and the end of a text and in its author's name, in order.

    A credit is a list of agencies and of nothing else but authors' signs: who is only quoted is no credit.
    """
    start = [match.group(1) for match in _PARENTHESES.finditer(text[:_HEAD])]
    end = [match.group(1) for match in _PARENTHESES.finditer(text[-_TAIL:].rstrip()) if _closes(text, match.end())]
    lines = [line for line in text[-_TAIL:].rstrip().split("\n")[-2:] if len(line) < 60]
    found = [name for piece in (*start, *end, *lines, author or "") for name in _list_of_agencies(piece)]
    return tuple(dict.fromkeys(found))


def _closes(text: str, end: int) -> bool:
    """Whether nothing but a full stop follows in the tail of the text."""
    return not text[-_TAIL:].rstrip()[end:].strip(" .\n")


def _list_of_agencies(piece: str) -> list[str]:
    parts = [part for part in _APART.split(_INTRODUCED.sub("", piece.strip().strip("()."))) if part]
    names = [_agencies().get(part.casefold().removesuffix("-agentur"), "") for part in parts]
    signs = [name or _SIGN.fullmatch(part) for part, name in zip(parts, names, strict=True)]
    return [name for name in names if name] if parts and names[0] and all(signs) else []
