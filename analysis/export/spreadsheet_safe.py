"""Text made safe for spreadsheets: a cell that could be read as a formula gets a leading apostrophe.

A text that begins with ``=``, ``+``, ``-``, ``@``, a tab or a line break, also after apostrophes of its own,
gets one more apostrophe before it; ``restore`` takes it away again, so that nothing is lost. The lone ``-``,
which stands for "nobody" and "no country", can be no formula and stays as it is. Numbers are never touched.
"""

import re
from collections.abc import Callable

import pandas as pd

_RISKY_START = r"'*[=+\-@\t\r\n＝＋－＠]"
_RISKY = re.compile(_RISKY_START + r"(?s:.)*")
_NOBODY = "-"


def neutral(text: str) -> str:
    """The text as a spreadsheet may show it."""
    return f"'{text}" if text != _NOBODY and _RISKY.fullmatch(text) else text


def restore(text: str) -> str:
    """The text that ``neutral`` was given."""
    return text[1:] if text[:1] == "'" and _RISKY.fullmatch(text[1:]) else text


def neutral_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy whose text columns are neutral; missing values stay missing."""
    return _mapped(frame, neutral)


def restored_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame that ``neutral_frame`` was given."""
    return _mapped(frame, restore)


def _mapped(frame: pd.DataFrame, change: Callable[[str], str]) -> pd.DataFrame:
    changed = frame.copy()
    for name in frame.columns[frame.dtypes == "str"]:
        # Nearly no cell is risky, and a search over the whole column finds those that are.
        risky = frame[name].str.match(_RISKY_START).fillna(False).astype(bool)
        if risky.any():
            changed[name] = frame[name].where(~risky, frame[name][risky].map(change)).astype("str")
    return changed
