"""The one look of every chart: type sizes, grid, and how the language spoken writes numbers."""

from typing import Any

import altair as alt

from dashboard.language import say

GREY = "#7F8891"
"""Lines; dark enough beside white and light enough beside black, which text of this grey would not be."""
QUIET = {False: "#5A646E", True: "#A9B3BD"}
"""Text beside marks, on a light and on a dark page."""
INK = {False: "#2A333D", True: "#D5DCE4"}
"""Colour of text inside pale cells, on a light and on a dark page."""
SLANT = alt.ExprRef("bandwidth('x') < 20 ? -90 : -45")
"""The angle of names above columns: they stand upright where slanted ones would run into each other."""
FONT = 12
"""Size in pixels of everything that is to be read; intervals and n in cells are smaller."""


@alt.theme.register("quellenlage", enable=True)
def theme() -> alt.theme.ThemeConfig:
    """What every chart has in common; Streamlit adds the font and the colours of the page, light or dark."""
    return {
        "config": {
            "axis": {"labelFontSize": FONT, "titleFontSize": FONT, "titleFontWeight": "normal", "gridOpacity": 0.6},
            # At the end, a title longer than the axis reaches over the names of the rows instead of being cut.
            "axisX": {"titleAnchor": "end"},
            "axisY": {"grid": False},
            "legend": {"labelFontSize": FONT, "symbolSize": 80},
            "view": {"stroke": None},
            "locale": {"number": numbers()},  # type: ignore[typeddict-item]
        }
    }


def room(least: int, *, wider: bool = True) -> Any:
    """The opacity of figures that give way on narrow screens: shown in columns wider than ``least`` pixels, or not."""
    shown, hidden = (1.0, 0.0) if wider else (0.0, 1.0)
    return alt.condition(f"bandwidth('x') > {least}", alt.value(shown), alt.value(hidden))


def numbers() -> dict[str, object]:
    """Decimal mark, thousands and percent sign as d3 wants them."""
    return {
        "decimal": say("format.decimal"), "thousands": say("format.thousands"), "grouping": [3],
        "currency": ["", " €"], "percent": percent_sign(), "minus": "−",
    }  # fmt: skip


def percent_sign() -> str:
    """The percent sign with the space that the language puts before it."""
    return say("format.percent", value="")
