"""Whom a role belongs to that no list knows, universities named after another body, and experts of firms."""

from collections.abc import Sequence

from analysis.sources.lexicons.geography import load_geography
from analysis.sources.lexicons.head_nouns import Noun, split_noun

_ASKED = ("analyst", "analysten", "analystin", "ökonom", "ökonomin", "volkswirt", "volkswirtin", "stratege", "experte",
          "expertin", "kenner", "beobachter", "beobachterin", "professor", "professorin")  # fmt: skip
"""Experts whom a firm employs to be asked."""
_OF = {"von", "vom", "des", "der", "bei", "beim"}
_NO_OWNERS = {
    "ex", "vize", "co", "ko", "chef", "haupt", "top", "alt", "ur", "interims", "junior", "senior", "it", "pr", "tv",
    "online", "ober", "spitzen", "links", "rechts", "inter", "anti", "pro", "neu", "noch", "langzeit", "wahl",
    "general", "landes", "bundes", "regional", "stadt", "web", "internet", "social-media", "marketing", "vertriebs",
    "kampf", "star", "europa",
}  # fmt: skip


def unlisted_owner(words: Sequence[str], head: int, noun: Noun) -> str:
    """The name that no list holds of whom a role belongs to: "Präsident von UP Aerospace", "MIF-Manager"."""
    if noun.first and words[head][: len(noun.first) + 1].endswith("-"):
        first = noun.first.rpartition("-")[2]
        return first if first[:1].isupper() and first.lower() not in _NO_OWNERS and split_noun(first) is None else ""
    link = words[head + 1].lower() if head + 1 < len(words) else ""
    start = head + 2 if link in _OF else head + 1 if _by_name(words, head + 1) and words[head + 1].endswith("s") else 0
    end = start
    while start and end < len(words) and _by_name(words, end):
        end += 1
    if end > start:
        return " ".join(words[start:end])
    before = [word for word in words[:head] if word.endswith("s") and word[:1].isupper()]
    return before[0] if len(before) == 1 and _by_name(before, 0) and len(before[0]) > 3 else ""


def _by_name(words: Sequence[str], at: int) -> bool:
    """Whether the word may be part of a name that no list holds: capital, no noun of a role or body, no place."""
    word = words[at] if at < len(words) else ""
    return word[:1].isupper() and split_noun(word) is None and load_geography().place(word) is None


def house_of_learning(words: Sequence[str], start: int, end: int) -> str | None:
    """The university or institute of which a known body is only an attribute: "Universität der Bundeswehr"."""
    if end <= start or words[end - 1].lower() not in ("der", "des"):
        return None
    nouns = ((word, split_noun(word)) for word in words[start:end])
    return next((word for word, noun in nouns if noun is not None and noun.head.kind == "body"
                 and noun.head.institution == "expert"), None)  # fmt: skip


def asked(noun: Noun) -> bool:
    """Whether an expert of a firm is asked as one: "Analystin", but not "Chemiker"."""
    return noun.head.word.endswith(_ASKED)
