"""Tone of sentences by voice, group and target: shares of negative, neutral and positive, and means.

A lexicon tells two groups apart only over many sentences: a figure over fewer than ``SMALL_SENTENCES`` is small.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pandas as pd

from analysis.measures.bootstrap import floats
from analysis.measures.groups import ratios, shares
from analysis.tone.model import BAND

SMALL_SENTENCES = 300
LABELS = ("negative", "neutral", "positive")
AUTHOR = "author"
"""Who speaks in sentences that are nobody's quotation."""

Scale = Literal["tone", "tone_events", "textblob"]


def mean_tone(
    sentences: pd.DataFrame, by: Sequence[str] = ("voice",), *, scale: Scale = "tone"
) -> pd.DataFrame:
    """The mean tone of the sentences of each group; ``by`` is voice, category, outlet, section or several.

    Columns: by …, n (sentences), mean, low, high, articles, small.
    """
    values = floats(sentences[scale])
    result = ratios(sentences, by, values, np.ones(len(sentences)), "mean")
    return result.assign(n=result["base"], small=result["base"] < SMALL_SENTENCES).drop(columns="base")


def tone_shares(
    sentences: pd.DataFrame, within: str | None = "voice", *, scale: Scale = "tone", band: float = BAND
) -> pd.DataFrame:
    """The shares of negative, neutral and positive sentences, in all or within each value of a column.

    Columns: [within,] label, n, base, share, low, high, articles, small.
    """
    result = shares(sentences.assign(label=labels_of(sentences[scale], band)), "label", within=within)
    return result.assign(small=result["base"] < SMALL_SENTENCES)


def tone_balance(
    sentences: pd.DataFrame, by: Sequence[str], *, scale: Scale = "tone", band: float = BAND
) -> pd.DataFrame:
    """How many sentences of each group are positive less how many are negative, in one row with all shares.

    Columns: by …, n (sentences), negative, neutral, positive, balance (-1 … 1), low, high (of the balance),
    articles, small; the largest group first.
    """
    ones, labels = np.ones(len(sentences)), labels_of(sentences[scale], band).to_numpy()
    parts = {name: ratios(sentences, by, floats(labels == name), ones) for name in LABELS}
    sign = floats(labels == "positive") - floats(labels == "negative")
    result = ratios(sentences, by, sign, ones, "balance")
    result = result.assign(n=result["base"], **{name: part["share"] for name, part in parts.items()})
    ordered = [*by, "n", *LABELS, "balance", "low", "high", "articles"]
    result = result[ordered].assign(small=result["n"] < SMALL_SENTENCES)
    return result.sort_values("n", ascending=False, kind="stable", ignore_index=True)


def about(sentences: pd.DataFrame, statements: pd.DataFrame) -> pd.DataFrame:
    """Every sentence once for each name in it, with ``target`` (whom it names) and ``speaker`` (who speaks).

    The speaker is the category of the quoted source, or ``AUTHOR``. What a source says naming itself is left out.
    """
    entities = statements[["article", "statement", "entity"]].drop_duplicates(["article", "statement"])
    found = sentences[sentences["names"].notna()].merge(entities, on=["article", "statement"], how="left")
    speaker = found["category"].where(found["voice"] == "quoted", AUTHOR).fillna("unknown")
    found = found.assign(speaker=speaker.astype("str"), target=found["names"].str.split("; ")).explode("target")
    found = found[found["target"] != found["entity"].fillna("")]
    return found.astype({"target": "str"}).drop(columns="entity").reset_index(drop=True)


def differing(sentences: pd.DataFrame, first: Scale = "tone", second: Scale = "textblob") -> pd.DataFrame:
    """The sentences by how far two scales lie apart, the widest gap first, with the column ``gap`` (first - second)."""
    gap = sentences[first] - sentences[second]
    return sentences.assign(gap=gap).sort_values("gap", key=abs, ascending=False, kind="stable", ignore_index=True)


def labels_of(values: "pd.Series[float]", band: float = BAND) -> "pd.Series[str]":
    """negative, neutral or positive for each value; neutral is what lies nearer to 0 than the band."""
    labels = np.select([values <= -band, values >= band], ["negative", "positive"], "neutral")
    return pd.Series(labels, index=values.index, dtype="str")
