"""Every word and colour the pages share: names for the taxonomy in the language spoken, one colour per category.

Colours repeat what labels already say; no chart depends on them. They keep their distance from each other for
the common kinds of colour blindness as far as sixteen colours can, and stand out from both pages by 3 to 1.
"""

import re
from collections.abc import Mapping

import pandas as pd

from dashboard.i18n.language import Said, day, number, percent, points, share
from dashboard.i18n.language import say as text

__all__ = ["day", "number", "percent", "points", "share"]

CATEGORY = Said("category")
ENTITY = Said("entity")
"""What stands for a source where nobody is named."""

CATEGORY_COLOUR = {
    "us_officials": "#0065D5",
    "kremlin": "#AB4D06",
    "ukraine_officials": "#8C9B46",
    "german_government": "#9D9289",
    "other_government": "#299BE7",
    "politics": "#894C9B",
    "justice": "#3D94B1",
    "igo": "#21724E",
    "state_media": "#B82F59",
    "media": "#D766BF",
    "ngo": "#658B55",
    "expert": "#C88307",
    "business": "#497DDD",
    "citizen": "#B96911",
    "armed_group": "#8A5B77",
    "unknown": "#7B7D84",
}

REASON = Said("reason")
TYPE = Said("type")
NAMING = Said("naming")
ANONYMITY = Said("anonymity")
VIA_KIND = Said("via_kind")
STANCE = Said("stance")
HEDGE_CLASS = Said("hedge_class")
HEDGE_LETTER = Said("hedge_letter")
"""What stands beside a hedge in the article, so that its class is told without colour."""
RUNG = Said("rung")
LAYER = Said("layer")
HOLDER = Said("holder")
VOICE = Said("voice")
SPEAKER = Said("category", "voice")
TONE = Said("tone")
SCALE = Said("scale")
"""The values of tone that stand side by side."""
ORIGIN = Said("origin")
KIND = Said("kind")
FEW = Said("few")
"""Of what there is too little behind a figure."""
VERDICT = Said("verdict")
STATE = Said("state")
SECTION = Said("section")
INSTITUTION = Said("institution")
NAME_OF_COLUMN = Said("name_of_column")
"""What the columns of the user's own list of sources are called."""
TABLE = Said("table")
LEXICON = Said("lexicon")
"""What each word list is for, in a line; its file says more."""
CHART_COLUMN = Said("chart_column")
"""Headers of columns that only charts have."""

VALUES: Mapping[str, Mapping[str, str]] = {
    "entity": ENTITY,
    "category": CATEGORY,
    "via_category": CATEGORY,
    "via_kind": VIA_KIND,
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
    "scale": SCALE,
    "speaker": SPEAKER,
    "section": SECTION,
    "few": FEW,
    "hedged_few": FEW,
    "hedges_few": FEW,
    "tone_few": FEW,
    "origin": ORIGIN,
    "kind": KIND,
    "verdict": VERDICT,
    "state": STATE,
    "institution": INSTITUTION,
    "via_institution": INSTITUTION,
}
"""Column name to its value labels."""


_SMALL_SHARE = 0.06
"""Where all shares are smaller, they are told with a decimal."""
_CLOSE = 0.02
"""Width of an interval below which percentages are told with a decimal."""
CLOSE_RATE = 0.2
"""The same of hedges per 100 words, below which one decimal says too little."""


def say(column: str, value: str) -> str:
    """The label of a value of a column; the value itself where there is none."""
    return VALUES.get(column, {}).get(value, value)


def article(row: "pd.Series[str]") -> str:
    """An article in one line of a list: date, outlet, title."""
    day_of = row["published"]
    pieces = [day(day_of) if isinstance(day_of, str) else None, row["outlet"], row["title"]]
    return " · ".join(piece for piece in pieces if isinstance(piece, str)) or str(row.get("id", ""))


def plain(text: str) -> str:
    """Text from an article or a file that Markdown shows as it stands: no links, pictures or formulas."""
    return re.sub(r"([\\`*_\[\]<>$~#|])", r"\\\1", text)


def cases(*numbers: float) -> str:
    """The number of cases beside a figure; of two sides both numbers."""
    return text("shared.cases", n=" : ".join(number(n) for n in numbers))


def against(left: float, right: float) -> str:
    """The numbers of cases of two sides in words, for screen readers."""
    return text("shared.cases", n=text("shared.against", left=number(left), right=number(right)))


def span(low: float, high: float, digits: int = 0) -> str:
    """An interval of proportions in percent, without the sign; empty where there is none."""
    return "" if low != low or high != high else f"{number(100 * low, digits)}–{number(100 * high, digits)}"


def digits(low: float, high: float) -> int:
    """Decimals of a percentage with this interval: one where whole percents would hide the interval, else none."""
    return int(0 < high - low < _CLOSE)


def share_digits(frame: pd.DataFrame, value: str = "share") -> int:
    """Decimals of the percentages of one chart: one where all are small, or half of the intervals narrow."""
    if not len(frame):
        return 0
    narrow = digits(0, (frame["high"] - frame["low"]).median())
    return int(frame[value].max() < _SMALL_SHARE or narrow)


def rate_digits(low: float, high: float) -> int:
    """Decimals of hedges per 100 words with this interval."""
    return 1 + int(high - low < CLOSE_RATE)


def __getattr__(name: str) -> str:
    if name == "TONE_NOTE":
        return text("text.tone_note")
    raise AttributeError(name)


def reasons(told: object) -> list[str]:
    """What spoke for a hedge, from the column of that name, in words and with its weight: "Infinitiv: sein +1,2"."""
    return [_reason(*one.rsplit(" ", 1)) for one in told.split("; ")] if isinstance(told, str) else []


def _reason(feature: str, weight: str) -> str:
    aspect, _, value = feature.partition("=")
    for group in ("clause", "has"):
        if aspect.startswith(f"{group}-"):
            aspect, value = group, aspect.removeprefix(f"{group}-")
    if aspect == "prior":
        value = ""
    aspect = aspect.rpartition(":")[2]
    return f"{REASON.get(aspect, aspect)}{': ' * bool(value)}{value} {number(float(weight), 1, signed=True)}"
