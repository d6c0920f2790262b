"""Which colour a series has: the same thing always the same one, whatever stands beside it and in whatever order.

All of them can be seen on a light and on a dark page, and dark text can be read on those that fill a bar.
"""

from collections.abc import Mapping, Sequence
from zlib import crc32

from analysis.model import LABELS
from dashboard.i18n import labels

SERIES = ("#1F77B4", "#D55E00", "#009E73", "#C667A0", "#9A7430", "#6F63C9", "#2A94A8", "#C23B3B")
ONE, OTHER = SERIES[:2]
"""Two sides of a comparison, A and B."""
FILLS: Mapping[str, Mapping[str, str]] = {
    "stance": {
        "neutral": "#8B95A0", "endorsing": "#1E9E76", "announcing": "#2F9BB5", "directive": "#8B82E0",
        "judging": "#B58A2A", "distancing": "#DB6F1F", "denying": "#E2574C",
    },
    "tone": dict(zip(LABELS, ("#D96A12", "#8B95A0", "#4C93CF"), strict=True)),
}  # fmt: skip
"""What fills the parts of bars, in the order in which they stand."""
TEXT_ON_FILL = "#10171F"
_FIXED: Mapping[str, Mapping[str, str]] = {
    "holder": {"author": ONE, "source": OTHER},
    "voice": {"author": ONE, "quoted": OTHER},
    "scale": {"tone": SERIES[0], "tone_events": SERIES[5], "textblob": SERIES[4]},
}


def fills(column: str) -> Mapping[str, str]:
    """Colour by value, in order, of a column whose parts fill bars: the stance, the tone on any scale."""
    return FILLS["tone" if column.endswith("_label") else column]


def series(column: str, values: Sequence[str]) -> list[str]:
    """The colour of every value of a column; values without one of their own have it from their name.

    Two sides that are called A and B have theirs. Of names that would share a colour, all but the first in the alphabet
    take the next one that is free.
    """
    found = dict(_FIXED.get(column, {}))
    for value in sorted({*values} - found.keys()):
        place = {"A:": 0, "B:": 1}.get(value[:2], crc32(value.encode()) % len(SERIES))
        turns = [SERIES[(place + turn) % len(SERIES)] for turn in range(len(SERIES))]
        free = [colour for colour in turns if colour not in found.values()]
        found[value] = (free or turns)[0]
    return [found[value] for value in values]


def categories(values: Sequence[str]) -> dict[str, str]:
    """The colour of every category: those of the taxonomy, and of a user's own by its name."""
    own = [value for value in dict.fromkeys(values) if value not in labels.CATEGORY_COLOUR]
    return {**labels.CATEGORY_COLOUR, **dict(zip(own, series("category", own), strict=True))}
