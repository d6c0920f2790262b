"""The words and measures of the pages, explained: one text each for tooltips and for the glossary page."""

from dashboard.i18n.language import say

TERMS = (
    "article", "statement", "type", "withheld", "source", "category", "naming", "via", "certainty", "stance", "hedge",
    "holder", "subjunctive", "tone", "voice", "story", "claim", "confidence", "interval", "conflict",
)  # fmt: skip
"""The vocabulary, in the order in which it builds up."""

MEASURES = (
    "share_of_voice", "sources", "anonymous", "direct", "withheld", "hedge_rate", "profile", "subjunctive", "rung",
    "mean_tone", "balance", "textblob", "diversity", "difference", "distinctive", "relations", "precision", "corrected",
    "alpha",
)  # fmt: skip
"""What the pages measure."""

PARTS = ("formula", "unit", "read", "limits")
"""What the glossary says of a measure beside what it means."""


def tip(measure: str) -> str:
    """The tooltip of a measure: what it is and how to read it."""
    return f"{say(f'measure.{measure}')}\n\n{say(f'measure.{measure}_read')}"
