"""Tone of sentences by voice, group and target: shares of negative, neutral and positive, and means.

A lexicon tells two groups apart only over many sentences: a figure over fewer than ``SMALL_SENTENCES`` is small.
"""

from collections.abc import Sequence
from typing import Literal

import pandas as pd

from analysis.measures.bootstrap import floats
from analysis.measures.few import SMALL_SENTENCES
from analysis.measures.groups import ratios, shares
from analysis.model import LABELS

Scale = Literal["tone", "tone_events", "textblob"]


def mean_tone(sentences: pd.DataFrame, by: Sequence[str] = ("voice",), *, scale: Scale = "tone") -> pd.DataFrame:
    """The mean tone of the sentences of each group; ``by`` is voice, category, outlet, section or several.

    ``sentences`` are counts by ``by`` with the scale as a sum. Columns: by …, n (sentences), mean, low, high, articles,
    small, few.
    """
    result = ratios(sentences, by, scale, "rows", "mean", least=SMALL_SENTENCES)
    return result.assign(n=result["base"]).drop(columns="base")


def tone_shares(sentences: pd.DataFrame, within: str | None = "voice", *, scale: Scale = "tone") -> pd.DataFrame:
    """The shares of negative, neutral and positive sentences, in all or within each value of a column.

    ``sentences`` are counts by [``within`` and] the scale's label (tone_label …). Columns: [within,] that label, n,
    base, share, low, high, articles, small, few.
    """
    return shares(sentences, f"{scale}_label", within=within, least=SMALL_SENTENCES)


def balance_sums(*scales: Scale) -> tuple[str, ...]:
    """The sums that ``tone_balance`` needs on these scales."""
    return tuple(f"{scale}_{label}" for scale in scales for label in (LABELS[0], LABELS[2]))


def tone_balance(sentences: pd.DataFrame, by: Sequence[str], *, scale: Scale = "tone") -> pd.DataFrame:
    """How many sentences of each group are positive less how many are negative, in one row with all shares.

    ``sentences`` are counts by ``by`` with the sums of ``balance_sums``. Columns: by …, n (sentences), negative,
    neutral, positive, balance (-1 … 1), low, high (of the balance), articles, small, few; the largest group first.
    """
    negative, positive = (floats(sentences[name]) for name in balance_sums(scale))
    result = ratios(sentences, by, positive - negative, "rows", "balance", least=SMALL_SENTENCES)
    sums = [ratios(sentences, by, part, "rows")["share"] for part in (negative, positive)]
    labels = dict(zip(LABELS, (sums[0], 1 - sums[0] - sums[1], sums[1]), strict=True))
    ordered = [*by, "n", *LABELS, "balance", "low", "high", "articles", "small", "few"]
    result = result.assign(n=result["base"], **labels)[ordered]
    return result.sort_values("n", ascending=False, kind="stable", ignore_index=True)
