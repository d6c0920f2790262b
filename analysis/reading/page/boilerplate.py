"""Recognises the lines of a web page that are no part of the article: menus, captions, bylines."""

import re
from functools import cache
from typing import NamedTuple

from analysis.language.function_words import function_words
from analysis.resources import read_lexicon

_LONGEST = 250
_LONGEST_LABEL = 100
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CAPITAL_INSIDE = re.compile(r"(?<=[\w,] )[A-ZÄÖÜ][\w-]*")
_NAME = r"[A-ZÄÖÜ][\w.'’-]*(?: (?:von|van|de|der|den|bin|ibn|al|zu|dos|da|di|del|[A-ZÄÖÜ][\w.'’-]*)){1,4}"
_NAMES = re.compile(rf"{_NAME}(?:, ?{_NAME}){{0,6}}(?:,| und| &) ?{_NAME}")


class Rule(NamedTuple):
    """One row of the lexicon ``page_furniture``, compiled."""

    id: str
    pattern: re.Pattern[str]
    edge_only: bool
    drops_links: bool


@cache
def rules() -> tuple[Rule, ...]:
    """All furniture rules, in the order in which they are tried."""
    return tuple(
        Rule(row["id"], re.compile(row["pattern"]), row["zone"] == "edge", row["then"] == "links")
        for row in read_lexicon("page_furniture")
    )


def match_furniture(line: str) -> tuple[Rule, re.Match[str]] | None:
    """The first rule that takes the whole ``line`` for furniture, with its match."""
    if len(line) > _LONGEST:
        return None
    for rule in rules():
        if match := rule.pattern.fullmatch(line):
            return rule, match
    return None


def is_name_list(line: str) -> bool:
    """Whether ``line`` consists of two or more names and nothing else, as captions under pictures do."""
    return len(line) <= _LONGEST and _NAMES.fullmatch(line) is not None


@cache
def _words(*classes: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_lexicon("function_words") if row["class"] in classes)


def hangs(line: str) -> bool:
    """Whether ``line`` ends in a word or mark after which a sentence must go on."""
    last = line[-40:].split()[-1:]
    return bool(last) and (last[0][-1] in ",;:-–" or last[0] in _words("article", "preposition", "conjunction"))


def is_label(line: str) -> bool:
    """Whether ``line`` has no verb to be seen: every small word is an article, preposition or conjunction."""
    small = {word for word in _WORD.findall(line) if word[0].islower()}
    linking = _words("article", "preposition", "particle", "conjunction")
    return len(line) <= _LONGEST_LABEL and small <= linking and not _capital_function_words(line)


def is_title_case(line: str) -> bool:
    """Whether ``line`` capitalises words that running text would not, as machine-translated headlines do."""
    words = _WORD.findall(line)
    small = [word for word in words if word[0].islower()]
    if len(words) < 3 or len(small) > len(words) / 4 or not function_words().issuperset(small):
        return False
    return _capital_function_words(line) or (len(words) >= 4 and not small)


def _capital_function_words(line: str) -> bool:
    return any(word.lower() in function_words() for word in _CAPITAL_INSIDE.findall(line))
