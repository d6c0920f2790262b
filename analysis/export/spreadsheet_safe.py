"""Text made safe for spreadsheets: a cell that could be read as a formula gets a leading apostrophe.

A text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break, also after apostrophes of its own,
gets one more apostrophe before it: take one away and the text is back, nothing is lost. The lone ``-``,
which stands for "nobody" and "no country", can be no formula and stays as it is. Numbers are never touched.
"""

import re

import pandas as pd

from analysis.model import NOBODY

RISKY_START = r"'*[=+\-@\t\r\n＝＋－＠]"
RISKY = re.compile(RISKY_START + r"(?s:.)*")


def neutral(text: str) -> str:
    """The text as a spreadsheet may show it."""
    return f"'{text}" if text != NOBODY.entity and RISKY.fullmatch(text) else text


def neutral_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy whose text columns are neutral; missing values stay missing."""
    changed = frame.copy()
    for name in frame.columns[frame.dtypes == "str"]:
        # Nearly no cell is risky, and a search over the whole column finds those that are.
        risky = frame[name].str.match(RISKY_START).fillna(False).astype(bool)
        if risky.any():
            changed[name] = frame[name].where(~risky, frame[name][risky].map(neutral)).astype("str")
    for name in frame.columns[[dtype.kind == "O" and dtype != "str" for dtype in frame.dtypes]]:
        # Mixed values and categories: the figures of charts have such columns.
        changed[name] = [neutral(value) if isinstance(value, str) else value for value in frame[name]]
    return changed
