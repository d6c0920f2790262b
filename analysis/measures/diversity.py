"""How many sources speak, and how evenly."""

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import SMALL_N
from analysis.measures.groups import distinct, group

NOBODY = "-"
"""The entity of statements that name nobody; it is no source of its own and is left out."""


def diversity(statements: pd.DataFrame, by: str | None = None, *, source: str = "entity") -> pd.DataFrame:
    """The Shannon entropy of the sources, in all or by group (outlet, article).

    Columns: [by,] sources, diversity (bits), effective (2 to its power: so many equal sources would be as
    diverse), n (statements with a source), articles, small. It grows with n: compare groups of like size.
    """
    named = statements[statements[source] != NOBODY]
    groups = group(statements, [by] if by else [])
    codes = groups.codes[(statements[source] != NOBODY).to_numpy()]
    counts = pd.DataFrame({"code": codes, "source": named[source].to_numpy()}).value_counts(sort=False)
    size, level = len(groups.values), counts.index.get_level_values("code").to_numpy()
    total = np.bincount(codes, minlength=size)
    part = counts.to_numpy() / total[level]
    bits = np.bincount(level, -part * np.log2(part), minlength=size)
    bits = np.where(total > 0, bits + 0.0, np.nan)
    return groups.values.assign(
        sources=np.bincount(level, minlength=size).astype(np.int64),
        diversity=bits,
        effective=np.exp2(bits),
        n=total.astype(np.int64),
        articles=distinct(named["article"], codes, size),
        small=total < SMALL_N,
    )
