"""Draws docs/accuracy.svg from the first table of docs/accuracy.md.

``python -m benchmarks.accuracy_picture`` writes the picture: for every measure the figure on text that was read while
rules were written, beside those on text that was not.
"""

import argparse
import re
import sys
from pathlib import Path

import altair as alt
import pandas as pd

PAGE = Path(__file__).resolve().parent.parent / "docs" / "accuracy.md"
PICTURE = PAGE.with_suffix(".svg")
OFF = "off by"
"""In the name of what is no proportion: smaller is better there."""
COLOURS = ["#9aa0a6", "#1b6ca8", "#e08a00", "#b3261e"]


def main() -> int:
    """Write the picture."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    chart(figures(PAGE.read_text(encoding="utf-8"))).save(PICTURE)
    print(PICTURE)
    return 0


def figures(page: str) -> pd.DataFrame:
    """The first number of every cell of the page's first table: columns what, text, value."""
    lines = re.search(r"^\|.*?(?=\n\n)", page, re.DOTALL | re.MULTILINE)
    assert lines, "the page has no table"
    head, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines[0].splitlines())
    return pd.DataFrame(
        [
            {"what": row[0], "text": text, "value": float(number[0])}
            for row in rows
            for text, cell in zip(head[1:], row[1:], strict=True)
            if OFF not in row[0] and (number := re.match(r"[\d.]+", cell))
        ]
    )


def chart(table: pd.DataFrame) -> alt.Chart:
    """One row per measure, one dot per text."""
    shape = alt.Shape("text:N", sort=None, title=None)
    colour = alt.Color("text:N", sort=None, title=None, scale=alt.Scale(range=COLOURS))
    return (
        alt.Chart(table, width=460, height=alt.Step(30))
        .mark_point(filled=True, size=90, opacity=0.9)
        .encode(
            x=alt.X("value:Q", title="F1 or per cent right", scale=alt.Scale(domain=[30, 100])),
            y=alt.Y("what:N", sort=None, title=None, axis=alt.Axis(labelLimit=320, grid=True)),
            color=colour.legend(orient="bottom", columns=2, labelLimit=400),
            shape=shape,
        )
        .configure_view(stroke=None)
        .configure(background="white", font="sans-serif")
    )


if __name__ == "__main__":
    sys.exit(main())
