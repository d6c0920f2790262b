"""Colours can be seen: on both pages, and apart from each other also by people who do not tell red from green."""

import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

import dashboard
from dashboard.charts import colours
from dashboard.charts.theme import FULLEST, INK, PAGE, SHADE
from dashboard.i18n import labels

THEME = tomllib.loads((Path(dashboard.__file__).parents[1] / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
GRAPHIC, TEXT = 3.0, 4.5
"""Contrast that WCAG 2.2 AA asks of graphics (1.4.11) and of text (1.4.3)."""
FADED = 0.6
"""How much of the text's colour Streamlit leaves a caption."""
SEEN = {
    "normal": np.eye(3),
    "protanopia": np.array([
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ]),
    "deuteranopia": np.array([
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ]),
}  # fmt: skip
"""Linear RGB as it is seen: Machado, Oliveira and Fernandes 2009, severity 1."""
APART, CHIEF_APART = 0.04, 0.06
"""Least distance in OKLab of any two categories, and of those that fill most charts."""
CHIEF = ("us_officials", "kremlin", "ukraine_officials", "german_government", "state_media", "media")
Colour = npt.NDArray[np.float64]


def rgb(colour: str) -> Colour:
    """Red, green, blue from 0 to 1 of ``#RRGGBB``."""
    return np.array([int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)])


def linear(colour: Colour) -> Colour:
    return np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)


def contrast(one: Colour, other: Colour) -> float:
    """The ratio of WCAG 2.2, from 1 to 21."""
    dark, light = sorted(float(linear(colour) @ [0.2126, 0.7152, 0.0722]) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def oklab(colour: Colour) -> Colour:
    """Linear RGB in Ottosson's OKLab, where equal distances look equal."""
    cones = np.cbrt(np.clip(colour, 0, 1) @ [
        [0.4122214708, 0.2119034982, 0.0883024619],
        [0.5363325363, 0.6806995451, 0.2817188376],
        [0.0514459929, 0.1073969566, 0.6299787005],
    ])  # fmt: skip
    return cones @ [
        [0.2104542553, 1.9779984951, 0.0259040371],
        [0.7936177850, -2.4285922050, 0.7827717662],
        [-0.0040720468, 0.4505937099, -0.8086757660],
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_and_captions_can_be_read(theme: str, ground: str) -> None:
    text, page = rgb(THEME[theme]["textColor"]), rgb(THEME[theme][ground])
    assert contrast(text, page) >= 7
    assert contrast(FADED * text + (1 - FADED) * page, page) >= TEXT


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_white_can_be_read_on_the_primary_colour_and_it_stands_out(theme: str) -> None:
    primary = rgb(THEME[theme]["primaryColor"])
    assert contrast(rgb("#FFFFFF"), primary) >= TEXT
    assert contrast(primary, rgb(THEME[theme]["backgroundColor"])) >= GRAPHIC


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("category", labels.CATEGORY_COLOUR)
def test_colours_of_categories_stand_out(category: str, theme: str) -> None:
    assert contrast(rgb(labels.CATEGORY_COLOUR[category]), rgb(THEME[theme]["backgroundColor"])) >= GRAPHIC


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_figures_can_be_read_in_every_cell(theme: str) -> None:
    dark = theme == "dark"
    page, ink = rgb(PAGE[dark]), rgb(INK[dark])
    assert (PAGE[dark], INK[dark]) == (THEME[theme]["backgroundColor"], THEME[theme]["textColor"])
    assert contrast(ink, FULLEST * rgb(SHADE) + (1 - FULLEST) * page) >= TEXT


@pytest.mark.parametrize("column", colours.FILLS)
def test_parts_of_bars_stand_out_on_both_pages_and_their_text_can_be_read(column: str) -> None:
    for colour in map(rgb, colours.fills(column).values()):
        assert all(contrast(colour, rgb(page)) >= GRAPHIC for page in PAGE.values())
        assert contrast(rgb(colours.TEXT_ON_FILL), colour) >= TEXT


@pytest.mark.parametrize("page", PAGE.values())
def test_series_stand_out_on_both_pages(page: str) -> None:
    assert min(contrast(rgb(colour), rgb(page)) for colour in colours.SERIES) >= GRAPHIC


@pytest.mark.parametrize("sight", SEEN)
def test_colours_of_categories_differ(sight: str) -> None:
    seen = {name: oklab(SEEN[sight] @ linear(rgb(colour))) for name, colour in labels.CATEGORY_COLOUR.items()}
    apart = {(a, b): float(np.linalg.norm(seen[a] - seen[b])) for a, b in combinations(seen, 2)}
    nearest = min(apart, key=apart.__getitem__)
    chief = min(distance for (a, b), distance in apart.items() if {a, b} <= set(CHIEF))
    assert apart[nearest] >= APART, nearest
    assert chief >= CHIEF_APART
