"""The one look of every chart: type sizes, grid, names along the axes, and how the language spoken writes numbers."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

import altair as alt
import pandas as pd
from babel.numbers import get_decimal_symbol, get_group_symbol

from dashboard.i18n.language import locale, say

GREY = "#7F8891"
"""Lines; dark enough beside white and light enough beside black, which text of this grey would not be."""
QUIET = {False: "#5A646E", True: "#A9B3BD"}
"""Text beside marks, on a light and on a dark page."""
INK = {False: "#10171F", True: "#E8ECF0"}
"""Colour of text inside cells and of intervals, on a light and on a dark page."""
PAGE = {False: "#FFFFFF", True: "#12171D"}
"""The page itself, which parts an interval from the bar below it."""
SHADE = "#1F6FB0"
"""What fills the cells of a matrix."""
FULLEST = 0.7
"""How much of the shade the fullest cell takes: text in ``INK`` can be read on it, light or dark."""
_DARK = 0.25
"""Luminance below which a page is dark."""
FONT = 12
"""Size in pixels of everything that is to be read; intervals and n in cells are smaller."""
_LONG = 24
"""Characters that the name of a row has in one line at most."""
_LETTER = 0.56
"""Width of a letter by its size, on average."""


def by_page(colours: Mapping[bool, str]) -> dict[str, str]:
    """One colour on a light and another on a dark page, chosen in the browser: the page may turn dark at any time.

    ``background`` is Vega's own signal, the colour that the page or the picture gives the chart.
    """
    return {"expr": f"luminance(background) < {_DARK} ? '{colours[True]}' : '{colours[False]}'"}


@alt.theme.register("quellenlage", enable=True)
def theme() -> alt.theme.ThemeConfig:
    """What every chart has in common; Streamlit adds the font, and the background of the page, light or dark."""
    quiet = by_page(QUIET)
    words = {"labelColor": quiet, "titleColor": quiet}
    look = {
        "config": {
            "axis": {"labelFontSize": FONT, "titleFontSize": FONT, "titleFontWeight": "normal", "gridOpacity": 0.6}
            | words,
            # At the end, a title longer than the axis reaches over the names of the rows instead of being cut.
            "axisX": {"titleAnchor": "end"},
            "axisY": {"grid": False},
            "legend": {"labelFontSize": FONT, "symbolSize": 80} | words,
            "view": {"stroke": None},
            "text": {"color": quiet},
            "style": {
                "edge": {"color": by_page(PAGE), "strokeWidth": 3.2},
                "interval": {"color": by_page(INK), "strokeWidth": 1.3},
            },
            "locale": {"number": numbers()},
        }
    }
    return cast(alt.theme.ThemeConfig, look)


def layered(*layers: alt.Chart | alt.LayerChart) -> alt.LayerChart:
    """Charts laid over each other."""
    drawn = alt.layer(*layers)
    assert isinstance(drawn, alt.LayerChart)  # a FacetChart comes of facets, which we do not draw
    return drawn


def interval(base: alt.Chart, low: str, high: str, below: float = 0) -> alt.LayerChart:
    """The line of an interval, seen on the page as on any bar: it has an edge of the page's colour.

    It runs so many pixels ``below`` the middle of the row, and is faded with it where that is ``small``. Screen readers
    pass it over: its ends are told with the mark, and a layer in which no row has an interval would be a nameless one.
    """
    ends = base.encode(x=alt.X(f"{low}:Q"), x2=alt.X2(f"{high}:Q"))
    drawn = []
    for style, seen in (("edge", 0.6), ("interval", 1.0)):
        faded = alt.condition(alt.datum.small, alt.value(seen / 2), alt.value(seen))
        drawn.append(ends.mark_rule(style=style, yOffset=below, aria=False).encode(opacity=faded))
    return layered(*drawn)


def zero() -> alt.Chart:
    """The line at zero, for bars that run to both sides of it; screen readers pass it over."""
    drawn: alt.Chart = alt.Chart(pd.DataFrame({"x": [0]})).mark_rule(color=GREY, aria=False).encode(x="x:Q")
    return drawn


def down(names: Sequence[str], *, limit: int = 210) -> alt.Axis:
    """The y axis for rows with these names; long names take two lines."""
    lines = {name: pieces for name in names if len(pieces := _halves(name)) > 1}
    if not lines:
        return alt.Axis(labelLimit=limit, labelOverlap=False, labelFlush=False, ticks=False, domain=False)
    broken = json.dumps(lines, ensure_ascii=False)
    two = {"test": f"indexof({json.dumps([*lines], ensure_ascii=False)}, datum.value) >= 0", "value": "bottom"}
    return alt.Axis(
        labelExpr=f"{broken}[datum.value] || datum.label", labelLimit=limit, labelOverlap=False, labelFlush=False,
        labelBaseline={"condition": two, "value": "middle"},
        ticks=False, domain=False,
    )  # fmt: skip


def counted(names: Iterable[str], notes: Iterable[str], *, limit: int = 195) -> alt.Axis:
    """The y axis for rows with a note, the number of cases, below each name."""
    lines = json.dumps(dict(zip(names, notes, strict=True)), ensure_ascii=False)
    return alt.Axis(labelExpr=f"[datum.label, {lines}[datum.value]]", labelLimit=limit, labelOverlap=False,
                    labelFlush=False, labelBaseline="bottom", ticks=False, domain=False)  # fmt: skip


def across(names: Iterable[str], *, limit: int = 150) -> alt.Axis:
    """The x axis above the columns: names level where they have room, else slanted or upright."""
    level = f"bandwidth('x') > {10 + min(_LETTER * FONT * _longest(names), limit):.0f}"
    return alt.Axis(
        orient="top", labelAngle=alt.ExprRef(f"{level} ? 0 : bandwidth('x') < 20 ? -90 : -45"),
        labelAlign=alt.ExprRef(f"{level} ? 'center' : 'left'"),
        labelLimit=limit, labelOverlap=False, ticks=False, domain=False,
    )  # fmt: skip


def head(names: Iterable[str], *, limit: int = 150) -> float:
    """Pixels of a chart's height that such names take at most, and the room below the chart."""
    return 45 + 0.75 * min(_LETTER * FONT * _longest(names), limit)


def _longest(names: Iterable[str]) -> int:
    return max(map(len, names), default=0)


def _halves(name: str) -> list[str]:
    """A long name in the two lines that differ least in length, or with what stands in brackets in the second."""
    spaces = [place for place, sign in enumerate(name) if sign == " "]
    spaces = [place for place in spaces if name[place + 1] == "("] or spaces
    if len(name) <= _LONG or not spaces:
        return [name]
    middle = min(spaces, key=lambda place: abs(2 * place - len(name)))
    return [name[:middle], name[middle + 1 :]]


def room(least: int, most: int = 10_000) -> Any:
    """The opacity of figures that give way on narrow screens: shown in columns of so many pixels, else not."""
    fits = f"bandwidth('x') > {least} && bandwidth('x') <= {most}"
    return alt.condition(fits, alt.value(1.0), alt.value(0.0))


def numbers() -> dict[str, object]:
    """Decimal mark, thousands and percent sign as d3 wants them."""
    return {
        "decimal": get_decimal_symbol(locale()), "thousands": get_group_symbol(locale()), "grouping": [3],
        "currency": ["", " €"], "percent": percent_sign(), "minus": "−",
    }  # fmt: skip


def percent_sign() -> str:
    """The percent sign with the space that the language puts before it."""
    return say("format.percent", value="")
