"""Tone of sentences by voice and group: means and the shares of negative, neutral and positive."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import floats
from analysis.measures.groups import ratios, shares

BAND = 0.05
"""Values nearer to zero than this count as neutral sentences."""

Scale = Literal["tone", "textblob"]


def mean_tone(
    sentences: pd.DataFrame, by: Sequence[str] = ("voice",), *, scale: Scale = "tone"
) -> pd.DataFrame:
    """The mean tone of the sentences of each group; ``by`` is voice, category, outlet, section or several.

    Columns: by …, n (sentences), mean, low, high, articles, small.
    """
    values = floats(sentences[scale])
    result = ratios(sentences, by, values, np.ones(len(sentences)), "mean")
    return result.assign(n=result["base"]).drop(columns="base")


def tone_shares(
    sentences: pd.DataFrame, within: str | None = "voice", *, scale: Scale = "tone", band: float = BAND
) -> pd.DataFrame:
    """The shares of negative, neutral and positive sentences, in all or within each value of a column.

    Columns: [within,] label, n, base, share, low, high, articles, small.
    """
    values = sentences[scale]
    labels = np.select([values <= -band, values >= band], ["negative", "positive"], "neutral")
    labelled = sentences.assign(label=pd.Series(labels, index=sentences.index, dtype="str"))
    return shares(labelled, "label", within=within)
