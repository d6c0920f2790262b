"""What has been reviewed, as tables in words: precision, corrected shares, agreement, the history."""

import pandas as pd
import streamlit as st

from analysis.measures.agreement import agreement, corrected_shares, precision
from analysis.tables.columns import label
from dashboard import labels

RATERS = {"machine": "Verfahren und Mensch", "people": "Menschen untereinander"}


def precision_table(sample: pd.DataFrame, by: str) -> pd.DataFrame:
    """Of every value found, and of all: how many were judged, and how many of them are right and there at all."""
    frame = pd.concat([precision(sample, by, whole=True), precision(sample, by)], ignore_index=True)
    return pd.DataFrame(
        {
            label(by): [labels.say(by, value) if value else "zusammen" for value in frame[by]],
            "geprüft": frame["base"],
            "richtig": [labels.percent(share) for share in frame["share"]],
            "95-%-Intervall": [labels.span(low, high) for low, high in zip(frame["low"], frame["high"], strict=True)],
            "vorhanden": [labels.percent(share) for share in frame["kept"]],
            "": _small(frame),
        }
    )


def corrected_table(sample: pd.DataFrame, totals: "pd.Series[int]", by: str) -> pd.DataFrame:
    """The shares as found and as they are after the errors of the sample."""
    frame = corrected_shares(sample, totals, by)
    return pd.DataFrame(
        {
            label(by): [labels.say(by, value) for value in frame[by]],
            "gefunden (n)": frame["n"],
            "gefunden": [labels.percent(share) for share in frame["found"]],
            "berichtigt": [labels.percent(share) for share in frame["share"]],
            "95-%-Intervall": [labels.span(low, high) for low, high in zip(frame["low"], frame["high"], strict=True)],
            "in der Stichprobe": frame["sampled"],
        }
    )


def agreement_table(judged: pd.DataFrame, variables: tuple[str, ...]) -> pd.DataFrame:
    """Krippendorff's α of every variable, against the analysis and among people."""
    frame = agreement(judged, variables)
    return pd.DataFrame(
        {
            "Merkmal": [label(name) for name in frame["variable"]],
            "zwischen": [RATERS[raters] for raters in frame["raters"]],
            "Stellen": frame["n"],
            "gleich": [labels.percent(share) for share in frame["share"]],
            "α": [_alpha(value) for value in frame["alpha"]],
            "95-%-Intervall": [
                f"{_alpha(low)} bis {_alpha(high)}" if low == low else ""
                for low, high in zip(frame["low"], frame["high"], strict=True)
            ],
            "": _small(frame),
        }
    )


def show(frame: pd.DataFrame) -> None:
    """Draw one of these tables."""
    st.dataframe(frame, hide_index=True, width="stretch", height="content")


def _alpha(value: float) -> str:
    return "–" if value != value else labels.number(value, 2)


def _small(frame: pd.DataFrame) -> list[str]:
    return ["zu wenige" if small else "" for small in frame["small"]]
