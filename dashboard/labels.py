"""Every word and colour the pages share: names for the taxonomy in the language spoken, one colour per category.

Colours repeat what labels already say; no chart depends on them. They keep their distance from each other for
the common kinds of colour blindness as far as sixteen colours can, and stand on white and on dark grey alike.
"""

import re
from collections import ChainMap

from dashboard.language import Said, day, number, percent, points
from dashboard.language import say as text

__all__ = ["day", "number", "percent", "points"]

CATEGORY = Said("category")

CATEGORY_COLOUR = {
    "us_officials": "#1F77B4",
    "kremlin": "#D55E00",
    "ukraine_officials": "#C9A400",
    "german_government": "#6B6B6B",
    "other_government": "#4FA8D8",
    "politics": "#7A5195",
    "justice": "#3E7C86",
    "igo": "#009E73",
    "state_media": "#B0303A",
    "media": "#C667A0",
    "ngo": "#7BA05B",
    "expert": "#9A7430",
    "business": "#5A6FB5",
    "citizen": "#E08A2E",
    "armed_group": "#8B4A4A",
    "unknown": "#A3A3A3",
}

TYPE = Said("type")
NAMING = Said("naming")
ANONYMITY = Said("anonymity")
STANCE = Said("stance")
HEDGE_CLASS = Said("hedge_class")
HEDGE_LETTER = Said("hedge_letter")
"""What stands beside a hedge in the article, so that its class is told without colour."""
RUNG = Said("rung")
LAYER = Said("layer")
HOLDER = Said("holder")
VOICE = Said("voice")
SPEAKER = ChainMap(CATEGORY, VOICE)
TONE = Said("tone")
ORIGIN = Said("origin")
KIND = Said("kind")
VERDICT = Said("verdict")
STATE = Said("state")
SECTION = Said("section")
INSTITUTION = Said("institution")
NAME_OF_COLUMN = Said("name_of_column")
"""What the columns of the user's own list of sources are called."""
TABLE = Said("table")

VALUES = {
    "category": CATEGORY,
    "via_category": CATEGORY,
    "type": TYPE,
    "naming": NAMING,
    "anonymity": ANONYMITY,
    "stance": STANCE,
    "class": HEDGE_CLASS,
    "holder": HOLDER,
    "rung": RUNG,
    "body_rung": RUNG,
    "voice": VOICE,
    "tone_label": TONE,
    "textblob_label": TONE,
    "speaker": SPEAKER,
    "section": SECTION,
    "origin": ORIGIN,
    "kind": KIND,
    "verdict": VERDICT,
    "state": STATE,
    "institution": INSTITUTION,
    "via_institution": INSTITUTION,
}
"""Column name to its value labels."""


def say(column: str, value: str) -> str:
    """The label of a value of a column; the value itself where there is none."""
    return VALUES.get(column, {}).get(value, value)


def plain(text: str) -> str:
    """Text from an article or a file that Markdown shows as it stands: no links, pictures or formulas."""
    return re.sub(r"([\\`*_\[\]<>$~#|])", r"\\\1", text)


def span(low: float, high: float) -> str:
    """An interval of proportions in whole percent, without the sign; empty where there is none."""
    return "" if low != low or high != high else f"{100 * low:.0f}–{100 * high:.0f}"


def __getattr__(name: str) -> str:
    if name == "TONE_NOTE":
        return text("text.tone_note")
    raise AttributeError(name)
