"""States of the filters drawn by lot with a fixed seed: what the widgets hold, and the same as selections."""

import random
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from analysis.tables.selection import Selection

STATES = 30
FURTHER = {"countries": "country", "institutions": "institution", "namings": "naming"}
KEYS = {"countries": "land", "institutions": "institution", "namings": "benennung"}
"""The further filters of the page on sources: name in a selection, column and widget."""


@dataclass
class State:
    """What is set in the sidebar and on the pages, as the widgets hold it, and the same as a selection."""

    widgets: dict[str, Any]
    selection: Selection
    further: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The further filters of the page on sources."""
    sides: tuple[Selection, ...] = ()
    """What either side of the comparison chooses."""


def states(tables: dict[str, pd.DataFrame]) -> list[State]:
    """The first state filters nothing; the others are drawn with a fixed seed from what the corpus has."""
    chance = random.Random(1907)
    articles, statements = tables["articles"], tables["statements"]
    outlets = sorted(articles["outlet"].dropna().unique())
    days = sorted(articles["published"].dropna().str[:10].unique())

    def some(values: "pd.Series[str]", often: float, most: int = 4) -> tuple[str, ...]:
        known = sorted(values.dropna().unique())
        return tuple(chance.sample(known, chance.randint(1, min(most, len(known))))) if chance.random() < often else ()

    found = []
    for number in range(STATES):
        free = number == 0
        often = 0.0 if free else 0.4
        start = chance.choice(days[1:]) if chance.random() < often else None
        end = chance.choice([day for day in days[:-1] if day >= (start or "")] or [None]) if start is None else None
        selection = Selection(
            outlets=some(articles["outlet"], often), start=start, end=None if free else end,
            categories=some(statements["category"], often, 6), types=some(statements["type"], often),
            originals=not free and chance.random() < 0.4,
        )  # fmt: skip
        further = {name: some(statements[column], 0.0 if free else 0.25) for name, column in FURTHER.items()}
        pair = chance.sample(outlets, 2)
        narrow = some(statements["category"], 0.3, 6)
        sides = tuple(Selection(outlets=(outlet,), categories=narrow) for outlet in pair)
        widgets = sidebar(selection, articles) | {
            "gewicht": chance.choice(["statements", "words"]), "quellenzahl": chance.choice([5, 15, 40]),
            "beziehung": chance.choice(["outlet", "outlet-category", "via", "told"]),
            "gruppe": chance.choice(["category", "outlet"]),
            "tongruppe": chance.choice(["voice", "category", "outlet"]), "werte": True,
            **{KEYS[name]: list(values) for name, values in further.items()},
            **{f"{letter}-medium": [outlet] for letter, outlet in zip("ab", pair, strict=True)},
            **{f"{letter}-quellentyp": list(narrow) for letter in "ab"},
        }  # fmt: skip
        found.append(State(widgets, selection, further, sides))
    return found


def sidebar(selection: Selection, articles: pd.DataFrame) -> dict[str, Any]:
    """The selection as the sidebar's widgets hold it; what is not set is not touched."""
    days = articles["published"].dropna().str[:10]
    start, end = selection.start or days.min(), selection.end or days.max()
    return {
        "medium": list(selection.outlets), "quellentyp": list(selection.categories), "art": list(selection.types),
        "von": date.fromisoformat(start), "bis": date.fromisoformat(end),
        **({"einmal": selection.originals} if articles["copy_of"].notna().any() else {}),
    }  # fmt: skip
