"""How many sources speak, and how evenly."""

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import floats
from analysis.measures.few import LEAST_ARTICLES, few
from analysis.measures.groups import group, marked
from analysis.model import NOBODY


def diversity(statements: pd.DataFrame, by: str | None = None, *, source: str = "entity") -> pd.DataFrame:
    """The Shannon entropy of the sources, in all or by group (outlet, article); nobody is no source.

    ``statements`` are counts by [``by`` and] ``source``; no units are needed. Columns: [by,] sources, diversity (bits),
    effective (2 to its power: so many equal sources would be as diverse), n (statements with a source), small,
    few (which looks at cases alone). It grows with n: compare groups of like size.
    """
    groups = group(statements, [by] if by else [])
    size, named = len(groups.values), (statements[source] != NOBODY.entity).to_numpy()
    cells = pd.DataFrame({"code": groups.codes, "source": statements[source].to_numpy(), "n": statements["rows"]})
    counts = cells[named].groupby(["code", "source"], sort=False)["n"].sum()
    level = counts.index.get_level_values("code").to_numpy().astype(np.int64)
    total = np.bincount(level, floats(counts), minlength=size)
    part = floats(counts) / total[level]
    bits = np.where(total > 0, np.bincount(level, -part * np.log2(part), minlength=size) + 0.0, np.nan)
    result = groups.values.assign(
        sources=np.bincount(level, minlength=size).astype(np.int64),
        diversity=bits,
        effective=np.exp2(bits),
        n=total.round().astype(np.int64),
    )
    return marked(result, few(total, np.full(size, LEAST_ARTICLES)))
