"""Numbers with as many digits as they can tell: 0.3 and not 0.30000000000000004."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

SIGNIFICANT = 6
"""Digits that a number keeps; those before the decimal mark are all kept."""
_MOST = 15
"""Decimals beyond which a number is nothing."""


def sensible(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy whose floats are rounded to ``SIGNIFICANT`` digits, never ``-0.0``; missing values stay missing.

    Rounded once more, nothing changes: what is read back from a file equals what was written into it.
    """
    changed = frame.copy(deep=False)
    for name in frame.columns[[dtype.kind == "f" for dtype in frame.dtypes]]:
        changed[name] = _rounded(frame[name].to_numpy(np.float64, na_value=np.nan))
    return changed


def _rounded(values: NDArray[np.float64]) -> NDArray[np.float64]:
    size = np.abs(np.where(np.isfinite(values) & (values != 0), values, 1.0))
    decimals = np.clip(SIGNIFICANT - 1 - np.floor(np.log10(size)), 0, _MOST)
    power = 10.0**decimals
    rounded: NDArray[np.float64] = np.rint(values * power) / power + 0.0
    return rounded
