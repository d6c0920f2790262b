"""Why something was not read, or what its reader doubts, in the language of the page.

The readers write English sentences. ``languages/reasons.toml`` holds each with its German: "{}" stands for what differs
from case to case, in the same order in both.
"""

import re
import tomllib
from functools import cache
from pathlib import Path

from dashboard.i18n.language import GERMAN, current

_FILE = Path(__file__).parent / "languages" / "reasons.toml"
_HOLE = "{}"
_LONGEST = 5000
"""Characters of a sentence that is looked up among those with holes."""


@cache
def table() -> dict[str, str]:
    """Every English sentence and its German, with "{}" for what differs."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def said(reason: str) -> str:
    """The sentence in the language spoken; as it is where that is English, or where it is not known."""
    return _german(reason) if current() == GERMAN else reason


def _german(reason: str) -> str:
    whole = table().get(reason)
    if whole is not None or len(reason) > _LONGEST:
        return whole or reason
    for pattern, german in _patterns():
        if match := pattern.fullmatch(reason):
            # what fills a hole may be a sentence of the table itself: "a PDF file; let its name end in .pdf"
            return german.format(*map(_german, match.groups()))
    return reason


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """The sentences with holes, those with most fixed words first."""
    holed = sorted((item for item in table().items() if _HOLE in item[0]), key=lambda item: -len(item[0]))
    return [
        (re.compile("(.*?)".join(map(re.escape, english.split(_HOLE))), re.DOTALL), german) for english, german in holed
    ]
